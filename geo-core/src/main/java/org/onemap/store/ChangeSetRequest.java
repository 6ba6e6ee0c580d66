package org.onemap.store;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a writer says of a change set before it writes. Immutable.
 *
 * @param kind what sort of change it is
 * @param author who makes it
 * @param effective from when it is valid
 * @param note free text, may be empty
 */
public record ChangeSetRequest(ChangeSet.Kind kind, String author, Effective effective, String note) {

    /**
     * From when the change is valid: a day, 00:00 Asia/Shanghai, or today; or not decided yet.
     *
     * @param day the day; empty for the day on which the change set is begun
     * @param undecided whether the change is a draft, which {@link Store#accept} gives its day
     */
    public record Effective(Optional<LocalDate> day, boolean undecided) {

        public Effective {
            if (undecided && day.isPresent()) {
                throw new IllegalArgumentException("a draft has no day yet, so not " + day.get());
            }
        }

        /** Valid from today. */
        public static Effective today() {
            return new Effective(Optional.empty(), false);
        }

        /** Valid from this day; a day ahead makes a scheduled change set. */
        public static Effective from(LocalDate day) {
            return new Effective(Optional.of(day), false);
        }

        /** A draft: what is written is kept beside the store's rows until it is accepted or discarded. */
        public static Effective draft() {
            return new Effective(Optional.empty(), true);
        }
    }
}

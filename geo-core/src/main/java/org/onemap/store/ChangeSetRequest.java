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
     * From when the change is valid: a day, 00:00 Asia/Shanghai, or today.
     *
     * @param day the day; empty for the day on which the change set is begun
     */
    public record Effective(Optional<LocalDate> day) {

        /** Valid from today. */
        public static Effective today() {
            return new Effective(Optional.empty());
        }

        /** Valid from this day; a day ahead makes a scheduled change set. */
        public static Effective from(LocalDate day) {
            return new Effective(Optional.of(day));
        }
    }
}

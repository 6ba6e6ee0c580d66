package org.onemap.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of a change set (变更集): who changed what, when, from which source, valid from which day. Immutable.
 *
 * @param number its number, from 1 upwards; rows carry it as {@code change_set}
 * @param kind what sort of change it is
 * @param state where it stands
 * @param author who made it
 * @param madeAt when it was made
 * @param effective first day of its validity, Asia/Shanghai; of a draft the day on which it was made
 * @param sources the files it came from
 * @param counts per layer, in the order in which they were loaded
 * @param appliedAs the change number at which readers saw it; empty until then. Equal to {@code number} unless it was
 *     scheduled
 * @param undoneBy the change set that took it back
 * @param note free text; for an undo, what it takes back
 */
public record ChangeSet(
        long number,
        Kind kind,
        State state,
        String author,
        Instant madeAt,
        LocalDate effective,
        List<Source> sources,
        Map<String, Counts> counts,
        Optional<Long> appliedAs,
        Optional<Long> undoneBy,
        String note) {

    public ChangeSet {
        sources = List.copyOf(sources);
        counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** What sort of change a change set is. */
    public enum Kind {
        IMPORT,
        EDIT,
        PLAN,
        UNDO
    }

    /** The life of a change set. */
    public enum State {
        /** Kept aside until {@link Store#accept} gives it a day; or scheduled once and not applicable, as its note says. */
        DRAFT,
        SCHEDULED,
        APPLIED,
        UNDONE
    }

    /**
     * A file that a change set came from.
     *
     * @param file its name, with the member for an archive
     * @param sha256 hash of the file's bytes, hexadecimal
     * @param crs the coordinate reference system it was read in, for instance {@code EPSG:4547}
     */
    public record Source(String file, String sha256, String crs) {}

    /**
     * What happened to the rows of one layer.
     *
     * @param created rows that are new
     * @param replaced rows that differ from the current row of the same key
     * @param unchanged rows equal to the current one, which stays as it is
     * @param retired current rows that the source no longer has
     */
    public record Counts(long created, long replaced, long unchanged, long retired) {

        /** Rows that differ after the change from before. */
        public long changed() {
            return created + replaced + retired;
        }
    }
}

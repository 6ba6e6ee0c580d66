package org.onemap.ingest.issue;

import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing that is wrong with a source, with enough to mend it at the source. Immutable.
 *
 * @param severity what it does to the import
 * @param rule short stable name of the check in kebab case, for instance {@code duplicate-code}
 * @param message one sentence that names the thing, the value and the way out
 * @param place where in the source
 * @param where the spot on the map, EPSG:4490 longitude first, if there is one
 */
public record ImportIssue(Severity severity, String rule, String message, Place place, Optional<Geometry> where) {

    public ImportIssue {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(place, "place");
    }

    /** An issue that stops the import. */
    public static ImportIssue error(String rule, Place place, String message) {
        return new ImportIssue(Severity.ERROR, rule, message, place, Optional.empty());
    }

    /** An issue that does not stop the import. */
    public static ImportIssue warning(String rule, Place place, String message) {
        return new ImportIssue(Severity.WARNING, rule, message, place, Optional.empty());
    }

    /** The same issue with its spot on the map. */
    public ImportIssue at(Geometry spot) {
        return new ImportIssue(severity, rule, message, place, Optional.of(spot));
    }

    /** The same issue with a point of its row's geometry as its spot, if it has none of its own and there is one. */
    public ImportIssue within(Geometry geometry) {
        return where.isPresent() || geometry.isEmpty() ? this : at(geometry.getInteriorPoint());
    }

    /**
     * A place in a source.
     *
     * @param source the file, with the member for an archive: {@code a.zip!grid.shp}
     * @param row 1-based number of the row in the source; 0 for the file as a whole
     * @param field the column, empty text for none
     * @param code the row's code or key, empty text if it has none or it is not known yet
     */
    public record Place(String source, long row, String field, String code) {

        /** The file as a whole. */
        public static Place file(String source) {
            return new Place(source, 0, "", "");
        }

        /** A row. */
        public static Place row(String source, long row) {
            return new Place(source, row, "", "");
        }

        /** A column of this row (or of the file, for row 0). */
        public Place field(String field) {
            return new Place(source, row, field, code);
        }

        /** This place, known by its code too. */
        public Place code(String code) {
            return new Place(source, row, field, code);
        }
    }
}

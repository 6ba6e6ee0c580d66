package org.onemap.crs;

/**
 * A fault in what a source is said to be in, found by looking at its numbers. Nothing is put right by it: the import is
 * refused and the user decides. Immutable.
 *
 * @param kind what is wrong
 * @param certain whether the numbers exclude what is declared; else it is only likely, and a user who has named the
 *     system on the command line is believed
 * @param message what was found, with the numbers
 * @param hint what to do
 */
public record CrsDiagnosis(Kind kind, boolean certain, String message, String hint) {

    /** What can be wrong. */
    public enum Kind {
        /** Latitude or northing stands first. */
        SWAPPED_AXES,
        /** Eastings begin with a zone number that is not declared, or with another one. */
        ZONE_PREFIX_FOUND,
        /** A zone number is declared, but the eastings do not begin with it. */
        ZONE_PREFIX_MISSING,
        /** Metres are declared, but the numbers are degrees. */
        DEGREES_NOT_METRES,
        /** Degrees are declared, but the numbers are metres. */
        METRES_NOT_DEGREES,
        /** The numbers are no positions at all. */
        OUT_OF_RANGE,
        /** The data lie where GCJ-02, BD-09 or WGS 84 would put them, not the declared datum. */
        OTHER_DATUM
    }

    /** Message and hint as one sentence for an issue. */
    public String sentence() {
        return message + "; " + hint;
    }
}

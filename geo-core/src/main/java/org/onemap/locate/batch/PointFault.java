package org.onemap.locate.batch;

/** Why a row has no answer. The words stand in the answer in its place. */
public enum PointFault {
    /** No longitude. */
    LON_MISSING("lon is missing"),
    /** No latitude. */
    LAT_MISSING("lat is missing"),
    /** The longitude is no decimal number, or not a number. */
    LON_NO_NUMBER("lon is no number"),
    /** The latitude is no decimal number, or not a number. */
    LAT_NO_NUMBER("lat is no number"),
    /** Longitude beyond the antimeridian. */
    LON_OUT_OF_RANGE("lon is not within -180 and 180"),
    /** Latitude beyond the poles. */
    LAT_OUT_OF_RANGE("lat is not within -90 and 90"),
    /** No position as it stands, but one the other way round. */
    SWAPPED("lat is not within -90 and 90; the other way round it would be a position: longitude comes first"),
    /** No position as it stands, but inside the other way round. */
    SWAPPED_INSIDE("lat is not within -90 and 90; the other way round it would lie inside: longitude comes first"),
    /** Projected numbers where the projection is not defined. */
    NOT_IN_CRS("the numbers are no position in this coordinate reference system"),
    /** Nobody says what the numbers mean. */
    COORDSYS_MISSING("coordsys is missing: wgs84, cgcs2000, gcj02 or bd09"),
    /** What the numbers are said to mean is not known. */
    COORDSYS_UNKNOWN("coordsys is none of wgs84, cgcs2000, gcj02, bd09"),
    /** An accuracy that is no length. */
    ACCURACY_UNUSABLE("the accuracy is no number of metres above 0 and up to 5000"),
    /** A quoted cell without an end. */
    QUOTE_NOT_CLOSED("a quote is opened and never closed"),
    /** More cells than the header has names. */
    TOO_MANY_CELLS("more cells than the header has"),
    /** A row longer than any honest one. */
    TOO_LONG("the row is too long"),
    /** Not the JSON object, or pair of numbers, that a row is. */
    MALFORMED("the row is no JSON object with lon and lat, and no pair [lon, lat]");

    private static final PointFault[] ALL = values();

    private final String text;

    PointFault(String text) {
        this.text = text;
    }

    /** A clause for the reader, in ASCII. */
    public String text() {
        return text;
    }

    /** Its number among answers: negative, where those of {@link DivisionAnswers} are not. */
    @SuppressWarnings("EnumOrdinal") // the number never leaves the process
    public int answer() {
        return -1 - ordinal();
    }

    /** The fault of a negative answer. */
    public static PointFault ofAnswer(int answer) {
        return ALL[-1 - answer];
    }
}

package org.onemap.ingest.locate;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.onemap.locate.batch.PointCrs;

/**
 * What a user says of the rows. Immutable.
 *
 * @param crs what the numbers mean
 * @param position which columns hold the position
 * @param text how the rows are written
 * @param columns what is added; empty for all levels that the store has
 * @param prefix what the names of the added columns begin with
 */
public record LocateOptions(PointCrs crs, Position position, Text text, List<String> columns, String prefix) {

    public LocateOptions {
        columns = List.copyOf(columns);
    }

    /**
     * Which columns hold the position.
     *
     * @param lon the longitude or easting; empty to recognise it by its name
     * @param lat the latitude or northing
     * @param accuracy the radius in metres within which 68 % of such positions lie
     */
    public record Position(Optional<String> lon, Optional<String> lat, Optional<String> accuracy) {}

    /**
     * How the rows are written.
     *
     * @param format empty to see it from the first character
     * @param charset empty for UTF-8 or GB18030, as it fits the first row
     * @param delimiter empty for the most frequent in the first row
     */
    public record Text(Optional<Format> format, Optional<Charset> charset, Optional<Character> delimiter) {}

    /** What a row is. */
    public enum Format {
        /** Cells between delimiters, names in the first row. */
        CSV,
        /** A JSON object in a line. */
        NDJSON
    }
}

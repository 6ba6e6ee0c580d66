package org.onemap.locate.batch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.crs.Coordsys;

/**
 * Points in a CSV. Its first row names the columns; where it is a row of numbers instead, longitude and latitude are the
 * first two. A column {@code coordsys} says for each row what its numbers mean.
 */
public final class CsvPoints implements PointReader {

    private static final int LON = 0;
    private static final int LAT = 1;
    private static final int COORDSYS = 2;

    private final ByteWindow window;
    private final Optional<Charset> charset;
    private final boolean rowsSayCoordsys;
    private Optional<CsvRows> layout = Optional.empty();
    private int columns;
    private boolean hasCoordsys;

    /**
     * Reads points from a window.
     *
     * @param charset of the names of the columns; else UTF-8 or GB18030, as it fits
     * @param rowsSayCoordsys whether a column {@code coordsys} must be there, because nobody else says it
     */
    public CsvPoints(ByteWindow window, Optional<Charset> charset, boolean rowsSayCoordsys) {
        this.window = window;
        this.charset = charset;
        this.rowsSayCoordsys = rowsSayCoordsys;
    }

    @Override
    public boolean read(PointBatch batch) throws IOException {
        batch.clear();
        if (layout.isEmpty()) {
            Optional<CsvHead> head = CsvHead.read(window, charset, Optional.empty());
            if (head.isEmpty()) {
                return false;
            }
            layout = Optional.of(begin(head.get()));
        }
        CsvRows rows = layout.get();
        while (!batch.isFull()) {
            int from = window.from();
            if (rows.scan(window.bytes(), from, window.limit(), window.ended())) {
                if (rows.contentEnd() > from) {
                    add(rows, batch);
                }
                window.release(rows.end());
            } else if (window.ended()) {
                break;
            } else if (window.isFull()) {
                passOver(rows);
                batch.add(PointFault.TOO_LONG);
            } else {
                window.more();
            }
        }
        return batch.size() > 0;
    }

    private CsvRows begin(CsvHead head) {
        window.release(head.isData() ? head.start() : head.end());
        columns = head.names().size();
        List<String> names = head.names();
        PointColumns found =
                head.isData() ? new PointColumns(0, 1) : PointColumns.find(names, Optional.empty(), Optional.empty());
        int coordsys = head.isData() ? -1 : names.indexOf("coordsys");
        hasCoordsys = coordsys >= 0;
        if (rowsSayCoordsys && !hasCoordsys) {
            throw new InvalidInput("nobody says what the numbers mean: give the parameter coordsys, one of wgs84,"
                    + " cgcs2000, gcj02, bd09, or a column coordsys");
        }
        return new CsvRows(head.delimiter(), found.lon(), found.lat(), coordsys);
    }

    private void passOver(CsvRows rows) throws IOException {
        do {
            window.release(window.limit());
            window.more();
        } while (!rows.scan(window.bytes(), window.from(), window.limit(), window.ended()) && !window.ended());
        window.release(rows.end());
    }

    private void add(CsvRows rows, PointBatch batch) {
        byte[] bytes = window.bytes();
        if (rows.isQuoteOpen()) {
            batch.add(PointFault.QUOTE_NOT_CLOSED);
        } else if (rows.cells() > columns) {
            batch.add(PointFault.TOO_MANY_CELLS);
        } else if (isEmpty(rows, LON)) {
            batch.add(PointFault.LON_MISSING);
        } else if (isEmpty(rows, LAT)) {
            batch.add(PointFault.LAT_MISSING);
        } else {
            double lon = Decimals.parse(bytes, rows.start(LON), rows.end(LON));
            double lat = Decimals.parse(bytes, rows.start(LAT), rows.end(LAT));
            if (!hasCoordsys || isEmpty(rows, COORDSYS)) {
                batch.add(lon, lat);
            } else {
                addWithCoordsys(batch, lon, lat, text(bytes, rows.start(COORDSYS), rows.end(COORDSYS)));
            }
        }
    }

    /** Adds a row that says itself what its numbers mean. */
    static void addWithCoordsys(PointBatch batch, double lon, double lat, String coordsys) {
        Optional<Coordsys> known = known(coordsys);
        if (known.isPresent()) {
            batch.add(lon, lat, known.get());
        } else {
            batch.add(PointFault.COORDSYS_UNKNOWN);
        }
    }

    private static Optional<Coordsys> known(String text) {
        try {
            return Optional.of(Coordsys.parse(text.toLowerCase(Locale.ROOT)));
        } catch (InvalidInput e) {
            return Optional.empty();
        }
    }

    private static boolean isEmpty(CsvRows rows, int slot) {
        return !rows.has(slot) || rows.start(slot) == rows.end(slot);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}

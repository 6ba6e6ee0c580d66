package org.onemap.ingest.locate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.locate.batch.ByteWindow;
import org.onemap.locate.batch.CsvHead;
import org.onemap.locate.batch.CsvRows;
import org.onemap.locate.batch.Decimals;
import org.onemap.locate.batch.PointBatch;
import org.onemap.locate.batch.PointColumns;
import org.onemap.locate.batch.PointFault;

/** Rows of a table. A row with too few cells is filled up, so that what is added stands under its name. */
final class CsvRowFormat implements RowFormat {

    private static final int LON = 0;
    private static final int LAT = 1;
    private static final int ACCURACY = 2;

    private final ByteWindow window;
    private final CsvHead head;
    private final AddedColumns added;
    private final String prefix;
    private final CsvRows rows;
    private final boolean withAccuracy;
    private final AnswerBytes values;

    private CsvRowFormat(ByteWindow window, CsvHead head, LocateOptions options, AddedColumns added) {
        this.window = window;
        this.head = head;
        this.added = added;
        this.prefix = options.prefix();
        LocateOptions.Position position = options.position();
        PointColumns columns = PointColumns.find(head.names(), position.lon(), position.lat());
        this.withAccuracy = position.accuracy().isPresent();
        int accuracy = position.accuracy()
                .map(name -> PointColumns.exactly(head.names(), name))
                .orElse(-1);
        this.rows = new CsvRows(head.delimiter(), columns.lon(), columns.lat(), accuracy);
        this.values = new AnswerBytes(answer -> bytes(cells(valuesOf(answer))));
    }

    /**
     * Looks at the first row.
     *
     * @return empty for an empty stream
     * @throws InvalidInput if it has no names, no position, or a name that is to be added
     */
    static Optional<RowFormat> open(ByteWindow window, LocateOptions options, AddedColumns added) throws IOException {
        Optional<CsvHead> head =
                CsvHead.read(window, options.text().charset(), options.text().delimiter());
        if (head.isEmpty()) {
            return Optional.empty();
        }
        requireNames(head.get());
        CsvRowFormat format = new CsvRowFormat(window, head.get(), options, added);
        for (String name : format.names()) {
            if (head.get().names().contains(name)) {
                throw new InvalidInput("the rows have a column '" + name
                        + "' already; name the added ones otherwise with --prefix, or choose them with --columns");
            }
        }
        return Optional.of(format);
    }

    private static void requireNames(CsvHead head) {
        if (head.isData()) {
            throw new InvalidInput("the first row is a row of numbers (" + String.join(", ", head.names())
                    + "); a row of column names must stand above the data, add one");
        }
        boolean trailing = head.delimiter() == '|' && !head.charset().name().equals("UTF-8");
        if (trailing) {
            throw new InvalidInput("in " + head.charset().name()
                    + " a bar can be a part of a character; save the table as UTF-8 or with another delimiter");
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        added.words().forEach(word -> names.add(prefix + word));
        if (withAccuracy) {
            names.add(prefix + AddedColumns.PROBABILITY);
            names.add(prefix + AddedColumns.ALTERNATIVES);
        }
        names.add(prefix + AddedColumns.NOTE);
        return names;
    }

    @Override
    public void begin(RowOutput out) throws IOException {
        byte[] bytes = window.bytes();
        out.write(bytes, window.from(), head.contentEnd());
        out.write(bytes(cells(names())));
        if (head.end() > head.contentEnd()) {
            out.write(bytes, head.contentEnd(), head.end());
        } else {
            out.write('\n');
        }
        window.release(head.end());
    }

    @Override
    public boolean read(RowBlock block) throws IOException {
        block.clear();
        PointBatch points = block.points;
        int at = window.from();
        while (!points.isFull()) {
            boolean last = window.ended();
            if (rows.scan(window.bytes(), at, window.limit(), last)) {
                add(block, at);
                at = rows.end();
            } else if (last || points.size() > 0) {
                break;
            } else if (window.isFull()) {
                throw new CorruptData("a row is longer than " + (window.limit() - at)
                        + " bytes; this is no table, or its line ends are lost");
            } else {
                window.more();
                at = window.from();
            }
        }
        // the bytes stay where they are until the next call asks for more
        window.release(at);
        return points.size() > 0;
    }

    private void add(RowBlock block, int from) {
        block.at(from, rows.contentEnd(), rows.end());
        int row = block.points.size();
        byte[] bytes = window.bytes();
        if (rows.contentEnd() == from) {
            block.missing[row] = -1;
            block.points.add(PointFault.LON_MISSING);
            return;
        }
        if (rows.isQuoteOpen()) {
            block.points.add(PointFault.QUOTE_NOT_CLOSED);
            return;
        }
        block.missing[row] = Math.max(0, head.names().size() - rows.cells());
        if (rows.cells() > head.names().size()) {
            block.points.add(PointFault.TOO_MANY_CELLS);
        } else if (isEmpty(LON)) {
            block.points.add(PointFault.LON_MISSING);
        } else if (isEmpty(LAT)) {
            block.points.add(PointFault.LAT_MISSING);
        } else {
            block.points.add(
                    Decimals.parse(bytes, rows.start(LON), rows.end(LON)),
                    Decimals.parse(bytes, rows.start(LAT), rows.end(LAT)));
        }
        if (withAccuracy && !isEmpty(ACCURACY)) {
            double accuracy = Decimals.parse(bytes, rows.start(ACCURACY), rows.end(ACCURACY));
            block.accuracyM[row] = Double.isNaN(accuracy) ? Double.POSITIVE_INFINITY : accuracy;
        }
    }

    private boolean isEmpty(int slot) {
        return !rows.has(slot) || rows.start(slot) == rows.end(slot);
    }

    @Override
    public void write(RowBlock block, int row, int answer, Uncertainty uncertainty, RowOutput out) throws IOException {
        byte[] bytes = window.bytes();
        if (block.isBlank(row)) {
            out.write(bytes, block.start[row], block.end[row]);
            return;
        }
        out.write(bytes, block.start[row], block.contentEnd[row]);
        for (int i = 0; i < block.missing[row]; i++) {
            out.write(head.delimiter());
        }
        out.write(values.of(answer));
        if (withAccuracy) {
            String note = uncertainty.note().isEmpty() ? added.note(answer) : uncertainty.note();
            out.write(bytes(cells(List.of(uncertainty.probability(), uncertainty.alternatives(), note))));
        }
        if (block.end[row] == block.contentEnd[row] + 1) {
            out.write((char) bytes[block.contentEnd[row]]); // a line feed
        } else {
            out.write(bytes, block.contentEnd[row], block.end[row]);
        }
    }

    /** All values, but where the accuracy has something to say the note follows it. */
    private List<String> valuesOf(int answer) {
        List<String> found = new ArrayList<>(added.values(answer));
        if (!withAccuracy) {
            found.add(added.note(answer));
        }
        return found;
    }

    /** Cells with the delimiter before each. */
    private String cells(List<String> cells) {
        StringBuilder text = new StringBuilder();
        cells.forEach(value -> text.append(head.delimiter()).append(cell(value)));
        return text.toString();
    }

    private String cell(String value) {
        boolean plain = value.chars().noneMatch(c -> c == head.delimiter() || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private byte[] bytes(String text) {
        return text.getBytes(head.charset());
    }
}

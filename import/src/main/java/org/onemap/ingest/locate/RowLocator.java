package org.onemap.ingest.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.locate.LocateLevel;
import org.onemap.locate.Locator;
import org.onemap.locate.batch.BatchLocator;
import org.onemap.locate.batch.ByteOrderMark;
import org.onemap.locate.batch.ByteWindow;
import org.onemap.locate.batch.JsonMembers;
import org.onemap.locate.batch.PointBatch;

/** Adds to each row of a stream the divisions that its position lies in. Used by one thread at a time. */
public final class RowLocator {

    /** A longer row is none. */
    private static final int LONGEST_ROW = 64 << 20;

    private final Locator all;
    private final Locator locator;
    private final LocateOptions options;
    private final LocateListener listener;

    /** Locates with the divisions of this locator. */
    public RowLocator(Locator locator, LocateOptions options, LocateListener listener) {
        this.all = locator;
        this.locator = narrowed(locator, options.columns());
        this.options = options;
        this.listener = listener;
    }

    /** Asks no level for nothing: only those wanted, what stands above them, and the one that decides what is outside. */
    private static Locator narrowed(Locator locator, List<String> wanted) {
        if (wanted.isEmpty()) {
            return locator;
        }
        Set<String> needed = new HashSet<>();
        wanted.forEach(word -> needed.add(AddedColumns.level(word)));
        locator.answeringLevel().ifPresent(needed::add);
        List<LocateLevel> levels = new ArrayList<>(locator.levels());
        Collections.reverse(levels); // from the bottom up, so that parents come after their children
        List<LocateLevel> kept = new ArrayList<>();
        for (LocateLevel level : levels) {
            if (needed.contains(level.layer().name())) {
                level.layer().parentLayer().ifPresent(needed::add);
                kept.add(0, level);
            }
        }
        return Locator.of(kept);
    }

    /**
     * Reads all rows and writes them with what is added; neither stream is closed.
     *
     * @throws InvalidInput if the rows have no position, or names that are to be added; nothing is written then
     * @throws IOException if a stream fails
     */
    public LocateCounts run(InputStream in, OutputStream out) throws IOException {
        CountedInput counted = new CountedInput(in);
        ByteWindow window = new ByteWindow(counted, LONGEST_ROW);
        BatchLocator batches = BatchLocator.of(locator);
        AddedColumns added = AddedColumns.of(options.columns(), all, batches.answers());
        Optional<RowFormat> format = open(window, added);
        if (format.isEmpty()) {
            return LocateCounts.NONE;
        }
        RowOutput output = new RowOutput(out);
        format.get().begin(output);
        LocateCounts counts = new Pass(format.get(), batches, added, output).run(counted);
        output.flush();
        return counts;
    }

    private Optional<RowFormat> open(ByteWindow window, AddedColumns added) throws IOException {
        LocateOptions.Format format =
                options.text().format().isPresent() ? options.text().format().get() : look(window);
        return format == LocateOptions.Format.NDJSON
                ? JsonRowFormat.open(window, options, added)
                : CsvRowFormat.open(window, options, added);
    }

    private static LocateOptions.Format look(ByteWindow window) throws IOException {
        int mark = ByteOrderMark.length(window, "UTF-8 or GBK");
        int at = JsonMembers.afterSpace(window.bytes(), window.from() + mark, window.limit());
        while (at == window.limit() && window.more()) {
            at = JsonMembers.afterSpace(window.bytes(), window.from() + mark, window.limit());
        }
        if (at < window.limit() && window.bytes()[at] == '[') {
            throw new InvalidInput("this is one JSON array; give its elements as lines, for instance by jq -c '.[]'");
        }
        return at < window.limit() && window.bytes()[at] == '{'
                ? LocateOptions.Format.NDJSON
                : LocateOptions.Format.CSV;
    }

    /** One way through the rows. */
    private final class Pass {

        private final RowFormat format;
        private final BatchLocator batches;
        private final AddedColumns added;
        private final RowOutput out;
        private final Uncertainties uncertainties;
        private long rows;
        private long outside;
        private long marked;

        private Pass(RowFormat format, BatchLocator batches, AddedColumns added, RowOutput out) {
            this.format = format;
            this.batches = batches;
            this.added = added;
            this.out = out;
            this.uncertainties = new Uncertainties(locator);
        }

        private LocateCounts run(CountedInput in) throws IOException {
            RowBlock block = new RowBlock();
            int[] answers = new int[PointBatch.CAPACITY];
            boolean withAccuracy = options.position().accuracy().isPresent();
            while (format.read(block)) {
                block.points.toCgcs2000(options.crs());
                batches.locate(block.points, answers, 0);
                for (int row = 0; row < block.points.size(); row++) {
                    Uncertainty uncertainty =
                            withAccuracy ? uncertainties.of(block, row, answers[row]) : Uncertainty.NONE;
                    format.write(block, row, answers[row], uncertainty, out);
                    count(block, row, answers[row]);
                }
                listener.progress(rows, in.count());
                if (in.available() == 0) {
                    out.flush(); // whoever follows a growing file sees each row when it comes
                }
            }
            return new LocateCounts(rows, rows - outside - marked, outside, marked);
        }

        private void count(RowBlock block, int row, int answer) {
            if (!block.isBlank(row)) {
                rows++;
                marked += answer < 0 ? 1 : 0;
                outside += added.isOutside(answer) ? 1 : 0;
            }
        }
    }
}

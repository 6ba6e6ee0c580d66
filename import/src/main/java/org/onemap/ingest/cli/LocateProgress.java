package org.onemap.ingest.cli;

import java.util.OptionalLong;
import org.onemap.ingest.locate.LocateListener;

/** Shows how far {@code onemap locate} is. Confined to one thread. */
final class LocateProgress implements LocateListener, AutoCloseable {

    private static final long LOOK_EVERY_ROWS = 1 << 14;

    private final ProgressLine line;
    private final OptionalLong size;
    private long lookedAt;

    /**
     * Begins to show.
     *
     * @param screenFree whether nothing else is written to the terminal meanwhile
     * @param size how many bytes there are, if that is known
     */
    LocateProgress(Console console, boolean screenFree, OptionalLong size) {
        this.line = new ProgressLine(console, screenFree, new ProgressLine.Task("locate", "rows"));
        this.size = size;
    }

    @Override
    public void progress(long rows, long bytes) {
        if (rows - lookedAt >= LOOK_EVERY_ROWS) {
            lookedAt = rows;
            line.show(
                    rows, size.isPresent() ? Math.min(1, bytes / (double) Math.max(1, size.getAsLong())) : Double.NaN);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}

package org.onemap.ingest.cli;

import java.util.Locale;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.onemap.ingest.locate.LocateListener;

/**
 * Shows on standard error how far {@code onemap locate} is: on a terminal a bar of bytes where the size is known, of rows
 * where it is not; elsewhere a plain line every few seconds. Confined to one thread.
 */
final class LocateProgress implements LocateListener, AutoCloseable {

    private static final long LINE_EVERY_NS = 5_000_000_000L;
    private static final long LOOK_EVERY_ROWS = 1 << 16;

    private final Console console;
    private final OptionalLong size;
    private final @Nullable ProgressBar bar;
    private final long startNs = System.nanoTime();
    private long nextLineNs = startNs + LINE_EVERY_NS;
    private long lookedAt;

    LocateProgress(Console console, OptionalLong size) {
        this.console = console;
        this.size = size;
        this.bar = console.terminal() ? bar(size) : null;
    }

    private static ProgressBar bar(OptionalLong size) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("locate")
                .setInitialMax(size.orElse(-1))
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .showSpeed()
                .setUpdateIntervalMillis(200);
        return (size.isPresent() ? builder.setUnit(" MB", 1_000_000) : builder.setUnit(" rows", 1)).build();
    }

    @Override
    public void progress(long rows, long bytes) {
        if (rows - lookedAt < LOOK_EVERY_ROWS) {
            return;
        }
        lookedAt = rows;
        if (bar != null) {
            bar.stepTo(size.isPresent() ? bytes : rows);
            return;
        }
        long now = System.nanoTime();
        if (now >= nextLineNs) {
            nextLineNs = now + LINE_EVERY_NS;
            console.err().println(line(rows, bytes, (now - startNs) / 1e9));
            console.err().flush();
        }
    }

    private String line(long rows, long bytes, double seconds) {
        String done = size.isPresent()
                ? String.format(Locale.ROOT, ", %d %%", 100 * bytes / Math.max(1, size.getAsLong()))
                : "";
        return String.format(Locale.ROOT, "locate: %,d rows, %,d rows/s%s", rows, Math.round(rows / seconds), done);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

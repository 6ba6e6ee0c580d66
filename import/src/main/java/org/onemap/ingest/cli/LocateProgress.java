package org.onemap.ingest.cli;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.onemap.ingest.locate.LocateListener;

/**
 * Shows on standard error how far {@code onemap locate} is. On a terminal one line that is written over itself and gone at
 * the end: rows, speed, and where the size is known a bar with the rest of the time. Elsewhere a plain line every few
 * seconds. What is done within half a second shows nothing. Confined to one thread.
 */
final class LocateProgress implements LocateListener, AutoCloseable {

    private static final long LINE_EVERY_NS = 5_000_000_000L;
    private static final long BAR_AFTER_NS = 500_000_000L;
    private static final long LOOK_EVERY_ROWS = 1 << 14;

    private final Console console;
    private final boolean drawn;
    private final OptionalLong size;
    private final long startNs = System.nanoTime();
    private long nextLineNs = startNs + LINE_EVERY_NS;
    private long lookedAt;
    private @Nullable TerminalLine screen;

    /**
     * Begins to show.
     *
     * @param screenFree whether nothing else is written to the terminal meanwhile
     * @param size how many bytes there are, if that is known
     */
    LocateProgress(Console console, boolean screenFree, OptionalLong size) {
        this.console = console;
        this.drawn = console.terminal() && screenFree;
        this.size = size;
    }

    @Override
    public void progress(long rows, long bytes) {
        if (rows - lookedAt < LOOK_EVERY_ROWS) {
            return;
        }
        lookedAt = rows;
        long now = System.nanoTime();
        if (drawn) {
            draw(bytes, now);
        } else if (now >= nextLineNs) {
            nextLineNs = now + LINE_EVERY_NS;
            console.err().println(line(rows, bytes, (now - startNs) / 1e9));
            console.err().flush();
        }
    }

    private void draw(long bytes, long now) {
        if (screen == null && now - startNs > BAR_AFTER_NS) {
            screen = new TerminalLine(console.err());
        }
        if (screen != null) {
            double done = size.isPresent() ? Math.min(1, bytes / (double) size.getAsLong()) : Double.NaN;
            screen.draw(now, width -> bar(done, lookedAt, (now - startNs) / 1e9, width));
        }
    }

    /**
     * The line on a terminal.
     *
     * @param done share of the work, 0 to 1; not a number if nobody knows
     * @param width how many columns there are; the bar takes what the words leave, and the words are cut
     */
    static String bar(double done, long rows, double seconds, int width) {
        String said = said(rows, seconds);
        if (!Double.isNaN(done)) {
            double left = done > 0 ? seconds * (1 - done) / done : 0;
            said += done > 0 ? ", " + left(left) : "";
            int room = Math.min(40, width - said.length() - "locate 100 % ││ ".length());
            if (room >= 5) {
                int full = (int) Math.round(done * room);
                return String.format(Locale.ROOT, "locate %3.0f %% ", 100 * done) + "│" + "█".repeat(full)
                        + " ".repeat(room - full) + "│ " + said;
            }
            said = String.format(Locale.ROOT, "%.0f %%, ", 100 * done) + said;
        }
        String line = "locate: " + said;
        return line.substring(0, Math.max(0, Math.min(line.length(), width)));
    }

    private static String left(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60
                ? whole + " s left"
                : whole < 3600
                        ? String.format(Locale.ROOT, "%d:%02d min left", whole / 60, whole % 60)
                        : String.format(Locale.ROOT, "%d:%02d h left", whole / 3600, whole / 60 % 60);
    }

    private static String said(long rows, double seconds) {
        return String.format(Locale.ROOT, "%,d rows, %,d rows/s", rows, Math.round(rows / Math.max(1e-3, seconds)));
    }

    private String line(long rows, long bytes, double seconds) {
        String done = size.isPresent()
                ? String.format(Locale.ROOT, ", %d %%", 100 * bytes / Math.max(1, size.getAsLong()))
                : "";
        return "locate: " + said(rows, seconds) + done;
    }

    @Override
    public void close() {
        if (screen != null) {
            screen.close();
        }
    }
}

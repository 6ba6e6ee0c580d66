package org.onemap.ingest.cli;

import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Shows on standard error how far something is. On a terminal one line that is written over itself and gone at the end:
 * count, speed, and where the share done is known a bar with the rest of the time. Elsewhere a plain line every few
 * seconds. What is done within half a second shows nothing. Confined to one thread.
 */
final class ProgressLine implements AutoCloseable {

    private static final long LINE_EVERY_NS = 5_000_000_000L;
    private static final long BAR_AFTER_NS = 500_000_000L;

    private final Console console;
    private final boolean drawn;
    private final Task task;
    private final long startNs = System.nanoTime();
    private long nextLineNs = startNs + LINE_EVERY_NS;
    private @Nullable TerminalLine screen;

    /**
     * What is done.
     *
     * @param name what stands at the beginning of the line
     * @param unit what is counted, in the plural
     */
    record Task(String name, String unit) {}

    /**
     * Begins to show.
     *
     * @param screenFree whether nothing else is written to the terminal meanwhile
     */
    ProgressLine(Console console, boolean screenFree, Task task) {
        this.console = console;
        this.drawn = console.terminal() && screenFree;
        this.task = task;
    }

    /**
     * Shows how far it is, unless that was done a moment ago.
     *
     * @param count how many are done
     * @param done share of the work, 0 to 1; not a number if nobody knows
     */
    void show(long count, double done) {
        long now = System.nanoTime();
        double seconds = (now - startNs) / 1e9;
        if (drawn) {
            draw(now, width -> bar(task, done, count, seconds, width));
        } else if (now >= nextLineNs) {
            nextLineNs = now + LINE_EVERY_NS;
            console.err().println(plain(task, done, count, seconds));
            console.err().flush();
        }
    }

    private void draw(long now, IntFunction<String> text) {
        if (screen == null && now - startNs > BAR_AFTER_NS) {
            screen = new TerminalLine(console.err());
        }
        if (screen != null) {
            screen.draw(now, text);
        }
    }

    /**
     * The line on a terminal.
     *
     * @param done share of the work, 0 to 1; not a number if nobody knows
     * @param width how many columns there are; the bar takes what the words leave, and the words are cut
     */
    static String bar(Task task, double done, long count, double seconds, int width) {
        String said = said(task, count, seconds);
        if (!Double.isNaN(done)) {
            said += rest(done, seconds);
            int room = Math.min(40, width - said.length() - task.name().length() - " 100 % ││ ".length());
            if (room >= 5) {
                int full = (int) Math.round(done * room);
                return task.name() + String.format(Locale.ROOT, " %3.0f %% ", 100 * done) + "│" + "█".repeat(full)
                        + " ".repeat(room - full) + "│ " + said;
            }
            said = String.format(Locale.ROOT, "%.0f %%, ", 100 * done) + said;
        }
        String line = task.name() + ": " + said;
        return line.substring(0, Math.max(0, Math.min(line.length(), width)));
    }

    /** The line elsewhere. */
    static String plain(Task task, double done, long count, double seconds) {
        String share =
                Double.isNaN(done) ? "" : String.format(Locale.ROOT, ", %.0f %%", 100 * done) + rest(done, seconds);
        return task.name() + ": " + said(task, count, seconds) + share;
    }

    private static String said(Task task, long count, double seconds) {
        return String.format(
                Locale.ROOT,
                "%,d %s, %,d %s/s",
                count,
                task.unit(),
                Math.round(count / Math.max(1e-3, seconds)),
                task.unit());
    }

    private static String rest(double done, double seconds) {
        if (!(done > 0)) {
            return "";
        }
        long whole = Math.round(seconds * (1 - done) / done);
        return whole < 60
                ? ", " + whole + " s left"
                : whole < 3600
                        ? String.format(Locale.ROOT, ", %d:%02d min left", whole / 60, whole % 60)
                        : String.format(Locale.ROOT, ", %d:%02d h left", whole / 3600, whole / 60 % 60);
    }

    @Override
    public void close() {
        if (screen != null) {
            screen.close();
        }
    }
}

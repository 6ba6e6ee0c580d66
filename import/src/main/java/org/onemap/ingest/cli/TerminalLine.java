package org.onemap.ingest.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * A line on the terminal that is written over itself and wiped at the end. It asks {@code stty} for the width: a terminal
 * library would take the signals for itself, and Ctrl-C would end the process without its shutdown hooks. Confined to one
 * thread.
 */
final class TerminalLine implements AutoCloseable {

    private static final int USUAL_WIDTH = 80;
    private static final long DRAW_EVERY_NS = 200_000_000L;
    private static final String WIPE_REST = "\u001b[K";

    private final PrintWriter err;
    private final int width;
    private long nextNs = Long.MIN_VALUE;

    /** A line on standard error, which is a terminal; nothing is drawn yet. */
    TerminalLine(PrintWriter err) {
        this.err = err;
        this.width = width();
    }

    /** Draws the line anew, unless that was done a moment ago; the text takes the width that it may have. */
    void draw(long nowNs, IntFunction<String> text) {
        if (nowNs >= nextNs) {
            nextNs = nowNs + DRAW_EVERY_NS;
            // the last column stays free: some terminals go on to the next line when it is filled
            err.print("\r" + text.apply(width - 1) + WIPE_REST);
            err.flush();
        }
    }

    private static int width() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = stty.getInputStream()) {
                String[] size = new String(out.readNBytes(40), StandardCharsets.US_ASCII)
                        .strip()
                        .split(" ", 2);
                boolean ended = stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0;
                return ended && size.length == 2 ? Math.max(2, Integer.parseInt(size[1])) : USUAL_WIDTH;
            }
        } catch (IOException | NumberFormatException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }

    @Override
    public void close() {
        err.print("\r" + WIPE_REST);
        err.flush();
    }
}

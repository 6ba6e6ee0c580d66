package org.onemap.ingest.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.onemap.geoserver.PublishListener;
import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.tiles.TileJobs;

/** Shows what publishing has done, and how far the tiles are: a bar on a terminal, lines in a pipe. One thread. */
final class PublishProgress implements PublishListener, AutoCloseable {

    private static final long LINE_EVERY_MS = 5_000;

    private final Console console;
    private @Nullable ProgressBar bar;
    private long lastLineMs;

    PublishProgress(Console console) {
        this.console = console;
    }

    @Override
    public void done(Change change) {
        console.out().println(change.action().sign() + " " + change.key().words());
        console.out().flush();
    }

    @Override
    public void seeding(String layer, TileJobs.Progress progress) {
        if (console.terminal()) {
            draw(layer, progress);
            return;
        }
        long now = System.currentTimeMillis();
        if (now - lastLineMs >= LINE_EVERY_MS || progress.tasks() == 0) {
            lastLineMs = now;
            console.err().println(line(layer, progress));
            console.err().flush();
        }
    }

    private void draw(String layer, TileJobs.Progress progress) {
        ProgressBar open = bar;
        if (open == null) {
            open = new ProgressBarBuilder()
                    .setTaskName("tiles of " + layer)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUnit(" tiles", 1)
                    .setInitialMax(-1)
                    .build();
            bar = open;
        }
        if (progress.total() > 0) {
            open.maxHint(progress.total());
        }
        open.stepTo(progress.done());
    }

    private static String line(String layer, TileJobs.Progress progress) {
        if (progress.tasks() == 0) {
            return "tiles of " + layer + ": made";
        }
        return String.format(
                Locale.ROOT,
                "tiles of %s: %,d of %,d%s",
                layer,
                progress.done(),
                progress.total(),
                progress.secondsLeft() > 0
                        ? String.format(
                                Locale.ROOT, ", %d:%02d left", progress.secondsLeft() / 60, progress.secondsLeft() % 60)
                        : "");
    }

    @Override
    public void close() {
        ProgressBar open = bar;
        if (open != null) {
            open.close();
            bar = null;
        }
    }
}

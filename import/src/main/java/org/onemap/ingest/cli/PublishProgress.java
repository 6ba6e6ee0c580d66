package org.onemap.ingest.cli;

import org.jspecify.annotations.Nullable;
import org.onemap.geoserver.PublishListener;
import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.tiles.TileJobs;

/** Shows what publishing has done, and how far the tiles are. One thread. */
final class PublishProgress implements PublishListener, AutoCloseable {

    private final Console console;
    private @Nullable ProgressLine line;
    private String layer = "";

    PublishProgress(Console console) {
        this.console = console;
    }

    @Override
    public void done(Change change) {
        close();
        console.out().println(change.action().sign() + " " + change.key().words());
        console.out().flush();
    }

    @Override
    public void seeding(String ofLayer, TileJobs.Progress progress) {
        if (progress.tasks() == 0) {
            close();
            console.err().println("tiles of " + ofLayer + ": made");
            console.err().flush();
            return;
        }
        ProgressLine shown = line;
        if (shown == null || !layer.equals(ofLayer)) {
            close();
            shown = new ProgressLine(console, true, new ProgressLine.Task("tiles of " + ofLayer, "tiles"));
            line = shown;
            layer = ofLayer;
        }
        shown.show(progress.done(), progress.total() > 0 ? progress.done() / (double) progress.total() : Double.NaN);
    }

    @Override
    public void close() {
        ProgressLine shown = line;
        if (shown != null) {
            shown.close();
            line = null;
        }
    }
}

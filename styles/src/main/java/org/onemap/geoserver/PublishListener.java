package org.onemap.geoserver;

import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.tiles.TileJobs;

/** Hears how publishing goes on. */
public interface PublishListener {

    /** A change has been made and read back. */
    void done(Change change);

    /** The tile cache is making tiles of a layer. */
    void seeding(String layer, TileJobs.Progress progress);

    /** Hears nothing. */
    static PublishListener silent() {
        return new PublishListener() {
            @Override
            public void done(Change change) {}

            @Override
            public void seeding(String layer, TileJobs.Progress progress) {}
        };
    }
}

package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/**
 * The store that a command works on. A store that was made for an import is taken away again unless the import comes to
 * its end, so that a refusal leaves nothing behind. Confined to one thread.
 */
final class OpenedStore implements AutoCloseable {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private final Store store;

    /** What this command has made; empty if the store was there. */
    private final Optional<StoreLocation> made;

    private final boolean elsewhere;
    private boolean temporary;

    private OpenedStore(Store store, Optional<StoreLocation> made, boolean elsewhere) {
        this.store = store;
        this.made = made;
        this.elsewhere = elsewhere;
        this.temporary = made.isPresent();
    }

    /**
     * Opens a store that is there.
     *
     * @throws NotFound if it is not
     */
    static OpenedStore existing(String location) {
        return new OpenedStore(Stores.open(StoreLocation.parse(location), CLOCK), Optional.empty(), false);
    }

    /** Opens a store for an import and makes it if it is missing; a dry run makes it elsewhere. */
    static OpenedStore forImport(String location, boolean dryRun) {
        StoreLocation wanted = StoreLocation.parse(location);
        boolean file = wanted.engine() == StoreLocation.Engine.GEOPACKAGE;
        if (file && Files.exists(wanted.file())) {
            return new OpenedStore(Stores.openOrCreate(wanted, CLOCK), Optional.empty(), false);
        }
        try {
            return existing(location);
        } catch (NotFound e) {
            return dryRun
                    ? elsewhere()
                    : new OpenedStore(Stores.openOrCreate(wanted, CLOCK), Optional.of(wanted), false);
        }
    }

    private static OpenedStore elsewhere() {
        try {
            Path file = Files.createTempDirectory("onemap-dry-run").resolve("dry-run.gpkg");
            StoreLocation location = StoreLocation.parse(file.toString());
            return new OpenedStore(Stores.openOrCreate(location, CLOCK), Optional.of(location), true);
        } catch (IOException e) {
            throw new StoreUnavailable("no folder for temporary files: " + e.getMessage(), e);
        }
    }

    Store store() {
        return store;
    }

    /** Keeps what was made for the import. */
    void keep() {
        temporary = false;
    }

    @Override
    public void close() {
        boolean remove = temporary && store.changeNumber() == 0;
        store.close();
        if (remove) {
            made.ifPresent(Stores::removeEmpty);
        }
        if (elsewhere) {
            made.map(location -> location.file().getParent()).ifPresent(OpenedStore::delete);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new StoreUnavailable("the folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }
}

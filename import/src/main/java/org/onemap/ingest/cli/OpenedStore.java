package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/**
 * The store that a command works on. A store file that was made for an import is taken away again unless the import
 * comes to its end, so that a refusal leaves nothing behind; of a database at most the empty tables of a store stay.
 * Confined to one thread.
 */
final class OpenedStore implements AutoCloseable {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

    private final Store store;

    /** The file that this command has made; empty if the store was there, or is a database. */
    private final Optional<Path> made;

    private final boolean elsewhere;
    private boolean temporary;

    private OpenedStore(Store store, Optional<Path> made, boolean elsewhere) {
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
        if (wanted.engine() == StoreLocation.Engine.POSTGIS) {
            return dryRun
                    ? dryRun(wanted)
                    : new OpenedStore(Stores.openOrCreate(wanted, CLOCK), Optional.empty(), false);
        }
        boolean missing = !Files.exists(wanted.file());
        if (missing && dryRun) {
            return elsewhere();
        }
        Store store = Stores.openOrCreate(wanted, CLOCK);
        return new OpenedStore(store, missing ? Optional.of(wanted.file()) : Optional.empty(), false);
    }

    /** A dry run writes nothing, not even the empty tables of a store. */
    private static OpenedStore dryRun(StoreLocation database) {
        try {
            return new OpenedStore(Stores.open(database, CLOCK), Optional.empty(), false);
        } catch (NotFound e) {
            return elsewhere();
        }
    }

    private static OpenedStore elsewhere() {
        try {
            Path file = Files.createTempDirectory("onemap-dry-run").resolve("dry-run.gpkg");
            Store store = Stores.openOrCreate(StoreLocation.parse(file.toString()), CLOCK);
            return new OpenedStore(store, Optional.of(file), true);
        } catch (IOException e) {
            throw new StoreUnavailable("no folder for temporary files: " + e.getMessage(), e);
        }
    }

    Store store() {
        return store;
    }

    /** Keeps a file that was made for the import. */
    void keep() {
        temporary = false;
    }

    @Override
    public void close() {
        boolean remove = temporary && store.changeNumber() == 0;
        store.close();
        if (remove && made.isPresent()) {
            COMPANIONS.forEach(suffix -> delete(Path.of(made.get() + suffix)));
        }
        if (elsewhere) {
            made.map(Path::getParent).ifPresent(OpenedStore::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreUnavailable("the empty store " + file + " cannot be removed: " + e.getMessage(), e);
        }
    }
}

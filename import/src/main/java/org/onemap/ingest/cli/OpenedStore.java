package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.geopackage.GeoPackageStore;

/**
 * The store that a command works on. A store file that was made for an import is taken away again unless the import
 * comes to its end, so that a refusal leaves nothing behind. Confined to one thread.
 */
final class OpenedStore implements AutoCloseable {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

    private final Store store;
    private final Path file;
    private final boolean elsewhere;
    private boolean temporary;

    private OpenedStore(Path file, Store store, boolean temporary, boolean elsewhere) {
        this.file = file;
        this.elsewhere = elsewhere;
        this.store = store;
        this.temporary = temporary;
    }

    /**
     * Opens a store that is there.
     *
     * @throws NotFound if it is not
     */
    static OpenedStore existing(String location) {
        Path file = file(location);
        if (!Files.exists(file)) {
            throw new NotFound("there is no store " + file + "; 'onemap import FILE --store " + file + "' makes one");
        }
        return new OpenedStore(file, GeoPackageStore.open(file, CLOCK), false, false);
    }

    /** Opens a store for an import and makes it if it is missing; a dry run makes it elsewhere. */
    static OpenedStore forImport(String location, boolean dryRun) {
        Path wanted = file(location);
        boolean missing = !Files.exists(wanted);
        Path file = missing && dryRun ? elsewhere() : wanted;
        return new OpenedStore(file, GeoPackageStore.openOrCreate(file, CLOCK), missing, missing && dryRun);
    }

    private static Path elsewhere() {
        try {
            return Files.createTempDirectory("onemap-dry-run").resolve("dry-run.gpkg");
        } catch (IOException e) {
            throw new StoreUnavailable("no folder for temporary files: " + e.getMessage(), e);
        }
    }

    private static Path file(String location) {
        StoreLocation parsed = StoreLocation.parse(location);
        if (parsed.engine() == StoreLocation.Engine.POSTGIS) {
            throw new InvalidInput(
                    parsed + ": PostgreSQL stores are not in this version; give the path of a .gpkg file to --store");
        }
        return parsed.file();
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
        if (remove) {
            COMPANIONS.forEach(suffix -> delete(Path.of(file + suffix)));
        }
        Path folder = file.getParent();
        if (elsewhere && folder != null) {
            delete(folder);
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

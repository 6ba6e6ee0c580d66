package org.onemap.store.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.geopackage.GeoPackageStore;
import org.onemap.store.postgis.PostgisStore;

/** Opens stores, whatever their engine. Stateless, thread-safe. */
public final class Stores {

    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

    private Stores() {}

    /**
     * Opens a store that is there.
     *
     * @throws NotFound if there is none; the message says how to make one
     * @throws InvalidInput if what is there is no store of onemap, or one of a newer version
     * @throws CorruptData if it is damaged
     * @throws StoreUnavailable if it cannot be reached now
     */
    public static Store open(StoreLocation location) {
        return open(location, Clock.systemUTC());
    }

    /** The same with a clock that says when scheduled changes fall due; its zone does not matter. */
    public static Store open(StoreLocation location, Clock clock) {
        return location.engine() == StoreLocation.Engine.POSTGIS
                ? PostgisStore.open(location, clock)
                : GeoPackageStore.open(location.file(), clock);
    }

    /** Opens a store; one that is missing is made, with the last folder of its path. Throws as {@link #open} does. */
    public static Store openOrCreate(StoreLocation location) {
        return openOrCreate(location, Clock.systemUTC());
    }

    /** The same with a clock that says when scheduled changes fall due; its zone does not matter. */
    public static Store openOrCreate(StoreLocation location, Clock clock) {
        return location.engine() == StoreLocation.Engine.POSTGIS
                ? PostgisStore.openOrCreate(location, clock)
                : GeoPackageStore.openOrCreate(location.file(), clock);
    }

    /**
     * Takes away a store, not open any more, that was made for something that came to nothing. A file is deleted whatever is
     * in it; of a database goes only a store that nothing was ever loaded into.
     */
    public static void removeEmpty(StoreLocation location) {
        if (location.engine() == StoreLocation.Engine.POSTGIS) {
            boolean unused = PostgisStore.removeEmpty(location);
            return;
        }
        for (String suffix : COMPANIONS) {
            try {
                Files.deleteIfExists(Path.of(location.file() + suffix));
            } catch (IOException e) {
                throw new StoreUnavailable(
                        "the empty store " + location.file() + " cannot be removed: " + e.getMessage(), e);
            }
        }
    }
}

package org.onemap.store.geopackage;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.onemap.store.Store;
import org.onemap.store.StoreChangeContract;
import org.onemap.store.StoreColumnContract;
import org.onemap.store.StoreDraftContract;
import org.onemap.store.StoreProcessContract;
import org.onemap.store.StoreReadContract;
import org.onemap.store.StoreTimeContract;

/** The store contract on real GeoPackage files. */
class GeoPackageStoreTest {

    private static Store open(Path folder, Clock clock) {
        return GeoPackageStore.openOrCreate(folder.resolve("store.gpkg"), clock);
    }

    @Nested
    class Changes extends StoreChangeContract {
        @Override
        protected Store openStore(Path folder, Clock clock) {
            return open(folder, clock);
        }
    }

    @Nested
    class Times extends StoreTimeContract {
        @Override
        protected Store openStore(Path folder, Clock clock) {
            return open(folder, clock);
        }
    }

    @Nested
    class Drafts extends StoreDraftContract {
        @Override
        protected Store openStore(Path folder, Clock clock) {
            return open(folder, clock);
        }
    }

    @Nested
    class Reads extends StoreReadContract {
        @Override
        protected Store openStore(Path folder, Clock clock) {
            return open(folder, clock);
        }
    }

    @Nested
    class Columns extends StoreColumnContract {
        @Override
        protected Store openStore(Path folder, Clock clock) {
            return open(folder, clock);
        }
    }

    @Nested
    class Processes extends StoreProcessContract {
        @Override
        protected Store openStore(Path folder, Clock clock) {
            return open(folder, clock);
        }
    }
}

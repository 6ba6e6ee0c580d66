package org.onemap.store.postgis;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.onemap.store.Store;
import org.onemap.store.StoreChangeContract;
import org.onemap.store.StoreColumnContract;
import org.onemap.store.StoreDraftContract;
import org.onemap.store.StoreLocation;
import org.onemap.store.StoreProcessContract;
import org.onemap.store.StoreReadContract;
import org.onemap.store.StoreTimeContract;

/** The store contract on a real PostGIS: a schema for each test. */
class PostgisStoreTest {

    private static PostgisCluster.Database database;

    @BeforeAll
    static void makeDatabase() {
        database = PostgisCluster.shared().newDatabase();
    }

    /** The same folder is the same store. */
    private static Store open(Path folder, Clock clock) {
        String schema = "s" + Integer.toHexString(folder.toString().hashCode());
        return PostgisStore.openOrCreate(StoreLocation.parse(database.url(schema)), clock);
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

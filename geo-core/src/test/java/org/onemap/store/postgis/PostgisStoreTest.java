package org.onemap.store.postgis;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.onemap.store.Store;
import org.onemap.store.StoreChangeContract;
import org.onemap.store.StoreColumnContract;
import org.onemap.store.StoreDamageContract;
import org.onemap.store.StoreDraftContract;
import org.onemap.store.StoreLocation;
import org.onemap.store.StoreMergeContract;
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
    private static String schema(Path folder) {
        return "s" + Integer.toHexString(folder.toString().hashCode());
    }

    private static Store open(Path folder, Clock clock) {
        return PostgisStore.openOrCreate(StoreLocation.parse(database.url(schema(folder))), clock);
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

    @Nested
    class Merges extends StoreMergeContract {
        @Override
        protected Store openStore(Path folder, Clock clock) {
            return open(folder, clock);
        }
    }

    @Nested
    class Damages extends StoreDamageContract {
        @Override
        protected Store openStore(Path folder, Clock clock) {
            return open(folder, clock);
        }

        @Override
        protected void damage(String sql) throws SQLException {
            database.execute("SET search_path = " + schema(folder) + ", public; " + sql);
        }

        @Override
        protected String sqlOf(String word) {
            return switch (word) {
                case "drop-spatial-index" -> "DROP INDEX onemap_grid_geom";
                case "spoil-spatial-index" ->
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = to_regclass('onemap_grid_geom')";
                case "spoil-geometry" -> """
                    DO $$ DECLARE one text; BEGIN
                      FOR one IN SELECT conname FROM pg_constraint WHERE conrelid = 'grid'::regclass AND contype = 'c' LOOP
                        EXECUTE 'ALTER TABLE grid DROP CONSTRAINT ' || quote_ident(one);
                      END LOOP;
                    END $$;
                    UPDATE grid SET geom = ST_SetSRID(ST_MakePoint(113, 34), 4490) WHERE oid = 22""";
                default -> throw new IllegalArgumentException(word);
            };
        }
    }
}

package org.onemap.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.onemap.store.Store;
import org.onemap.store.StoreChangeContract;
import org.onemap.store.StoreColumnContract;
import org.onemap.store.StoreDamageContract;
import org.onemap.store.StoreDraftContract;
import org.onemap.store.StoreMergeContract;
import org.onemap.store.StoreProcessContract;
import org.onemap.store.StoreReadContract;
import org.onemap.store.StoreTimeContract;
import org.sqlite.Function;

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

        /** The triggers of the R-tree do not compile without their functions. */
        @Override
        protected void damage(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store.gpkg"));
                    Statement statement = connection.createStatement()) {
                for (String name : List.of("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")) {
                    Function.create(connection, name, new Function() {
                        @Override
                        protected void xFunc() throws SQLException {
                            result(0);
                        }
                    });
                }
                for (String one : sql.split(";")) {
                    statement.execute(one);
                }
            }
        }

        @Override
        protected String sqlOf(String word) {
            return switch (word) {
                case "drop-spatial-index" -> "DROP TRIGGER rtree_grid_geom_delete";
                case "spoil-spatial-index" ->
                    "UPDATE rtree_grid_geom SET minx = minx + 1, maxx = maxx + 1 WHERE id = 22";
                case "spoil-geometry" -> "UPDATE grid SET geom = X'4750' WHERE oid = 22";
                default -> throw new IllegalArgumentException(word);
            };
        }
    }
}

package org.onemap.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.onemap.store.postgis.PostgisCluster.Database;

/** The test server itself. */
class PostgisClusterTest {

    @Test
    void givesEachCallerAnEmptyDatabaseWithPostgis() throws Exception {
        Database first = PostgisCluster.shared().newDatabase();
        Database second = PostgisCluster.shared().newDatabase();
        first.execute("CREATE TABLE only_here (geom geometry(Point, 4490))");
        try (Connection connection = second.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT postgis_lib_version(), to_regclass('only_here')")) {
            row.next();
            assertThat(row.getString(1)).startsWith("3.");
            assertThat(row.getString(2)).isNull();
        }
    }
}

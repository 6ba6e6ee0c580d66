package org.onemap.locate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.io.WKBWriter;
import org.onemap.store.postgis.PostgisCluster;

/** The same question asked of PostGIS: {@code min(code)} of all that {@code ST_Covers} a position. Confined to one thread. */
final class PostgisJoin implements AutoCloseable {

    /** Position by position: the R-tree of the divisions is asked for each. */
    private static final String POINT_OUTER = "SELECT p.id, (SELECT min(g.ordinal) FROM division g"
            + " WHERE ST_Covers(g.geom, p.geom)) AS ordinal FROM position p";

    /** Division by division over an R-tree of the positions, each polygon prepared once: the best that the planner finds. */
    private static final String DIVISION_OUTER = "SELECT p.id, min(g.ordinal) AS ordinal FROM division g"
            + " JOIN position p ON ST_Covers(g.geom, p.geom) GROUP BY p.id";

    private static final int BATCH = 5_000;
    private static final int COMPARED = 100_000;

    private final Connection connection;

    private PostgisJoin(Connection connection) {
        this.connection = connection;
    }

    /** Loads divisions, in ascending code. */
    static PostgisJoin over(List<DivisionShape> shapes) throws SQLException {
        PostgisJoin join = new PostgisJoin(PostgisCluster.shared().newDatabase().connect());
        join.execute("CREATE TABLE division (ordinal int, geom geometry)");
        join.execute("SET max_parallel_workers_per_gather = 0; SET jit = off");
        WKBWriter writer = new WKBWriter();
        try (PreparedStatement insert =
                join.connection.prepareStatement("INSERT INTO division VALUES (?, ST_GeomFromWKB(?))")) {
            for (int i = 0; i < shapes.size(); i++) {
                insert.setInt(1, i);
                insert.setBytes(2, writer.write(shapes.get(i).geometry()));
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        join.execute("CREATE INDEX ON division USING gist (geom)");
        join.execute("ANALYZE division");
        return join;
    }

    /** Loads positions in place of those before. */
    PostgisJoin with(double[] lonLatDeg, int count) throws SQLException {
        execute("DROP TABLE IF EXISTS position");
        execute("CREATE TABLE position (id int, geom geometry)");
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO position VALUES (?, ST_MakePoint(?, ?))")) {
            for (int i = 0; i < count; i++) {
                insert.setInt(1, i);
                insert.setDouble(2, lonLatDeg[2 * i]);
                insert.setDouble(3, lonLatDeg[2 * i + 1]);
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        execute("CREATE INDEX ON position USING gist (geom)");
        execute("ANALYZE position");
        return this;
    }

    /** The lowest ordinal for each position, or {@link GridIndex#NONE}. */
    int[] find(int count) throws SQLException {
        int[] found = new int[count];
        Arrays.fill(found, GridIndex.NONE);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DIVISION_OUTER)) {
            while (rows.next()) {
                found[rows.getInt(1)] = rows.getInt(2);
            }
        }
        return found;
    }

    static void compare(List<DivisionShape> shapes, double[] positions) throws SQLException {
        try (PostgisJoin join = over(shapes).with(positions, COMPARED)) {
            double bestPlan = join.time(DIVISION_OUTER);
            join.execute("SET enable_seqscan = off");
            LookupComparison.say(
                    "PostGIS, ns of the query per position: position by position %.0f, best plan %.0f",
                    join.time(POINT_OUTER), bestPlan);
        }
    }

    private double time(String query) throws SQLException {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            execute("SELECT count(ordinal) FROM (" + query + ") AS answer");
            best = Math.min(best, (System.nanoTime() - start) / (double) COMPARED);
        }
        return best;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package org.onemap.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostGIS for tests, of any module: {@code PostgisCluster.shared().newDatabase()} gives an empty database with the
 * extension in it.
 *
 * <p>The server is the one that {@code ONEMAP_PG_URL} names (a superuser's {@code postgresql://user:password@host:port/db};
 * databases made there are dropped at the end), else a throw-away cluster of the machine's own PostgreSQL, one per
 * virtual machine, gone at its end. Where neither is there, tests are skipped with a loud line; under {@code CI=true} they
 * fail. Thread-safe.
 */
public final class PostgisCluster {

    private static final String TEMPLATE = "onemap_test_template";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static PostgisCluster shared;

    private final Database admin;
    private final List<String> made = new ArrayList<>();

    private PostgisCluster(Database admin) {
        this.admin = admin;
    }

    /**
     * A database on the server.
     *
     * @param host its address
     * @param port its port
     * @param name its name
     * @param user a user who may do everything
     * @param password the user's password
     */
    public record Database(String host, int port, String name, String user, String password) {

        /** What {@code --store} takes, with the password. */
        public String url() {
            return "postgresql://" + user + ":" + password + "@" + host + ":" + port + "/" + name;
        }

        /** The same for a schema of this name. */
        public String url(String schema) {
            return url() + "?schema=" + schema;
        }

        /** A connection of its own. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + name, user, password);
        }

        /** Runs one statement. */
        public void execute(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        Database named(String other) {
            return new Database(host, port, other, user, password);
        }
    }

    /** The server that all tests of this virtual machine share; skips or fails the test if there is none. */
    public static synchronized PostgisCluster shared() {
        if (shared == null) {
            String url = System.getenv("ONEMAP_PG_URL");
            if (url != null) {
                shared = new PostgisCluster(parse(URI.create(url)));
            } else {
                require();
                shared = new PostgisCluster(PostgisServer.start().admin());
            }
            shared.prepare();
        }
        return shared;
    }

    /** Skips the test loudly, or fails it under CI, where this machine has no PostgreSQL with PostGIS. */
    public static void require() {
        boolean there = PostgisServer.isInstalled();
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("CI needs postgresql with postgis, or ONEMAP_PG_URL")
                .isTrue();
        assumeTrue(
                there,
                "SKIPPED: PostgreSQL with PostGIS is missing; install postgresql-*-postgis-3 or set ONEMAP_PG_URL");
    }

    private static Database parse(URI url) {
        String[] user = url.getUserInfo().split(":", 2);
        int port = url.getPort() < 0 ? 5432 : url.getPort();
        return new Database(url.getHost(), port, url.getPath().substring(1), user[0], user.length > 1 ? user[1] : "");
    }

    private void prepare() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::dropAll, "onemap-test-databases"));
        makeTemplate();
    }

    /** CREATE EXTENSION takes half a second, a copy of a database that has it a tenth. */
    private void makeTemplate() {
        String name = TEMPLATE + "_" + ProcessHandle.current().pid();
        try {
            admin.execute("CREATE DATABASE " + name);
            made.add(name);
            admin.named(name).execute("CREATE EXTENSION postgis");
        } catch (SQLException e) {
            throw new IllegalStateException("the test server cannot make databases: " + e.getMessage(), e);
        }
    }

    /** A new database with the extension postgis and nothing else in it. */
    public synchronized Database newDatabase() {
        String name = "onemap_test_" + ProcessHandle.current().pid() + "_" + NAMES.incrementAndGet();
        try {
            admin.execute("CREATE DATABASE " + name + " TEMPLATE " + made.get(0));
        } catch (SQLException e) {
            throw new IllegalStateException("no new database: " + e.getMessage(), e);
        }
        made.add(name);
        return admin.named(name);
    }

    /** The database in which others are made, without the extension. */
    public Database admin() {
        return admin;
    }

    private synchronized void dropAll() {
        if (System.getenv("ONEMAP_PG_URL") == null) {
            return; // the whole cluster goes
        }
        for (String name : made) {
            try {
                admin.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            } catch (SQLException e) {
                System.err.println("test database " + name + " is left: " + e.getMessage());
            }
        }
    }
}

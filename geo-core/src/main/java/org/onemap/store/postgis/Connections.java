package org.onemap.store.postgis;

import static org.onemap.store.sql.Session.quote;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to one store. Immutable, thread-safe. */
final class Connections {

    /** Every plan fits its parameters: a generic one cannot know how large a box is. */
    private static final String READER = "-c plan_cache_mode=force_custom_plan"
            + " -c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read";

    private static final String CONNECT_TIMEOUT_S = "5";
    private static final String FETCH_ROWS = "500";
    private static final long VALIDATION_MS = 1_000;

    private final PostgisUrl url;
    private final String searchPath;

    /** @param extensionSchema where PostGIS lies */
    Connections(PostgisUrl url, String extensionSchema) {
        this.url = url;
        this.searchPath = quote(url.schema()) + ", " + quote(extensionSchema);
    }

    /** A connection that may write; the caller closes it. */
    Connection open() throws SQLException {
        return open(url, properties());
    }

    /** A connection before it is known where PostGIS lies. */
    static Connection openPlain(PostgisUrl url) throws SQLException {
        return open(url, login(url));
    }

    private static Connection open(PostgisUrl url, Properties properties) throws SQLException {
        return DriverManager.getConnection(url.jdbcUrl(), properties);
    }

    private static Properties login(PostgisUrl url) {
        Properties properties = new Properties();
        url.user().ifPresent(user -> properties.setProperty("user", user));
        url.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "onemap");
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    private Properties properties() {
        Properties properties = login(url);
        properties.setProperty("currentSchema", searchPath);
        properties.setProperty("stringtype", "unspecified"); // dates and moments are bound as texts
        properties.setProperty("defaultRowFetchSize", FETCH_ROWS); // rows come in portions, inside a transaction
        properties.setProperty("prepareThreshold", "-1"); // binary from the first time: geometries half as long
        return properties;
    }

    /** The connections that readers share. */
    HikariDataSource readers() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("onemap-" + url.schema());
        config.setJdbcUrl(url.jdbcUrl());
        Properties properties = properties();
        properties.setProperty("options", READER);
        // a layer may get another shape between two requests, and a kept statement would fail then
        properties.setProperty("preparedStatementCacheQueries", "0");
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(url.pool().size());
        config.setMinimumIdle(Math.min(2, url.pool().size()));
        config.setConnectionTimeout(Math.max(250, url.pool().patience().toMillis()));
        config.setValidationTimeout(
                Math.max(250, Math.min(VALIDATION_MS, url.pool().patience().toMillis())));
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }
}

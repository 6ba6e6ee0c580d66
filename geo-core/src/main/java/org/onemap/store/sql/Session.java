package org.onemap.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Layer;

/** A connection inside a transaction, with the engine that it belongs to. Confined to one thread. */
public final class Session {

    private final Engine engine;
    private final Connection connection;

    public Session(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** The engine of the connection. */
    public Engine engine() {
        return engine;
    }

    /** The connection. */
    public Connection connection() {
        return connection;
    }

    /** The tables of a layer. */
    public LayerTable table(Layer layer) {
        return new LayerTable(engine, layer);
    }

    /** Prepares a statement; the caller closes it. */
    public PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Runs a statement. */
    public void execute(String sql) throws SQLException {
        execute(connection, sql);
    }

    /** Runs a statement on a connection that is no session yet. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs one statement with these parameters and returns how many rows it changed. */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** The first column of the first row as a number; the default if there is no row or it is null. */
    public long number(long otherwise, String sql, Object... parameters) throws SQLException {
        return number(connection, otherwise, sql, parameters);
    }

    /** The same on a connection that is no session. */
    public static long number(Connection connection, long otherwise, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return otherwise;
                }
                long value = row.getLong(1);
                return row.wasNull() ? otherwise : value;
            }
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** A name as SQL writes it, whatever characters it holds. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as SQL writes it. */
    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}

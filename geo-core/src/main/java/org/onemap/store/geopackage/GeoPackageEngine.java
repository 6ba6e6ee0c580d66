package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.onemap.store.sql.ColumnForms;
import org.onemap.store.sql.Engine;
import org.onemap.store.sql.LayerForms;
import org.onemap.store.sql.Session;

/** SQLite behind the port: WAL snapshots for readers, the file's own lock for writers. Thread-safe. */
final class GeoPackageEngine implements Engine {

    private final Sqlite db;
    private final ReaderPool pool;
    private final Connection poll;
    private final PreparedStatement asked;
    private final ColumnForms columns = new GeoPackageColumns();
    private final LayerForms layers = new GeoPackageLayers();

    GeoPackageEngine(Sqlite db) throws SQLException {
        this.db = db;
        this.pool = new ReaderPool(db);
        this.poll = db.openReader();
        this.asked = poll.prepareStatement(Poll.SQL);
    }

    @Override
    public String location() {
        return db.file().toString();
    }

    @Override
    public ColumnForms columns() {
        return columns;
    }

    @Override
    public LayerForms layers() {
        return layers;
    }

    @Override
    public Session beginRead() throws SQLException {
        Connection connection = pool.take();
        try {
            Session.execute(connection, "BEGIN");
            return new Session(this, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void endRead(Session session) throws SQLException {
        pool.giveBack(session.connection());
    }

    @Override
    public Session beginWrite() throws SQLException {
        Connection connection = db.openWriter();
        try {
            Session.execute(connection, "BEGIN IMMEDIATE");
            return new Session(this, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.execute("COMMIT");
    }

    /** SQLite takes back what was not committed when the connection is closed. */
    @Override
    public void endWrite(Session session) throws SQLException {
        session.connection().close();
    }

    @Override
    public Poll poll() {
        synchronized (poll) {
            try (ResultSet row = asked.executeQuery()) {
                return Poll.read(row);
            } catch (SQLException e) {
                throw db.failure(e);
            }
        }
    }

    @Override
    public RuntimeException failure(SQLException e) {
        return db.failure(e);
    }

    @Override
    public void close() {
        try {
            pool.close();
            synchronized (poll) {
                asked.close();
                poll.close();
            }
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }
}

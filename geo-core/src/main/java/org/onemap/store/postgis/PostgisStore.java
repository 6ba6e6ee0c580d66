package org.onemap.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.sql.SqlStore;

/**
 * Opens stores that are one schema of a PostGIS database; any number of servers and commands may have it open.
 *
 * <p>Readers share a pool ({@code pool=} connections, 10 by default) and wait for one at most {@code waitMs=} (2,000 by
 * default). Writers wait up to ten seconds for one another.
 */
public final class PostgisStore {

    private PostgisStore() {}

    /**
     * Opens a store that is there.
     *
     * @throws NotFound if there is no such database, or no store in its schema
     * @throws InvalidInput if the user is not let in, or server, extension or store do not fit this program
     * @throws StoreUnavailable if the server cannot be reached
     */
    public static Store open(StoreLocation location, Clock clock) {
        return open(location, clock, false);
    }

    /** Opens a store; where the schema is missing or empty it is made. Throws as {@link #open(StoreLocation, Clock)}. */
    public static Store openOrCreate(StoreLocation location, Clock clock) {
        return open(location, clock, true);
    }

    private static Store open(StoreLocation location, Clock clock, boolean create) {
        PostgisUrl url = PostgisUrl.parse(location.text(), System.getenv());
        try {
            return new SqlStore(new PostgisEngine(url, StoreSchema.prepare(url, create)), clock);
        } catch (SQLException e) {
            throw new Failures(url).explain(e);
        }
    }

    /**
     * Takes a store away that nothing was ever loaded into: its tables, and its schema if a store made it. Other stores, and
     * what is no store, stay as they are; so do the roles, which belong to the server.
     *
     * @return whether it was taken away
     */
    public static boolean removeEmpty(StoreLocation location) {
        PostgisUrl url = PostgisUrl.parse(location.text(), System.getenv());
        try (Connection connection = Connections.openPlain(url)) {
            connection.setAutoCommit(false);
            PostgisEngine.lockForWriting(connection, url);
            boolean removed = StoreSchema.dropEmpty(url, connection);
            connection.commit();
            return removed;
        } catch (SQLException e) {
            throw new Failures(url).explain(e);
        }
    }
}

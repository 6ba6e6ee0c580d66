package org.onemap.store.geopackage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.sql.SqlStore;

/**
 * Opens stores that are one GeoPackage file. Other processes may have the same file open.
 *
 * <p>Readers get a snapshot each (WAL) and never wait. Writers wait up to ten seconds for one another. A change that a
 * call of {@link ChangeSetWriter#commit} reported survives a killed process; after a power cut the last one may be
 * missing, whole.
 */
public final class GeoPackageStore {

    private static final int WAIT_MS = 10_000;

    private GeoPackageStore() {}

    /**
     * Opens a store that is there.
     *
     * @throws NotFound if there is no such file
     * @throws InvalidInput if the file is not a store of onemap, or one of a newer version
     * @throws CorruptData if it is damaged
     * @throws StoreUnavailable if it cannot be read now
     */
    public static Store open(Path file, Clock clock) {
        Sqlite db = new Sqlite(file, WAIT_MS);
        try {
            StoreFile.check(db);
            return new SqlStore(new GeoPackageEngine(db), clock);
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    /** Opens a store and makes it first if there is no file; the last folder of its path is made too. */
    public static Store openOrCreate(Path file, Clock clock) {
        Sqlite db = new Sqlite(file, WAIT_MS);
        try {
            StoreFile.createIfMissing(db);
        } catch (SQLException e) {
            throw db.failure(e);
        }
        return open(file, clock);
    }
}

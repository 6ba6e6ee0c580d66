package org.onemap.store.sql;

import java.sql.SQLException;

/**
 * Takes new rows for a blank layer, faster than one statement per row. The caller does not use the session between the
 * first {@link #put} and {@link #finish}, except for reading. Confined to one thread.
 */
public interface BulkLoad {

    /** Takes a row. */
    void put(StoredRow row) throws SQLException;

    /** Writes the rest and makes the indexes; nothing the second time. */
    void finish() throws SQLException;

    /** Stops what runs beside, so that the transaction can be rolled back. */
    void abandon();
}

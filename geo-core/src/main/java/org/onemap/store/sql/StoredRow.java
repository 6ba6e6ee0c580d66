package org.onemap.store.sql;

/**
 * A row of a layer's table or history.
 *
 * @param oid permanent id
 * @param validFrom first day of validity, ISO form
 * @param changeSet number of the change set that wrote it
 * @param row what it says
 */
public record StoredRow(long oid, String validFrom, long changeSet, Row row) {}

package org.onemap.store.sql;

import java.sql.SQLException;
import org.onemap.feature.Layer;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/** Takes the rows of one layer in one change set. Confined to one thread. */
interface LayerLoad {

    /** Takes a row and says what became of it. */
    Outcome put(Row row) throws SQLException;

    /** Takes the current row of this row's key out and says what became of it. */
    Outcome retire(Row key) throws SQLException;

    /** Puts a row in the place of the current row of another key and says what became of it. */
    Outcome recode(Row key, Row row) throws SQLException;

    /** Ends the load: the rows that were not named, indexes, extent. */
    Counts finish() throws SQLException;

    /** Gives up what the load holds; the transaction is rolled back by its owner. */
    void abandon() throws SQLException;

    /**
     * What a load works on.
     *
     * @param session the session of the transaction
     * @param entry the layer as it is stored
     * @param mode what happens to rows that are not named
     * @param stamp what the rows are marked with
     */
    record Task(Session session, Catalog.Entry entry, Mode mode, Stamp stamp) {

        Layer layer() {
            return entry.layer();
        }

        LayerTable table() {
            return session.table(entry.layer());
        }

        ChangeLog log() throws SQLException {
            return new ChangeLog(session, stamp.changeNumber(), entry.id());
        }
    }

    /**
     * What the rows of one change set are marked with.
     *
     * @param changeSet number of the change set
     * @param changeNumber the change number at which readers see the rows
     * @param validFrom their first day, ISO form
     * @param oids gives permanent ids
     */
    record Stamp(long changeSet, long changeNumber, String validFrom, Oids oids) {

        StoredRow mark(long oid, Row row) {
            return new StoredRow(oid, validFrom, changeSet, row);
        }
    }

    /** Gives oids, each once in the life of the store. Confined to one thread. */
    final class Oids {

        private final ChangeRecords records;
        private long last;

        Oids(ChangeRecords records) throws SQLException {
            this.records = records;
            this.last = records.sequence("oid");
        }

        long next() {
            return ++last;
        }

        /** Gives none up to this one any more: another program may have given itself some. */
        void passOver(long taken) {
            last = Math.max(last, taken);
        }

        /** Writes down which oids were given. */
        void save() throws SQLException {
            records.setSequence("oid", last);
        }
    }
}

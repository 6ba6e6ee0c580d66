package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.store.FeatureQuery;

/**
 * The rows of one table in ascending oid, one in memory at a time. A box is compared with the exact box of the geometry,
 * since spatial indexes round; where that leaves too few rows for a page, the next ones are asked for. Confined to one
 * thread.
 */
public final class RowCursor implements AutoCloseable {

    private static final int GEOMETRY_COLUMN = 7;

    private final LayerTable table;
    private final Session session;
    private final String sql;
    private final Condition condition;
    private final @Nullable Envelope box;
    private final int wanted;
    private PreparedStatement statement;
    private ResultSet rows;
    private int asked;
    private int seen;
    private long lastOid;
    private @Nullable StoredRow next;

    /**
     * Which of the rows are wanted.
     *
     * @param afterOid rows up to this oid are left out
     * @param limit how many rows the caller will take at most
     * @param box where they must lie
     */
    record Page(long afterOid, int limit, Optional<Envelope> box) {

        static final Page FIRST = new Page(Long.MIN_VALUE, 1, Optional.empty());

        static Page of(FeatureQuery query) {
            long after = query.afterOid() > 0 ? query.afterOid() : Long.MIN_VALUE;
            return new Page(after, query.limit(), query.box());
        }
    }

    /**
     * Opens the cursor on its first row.
     *
     * @param from the table, quoted: the layer's or its history
     */
    RowCursor(Session session, LayerTable table, String from, Condition condition, Page page) throws SQLException {
        this.session = session;
        this.table = table;
        this.condition = condition;
        this.box = page.box().orElse(null);
        this.wanted = page.limit();
        this.lastOid = page.afterOid();
        this.sql = "SELECT " + table.selected() + " FROM " + from;
        this.statement = ask();
        try {
            rows = statement.executeQuery();
            advance();
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** One row more than wanted, so that taking the last one does not ask again. */
    private PreparedStatement ask() throws SQLException {
        asked = wanted == Integer.MAX_VALUE ? wanted : wanted + 1;
        seen = 0;
        Condition page = condition.copy();
        if (lastOid > Long.MIN_VALUE) {
            page.and("oid > ?", lastOid);
        }
        String limit = asked == Integer.MAX_VALUE ? "" : " LIMIT " + asked;
        PreparedStatement prepared = session.prepare(sql + page.sql() + " ORDER BY oid" + limit);
        try {
            page.bind(prepared);
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    /** Number of rows of a condition whose exact box meets this one, by looking at each. */
    public static long countMeeting(Session session, LayerTable table, String from, Condition condition, Envelope box)
            throws SQLException {
        Page all = new Page(Long.MIN_VALUE, Integer.MAX_VALUE, Optional.of(box));
        long count = 0;
        try (RowCursor rows = new RowCursor(session, table, from, condition, all)) {
            while (rows.peek() != null) {
                count++;
                rows.advance();
            }
        }
        return count;
    }

    /** The row to be taken next; null at the end. */
    @Nullable
    StoredRow peek() {
        return next;
    }

    /** Goes on to the next row. */
    void advance() throws SQLException {
        next = null;
        while (next == null && nextRow()) {
            if (box == null) {
                next = table.read(rows);
            } else {
                byte[] geometry = rows.getBytes(GEOMETRY_COLUMN);
                if (meets(geometry)) {
                    next = table.read(rows, geometry);
                }
            }
        }
    }

    private boolean nextRow() throws SQLException {
        if (!rows.next()) {
            if (seen < asked) {
                return false;
            }
            statement.close();
            statement = ask();
            rows = statement.executeQuery();
            if (!rows.next()) {
                return false;
            }
        }
        seen++;
        lastOid = rows.getLong(1);
        return true;
    }

    private boolean meets(byte @Nullable [] geometry) {
        Envelope found = geometry == null ? null : session.engine().columns().envelope(geometry);
        return found != null && box != null && box.intersects(found);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}

package org.onemap.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.onemap.CorruptData;
import org.onemap.store.Store;

/**
 * Looks whether a store agrees with itself: codes, intervals of validity, records, the log, numbers, spatial indexes and
 * geometries. Reads only, in one picture. At most {@value #MOST} problems of one kind are named in a layer. Stateless.
 *
 * <p>Intervals of one oid neither overlap nor leave a gap: a thing that is retired never comes back under its oid.
 */
public final class StoreCheck {

    static final int MOST = 20;

    private final Session session;
    private final List<StoreProblem> problems = new ArrayList<>();

    private StoreCheck(Session session) {
        this.session = session;
    }

    /** What contradicts itself; empty for a sound store. */
    public static List<StoreProblem> check(Store store) {
        Engine engine = ((SqlStore) store).engine();
        try {
            Session session = engine.beginRead();
            try {
                return new StoreCheck(session).all();
            } finally {
                engine.endRead(session);
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    private List<StoreProblem> all() throws SQLException {
        numbers();
        records();
        for (Catalog.Entry entry : new Catalog(session).stored()) {
            LayerCheck check = new LayerCheck(session, entry);
            try {
                check.run();
            } catch (CorruptData e) {
                check.add("geometry", "", String.valueOf(e.getMessage()));
            }
            problems.addAll(check.problems());
        }
        return problems;
    }

    private void add(String check, String place, String message) {
        problems.add(new StoreProblem(check, "", place, message));
    }

    private void numbers() throws SQLException {
        ChangeRecords records = new ChangeRecords(session);
        long change = records.sequence("change");
        long last = session.number(
                0,
                "SELECT max(n) FROM (SELECT number AS n FROM onemap_change_set UNION ALL"
                        + " SELECT applied_as FROM onemap_change_set) AS numbers");
        if (last > change) {
            add("sequence", "change", "the last number given is " + change + ", but change set " + last + " is there");
        }
        long applied = records.applied();
        long shown = session.number(0, "SELECT coalesce(max(applied_as), 0) FROM onemap_change_set");
        if (applied != shown) {
            add("sequence", "applied", "readers see change " + applied + ", but the last one applied is " + shown);
        }
        long oid = records.sequence("oid");
        for (Catalog.Entry entry : new Catalog(session).stored()) {
            LayerTable table = session.table(entry.layer());
            for (String one : List.of(table.table(), table.history())) {
                long most = session.number(0, "SELECT coalesce(max(oid), 0) FROM " + one);
                if (most > oid) {
                    add("sequence", "oid", "the last oid given is " + oid + ", but " + one + " has " + most);
                }
            }
        }
    }

    private void records() throws SQLException {
        long orphans = session.number(
                0,
                "SELECT count(*) FROM onemap_change_layer l WHERE NOT EXISTS"
                        + " (SELECT 1 FROM onemap_change_set s WHERE s.number = l.change_set)");
        if (orphans > 0) {
            add("records", "", orphans + " counts of change sets that are not there");
        }
        long ahead = session.number(
                0,
                "SELECT count(*) FROM onemap_change_log WHERE change_number >"
                        + " (SELECT value FROM onemap_sequence WHERE name = 'applied')");
        if (ahead > 0) {
            add("log", "", ahead + " lines of the change log lie ahead of the change that readers see");
        }
        long nowhere = session.number(
                0,
                "SELECT count(*) FROM onemap_change_log g WHERE NOT EXISTS"
                        + " (SELECT 1 FROM onemap_layer l WHERE l.id = g.layer_id AND l.staged_by = 0)");
        if (nowhere > 0) {
            add("log", "", nowhere + " lines of the change log belong to no layer");
        }
    }
}

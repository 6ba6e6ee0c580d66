package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.code.CodeFault;
import org.onemap.code.CodeScheme;
import org.onemap.code.CodeSchemes;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;

/** Looks whether one layer agrees with itself and with the records. Confined to one thread. */
final class LayerCheck {

    private final Session session;
    private final Catalog.Entry entry;
    private final Layer layer;
    private final LayerTable table;
    private final List<StoreProblem> problems = new ArrayList<>();

    LayerCheck(Session session, Catalog.Entry entry) {
        this.session = session;
        this.entry = entry;
        this.layer = entry.layer();
        this.table = session.table(layer);
    }

    List<StoreProblem> problems() {
        return problems;
    }

    void add(String check, String place, String message) {
        problems.add(new StoreProblem(check, layer.name(), place, message));
    }

    void run() throws SQLException {
        codes();
        if (layer.role() == LayerRole.DIVISION) {
            Optional<CodeScheme> scheme = CodeSchemes.forLayer(layer.name());
            if (scheme.isPresent()) {
                codesBy(scheme.get(), table.table(), "");
                codesBy(scheme.get(), table.history(), "a row of its history: ");
            }
        }
        intervals();
        records();
        log();
        geometries();
        for (String index : table.indexNames()) {
            if (!session.engine().layers().hasIndex(session, index)) {
                add("index", "", "the index " + index + " is missing or invalid");
            }
        }
        if (layer.geometry().isSpatial()) {
            session.engine().layers().checkIndex(session, table, problem -> add("index", "", problem));
        }
    }

    /** Adds a problem for each row of a query, whose first column is the place and whose second goes into the message. */
    private void each(String check, String place, String message, String sql) throws SQLException {
        int found = 0;
        try (PreparedStatement statement = session.prepare(sql + " LIMIT " + (StoreCheck.MOST + 1));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (++found > StoreCheck.MOST) {
                    add(check, "", "and more of these");
                    return;
                }
                add(check, place + " " + rows.getString(1), message.replace("?", String.valueOf(rows.getString(2))));
            }
        }
    }

    private void codes() throws SQLException {
        String now = table.table();
        if (layer.isKeyedByCode()) {
            each(
                    "code",
                    "code",
                    "? current rows have it",
                    "SELECT code, count(*) FROM " + now
                            + " WHERE code IS NOT NULL GROUP BY code HAVING count(*) > 1 ORDER BY code");
        }
        each("code", "oid", "its code is blank", "SELECT oid, 0 FROM " + now + " WHERE trim(code) = '' ORDER BY oid");
        if (layer.role() == LayerRole.DIVISION) {
            each(
                    "code",
                    "oid",
                    "a division without a code",
                    "SELECT oid, 0 FROM " + now + " WHERE code IS NULL ORDER BY oid");
        }
        if (layer.role() != LayerRole.OTHER) {
            each(
                    "code",
                    "oid",
                    "its code ? was retired before under another oid",
                    "SELECT t.oid, t.code FROM " + now + " t WHERE EXISTS (SELECT 1 FROM " + table.history()
                            + " h JOIN onemap_change_set s ON s.number = h.closed_by AND s.kind <> 'UNDO'"
                            + " WHERE h.code = t.code AND h.oid <> t.oid) ORDER BY t.oid");
        }
        each(
                "code",
                "oid",
                "it is there ? times",
                "SELECT oid, count(*) FROM " + now + " GROUP BY oid HAVING count(*) > 1 ORDER BY oid");
    }

    /** Each code has the form that imports ask for; codes that were out of use already are held to it as well. */
    private void codesBy(CodeScheme scheme, String rowsOf, String where) throws SQLException {
        int found = 0;
        try (PreparedStatement statement =
                        session.prepare("SELECT oid, code FROM " + rowsOf + " WHERE code IS NOT NULL ORDER BY oid");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next() && found < StoreCheck.MOST) {
                Optional<CodeFault> fault = scheme.check(rows.getString(2));
                if (fault.isPresent()) {
                    add("code", "oid " + rows.getLong(1), where + fault.get().message());
                    found++;
                }
            }
        }
    }

    private void intervals() throws SQLException {
        each(
                "validity",
                "oid",
                "a row of its history ends before it begins (?)",
                "SELECT oid, valid_from FROM " + table.history() + " WHERE valid_from > valid_to ORDER BY oid");
        String spans = "(SELECT oid, valid_from, valid_to FROM " + table.history()
                + " WHERE valid_from < valid_to UNION ALL SELECT oid, valid_from, CAST(NULL AS "
                + table.openEnd() + ") FROM " + table.table() + ") AS spans";
        String followed =
                "(SELECT oid, valid_to, lead(valid_from) OVER (PARTITION BY oid ORDER BY valid_from, valid_to)"
                        + " AS next_from FROM " + spans + ") AS followed";
        each(
                "validity",
                "oid",
                "two of its rows are valid on ?",
                "SELECT oid, next_from FROM " + followed
                        + " WHERE next_from IS NOT NULL AND (valid_to IS NULL OR next_from < valid_to) ORDER BY oid");
        each(
                "validity",
                "oid",
                "no row is valid from ? until it is there again",
                "SELECT oid, valid_to FROM " + followed + " WHERE next_from > valid_to ORDER BY oid");
    }

    private void records() throws SQLException {
        for (String one : List.of(table.table(), table.history())) {
            each(
                    "records",
                    "oid",
                    "it was written by change set ?, which is not there",
                    "SELECT oid, change_set FROM " + one + " t WHERE NOT EXISTS (SELECT 1 FROM onemap_change_set s"
                            + " WHERE s.number = t.change_set) ORDER BY oid");
        }
        each(
                "records",
                "oid",
                "it was closed by change set ?, which is not there",
                "SELECT oid, closed_by FROM " + table.history()
                        + " t WHERE NOT EXISTS (SELECT 1 FROM onemap_change_set s"
                        + " WHERE s.number = t.closed_by) ORDER BY oid");
    }

    /** Each current row is in the log at the moment at which readers saw it first, by itself or with its whole load. */
    private void log() throws SQLException {
        each(
                "log",
                "oid",
                "its change ? is not in the change log",
                "SELECT t.oid, t.change_set FROM " + table.table() + " t JOIN onemap_change_set s"
                        + " ON s.number = t.change_set WHERE NOT EXISTS (SELECT 1 FROM onemap_change_log g"
                        + " WHERE g.change_number = s.applied_as AND g.layer_id = " + entry.id()
                        + " AND g.oid IN (0, t.oid)) ORDER BY t.oid");
    }

    private void geometries() throws SQLException {
        RowEncoder encoder = new RowEncoder(session.engine(), layer, layer.schema());
        int found = 0;
        try (PreparedStatement statement =
                        session.prepare("SELECT " + table.selected() + " FROM " + table.table() + " ORDER BY oid");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next() && found < StoreCheck.MOST) {
                StoredRow row = table.read(rows);
                try {
                    encoder.toFeature(row).geometry().ifPresent(geometry -> StoredForm.of(layer.geometry(), geometry));
                } catch (CorruptData | org.onemap.InvalidInput e) {
                    add("geometry", "oid " + row.oid(), String.valueOf(e.getMessage()));
                    found++;
                }
            }
        }
    }
}

package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onemap.NotFound;
import org.onemap.feature.FieldType;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSet.Source;

/** The records of the change sets, and the numbers of the store. Confined to the thread of its session. */
final class ChangeRecords {

    private static final String SELECT =
            "SELECT number, kind, state, author, made_at, effective, applied_as, undone_by, note FROM onemap_change_set";

    private final Session session;

    ChangeRecords(Session session) {
        this.session = session;
    }

    long applied() throws SQLException {
        return session.number(0, "SELECT value FROM onemap_sequence WHERE name = 'applied'");
    }

    long sequence(String name) throws SQLException {
        return session.number(0, "SELECT value FROM onemap_sequence WHERE name = ?", name);
    }

    void setSequence(String name, long value) throws SQLException {
        session.update("UPDATE onemap_sequence SET value = ? WHERE name = ?", value, name);
    }

    /** Takes the next number for a change set or for the moment at which a scheduled one is applied. */
    long nextNumber() throws SQLException {
        long number = sequence("change") + 1;
        setSequence("change", number);
        return number;
    }

    List<ChangeSet> list() throws SQLException {
        return select(SELECT + " ORDER BY number DESC");
    }

    /** The scheduled change sets whose day has come, oldest day first. */
    List<ChangeSet> due(LocalDate today) throws SQLException {
        return select(
                SELECT + " WHERE state = 'SCHEDULED' AND effective <= ? ORDER BY effective, number", today.toString());
    }

    ChangeSet get(long number) throws SQLException {
        List<ChangeSet> found = select(SELECT + " WHERE number = ?", number);
        if (!found.isEmpty()) {
            return found.get(0);
        }
        List<ChangeSet> scheduled = select(SELECT + " WHERE applied_as = ?", number);
        String hint = scheduled.isEmpty()
                ? "list them with: onemap changes list"
                : "it is the moment at which the scheduled change set "
                        + scheduled.get(0).number() + " took effect";
        throw new NotFound("there is no change set " + number + "; " + hint);
    }

    private List<ChangeSet> select(String sql, Object... parameters) throws SQLException {
        List<ChangeSet> records = new ArrayList<>();
        try (PreparedStatement statement = session.prepare(sql)) {
            Session.bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(read(rows));
                }
            }
        }
        return records;
    }

    private ChangeSet read(ResultSet rows) throws SQLException {
        long number = rows.getLong(1);
        return new ChangeSet(
                number,
                ChangeSet.Kind.valueOf(rows.getString(2)),
                ChangeSet.State.valueOf(rows.getString(3)),
                rows.getString(4),
                Instant.parse((String)
                        Objects.requireNonNull(session.engine().columns().read(rows, 5, FieldType.DATETIME))),
                LocalDate.parse(rows.getString(6)),
                sources(number),
                counts(number),
                optional(rows, 7),
                optional(rows, 8),
                rows.getString(9));
    }

    private static Optional<Long> optional(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private List<Source> sources(long number) throws SQLException {
        List<Source> sources = new ArrayList<>();
        String sql = "SELECT file, sha256, crs FROM onemap_change_source WHERE change_set = ? ORDER BY position";
        try (PreparedStatement statement = session.prepare(sql)) {
            statement.setLong(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sources.add(new Source(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return sources;
    }

    private Map<String, Counts> counts(long number) throws SQLException {
        Map<String, Counts> counts = new LinkedHashMap<>();
        String sql = "SELECT layer, created, replaced, unchanged, retired FROM onemap_change_layer"
                + " WHERE change_set = ? ORDER BY position";
        try (PreparedStatement statement = session.prepare(sql)) {
            statement.setLong(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(
                            rows.getString(1),
                            new Counts(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
                }
            }
        }
        return counts;
    }

    /** Writes a record over the one of its number, if there is one. */
    void save(ChangeSet record) throws SQLException {
        long number = record.number();
        session.update(
                "INSERT INTO onemap_change_set (number, kind, state, author, made_at, effective, applied_as, undone_by, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET kind = excluded.kind,"
                        + " state = excluded.state, author = excluded.author, made_at = excluded.made_at,"
                        + " effective = excluded.effective, applied_as = excluded.applied_as,"
                        + " undone_by = excluded.undone_by, note = excluded.note",
                number,
                record.kind().name(),
                record.state().name(),
                record.author(),
                StoredValue.moment(record.madeAt()),
                record.effective().toString(),
                record.appliedAs().orElse(null),
                record.undoneBy().orElse(null),
                record.note());
        session.update("DELETE FROM onemap_change_source WHERE change_set = ?", number);
        session.update("DELETE FROM onemap_change_layer WHERE change_set = ?", number);
        int position = 0;
        for (Source source : record.sources()) {
            session.update(
                    "INSERT INTO onemap_change_source VALUES (?, ?, ?, ?, ?)",
                    number,
                    position++,
                    source.file(),
                    source.sha256(),
                    source.crs());
        }
        for (Map.Entry<String, Counts> entry : record.counts().entrySet()) {
            Counts counts = entry.getValue();
            session.update(
                    "INSERT INTO onemap_change_layer VALUES (?, ?, ?, ?, ?, ?, ?)",
                    number,
                    position++,
                    entry.getKey(),
                    counts.created(),
                    counts.replaced(),
                    counts.unchanged(),
                    counts.retired());
        }
        session.engine().layers().recorded(session);
    }

    /** The last effective date of a standing change set that loaded the layer, for instance 2024-05-01. */
    Optional<LocalDate> lastEffective(String layer) throws SQLException {
        String sql = "SELECT max(s.effective) FROM onemap_change_set s JOIN onemap_change_layer l"
                + " ON l.change_set = s.number WHERE l.layer = ? AND s.state = 'APPLIED' AND s.kind <> 'UNDO'";
        try (PreparedStatement statement = session.prepare(sql)) {
            statement.setString(1, layer);
            try (ResultSet rows = statement.executeQuery()) {
                String day = rows.next() ? rows.getString(1) : null;
                return Optional.ofNullable(day).map(LocalDate::parse);
            }
        }
    }

    /** The first standing change set, applied after this number, that loaded one of the layers of a change set. */
    Optional<ChangeSet> laterOnSameLayers(ChangeSet record) throws SQLException {
        return select(
                        SELECT + " s WHERE s.state = 'APPLIED' AND s.kind <> 'UNDO' AND s.applied_as > ?"
                                + " AND EXISTS (SELECT 1 FROM onemap_change_layer a JOIN onemap_change_layer b"
                                + " ON a.layer = b.layer WHERE a.change_set = s.number AND b.change_set = ?)"
                                + " ORDER BY s.applied_as DESC LIMIT 1",
                        record.appliedAs().orElseThrow(),
                        record.number())
                .stream()
                .findFirst();
    }
}

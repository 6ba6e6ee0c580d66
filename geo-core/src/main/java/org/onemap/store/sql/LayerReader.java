package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.rights.Scope;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ValidTime;

/** Reads one layer for one scope inside a read transaction. Confined to one thread. */
final class LayerReader {

    private final Session session;
    private final Layer layer;
    private final LayerTable table;
    private final Scope scope;

    LayerReader(Session session, Layer layer, Scope scope) {
        this.session = session;
        this.layer = layer;
        this.table = session.table(layer);
        this.scope = scope;
    }

    MergedCursor query(FeatureQuery query) throws SQLException {
        Condition filters = filters(query);
        Envelope box = query.box().orElse(null);
        List<RowCursor> tables = new ArrayList<>();
        if (box != null && !layer.geometry().isSpatial()) {
            return new MergedCursor(session.engine(), layer, tables, 0);
        }
        Condition current = filters.copy();
        if (box != null) {
            layers().narrow(session, table, current, box);
        }
        RowCursor.Page page = RowCursor.Page.of(query);
        try {
            Optional<LocalDate> day = query.when().day();
            if (day.isPresent()) {
                current.and("valid_from <= ?", day.get().toString());
                Condition valid = wasValid(filters, day.get());
                if (box != null) {
                    layers().narrowHistory(valid, box);
                }
                tables.add(new RowCursor(session, table, table.history(), valid, page));
            }
            tables.add(new RowCursor(session, table, table.table(), current, page));
        } catch (SQLException | RuntimeException e) {
            for (RowCursor opened : tables) {
                opened.close();
            }
            throw e;
        }
        return new MergedCursor(session.engine(), layer, tables, query.limit());
    }

    private Condition filters(FeatureQuery query) {
        Condition condition = new Condition();
        query.filters().forEach((column, value) -> Filters.compare(condition, table, column, value));
        Filters.limit(condition, layer, scope);
        return condition;
    }

    private static Condition wasValid(Condition filters, LocalDate day) {
        return filters.copy().and("valid_from <= ?", day.toString()).and("valid_to > ?", day.toString());
    }

    private LayerForms layers() {
        return session.engine().layers();
    }

    long count(FeatureQuery query) throws SQLException {
        Condition filters = filters(query);
        Envelope box = query.box().orElse(null);
        if (box != null && !layer.geometry().isSpatial()) {
            return 0;
        }
        Optional<LocalDate> day = query.when().day();
        long count = 0;
        Condition current = filters.copy();
        if (day.isPresent()) {
            current.and("valid_from <= ?", day.get().toString());
            count += countHistory(wasValid(filters, day.get()), box);
        }
        return count
                + (box == null ? countRows(table.table(), current) : layers().countInBox(session, table, current, box));
    }

    private long countRows(String from, Condition condition) throws SQLException {
        return session.number(0, "SELECT count(*) FROM " + from + condition.sql(), condition.parameters());
    }

    private long countHistory(Condition condition, @Nullable Envelope box) throws SQLException {
        if (box == null) {
            return countRows(table.history(), condition);
        }
        layers().narrowHistory(condition, box);
        return RowCursor.countMeeting(session, table, table.history(), condition, box);
    }

    /** The row of a code; else the row without code of a key; else the row with neither of an oid. */
    Optional<Feature> find(String id, ValidTime when) throws SQLException {
        Optional<Feature> byCode = first("code = ?", id, when);
        if (byCode.isPresent()) {
            return byCode;
        }
        String unnamed = "code IS NULL AND ";
        if (!layer.isKeyedByCode()) {
            Optional<Feature> byKey = findByKey(unnamed, id, when);
            if (byKey.isPresent()) {
                return byKey;
            }
            unnamed += table.keyColumn() + " IS NULL AND ";
        }
        return id.matches("[1-9][0-9]{0,17}") ? first(unnamed + "oid = ?", Long.valueOf(id), when) : Optional.empty();
    }

    private Optional<Feature> findByKey(String unnamed, String id, ValidTime when) throws SQLException {
        OptionalInt position = layer.schema().findPosition(layer.keyField());
        Field field = layer.schema().fields().get(position.orElseThrow());
        Object key = id;
        if (field.type() == FieldType.INTEGER) {
            if (!id.matches("-?[0-9]{1,18}")) {
                return Optional.empty();
            }
            key = Long.valueOf(id);
        } else if (field.type() != FieldType.TEXT) {
            Condition condition = new Condition();
            Filters.compare(condition, table, field.name(), id);
            key = condition.parameters()[0];
        }
        return first(unnamed + table.keyColumn() + " = ?", key, when);
    }

    private Optional<Feature> first(String where, Object value, ValidTime when) throws SQLException {
        Condition condition = new Condition().and(where, value);
        Filters.limit(condition, layer, scope);
        Optional<LocalDate> day = when.day();
        Condition current = condition.copy();
        if (day.isPresent()) {
            current.and("valid_from <= ?", day.get().toString());
        }
        Optional<Feature> found = firstRow(table.table(), current);
        return found.isPresent() || day.isEmpty() ? found : firstRow(table.history(), wasValid(condition, day.get()));
    }

    Optional<LocalDate> findEnd(String code, LocalDate day) throws SQLException {
        Condition condition = new Condition()
                .and("code = ?", code)
                .and("valid_to <= ?", day.toString())
                .and("valid_from < valid_to");
        Filters.limit(condition, layer, scope);
        String sql = "SELECT max(valid_to) FROM " + table.history() + condition.sql();
        try (PreparedStatement statement = session.prepare(sql)) {
            condition.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)).map(LocalDate::parse) : Optional.empty();
            }
        }
    }

    private Optional<Feature> firstRow(String from, Condition condition) throws SQLException {
        try (RowCursor rows = new RowCursor(session, table, from, condition, RowCursor.Page.FIRST)) {
            return Optional.ofNullable(rows.peek()).map(row -> encoder().toFeature(row));
        }
    }

    private RowEncoder encoder() {
        return new RowEncoder(session.engine(), layer, layer.schema());
    }

    Optional<Envelope> extent() throws SQLException {
        if (!layer.geometry().isSpatial()) {
            return Optional.empty();
        } else if (scope.all()) {
            return layers().extent(session, table);
        }
        Condition condition = new Condition();
        Filters.limit(condition, layer, scope);
        Envelope extent = new Envelope();
        ColumnForms columns = session.engine().columns();
        String sql = "SELECT " + columns.selectedGeometry() + " FROM " + table.table() + condition.sql()
                + " AND geom IS NOT NULL";
        try (PreparedStatement statement = session.prepare(sql)) {
            condition.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Envelope box = columns.envelope(rows.getBytes(1));
                    extent.expandToInclude(box == null ? new Envelope() : box);
                }
            }
        }
        return extent.isNull() ? Optional.empty() : Optional.of(extent);
    }
}

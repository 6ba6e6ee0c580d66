package org.onemap.store.geopackage;

import static org.onemap.store.geopackage.Sqlite.quote;

import java.sql.Connection;
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

    /** A box over more than this share of the extent is read by scanning in oid order instead of by the index. */
    private static final double WIDE = 0.3;

    private final Sqlite db;
    private final Connection connection;
    private final Layer layer;
    private final LayerTable table;
    private final Scope scope;

    LayerReader(Sqlite db, Connection connection, Layer layer, Scope scope) {
        this.db = db;
        this.connection = connection;
        this.layer = layer;
        this.table = new LayerTable(layer);
        this.scope = scope;
    }

    GeoPackageCursor query(FeatureQuery query) throws SQLException {
        Condition filters = filters(query);
        Envelope box = query.box().orElse(null);
        if (query.afterOid() > 0) {
            filters.and("oid > ?", query.afterOid());
        }
        List<RowCursor> tables = new ArrayList<>();
        if (box != null && !layer.geometry().isSpatial()) {
            return new GeoPackageCursor(db, layer, tables, 0);
        }
        Condition current = filters.copy();
        if (box != null && !isWide(box)) {
            current.and(indexed(), indexBox(box));
        }
        try {
            Optional<LocalDate> day = query.when().day();
            if (day.isPresent()) {
                current.and("valid_from <= ?", day.get().toString());
                tables.add(new RowCursor(connection, table, table.history(), wasValid(filters, day.get()), box));
            }
            tables.add(new RowCursor(connection, table, table.table(), current, box));
        } catch (SQLException | RuntimeException e) {
            for (RowCursor opened : tables) {
                opened.close();
            }
            throw e;
        }
        return new GeoPackageCursor(db, layer, tables, query.limit());
    }

    private Condition filters(FeatureQuery query) {
        Condition condition = new Condition();
        query.filters().forEach((column, value) -> Filters.compare(condition, layer, column, value));
        Filters.limit(condition, layer, scope);
        return condition;
    }

    private static Condition wasValid(Condition filters, LocalDate day) {
        return filters.copy().and("valid_from <= ?", day.toString()).and("valid_to > ?", day.toString());
    }

    /** Rows by the index first come unordered; as a set of oids they are read in order without a sort. */
    private String indexed() {
        return "oid IN (SELECT id FROM " + quote(RTree.name(layer.name()))
                + " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)";
    }

    private static Object[] indexBox(Envelope box) {
        return new Object[] {box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()};
    }

    private boolean isWide(Envelope box) throws SQLException {
        Envelope extent = Contents.extent(connection, layer.name()).orElseGet(Envelope::new);
        Envelope shared = extent.intersection(box);
        return !shared.isNull() && shared.getArea() >= extent.getArea() * WIDE && extent.getArea() > 0;
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
        return count + (box == null ? countRows(table.table(), current) : countInBox(current, box));
    }

    private long countRows(String from, Condition condition) throws SQLException {
        return Sqlite.number(connection, 0, "SELECT count(*) FROM " + from + condition.sql(), condition.parameters());
    }

    private long countHistory(Condition condition, @Nullable Envelope box) throws SQLException {
        return box == null ? countRows(table.history(), condition) : countMeeting(table.history(), condition, box);
    }

    /**
     * Boxes that the index holds inside the asked one match surely, since it rounds outwards; only those across its
     * border are looked at.
     */
    private long countInBox(Condition condition, Envelope box) throws SQLException {
        String index = quote(RTree.name(layer.name()));
        String inside = "(SELECT id FROM " + index + " WHERE minx >= ? AND maxx <= ? AND miny >= ? AND maxy <= ?)";
        long sure = condition.sql().isEmpty()
                ? Sqlite.number(connection, 0, "SELECT count(*) FROM " + inside, indexBox(box))
                : countRows(table.table(), condition.copy().and("oid IN " + inside, indexBox(box)));
        Condition across = condition
                .copy()
                .and(
                        indexed()
                                .replace(
                                        " AND miny <= ?)",
                                        " AND miny <= ?"
                                                + " AND NOT (minx >= ? AND maxx <= ? AND miny >= ? AND maxy <= ?))"),
                        twice(indexBox(box)));
        return sure + countMeeting(table.table(), across, box);
    }

    private static Object[] twice(Object[] values) {
        return new Object[] {values[0], values[1], values[2], values[3], values[0], values[1], values[2], values[3]};
    }

    private long countMeeting(String from, Condition condition, Envelope box) throws SQLException {
        long count = 0;
        try (RowCursor rows = new RowCursor(connection, table, from, condition, box)) {
            while (rows.peek() != null) {
                count++;
                rows.advance();
            }
        }
        return count;
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
            Filters.compare(condition, layer, field.name(), id);
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

    private Optional<Feature> firstRow(String from, Condition condition) throws SQLException {
        try (RowCursor rows = new RowCursor(connection, table, from, condition, null)) {
            return Optional.ofNullable(rows.peek()).map(row -> RowEncoder.toFeature(layer, row));
        }
    }

    Optional<Envelope> extent() throws SQLException {
        if (!layer.geometry().isSpatial()) {
            return Optional.empty();
        } else if (scope.all()) {
            return Contents.extent(connection, layer.name());
        }
        Condition condition = new Condition();
        Filters.limit(condition, layer, scope);
        Envelope extent = new Envelope();
        String sql = "SELECT geom FROM " + table.table() + condition.sql() + " AND geom IS NOT NULL";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            condition.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Envelope box = GeometryBlob.envelope(rows.getBytes(1));
                    extent.expandToInclude(box == null ? new Envelope() : box);
                }
            }
        }
        return extent.isNull() ? Optional.empty() : Optional.of(extent);
    }
}

package org.onemap.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerCatalog;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.store.ChangeSetWriter.Mode;

/** The tables {@code onemap_layer} and {@code onemap_field}. Confined to the thread of its session. */
final class Catalog {

    private static final String COLUMNS =
            "l.id, l.name, l.title, l.role, l.geometry, l.key_field, l.parent_layer, l.mode";

    /** A layer counts as long as one change set that loaded it stands: undoing the first import takes it off the list. */
    private static final String VISIBLE = "SELECT " + COLUMNS + " FROM onemap_layer l WHERE l.staged_by = 0"
            + " AND EXISTS (SELECT 1 FROM onemap_change_layer c JOIN onemap_change_set s ON s.number = c.change_set"
            + " WHERE c.layer = l.name AND s.state = 'APPLIED' AND s.kind <> 'UNDO') ORDER BY l.id";

    private static final long UNUSED = -1;

    private final Session session;

    Catalog(Session session) {
        this.session = session;
    }

    /**
     * A layer as it stands in the tables.
     *
     * @param id number of the layer in the change log
     * @param layer the layer
     * @param mode how a scheduled change set loads it; {@code UPSERT} otherwise
     */
    record Entry(long id, Layer layer, Mode mode) {}

    /** The layers that users see: divisions from the top, the other standard layers, others as they came. */
    LayerCatalog list() throws SQLException {
        List<Layer> layers = new ArrayList<>();
        for (Entry entry : select(VISIBLE)) {
            layers.add(entry.layer());
        }
        List<String> standard = StandardLayers.list().stream().map(Layer::name).toList();
        layers.sort(Comparator.comparingInt(layer -> {
            int place = standard.indexOf(layer.name());
            return place < 0 ? standard.size() : place;
        }));
        return LayerCatalog.of(layers);
    }

    /** The layer that has tables under this name, compared without regard to case, whether users see it or not. */
    Optional<Entry> find(String name) throws SQLException {
        return stored().stream()
                .filter(e -> e.layer().name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All layers that have tables, whether users see them or not. */
    List<Entry> stored() throws SQLException {
        return select("SELECT " + COLUMNS + " FROM onemap_layer l WHERE l.staged_by = 0 ORDER BY l.id");
    }

    /** All layers that wait for their day. */
    List<Entry> allStaged() throws SQLException {
        return select("SELECT " + COLUMNS + " FROM onemap_layer l WHERE l.staged_by <> 0 ORDER BY l.id");
    }

    /** Number to name of all layers that have tables. */
    Map<Long, String> names() throws SQLException {
        Map<Long, String> names = new HashMap<>();
        try (PreparedStatement statement = session.prepare("SELECT id, name FROM onemap_layer WHERE staged_by = 0");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.put(rows.getLong(1), rows.getString(2));
            }
        }
        return names;
    }

    /** The layers that a scheduled change set brings, in the order in which they were loaded. */
    List<Entry> staged(long changeSet) throws SQLException {
        return select("SELECT " + COLUMNS + " FROM onemap_layer l WHERE l.staged_by = ? ORDER BY l.id", changeSet);
    }

    private List<Entry> select(String sql, Object... parameters) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement statement = session.prepare(sql)) {
            Session.bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    Layer layer = Layer.builder(rows.getString(2))
                            .title(rows.getString(3))
                            .role(LayerRole.valueOf(rows.getString(4)))
                            .geometry(GeometryKind.valueOf(rows.getString(5)))
                            .schema(schema(id))
                            .keyField(rows.getString(6))
                            .parentLayer(rows.getString(7))
                            .build();
                    entries.add(new Entry(id, layer, Mode.valueOf(rows.getString(8))));
                }
            }
        }
        return entries;
    }

    private Schema schema(long layerId) throws SQLException {
        List<Field> fields = new ArrayList<>();
        String sql = "SELECT name, type, title FROM onemap_field WHERE layer_id = ? ORDER BY position";
        try (PreparedStatement statement = session.prepare(sql)) {
            statement.setLong(1, layerId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    fields.add(new Field(rows.getString(1), FieldType.valueOf(rows.getString(2)), rows.getString(3)));
                }
            }
        }
        return Schema.of(fields);
    }

    /** Writes a layer of the store, over the one of this id if there is one, and returns its id. */
    long save(OptionalLong id, Layer layer) throws SQLException {
        return save(id.orElse(UNUSED), 0, layer, Mode.UPSERT);
    }

    /** Writes a layer that a scheduled change set brings, and returns its id. */
    long stage(long changeSet, Layer layer, Mode mode) throws SQLException {
        return save(UNUSED, changeSet, layer, mode);
    }

    /** Forgets the layers that a scheduled change set brings. */
    void unstage(long changeSet) throws SQLException {
        for (Entry entry : staged(changeSet)) {
            unstage(entry);
        }
    }

    /** Forgets one of the layers that scheduled change sets bring. */
    void unstage(Entry staged) throws SQLException {
        session.update("DELETE FROM onemap_field WHERE layer_id = ?", staged.id());
        session.update("DELETE FROM onemap_layer WHERE staged_by <> 0 AND id = ?", staged.id());
    }

    private long save(long id, long stagedBy, Layer layer, Mode mode) throws SQLException {
        long saved = id == UNUSED ? session.number(0, "SELECT max(id) FROM onemap_layer") + 1 : id;
        session.update(
                "INSERT INTO onemap_layer (id, staged_by, name, title, role, geometry, key_field, parent_layer, mode)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                        + " staged_by = excluded.staged_by, name = excluded.name, title = excluded.title,"
                        + " role = excluded.role, geometry = excluded.geometry, key_field = excluded.key_field,"
                        + " parent_layer = excluded.parent_layer, mode = excluded.mode",
                saved,
                stagedBy,
                layer.name(),
                layer.title(),
                layer.role().name(),
                layer.geometry().name(),
                layer.keyField(),
                layer.parentLayer().orElse(""),
                mode.name());
        session.update("DELETE FROM onemap_field WHERE layer_id = ?", saved);
        List<Field> fields = layer.schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            session.update(
                    "INSERT INTO onemap_field VALUES (?, ?, ?, ?, ?)",
                    saved,
                    i,
                    field.name(),
                    field.type().name(),
                    field.title());
        }
        return saved;
    }
}

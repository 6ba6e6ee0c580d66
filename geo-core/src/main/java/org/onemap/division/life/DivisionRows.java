package org.onemap.division.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;

/** The rows of all levels while they are edited, beside the rows as they were. Confined to one thread. */
public final class DivisionRows {

    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Map<String, NavigableMap<String, Content>> before = new HashMap<>();
    private final Map<String, NavigableMap<String, Content>> now = new HashMap<>();
    private final Map<DivisionKey, String> oldCodes = new HashMap<>();

    /**
     * Adds a level with its current rows; parents first.
     *
     * @throws InvalidInput if a row has no code or no polygon, or a code comes twice
     */
    public void addLevel(Layer layer, Collection<Content> rows) {
        NavigableMap<String, Content> byCode = new TreeMap<>();
        for (Content row : rows) {
            String code = row.code()
                    .orElseThrow(() -> new InvalidInput("layer '" + layer.name() + "' has a row without a code ("
                            + row.name().orElse("no name") + "); give it one before editing divisions"));
            if (row.geometry().isEmpty()) {
                throw new InvalidInput(layer.name() + " " + code + " has no polygon; import it before editing");
            }
            if (byCode.put(code, row) != null) {
                throw new InvalidInput("code " + code + " stands twice in layer '" + layer.name() + "'");
            }
        }
        layers.put(layer.name(), layer);
        before.put(layer.name(), byCode);
        now.put(layer.name(), new TreeMap<>(byCode));
    }

    /** The levels, parents first. */
    public List<Layer> levels() {
        return List.copyOf(layers.values());
    }

    /**
     * The level of this name.
     *
     * @throws NotFound if it was not added
     */
    public Layer level(String name) {
        Layer layer = layers.get(name);
        if (layer == null) {
            throw new NotFound("there is no level '" + name + "'; there are " + String.join(", ", layers.keySet()));
        }
        return layer;
    }

    /**
     * The row as it stands.
     *
     * @throws NotFound if there is none; says so if it was retired in this very change
     */
    public Content get(DivisionKey key) {
        return find(key).orElseThrow(() -> {
            boolean gone = rowsOf(before, key.level()).containsKey(key.code());
            return new NotFound("there is no " + key + (gone ? " any more: this change retires it" : " today"));
        });
    }

    /** The row as it stands. */
    public Optional<Content> find(DivisionKey key) {
        return Optional.ofNullable(rowsOf(now, key.level()).get(key.code()));
    }

    /** The row as it was before any edit. */
    public Optional<Content> findBefore(DivisionKey key) {
        return Optional.ofNullable(rowsOf(before, key.level()).get(key.code()));
    }

    /** All rows of a level as they stand, in ascending code. */
    public Collection<Content> list(String level) {
        return List.copyOf(rowsOf(now, level).values());
    }

    private NavigableMap<String, Content> rowsOf(Map<String, NavigableMap<String, Content>> all, String level) {
        return all.computeIfAbsent(level(level).name(), unused -> new TreeMap<>());
    }

    Geometry geometry(DivisionKey key) {
        return get(key).geometry().orElseThrow();
    }

    void put(String level, Content row) {
        rowsOf(now, level).put(row.code().orElseThrow(), row);
    }

    void remove(DivisionKey key) {
        rowsOf(now, key.level()).remove(key.code());
    }

    /** Puts a row under another code; it stays the same thing. */
    void recode(DivisionKey key, Content row) {
        remove(key);
        put(key.level(), row);
        String old = oldCodes.remove(key);
        if (rowsOf(before, key.level()).containsKey(key.code()) || old != null) {
            oldCodes.put(new DivisionKey(key.level(), row.code().orElseThrow()), old == null ? key.code() : old);
        }
    }

    /** The division above, if it names one that is there. */
    Optional<DivisionKey> parent(DivisionKey key) {
        Optional<String> above = level(key.level()).parentLayer().filter(layers::containsKey);
        return above.flatMap(level -> get(key).parentCode()
                .map(code -> new DivisionKey(level, code))
                .filter(parent -> find(parent).isPresent()));
    }

    /** The levels right below. */
    List<String> levelsBelow(String level) {
        return layers.values().stream()
                .filter(layer -> layer.parentLayer().equals(Optional.of(level)))
                .map(Layer::name)
                .toList();
    }

    /** The divisions of a level that name this one as their parent. */
    List<DivisionKey> children(DivisionKey key, String level) {
        List<DivisionKey> children = new ArrayList<>();
        for (Content row : list(level)) {
            if (row.parentCode().equals(Optional.of(key.code()))) {
                children.add(new DivisionKey(level, row.code().orElseThrow()));
            }
        }
        return children;
    }

    /** The divisions of all levels right below. */
    List<DivisionKey> allChildren(DivisionKey key) {
        return levelsBelow(key.level()).stream()
                .flatMap(level -> children(key, level).stream())
                .toList();
    }

    void setParent(DivisionKey child, String parentCode) {
        put(child.level(), get(child).toBuilder().parentCode(parentCode).build());
    }

    /** Puts vertices into every edge of every level that passes through them. */
    void share(Collection<Coordinate> vertices) {
        for (String level : layers.keySet()) {
            for (Content row : list(level)) {
                Geometry geometry = row.geometry().orElseThrow();
                SharedVertices.insert(geometry, vertices)
                        .ifPresent(shared ->
                                put(level, row.toBuilder().geometry(shared).build()));
            }
        }
    }

    /** What differs from the rows as they were. */
    List<LevelChange> changes() {
        List<LevelChange> changes = new ArrayList<>();
        for (Layer layer : layers.values()) {
            LevelChange change = changes(layer);
            if (!change.isEmpty()) {
                changes.add(change);
            }
        }
        return changes;
    }

    private LevelChange changes(Layer layer) {
        List<Content> put = new ArrayList<>();
        Map<String, Content> recoded = new LinkedHashMap<>();
        NavigableMap<String, Content> old = new TreeMap<>(rowsOf(before, layer.name()));
        for (Content row : list(layer.name())) {
            String code = row.code().orElseThrow();
            String oldCode = oldCodes.get(new DivisionKey(layer.name(), code));
            if (oldCode != null) {
                recoded.put(oldCode, row);
                old.remove(oldCode);
            } else if (!Optional.of(row).equals(Optional.ofNullable(old.remove(code)))) {
                put.add(row);
            }
        }
        return new LevelChange(layer, put, recoded, List.copyOf(old.keySet()));
    }
}

package org.onemap.feature;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onemap.InvalidInput;
import org.onemap.NotFound;

/**
 * The one list of layers, shared by tables, collections, tiles, styles and GeoServer. Immutable; the order is the order
 * in which users read the list: divisions from the top, then elements, then others as they came.
 */
public final class LayerCatalog {

    /** A letter or CJK character first, then letters, digits, {@code _} and {@code -}; at most 60 characters. */
    private static final Pattern LAYER_NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]{0,59}");

    private final Map<String, Layer> layers = new LinkedHashMap<>();

    private LayerCatalog(Collection<Layer> layers) {
        for (Layer layer : layers) {
            this.layers.put(layer.name(), layer);
        }
    }

    /** A catalog of these layers in this order. */
    public static LayerCatalog of(Collection<Layer> layers) {
        return new LayerCatalog(layers);
    }

    /** All layers in order. */
    public List<Layer> list() {
        return List.copyOf(layers.values());
    }

    /** The layer of this name. */
    public Optional<Layer> find(String name) {
        return Optional.ofNullable(layers.get(name));
    }

    /**
     * The layer of this name, which must be there.
     *
     * @throws NotFound if there is no layer of this name; the message lists those that there are
     */
    public Layer get(String name) {
        return find(name)
                .orElseThrow(() -> new NotFound("no layer named '" + name + "'; there are " + layers.keySet()));
    }

    /**
     * Checks a name before it becomes a table name.
     *
     * @throws InvalidInput if it is no name for a layer, or one that the store keeps for itself
     */
    public static String requireLayerName(String name) {
        String folded = name.toLowerCase(Locale.ROOT); // as SQLite compares table names
        if (!LAYER_NAME.matcher(name).matches()
                || folded.startsWith("onemap_")
                || folded.startsWith("gpkg_")
                || folded.startsWith("rtree_")
                || folded.startsWith("sqlite_")
                || folded.endsWith("_history")) {
            throw new InvalidInput(
                    "'" + name + "' cannot name a layer: begin with a letter, then letters, digits, _ or -"
                            + " (60 at most), not onemap_…, gpkg_…, rtree_…, sqlite_… or …_history; choose one with --layer");
        }
        return name;
    }
}

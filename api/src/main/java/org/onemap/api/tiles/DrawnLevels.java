package org.onemap.api.tiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.theme.ThemeLayer;
import org.onemap.theme.ThemeStyles;

/**
 * From which zoom level on an element layer is in the tiles that hold all layers: where the first of the themes begins to draw
 * it, and in any case from {@value #ALL_FROM_ZOOM} on. Immutable.
 *
 * <p>A tile of a whole district with every part and address in it is megabytes that nobody can see. Who wants such a layer
 * at a small scale asks for it: {@code collections=part}.
 */
final class DrawnLevels {

    /** From this zoom level on every layer is in every tile. */
    static final int ALL_FROM_ZOOM = 14;

    private final Map<String, Integer> lowest = new HashMap<>();

    private DrawnLevels() {}

    /** The levels of the themes that the viewer draws; they are read when somebody first asks. */
    static DrawnLevels ofTheme() {
        return OfTheme.LEVELS;
    }

    private static final class OfTheme {
        private static final DrawnLevels LEVELS = read();
    }

    private static DrawnLevels read() {
        DrawnLevels levels = new DrawnLevels();
        for (String theme : ThemeStyles.names()) {
            for (ThemeLayer layer : ThemeStyles.load(theme).theme().layers()) {
                // a theme counts levels of 256-pixel tiles, and maps draw vector tiles at 512
                int lowest = Math.min(ALL_FROM_ZOOM, Math.max(0, layer.zoom().min() - 1));
                levels.lowest.merge(layer.id(), lowest, Math::min);
            }
        }
        return levels;
    }

    /** The lowest zoom level at which the layer is in a tile that nobody chose layers for. */
    int lowest(Layer layer) {
        return layer.role() == LayerRole.ELEMENT ? lowest.getOrDefault(layer.name(), 0) : 0;
    }

    /** Those of the layers that are in such a tile. */
    List<Layer> at(int zoom, List<Layer> layers) {
        return layers.stream().filter(layer -> lowest(layer) <= zoom).toList();
    }
}

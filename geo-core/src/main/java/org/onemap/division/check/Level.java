package org.onemap.division.check;

import java.util.List;
import org.onemap.feature.Layer;

/**
 * One level of the tree under check. Immutable.
 *
 * @param layer its layer; the level above is that of its parent layer
 * @param divisions all of the level
 */
public record Level(Layer layer, List<Division> divisions) {

    public Level {
        divisions = List.copyOf(divisions);
    }

    /** What users call it. */
    public String title() {
        return layer.title();
    }
}

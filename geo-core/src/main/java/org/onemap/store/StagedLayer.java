package org.onemap.store;

import java.util.List;
import org.onemap.feature.Layer;

/**
 * What a draft or a scheduled change set brings to one layer; its rows are read by {@link ReadView#queryStaged}.
 * Immutable.
 *
 * @param layer the layer as it will be loaded
 * @param mode what becomes of the layer's rows that it does not name
 * @param retired keys of the rows that it takes out by name, as texts, in the order in which they were named
 */
public record StagedLayer(Layer layer, ChangeSetWriter.Mode mode, List<String> retired) {

    public StagedLayer {
        retired = List.copyOf(retired);
    }
}

package org.onemap.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onemap.feature.Layer;

/**
 * What a draft or a scheduled change set brings to one layer; its rows are read by {@link ReadView#queryStaged}.
 * Immutable.
 *
 * @param layer the layer as it will be loaded
 * @param mode what becomes of the layer's rows that it does not name
 * @param retired keys of the rows that it takes out by name, as texts, in the order in which they were named
 * @param recoded old key to new key of the rows that it gives another key
 */
public record StagedLayer(Layer layer, ChangeSetWriter.Mode mode, List<String> retired, Map<String, String> recoded) {

    public StagedLayer {
        retired = List.copyOf(retired);
        recoded = Collections.unmodifiableMap(new LinkedHashMap<>(recoded));
    }
}

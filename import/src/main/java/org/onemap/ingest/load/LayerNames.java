package org.onemap.ingest.load;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerCatalog;
import org.onemap.feature.StandardLayers;

/** Which layer a source goes into: by its own name, or by the Chinese or differently written name of a standard layer. */
final class LayerNames {

    private static final Map<String, String> CHINESE = new HashMap<>();

    static {
        StandardLayers.list().forEach(layer -> CHINESE.put(layer.title(), layer.name()));
        CHINESE.put("街道", "office");
        CHINESE.put("街道办事处", "office");
        CHINESE.put("基础网格", "grid");
        CHINESE.put("道路中心线", "road");
        CHINESE.put("建筑物", "building");
        CHINESE.put("房屋", "building");
        CHINESE.put("楼栋", "building");
        CHINESE.put("城市部件", "part");
        CHINESE.put("门牌", "address");
        CHINESE.put("门牌地址", "address");
    }

    private LayerNames() {}

    /**
     * The layer's name for what a user or a file calls it.
     *
     * @param stored the layers in the store: a name that differs only in case means the one that is there
     * @throws org.onemap.InvalidInput if it cannot name a layer
     */
    static String resolve(String name, LayerCatalog stored) {
        String wanted = name.strip();
        String standard = CHINESE.get(wanted);
        if (standard != null) {
            return standard;
        }
        Optional<Layer> known = StandardLayers.find(wanted.toLowerCase(Locale.ROOT));
        if (known.isPresent()) {
            return known.get().name();
        }
        return stored.list().stream()
                .map(Layer::name)
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElseGet(() -> LayerCatalog.requireLayerName(wanted));
    }
}

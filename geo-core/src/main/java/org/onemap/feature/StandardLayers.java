package org.onemap.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers that onemap knows by name: the division tree, the overlays and the elements. They carry no schema of their
 * own: a source brings its columns, the mapping says which of them fill the system columns.
 */
public final class StandardLayers {

    private static final Map<String, Layer> BY_NAME = new LinkedHashMap<>();

    static {
        division("office", "办事处", "");
        division("zone", "片区", "office");
        division("grid", "网格", "zone");
        division("micro_grid", "微网格", "grid");
        division("community", "社区", "office");
        division("unit_grid", "单元网格", "community");
        add("dedicated_grid", "专属网格", LayerRole.OVERLAY, GeometryKind.POLYGON);
        add("road", "道路", LayerRole.ELEMENT, GeometryKind.LINE);
        add("road_segment", "路段", LayerRole.ELEMENT, GeometryKind.LINE);
        add("road_node", "道路节点", LayerRole.ELEMENT, GeometryKind.POINT);
        add("block", "街坊", LayerRole.ELEMENT, GeometryKind.POLYGON);
        add("building", "建筑", LayerRole.ELEMENT, GeometryKind.POLYGON);
        add("part", "部件", LayerRole.ELEMENT, GeometryKind.ANY);
        add("address", "地址", LayerRole.ELEMENT, GeometryKind.POINT);
        add("assignment", "人员任用", LayerRole.ELEMENT, GeometryKind.NONE);
    }

    private StandardLayers() {}

    private static void division(String name, String title, String parent) {
        BY_NAME.put(
                name,
                Layer.builder(name)
                        .title(title)
                        .role(LayerRole.DIVISION)
                        .geometry(GeometryKind.POLYGON)
                        .parentLayer(parent)
                        .build());
    }

    private static void add(String name, String title, LayerRole role, GeometryKind geometry) {
        BY_NAME.put(
                name,
                Layer.builder(name).title(title).role(role).geometry(geometry).build());
    }

    /** All of them: divisions from the top, overlays, elements. */
    public static List<Layer> list() {
        return List.copyOf(BY_NAME.values());
    }

    /** The standard layer of this name. */
    public static Optional<Layer> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}

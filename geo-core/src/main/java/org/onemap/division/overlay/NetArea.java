package org.onemap.division.overlay;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldNames;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;

/**
 * An area of a professional net (专业网格: 城管, 环保 …): a set of grids and nothing else. Its polygon is their exact union,
 * kept for maps; who lies in it is asked of the grids. Immutable.
 *
 * @param net the net, for instance 城管
 * @param code its code, unique among the areas of all nets
 * @param name what it is called
 * @param members codes of its grids, ascending
 */
public record NetArea(String net, String code, String name, List<String> members) {

    private static final FieldNames NET = FieldNames.of("专业网");
    private static final FieldNames MEMBERS = FieldNames.of("组成网格");

    /** The layer of the areas of all nets. */
    public static final Layer LAYER = Layer.builder("professional_area")
            .title("专业网格")
            .role(LayerRole.OTHER)
            .geometry(GeometryKind.POLYGON)
            .schema(Schema.of(List.of(Field.of("专业网", FieldType.TEXT), Field.of("组成网格", FieldType.TEXT))))
            .build();

    public NetArea {
        members = members.stream().distinct().sorted().toList();
    }

    /** The area of a row. */
    public static NetArea read(Content row) {
        return new NetArea(NET.text(row), row.code().orElse(""), row.name().orElse(""), Lists.split(MEMBERS.text(row)));
    }

    /**
     * Its row.
     *
     * @param layer the layer as stored, or {@link #LAYER}
     * @param area the union of its members
     */
    public Content write(Layer layer, Optional<Content> old, Geometry area) {
        Content.Builder row = Lists.copy(layer, old);
        Lists.set(row, layer, NET, net);
        Lists.set(row, layer, MEMBERS, String.join(" ", members));
        return row.code(code).name(name).geometry(area).build();
    }

    /** The same area of other grids. */
    public NetArea of(List<String> others) {
        return new NetArea(net, code, name, others);
    }
}

package org.onemap.division.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldNames;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;

/**
 * A dedicated grid (专属网格): a mall, a school, a station that answers for its matters itself. Immutable.
 *
 * @param code its code
 * @param name what it is called
 * @param matters what it answers for (责任事项); empty for everything
 * @param precedence the lowest number answers where several cover a position, 1 and up
 * @param premises codes of the buildings that it consists of; empty where it has a polygon that was drawn
 */
public record DedicatedGrid(String code, String name, List<String> matters, int precedence, List<String> premises) {

    /** The layer's name. */
    public static final String LAYER = "dedicated_grid";

    /** The precedence of a dedicated grid that states none: after all that do. */
    public static final int LAST = 100;

    private static final FieldNames PRECEDENCE = FieldNames.of("优先级", "precedence", "priority");
    private static final FieldNames PREMISES = FieldNames.of("组成建筑", "premises", "buildings");

    public DedicatedGrid {
        matters = List.copyOf(matters);
        premises = List.copyOf(premises);
    }

    /** The layer with the columns that dedicated grids need, beside those that it has. */
    public static Layer layer(Optional<Layer> stored) {
        Layer base = stored.orElseGet(() -> StandardLayers.find(LAYER).orElseThrow());
        List<Field> fields = new ArrayList<>(base.schema().fields());
        addIfMissing(fields, base, FieldNames.MATTERS, Field.of("责任事项", FieldType.TEXT));
        addIfMissing(fields, base, PRECEDENCE, Field.of("优先级", FieldType.INTEGER));
        addIfMissing(fields, base, PREMISES, Field.of("组成建筑", FieldType.TEXT));
        return base.toBuilder().schema(Schema.of(fields)).build();
    }

    private static void addIfMissing(List<Field> fields, Layer base, FieldNames names, Field field) {
        if (names.find(base.schema()).isEmpty()) {
            fields.add(field);
        }
    }

    /** The dedicated grid of a row. */
    public static DedicatedGrid read(Content row) {
        OptionalDouble precedence = PRECEDENCE.number(row);
        return new DedicatedGrid(
                row.code().orElse(""),
                row.name().orElse(""),
                Lists.split(FieldNames.MATTERS.text(row)),
                precedence.isPresent() ? (int) precedence.getAsDouble() : LAST,
                Lists.split(PREMISES.text(row)));
    }

    /**
     * Its row.
     *
     * @param layer as {@link #layer} gives it
     * @param old the row as it was, whose other values stay; empty for a new one
     * @param parent code of the division that it belongs to
     * @param area its polygon
     */
    public Content write(Layer layer, Optional<Content> old, String parent, Geometry area) {
        Content.Builder row = Lists.copy(layer, old);
        Lists.set(row, layer, FieldNames.MATTERS, String.join("、", matters));
        Lists.set(row, layer, PRECEDENCE, precedence);
        Lists.set(row, layer, PREMISES, String.join(" ", premises));
        return row.code(code).name(name).parentCode(parent).geometry(area).build();
    }

    /** Whether it answers for a matter. */
    public boolean answersFor(String matter) {
        return matters.isEmpty() || matters.contains(matter);
    }
}

package org.onemap.division.life;

import java.util.List;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;

/** Lineages as rows of the layer {@code lineage}, one row a step; undo, history and copies come with the store. */
public final class LineageRows {

    /** The layer (沿革). */
    public static final Layer LAYER = Layer.builder("lineage")
            .title("沿革")
            .role(LayerRole.OTHER)
            .geometry(GeometryKind.NONE)
            .schema(Schema.of(List.of(
                    new Field("change", FieldType.INTEGER, "变更集"),
                    new Field("edit", FieldType.INTEGER, "次序"),
                    new Field("kind", FieldType.TEXT, "变更类型"),
                    new Field("level", FieldType.TEXT, "层级"),
                    new Field("from_code", FieldType.TEXT, "原编码"),
                    new Field("to_code", FieldType.TEXT, "现编码"),
                    new Field("area_share", FieldType.REAL, "面积占比"),
                    new Field("household_share", FieldType.REAL, "户数占比"))))
            .build();

    private LineageRows() {}

    /**
     * The row of a step.
     *
     * @param change number of its change set
     * @param place its place within the change set, from 1
     */
    public static Content toContent(long change, int place, Lineage lineage) {
        return Content.builder(LAYER.schema())
                .code(change + "-" + place)
                .name(lineage.kind().title())
                .value(0, change)
                .value(1, (long) lineage.edit())
                .value(2, lineage.kind().name())
                .value(3, lineage.level())
                .value(4, lineage.from())
                .value(5, lineage.to())
                .value(6, lineage.areaShare())
                .value(7, lineage.householdShare())
                .build();
    }

    /** The step of a row. */
    public static Lineage toLineage(Content row) {
        return new Lineage(
                (int) number(row, "edit"),
                Lineage.Kind.valueOf(text(row, "kind")),
                text(row, "level"),
                text(row, "from_code"),
                text(row, "to_code"),
                number(row, "area_share"),
                number(row, "household_share"));
    }

    /** Number of the change set that a row belongs to. */
    public static long change(Content row) {
        return (long) number(row, "change");
    }

    private static String text(Content row, String field) {
        return row.value(field).map(Object::toString).orElse("");
    }

    private static double number(Content row, String field) {
        return row.value(field).map(value -> ((Number) value).doubleValue()).orElse(0.0);
    }
}

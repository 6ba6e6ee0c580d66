package org.onemap.division.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;

/**
 * The figures of a plan as rows of two layers, which a draft carries beside its divisions: {@code plan_division}, a row for
 * each division of the plan and of today, and {@code plan_level}, a row for each level. What a plan was worth stays known
 * after it is accepted.
 */
public final class PlanFigureRows {

    /** The figures that a division may have, as {@link PlanLoads} names them. */
    public static final List<String> FIGURES =
            List.of("households", "residents", "buildings", "parts", "addresses", "cases");

    /** Figures of divisions (方案单元指标). */
    public static final Layer DIVISION = layer("plan_division", "方案单元指标", divisionFields());

    /** Figures of levels (方案层级指标); the bounds that no plan can beat stand with the lowest level of the plan. */
    public static final Layer LEVEL = layer(
            "plan_level",
            "方案层级指标",
            List.of(
                    new Field("change", FieldType.INTEGER, "变更集"),
                    new Field("stage", FieldType.TEXT, "时态"),
                    new Field("level", FieldType.TEXT, "层级"),
                    new Field("divisions", FieldType.INTEGER, "单元数"),
                    new Field("mean_load", FieldType.REAL, "平均负荷"),
                    new Field("worst", FieldType.REAL, "最大偏差"),
                    new Field("mean", FieldType.REAL, "平均偏差"),
                    new Field("raw_worst", FieldType.REAL, "未折算最大偏差"),
                    new Field("boundary_m", FieldType.REAL, "边界长度"),
                    new Field("compactness", FieldType.REAL, "紧凑度"),
                    new Field("bound", FieldType.REAL, "偏差下限"),
                    new Field("granularity", FieldType.REAL, "街坊粒度下限"),
                    new Field("heaviest", FieldType.TEXT, "最重街坊"),
                    new Field("heaviest_share", FieldType.REAL, "最重街坊占比"),
                    new Field("barriers", FieldType.REAL, "硬屏障下限"),
                    new Field("regions", FieldType.INTEGER, "屏障分区数"),
                    new Field("raw_bound", FieldType.REAL, "未折算偏差下限")));

    /** Whether a row is about the divisions of the plan or of the day it was made on. */
    public enum Stage {
        PLAN("plan"),
        TODAY("today");

        private final String word;

        Stage(String word) {
            this.word = word;
        }

        /** As it stands in the rows. */
        public String word() {
            return word;
        }
    }

    /** Says what a part of a level is called; level 0 is the lowest. */
    @FunctionalInterface
    public interface Codes {

        /** The code. */
        String code(int level, int part);

        /** The name; empty text for none. */
        default String name(int level, int part) {
            return "";
        }
    }

    private final long change;
    private final Stage stage;
    private final Plan plan;
    private final Codes codes;

    /**
     * Rows of a plan.
     *
     * @param change number of the change set that carries them
     * @param codes the codes of its parts
     */
    public PlanFigureRows(long change, Stage stage, Plan plan, Codes codes) {
        this.change = change;
        this.stage = stage;
        this.plan = plan;
        this.codes = codes;
    }

    private static Layer layer(String name, String title, List<Field> fields) {
        return Layer.builder(name)
                .title(title)
                .role(LayerRole.OTHER)
                .geometry(GeometryKind.NONE)
                .schema(Schema.of(fields))
                .build();
    }

    private static List<Field> divisionFields() {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("change", FieldType.INTEGER, "变更集"),
                new Field("stage", FieldType.TEXT, "时态"),
                new Field("level", FieldType.TEXT, "层级"),
                new Field("division", FieldType.TEXT, "单元编码"),
                new Field("load", FieldType.REAL, "负荷"),
                new Field("deviation", FieldType.REAL, "偏差"),
                new Field("raw_deviation", FieldType.REAL, "未折算偏差"),
                new Field("binding", FieldType.TEXT, "制约因素"),
                new Field("flip_block", FieldType.TEXT, "可调街坊"),
                new Field("flip_from", FieldType.TEXT, "调出网格"),
                new Field("flip_to", FieldType.TEXT, "调入网格"),
                new Field("flip_boundary_m", FieldType.REAL, "边界代价"),
                new Field("flip_before", FieldType.REAL, "调整前偏差"),
                new Field("flip_after", FieldType.REAL, "调整后偏差")));
        List<String> titles = List.of("户数", "居民数", "建筑数", "部件数", "地址数", "案件数");
        for (int i = 0; i < FIGURES.size(); i++) {
            fields.add(new Field(FIGURES.get(i), FieldType.REAL, titles.get(i)));
        }
        return fields;
    }

    /** A row for each part of each level, from the top. */
    public List<Content> divisions() {
        List<Content> rows = new ArrayList<>();
        for (int level = plan.levels() - 1; level >= 0; level--) {
            Map<String, double[]> figures = new LinkedHashMap<>();
            for (String name : FIGURES) {
                sums(level, name).ifPresent(sums -> figures.put(name, sums));
            }
            List<GridCard> cards = level == 0 && stage == Stage.PLAN ? GridCards.of(plan) : List.of();
            for (int part = 0; part < plan.count(level); part++) {
                Row row = start(DIVISION, level, codes.code(level, part))
                        .named(codes.name(level, part))
                        .set("division", codes.code(level, part))
                        .set("load", plan.load(level, part))
                        .set("deviation", plan.deviation(level, part))
                        .set("raw_deviation", plan.rawDeviation(level, part));
                for (Map.Entry<String, double[]> figure : figures.entrySet()) {
                    row.set(figure.getKey(), figure.getValue()[part]);
                }
                if (!cards.isEmpty()) {
                    explain(row, cards.get(part));
                }
                rows.add(row.build());
            }
        }
        return rows;
    }

    /** The sum of a figure over the blocks of each part of a level; empty if it was not counted. */
    private Optional<double[]> sums(int level, String figure) {
        if (!plan.problem().loads().names().contains(figure)) {
            return Optional.empty();
        }
        double[] sums = new double[plan.count(level)];
        for (int block = 0; block < plan.problem().blocks().blocks().size(); block++) {
            sums[plan.part(level, block)] += plan.problem().loads().figure(figure, block);
        }
        return Optional.of(sums);
    }

    private void explain(Row row, GridCard card) {
        row.set("binding", card.binding().title());
        card.alternative().ifPresent(flip -> row.set("flip_block", flip.block())
                .set("flip_from", codes.code(0, flip.fromGrid()))
                .set("flip_to", codes.code(0, flip.toGrid()))
                .set("flip_boundary_m", flip.boundaryM())
                .set("flip_before", flip.worstBefore())
                .set("flip_after", flip.worstAfter()));
    }

    /** A row for each level, from the top. */
    public List<Content> levels() {
        List<Content> rows = new ArrayList<>();
        for (int level = plan.levels() - 1; level >= 0; level--) {
            LevelFigures figures = LevelFigures.of(plan, level);
            Row row = start(LEVEL, level, "")
                    .set("divisions", (long) figures.balance().parts())
                    .set("mean_load", plan.meanGrid() * plan.count(0) / plan.count(level))
                    .set("worst", figures.balance().worst())
                    .set("mean", figures.balance().mean())
                    .set("raw_worst", figures.balance().rawWorst())
                    .set("boundary_m", figures.totalBoundaryM())
                    .set("compactness", figures.compactness().mean());
            if (level == 0 && stage == Stage.PLAN) {
                certify(row, Certificates.of(plan.problem()));
            }
            rows.add(row.build());
        }
        return rows;
    }

    private static void certify(Row row, Certificates bounds) {
        row.set("bound", bounds.bound())
                .set("granularity", bounds.granularity())
                .set("heaviest", bounds.heaviest())
                .set("heaviest_share", bounds.heaviestShare())
                .set("barriers", bounds.barriers())
                .set("regions", (long) bounds.regions())
                .set("raw_bound", bounds.rawCounts());
    }

    private Row start(Layer layer, int level, String code) {
        String name = plan.problem().levels().layer(level);
        return new Row(layer, change + "-" + stage.word() + "-" + name + (code.isEmpty() ? "" : "-" + code))
                .set("change", change)
                .set("stage", stage.word())
                .set("level", name);
    }

    /** A row in the making. */
    private static final class Row {

        private final Schema schema;
        private final Content.Builder content;

        private Row(Layer layer, String code) {
            this.schema = layer.schema();
            this.content = Content.builder(schema).code(code);
        }

        private Row set(String field, Object value) {
            content.value(schema.findPosition(field).orElseThrow(), value);
            return this;
        }

        private Row named(String name) {
            if (!name.isEmpty()) {
                content.name(name);
            }
            return this;
        }

        private Content build() {
            return content.build();
        }
    }
}

package org.onemap.api;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.division.life.Lineage;
import org.onemap.division.life.LineageRows;
import org.onemap.division.overlay.DedicatedGrid;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/**
 * A town of four grids that the tests of the service share, in a real GeoPackage.
 *
 * <pre>
 *  34.82 +-----+-----+
 *        | 003 | 004 |      office 410172160, zone 410172160601, grids 410172160601001 …
 *  34.81 +-----+-----+      25 buildings along 34.805, one dedicated grid around (113.545, 34.805)
 *        | 001 | 002 |
 *  34.80 +-----+-----+
 *     113.54 113.55 113.56
 * </pre>
 */
public final class TestTown {

    /** The first day of everything in the town. */
    static final LocalDate FOUNDED = LocalDate.of(2024, 1, 1);

    static final int BUILDINGS = 25;

    static final Schema BUILDING_FIELDS = Schema.of(List.of(
            Field.of("floors", FieldType.INTEGER),
            Field.of("height", FieldType.REAL),
            Field.of("用途", FieldType.TEXT),
            Field.of("built", FieldType.DATE),
            Field.of("seen", FieldType.DATETIME),
            Field.of("listed", FieldType.BOOLEAN)));

    private TestTown() {}

    /** Makes the town in this folder and opens its store. */
    public static Store create(Path folder) {
        Store store = Stores.openOrCreate(
                StoreLocation.parse(folder.resolve("town.gpkg").toString()));
        try (ChangeSetWriter writer = begin(store, FOUNDED)) {
            divisions(writer);
            buildings(writer);
            elements(writer);
            writer.commit();
        }
        return store;
    }

    /** The town with three people in its first grid, whose third grid was split into 005 and 006 on 2024-06-01. */
    public static Store createWithLife(Path folder) {
        Store store = create(folder);
        Schema fields = Schema.of(List.of(
                Field.of("person", FieldType.TEXT),
                Field.of("role", FieldType.TEXT),
                Field.of("phone", FieldType.TEXT),
                Field.of("from", FieldType.DATE),
                Field.of("matters", FieldType.TEXT),
                Field.of("stands_in_for", FieldType.TEXT)));
        try (ChangeSetWriter writer = begin(store, FOUNDED)) {
            load(
                    writer,
                    standard("assignment").toBuilder().schema(fields).build(),
                    Mode.REPLACE,
                    person(fields, "专职网格员", "李演", "0371-67981234", FOUNDED),
                    person(fields, "网格长", "王示", "13812345678", LocalDate.of(2024, 3, 1)),
                    substitute(fields));
            writer.commit();
        }
        splitTheThirdGrid(store, LocalDate.of(2024, 6, 1));
        return store;
    }

    /** The town whose third grid was split on the day it came, so that no day shows it. */
    public static Store createSplitAtOnce(Path folder) {
        Store store = create(folder);
        splitTheThirdGrid(store, FOUNDED);
        return store;
    }

    /**
     * The town with two dedicated grids in its first grid beside the one that answers for everything: 商圈 for 消防 and 治安,
     * and since 2024-06-01 within it 学校 for 消防, which goes before it. A person answers for 巡查.
     */
    public static Store createWithMatters(Path folder) {
        Store store = createWithLife(folder);
        dedicated(
                store,
                FOUNDED,
                new DedicatedGrid("Z002", "商圈", List.of("消防", "治安"), 2, List.of()),
                box(113.541, 34.801, 113.547, 34.809));
        dedicated(
                store,
                LocalDate.of(2024, 6, 1),
                new DedicatedGrid("Z003", "学校", List.of("消防"), 1, List.of()),
                box(113.543, 34.803, 113.5465, 34.807));
        return store;
    }

    /** The town whose fourth grid was left out of an import of 2024-06-01. */
    public static Store createWithoutItsFourth(Path folder) {
        Store store = create(folder);
        try (ChangeSetWriter writer = begin(store, LocalDate.of(2024, 6, 1))) {
            load(
                    writer,
                    standard("grid"),
                    Mode.REPLACE,
                    row("410172160601001", "第一网格", "410172160601", box(113.54, 34.80, 113.55, 34.81)),
                    row("410172160601002", "第二网格", "410172160601", box(113.55, 34.80, 113.56, 34.81)),
                    row("410172160601003", "第三网格", "410172160601", box(113.54, 34.81, 113.55, 34.82)));
            writer.commit();
        }
        return store;
    }

    private static void dedicated(Store store, LocalDate day, DedicatedGrid grid, String area) {
        Layer layer = DedicatedGrid.layer(Optional.empty());
        try (ChangeSetWriter writer = begin(store, day)) {
            load(writer, layer, Mode.UPSERT, grid.write(layer, Optional.empty(), "410172160601", geometry(area)));
            writer.commit();
        }
    }

    private static void splitTheThirdGrid(Store store, LocalDate day) {
        try (ChangeSetWriter writer = begin(store, day)) {
            Layer grid = writer.load(standard("grid"), Mode.UPSERT);
            writer.put(row("410172160601005", "第五网格", "410172160601", box(113.54, 34.81, 113.545, 34.82)));
            writer.put(row("410172160601006", "第六网格", "410172160601", box(113.545, 34.81, 113.55, 34.82)));
            writer.retire(Content.builder(grid.schema()).code("410172160601003").build());
            writer.finishLayer();
            List<Content> lineage = new ArrayList<>();
            for (String to : List.of("410172160601005", "410172160601006")) {
                lineage.add(LineageRows.toContent(
                        writer.number(),
                        lineage.size() + 1,
                        new Lineage(1, Lineage.Kind.SPLIT, "grid", "410172160601003", to, 0.5, 0.5)));
            }
            load(writer, LineageRows.LAYER, Mode.UPSERT, lineage.toArray(Content[]::new));
            writer.commit();
        }
    }

    private static Content person(Schema fields, String role, String name, String phone, LocalDate from) {
        return Content.builder(fields)
                .code("410172160601001-" + role)
                .parentCode("410172160601001")
                .value(0, name)
                .value(1, role)
                .value(2, phone)
                .value(3, from)
                .build();
    }

    /** Who stands in for the 网格长, for two matters. */
    private static Content substitute(Schema fields) {
        return Content.builder(fields)
                .code("410172160601001-B")
                .parentCode("410172160601001")
                .value(0, "赵替")
                .value(1, "网格长")
                .value(2, "13987654321")
                .value(3, LocalDate.of(2024, 4, 1))
                .value(4, "巡查、治安")
                .value(5, "410172160601001-网格长")
                .build();
    }

    /** Starts a change set of the tests. */
    static ChangeSetWriter begin(Store store, LocalDate effective) {
        return store.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "test", Effective.from(effective), ""));
    }

    /** Puts rows into a layer. */
    static void load(ChangeSetWriter writer, Layer layer, Mode mode, Content... rows) {
        writer.load(layer, mode);
        for (Content row : rows) {
            writer.put(row);
        }
        writer.finishLayer();
    }

    /** A standard layer. */
    static Layer standard(String name) {
        return StandardLayers.find(name).orElseThrow();
    }

    /** A row of a layer without fields: code, name, parent, WKT. */
    static Content row(String code, String name, String parent, String wkt) {
        return Content.builder(Schema.empty())
                .code(code)
                .name(name)
                .parentCode(parent)
                .geometry(geometry(wkt))
                .build();
    }

    /** A box in WKT. */
    static String box(double minLon, double minLat, double maxLon, double maxLat) {
        return String.format(
                Locale.ROOT,
                "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))",
                minLon,
                minLat,
                maxLon,
                maxLat);
    }

    static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static void divisions(ChangeSetWriter writer) {
        String whole = box(113.54, 34.80, 113.56, 34.82);
        load(writer, standard("office"), Mode.REPLACE, row("410172160", "石佛办事处", "", whole));
        load(writer, standard("zone"), Mode.REPLACE, row("410172160601", "第一片区", "410172160", whole));
        load(writer, standard("community"), Mode.REPLACE, row("410172160001", "瑞达社区", "410172160", whole));
        load(
                writer,
                standard("grid"),
                Mode.REPLACE,
                row("410172160601001", "第一网格", "410172160601", box(113.54, 34.80, 113.55, 34.81)),
                row("410172160601002", "第二网格", "410172160601", box(113.55, 34.80, 113.56, 34.81)),
                row("410172160601003", "第三网格", "410172160601", box(113.54, 34.81, 113.55, 34.82)),
                row("410172160601004", "第四网格", "410172160601", box(113.55, 34.81, 113.56, 34.82)));
        load(
                writer,
                standard("dedicated_grid"),
                Mode.REPLACE,
                row("Z001", "大学专属网格", "", box(113.544, 34.804, 113.546, 34.806)));
    }

    private static void buildings(ChangeSetWriter writer) {
        writer.load(buildingLayer(), Mode.REPLACE);
        for (int i = 1; i <= BUILDINGS; i++) {
            double west = (1135400 + i * 6) / 10000.0;
            writer.put(building(i, box(west, 34.805, west + 0.0003, 34.8053)));
        }
        writer.finishLayer();
    }

    static Layer buildingLayer() {
        return standard("building").toBuilder().schema(BUILDING_FIELDS).build();
    }

    static Content building(int number, String wkt) {
        return Content.builder(BUILDING_FIELDS)
                .code(String.format(Locale.ROOT, "B%03d", number))
                .name(number + "号楼")
                .value(0, (long) number)
                .value(1, number * 3.1)
                .value(2, number % 2 == 0 ? "住宅" : "商业")
                .value(3, LocalDate.of(2000, 1, 1).plusYears(number))
                .value(4, Instant.parse("2024-05-01T08:00:00Z"))
                .value(5, number == 1)
                .geometry(geometry(wkt))
                .build();
    }

    private static void elements(ChangeSetWriter writer) {
        load(
                writer,
                standard("road"),
                Mode.REPLACE,
                row("R01", "瑞达路", "", "LINESTRING(113.55 34.80, 113.55 34.81)"),
                row("R02", "瑞达路", "", "LINESTRING(113.55 34.81, 113.55 34.82)"),
                row("R03", "科学大道 <东>", "", "LINESTRING(113.54 34.81, 113.56 34.81)"));
        load(
                writer,
                standard("part"),
                Mode.REPLACE,
                row("a/b", "井盖 & 斜杠", "", "POINT(113.545 34.8051)"),
                row("50%", "百分号", "", "POINT Z(113.5451 34.8052 103.5)"),
                row("路灯 1", "空格", "", "POINT(113.5452 34.8053)"));
        load(
                writer,
                standard("assignment"),
                Mode.REPLACE,
                Content.builder(Schema.empty()).code("A1").name("张三").build());
        Schema fields = Schema.of(List.of(Field.of("ID", FieldType.INTEGER), Field.of("村名", FieldType.TEXT)));
        Layer village = Layer.builder("村庄")
                .title("村庄 <B1>")
                .geometry(GeometryKind.POLYGON)
                .schema(fields)
                .keyField("ID")
                .build();
        writer.load(village, Mode.REPLACE);
        writer.put(village(fields, 7, "石佛村", TWO_PARTS));
        writer.put(village(fields, 8, "沟赵村", WITH_HOLE));
        writer.finishLayer();
    }

    private static Content village(Schema fields, long id, String name, String wkt) {
        return Content.builder(fields)
                .name("村" + id)
                .value(0, id)
                .value(1, name)
                .geometry(geometry(wkt))
                .build();
    }

    private static final String TWO_PARTS = "MULTIPOLYGON(((113.50 34.70, 113.51 34.70, 113.51 34.71, 113.50 34.70)),"
            + " ((113.52 34.70, 113.53 34.70, 113.53 34.71, 113.52 34.70)))";

    /** Rings the wrong way round for GeoJSON. */
    private static final String WITH_HOLE =
            "POLYGON((113.60 34.70, 113.60 34.80, 113.70 34.80, 113.70 34.70, 113.60 34.70),"
                    + " (113.62 34.72, 113.64 34.72, 113.64 34.74, 113.62 34.74, 113.62 34.72))";
}

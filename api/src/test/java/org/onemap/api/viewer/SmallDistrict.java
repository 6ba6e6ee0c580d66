package org.onemap.api.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;

/**
 * A synthetic district small enough to be made in a test: 2 offices, 4 zones, 12 grids on a crooked lattice of roads, with
 * buildings, parts, addresses and people. The same at each call.
 */
final class SmallDistrict {

    static final int COLUMNS = 4;
    static final int ROWS = 3;

    private static final double WEST = 113.53;
    private static final double SOUTH = 34.80;
    private static final double WIDTH_DEG = 0.009;
    private static final double HEIGHT_DEG = 0.007;
    private static final String[] OFFICES = {"410172160", "410172360"};
    private static final String[] OFFICE_NAMES = {"枫杨办事处", "石佛办事处"};
    private static final String[] ROAD_NAMES = {"西三环", "瑞达路", "科学大道", "长椿路", "西四环"};

    private final GeometryFactory geometry = new GeometryFactory();
    private final Coordinate[][] lattice = new Coordinate[COLUMNS + 1][ROWS + 1];
    private final Random random = new Random(20240607);

    SmallDistrict() {
        for (int column = 0; column <= COLUMNS; column++) {
            for (int row = 0; row <= ROWS; row++) {
                lattice[column][row] = new Coordinate(
                        WEST + column * WIDTH_DEG + 0.0006 * Math.sin(row * 2.1 + column),
                        SOUTH + row * HEIGHT_DEG + 0.0005 * Math.cos(column * 1.7 + row));
            }
        }
    }

    /** Writes all layers in one change set. */
    void writeTo(Store store) {
        ChangeSetRequest request = new ChangeSetRequest(
                ChangeSet.Kind.IMPORT, "test", ChangeSetRequest.Effective.today(), "small district");
        try (ChangeSetWriter writer = store.begin(request)) {
            load(writer, "office", Schema.empty(), offices());
            load(writer, "zone", Schema.empty(), zones());
            load(writer, "grid", GRID, grids("网格"));
            load(writer, "road", ROAD, roads());
            load(writer, "building", BUILDING, buildings());
            load(writer, "part", Schema.empty(), parts());
            load(writer, "address", Schema.empty(), addresses());
            load(writer, "assignment", ASSIGNMENT, assignments());
            writer.commit();
        }
    }

    /** Names every grid anew, as a later import would. */
    void renameGrids(Store store) {
        ChangeSetRequest request =
                new ChangeSetRequest(ChangeSet.Kind.IMPORT, "test", ChangeSetRequest.Effective.today(), "new names");
        try (ChangeSetWriter writer = store.begin(request)) {
            load(writer, "grid", GRID, grids("新网格"));
            writer.commit();
        }
    }

    /** Code of the grid in this column and row. */
    static String gridCode(int column, int row) {
        return zoneCode(column) + String.format("%03d", row + 1);
    }

    /** A position well inside a grid. */
    Coordinate inside(int column, int row) {
        return cell(column, row, column + 1, row + 1).getInteriorPoint().getCoordinate();
    }

    private static String zoneCode(int column) {
        return OFFICES[column / 2] + (601 + column % 2);
    }

    private static final Schema GRID = Schema.of(List.of(Field.of("常住人口", FieldType.INTEGER)));
    private static final Schema ROAD = Schema.of(List.of(Field.of("道路等级", FieldType.TEXT)));
    private static final Schema BUILDING =
            Schema.of(List.of(Field.of("层数", FieldType.INTEGER), Field.of("用途", FieldType.TEXT)));
    private static final Schema ASSIGNMENT =
            Schema.of(List.of(Field.of("姓名", FieldType.TEXT), Field.of("角色", FieldType.TEXT)));

    private static void load(ChangeSetWriter writer, String name, Schema schema, List<Content> rows) {
        Layer layer = StandardLayers.find(name).orElseThrow().toBuilder()
                .schema(schema)
                .build();
        writer.load(layer, ChangeSetWriter.Mode.REPLACE);
        rows.forEach(writer::put);
        writer.finishLayer();
    }

    private List<Content> offices() {
        List<Content> rows = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            rows.add(Content.builder(Schema.empty())
                    .code(OFFICES[i])
                    .name(OFFICE_NAMES[i])
                    .geometry(cell(2 * i, 0, 2 * i + 2, ROWS))
                    .build());
        }
        return rows;
    }

    private List<Content> zones() {
        List<Content> rows = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            rows.add(Content.builder(Schema.empty())
                    .code(zoneCode(column))
                    .name(ROAD_NAMES[column] + "片区")
                    .parentCode(OFFICES[column / 2])
                    .geometry(cell(column, 0, column + 1, ROWS))
                    .build());
        }
        return rows;
    }

    private List<Content> grids(String word) {
        List<Content> rows = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            for (int row = 0; row < ROWS; row++) {
                rows.add(Content.builder(GRID)
                        .code(gridCode(column, row))
                        .name(ROAD_NAMES[column] + "第" + (row + 1) + word)
                        .parentCode(zoneCode(column))
                        .geometry(cell(column, row, column + 1, row + 1))
                        .value(0, 3000L + 100L * column + row)
                        .build());
            }
        }
        return rows;
    }

    private List<Content> roads() {
        List<Content> rows = new ArrayList<>();
        String[] classes = {"快速路", "次干路", "主干路", "次干路", "快速路"};
        for (int column = 0; column <= COLUMNS; column++) {
            rows.add(road("Z" + column, ROAD_NAMES[column], classes[column], lattice[column]));
        }
        String[] names = {"莲花街", "翠竹街", "冬青街", "梧桐街"};
        for (int row = 0; row <= ROWS; row++) {
            Coordinate[] line = new Coordinate[COLUMNS + 1];
            for (int column = 0; column <= COLUMNS; column++) {
                line[column] = lattice[column][row];
            }
            rows.add(road("B" + row, names[row], row % 3 == 0 ? "主干路" : "支路", line));
        }
        return rows;
    }

    private Content road(String code, String name, String roadClass, Coordinate[] line) {
        return Content.builder(ROAD)
                .code("410172" + code)
                .name(name)
                .geometry(geometry.createLineString(line))
                .value(0, roadClass)
                .build();
    }

    private List<Content> buildings() {
        List<Content> rows = new ArrayList<>();
        for (int i = 0; i < COLUMNS * ROWS * 24; i++) {
            Coordinate at = spot(i);
            rows.add(Content.builder(BUILDING)
                    .code(String.format("410172B%06d", i + 1))
                    .name(i % 4 == 0 ? (i / 4 + 1) + "号楼" : null)
                    .geometry(box(at, 0.00028, 0.00013))
                    .value(0, 6L + i % 12)
                    .value(1, i % 3 == 0 ? "商业" : "住宅")
                    .build());
        }
        return rows;
    }

    private List<Content> parts() {
        List<Content> rows = new ArrayList<>();
        int[] majors = {1, 2, 3, 4, 5, 21};
        String[] names = {"上水井盖", "路灯", "公共厕所", "行道树", "宣传栏", "电梯"};
        for (int i = 0; i < COLUMNS * ROWS * 40; i++) {
            int kind = (i + i / majors.length) % majors.length; // each kind in each grid
            Coordinate at = spot(i);
            rows.add(Content.builder(Schema.empty())
                    .code(String.format("410172%02d%02d%06d", majors[kind], 1 + i % 9, i + 1))
                    .name(names[kind])
                    .geometry(geometry.createPoint(new Coordinate(
                            at.x + 0.0004 * random.nextDouble(), at.y + 0.0003 + 0.0002 * random.nextDouble())))
                    .build());
        }
        return rows;
    }

    private List<Content> addresses() {
        List<Content> rows = new ArrayList<>();
        for (int i = 0; i < COLUMNS * ROWS * 24; i++) {
            Coordinate at = spot(i);
            rows.add(Content.builder(Schema.empty())
                    .code(String.format("410172A%06d", i + 1))
                    .name("翠竹街" + (i + 1) + "号")
                    .geometry(geometry.createPoint(new Coordinate(at.x + 0.0002, at.y - 0.0002)))
                    .build());
        }
        return rows;
    }

    private List<Content> assignments() {
        List<Content> rows = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            for (int row = 0; row < ROWS; row++) {
                rows.add(person(gridCode(column, row), "专职网格员", "李演" + column + row));
                rows.add(person(gridCode(column, row), "网格长", "王示" + column + row));
            }
        }
        return rows;
    }

    private static Content person(String grid, String role, String name) {
        return Content.builder(ASSIGNMENT)
                .code(grid + "-" + role)
                .parentCode(grid)
                .value(0, name)
                .value(1, role)
                .build();
    }

    /** The i-th of 24 or more places in its grid, clear of its edges. */
    private Coordinate spot(int i) {
        int grid = i % (COLUMNS * ROWS);
        int place = i / (COLUMNS * ROWS) % 24;
        double x = 0.14 + 0.125 * (place % 6);
        int line = place / 6;
        double y = 0.16 + 0.2 * line;
        int column = grid / ROWS;
        int row = grid % ROWS;
        return mix(
                mix(lattice[column][row], lattice[column + 1][row], x),
                mix(lattice[column][row + 1], lattice[column + 1][row + 1], x),
                y);
    }

    private static Coordinate mix(Coordinate from, Coordinate to, double part) {
        return new Coordinate(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y));
    }

    private Geometry box(Coordinate middle, double halfWidth, double halfHeight) {
        return geometry.createPolygon(new Coordinate[] {
            new Coordinate(middle.x - halfWidth, middle.y - halfHeight),
            new Coordinate(middle.x + halfWidth, middle.y - halfHeight),
            new Coordinate(middle.x + halfWidth, middle.y + halfHeight),
            new Coordinate(middle.x - halfWidth, middle.y + halfHeight),
            new Coordinate(middle.x - halfWidth, middle.y - halfHeight)
        });
    }

    /** The ring around a block of cells, with every lattice vertex on it: neighbours share their edges. */
    private Polygon cell(int west, int south, int east, int north) {
        List<Coordinate> ring = new ArrayList<>();
        for (int column = west; column < east; column++) {
            ring.add(lattice[column][south]);
        }
        for (int row = south; row < north; row++) {
            ring.add(lattice[east][row]);
        }
        for (int column = east; column > west; column--) {
            ring.add(lattice[column][north]);
        }
        for (int row = north; row >= south; row--) {
            ring.add(lattice[west][row]);
        }
        return geometry.createPolygon(ring.toArray(new Coordinate[0]));
    }
}

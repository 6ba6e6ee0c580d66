package org.onemap.api.plans;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.onemap.division.partition.NestedPartition.Search;
import org.onemap.division.partition.Starts;
import org.onemap.division.plan.BlockGroups;
import org.onemap.division.plan.Plan;
import org.onemap.division.plan.PlanFigureRows;
import org.onemap.division.plan.PlanLevels;
import org.onemap.division.plan.PlanLoads;
import org.onemap.division.plan.PlanProblem;
import org.onemap.division.plan.PlanRules;
import org.onemap.division.plan.Planner;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.road.Centreline;
import org.onemap.road.PriorNet;
import org.onemap.road.RoadClass;
import org.onemap.road.RoadLayers;
import org.onemap.road.RoadNet;
import org.onemap.road.RoadNetBuilder;
import org.onemap.road.RoadNetOptions;
import org.onemap.road.StreetBlock;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/**
 * A town of 12 × 9 street blocks on a crooked lattice of roads, with a river, in 2 offices, 4 zones and 12 grids of 3 × 3
 * blocks, whose households crowd in the west; and a plan of the real planner as a draft. The same at each call.
 */
public final class PlannedTown {

    /** Number of the draft. */
    public static final long DRAFT = 2;

    static final int COLUMNS = 12;
    static final int ROWS = 9;
    static final int GRIDS = 12;

    private static final LocalDate FOUNDED = LocalDate.of(2024, 1, 1);
    private static final double WEST = 113.50;
    private static final double SOUTH = 34.78;
    private static final String[] OFFICES = {"410172160", "410172360"};
    private static final String[] OFFICE_NAMES = {"枫杨办事处", "石佛办事处"};
    private static final PlanLevels LEVELS = PlanLevels.parse("office:2,zone:4,grid:12");

    private final GeometryFactory geometry = new GeometryFactory();
    private final RoadNet net;
    private final double[] households;

    private PlannedTown() {
        net = RoadNetBuilder.build(roads(), RoadNetOptions.of("410172"), PriorNet.NONE);
        Random random = new Random(20240607);
        households = new double[net.blocks().size()];
        for (int block = 0; block < households.length; block++) {
            double eastwards = (inside(block).x - WEST) / (COLUMNS * 0.005);
            households[block] = Math.rint(60 + 180 * (1 - eastwards) + 80 * random.nextDouble());
        }
    }

    /** Makes the town in this folder, with its draft, and opens its store. */
    public static Store create(Path folder) {
        Store store = Stores.openOrCreate(
                StoreLocation.parse(folder.resolve("planned.gpkg").toString()));
        PlannedTown town = new PlannedTown();
        town.found(store);
        town.draft(store);
        return store;
    }

    private List<Centreline> roads() {
        List<Centreline> roads = new ArrayList<>();
        for (int column = 0; column <= COLUMNS; column++) {
            int at = column;
            RoadClass roadClass =
                    column == 6 ? RoadClass.RIVER : column % 3 == 0 ? RoadClass.ARTERIAL : RoadClass.LOCAL;
            roads.add(road(
                    "V" + column,
                    column == 6 ? "索须河" : "经" + column + "路",
                    roadClass,
                    IntStream.rangeClosed(0, ROWS)
                            .mapToObj(row -> corner(at, row))
                            .toArray(Coordinate[]::new)));
        }
        for (int row = 0; row <= ROWS; row++) {
            int at = row;
            RoadClass roadClass = row % 3 == 0 ? RoadClass.COLLECTOR : RoadClass.LOCAL;
            roads.add(road(
                    "H" + row,
                    "纬" + row + "街",
                    roadClass,
                    IntStream.rangeClosed(0, COLUMNS)
                            .mapToObj(column -> corner(column, at))
                            .toArray(Coordinate[]::new)));
        }
        return roads;
    }

    private Centreline road(String id, String name, RoadClass roadClass, Coordinate[] line) {
        return Centreline.of(id, name, roadClass, geometry.createLineString(line));
    }

    private static Coordinate corner(int column, int row) {
        return new Coordinate(
                WEST + 0.005 * column + 0.0005 * Math.sin(row * 2.1 + column),
                SOUTH + 0.004 * row + 0.0004 * Math.cos(column * 1.7 + row));
    }

    private Coordinate inside(int block) {
        return net.blocks().get(block).polygon().getInteriorPoint().getCoordinate();
    }

    /** The grid of today that a block lies in: which cell of 3 × 3 holds its middle. */
    private int gridOf(int block) {
        Coordinate middle = inside(block);
        int column = (int) Math.min(3, (middle.x - WEST + 0.0005) / 0.015);
        int row = (int) Math.min(2, (middle.y - SOUTH + 0.0005) / 0.012);
        return column * 3 + row;
    }

    /** Code of a grid of today. */
    static String gridCode(int grid) {
        return zoneCode(grid / 3) + String.format("%03d", grid % 3 + 1);
    }

    private static String zoneCode(int zone) {
        return OFFICES[zone / 2] + (601 + zone % 2);
    }

    private void found(Store store) {
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "test", Effective.from(FOUNDED), "the town"))) {
            List<Content> offices = new ArrayList<>();
            List<Content> zones = new ArrayList<>();
            List<Content> grids = new ArrayList<>();
            for (int office = 0; office < 2; office++) {
                int at = office;
                offices.add(row(OFFICES[office], OFFICE_NAMES[office], "", shape(block -> gridOf(block) / 6 == at)));
            }
            for (int zone = 0; zone < 4; zone++) {
                int at = zone;
                zones.add(row(
                        zoneCode(zone),
                        "第" + (zone + 1) + "片区",
                        OFFICES[zone / 2],
                        shape(block -> gridOf(block) / 3 == at)));
            }
            for (int grid = 0; grid < GRIDS; grid++) {
                int at = grid;
                grids.add(row(
                        gridCode(grid),
                        "第" + (grid + 1) + "网格",
                        zoneCode(grid / 3),
                        shape(block -> gridOf(block) == at)));
            }
            load(writer, standard("office"), Mode.REPLACE, offices);
            load(writer, standard("zone"), Mode.REPLACE, zones);
            load(writer, standard("grid"), Mode.REPLACE, grids);
            load(
                    writer,
                    RoadLayers.SEGMENT,
                    Mode.REPLACE,
                    net.segments().stream().map(RoadLayers::row).toList());
            load(
                    writer,
                    RoadLayers.BLOCK,
                    Mode.REPLACE,
                    net.blocks().stream().map(RoadLayers::row).toList());
            writer.commit();
        }
    }

    private void draft(Store store) {
        PlanProblem problem = PlanProblem.of(
                net.graph(),
                new PlanLoads(Map.of("households", households), Map.of("households", 1.0)),
                new PlanProblem.Order(LEVELS, PlanRules.defaults(), BlockGroups.none()));
        Planner planner = new Planner(problem, new Search(new Starts(1, 1, 1), () -> {}), 0.3);
        Plan plan = planner.create();
        int[] leaves = IntStream.range(0, households.length).map(this::gridOf).toArray();
        Plan today =
                planner.existing(leaves, new int[][] {new int[2], {0, 0, 1, 1}, {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3}});
        String[][] codes = codes(plan);
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.PLAN, "规划科", Effective.draft(), "新划方案"))) {
            for (int level = 2; level >= 0; level--) {
                List<Content> rows = new ArrayList<>();
                for (int part = 0; part < plan.count(level); part++) {
                    int atLevel = level;
                    int atPart = part;
                    rows.add(row(
                            codes[level][part],
                            standard(LEVELS.layer(level)).title() + (part + 1),
                            level == 2 ? "" : codes[level + 1][plan.parent(level, part)],
                            shape(block -> plan.part(atLevel, block) == atPart)));
                }
                load(writer, standard(LEVELS.layer(level)), Mode.REPLACE, rows);
            }
            PlanFigureRows figures = new PlanFigureRows(
                    writer.number(), PlanFigureRows.Stage.PLAN, plan, (level, part) -> codes[level][part]);
            PlanFigureRows before =
                    new PlanFigureRows(writer.number(), PlanFigureRows.Stage.TODAY, today, PlannedTown::codeOfToday);
            load(writer, PlanFigureRows.LEVEL, Mode.UPSERT, both(figures.levels(), before.levels()));
            load(writer, PlanFigureRows.DIVISION, Mode.UPSERT, both(figures.divisions(), before.divisions()));
            writer.commit();
        }
    }

    private static List<Content> both(List<Content> some, List<Content> others) {
        List<Content> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static String codeOfToday(int level, int part) {
        return switch (level) {
            case 0 -> gridCode(part);
            case 1 -> zoneCode(part);
            default -> OFFICES[part];
        };
    }

    /** The first part of a parent that holds the middle of a grid of today keeps its code, others get new ones. */
    private String[][] codes(Plan plan) {
        String[][] codes = new String[3][];
        Map<String, Integer> given = new HashMap<>();
        for (int level = 2; level >= 0; level--) {
            codes[level] = new String[plan.count(level)];
            for (int part = 0; part < plan.count(level); part++) {
                String parent = level == 2 ? "" : codes[level + 1][plan.parent(level, part)];
                int number = given.merge(parent, 1, Integer::sum);
                codes[level][part] =
                        level == 2 ? OFFICES[part] : parent + String.format("%03d", level == 1 ? 600 + number : number);
            }
        }
        return codes;
    }

    private Geometry shape(java.util.function.IntPredicate block) {
        Polygon[] polygons = IntStream.range(0, net.blocks().size())
                .filter(block)
                .mapToObj(net.blocks()::get)
                .map(StreetBlock::polygon)
                .toArray(Polygon[]::new);
        return CoverageUnion.union(polygons);
    }

    private static Layer standard(String name) {
        return StandardLayers.find(name).orElseThrow();
    }

    private static Content row(String code, String name, String parent, Geometry shape) {
        return Content.builder(Schema.empty())
                .code(code)
                .name(name)
                .parentCode(parent)
                .geometry(shape)
                .build();
    }

    private static void load(ChangeSetWriter writer, Layer layer, Mode mode, List<Content> rows) {
        writer.load(layer, mode);
        rows.forEach(writer::put);
        writer.finishLayer();
    }

    /** Households of the whole town. */
    static double householdsOf() {
        return Arrays.stream(new PlannedTown().households).sum();
    }
}

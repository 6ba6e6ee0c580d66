package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.Cgcs2000;

/** The answers are those of JTS over all divisions, whatever the divisions and wherever the position. */
class GridIndexTest {

    static Stream<String> partitions() {
        return Partitions.names().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("partitions")
    void agreesWithJts(String partition) {
        agrees(Partitions.get(partition), 20240607, 45_000);
    }

    @Tag("nightly")
    @ParameterizedTest(name = "{0}")
    @MethodSource("partitions")
    void agreesWithJtsForLong(String partition) {
        agrees(Partitions.get(partition), 42, 900_000);
    }

    @Tag("nightly")
    @Test
    void agreesWithJtsOnATilingOfOneHundredThirtyFiveThousand() {
        agrees(new Mosaic(1, 368, 20).shapes("grid"), 7, 2_000_000);
    }

    /** Each position against the candidates of an R-tree, many against all that cover it, some against every division. */
    private static void agrees(List<DivisionShape> shapes, long seed, int count) {
        GridIndex index = GridIndex.of(shapes);
        Oracle oracle = new Oracle(shapes);
        StrTreeIndex all = new StrTreeIndex(shapes);
        Positions positions = new Positions(seed, shapes, index);
        double[] lonLat = new double[2 * count];
        int[] found = new int[count];
        int scans = Math.max(1, 40_000_000 / shapes.size() / 100);
        int hits = 0;
        for (int i = 0; i < count; i++) {
            positions.draw();
            double x = positions.x();
            double y = positions.y();
            lonLat[2 * i] = x;
            lonLat[2 * i + 1] = y;
            found[i] = index.find(x, y);
            int expected = oracle.find(x, y);
            if (expected != found[i]) {
                assertEquals(expected, found[i], "seed " + seed + " draw " + i + ": " + x + " " + y);
            }
            hits += expected == GridIndex.NONE ? 0 : 1;
            if (i % 7 == 0 && positions.isPosition()) {
                Cgcs2000 p = new Cgcs2000(x, y);
                assertEquals(all.locate(p), index.locate(p), "seed " + seed + " draw " + i + ": " + p);
            }
            if (i % Math.max(50, count / scans) == 0) {
                assertEquals(oracle.scan(x, y), found[i], "scan, seed " + seed + " draw " + i + ": " + x + " " + y);
            }
        }
        assertThat(hits).isGreaterThan(count / 10);
        int[] inBulk = new int[count];
        index.findAll(lonLat, count, inBulk);
        assertThat(inBulk).isEqualTo(found);
    }

    /** What the seeded loops above are worth: the partitions have every form of a record, and cells within cells. */
    @Test
    void thePartitionsHaveEveryFormOfARecord() {
        int[] kinds = new int[4];
        for (String partition : Partitions.names()) {
            Cells cells = GridIndex.of(Partitions.get(partition)).cells();
            for (int line = 0; line < cells.top().capacity(); line += CellLine.WORDS) {
                countKinds(cells, line, kinds);
            }
        }
        assertThat(kinds[SubCell.WHOLE]).as("whole").isPositive();
        assertThat(kinds[SubCell.SHORT]).as("short").isGreaterThan(10_000);
        assertThat(kinds[SubCell.LONG]).as("long").isGreaterThan(1_000);
        assertThat(kinds[SubCell.CELL]).as("cells").isGreaterThan(50);
    }

    private static void countKinds(Cells cells, int line, int[] kinds) {
        for (int subCell = 0; subCell < CellLine.SUB_CELLS; subCell++) {
            int row = cells.top().get(line + subCell / CellLine.SIDE);
            int column = subCell % CellLine.SIDE;
            if (CellLine.code(row, column) == CellLine.RECORD) {
                int record = cells.top().get(line + CellLine.BASE) + CellLine.rank(row, column);
                kinds[SubCell.kind(cells.records()[Cells.buffer(record)].get(Cells.place(record)))]++;
            }
        }
    }

    @Test
    void divisionsOfTheSameCodeAreOne() {
        GridIndex index = GridIndex.of(List.of(
                DivisionIndexTest.shape("B", "POLYGON ((4 0, 5 0, 5 1, 4 1, 4 0))"),
                DivisionIndexTest.shape("A", "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"),
                DivisionIndexTest.shape("B", "POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))")));
        assertEquals(2, index.size());
        assertEquals("A", index.code(index.find(1.5, 1.5)));
        assertEquals("B", index.code(index.find(2.5, 2.5)));
        assertEquals("B", index.code(index.find(4.5, 0.5)));
        assertThat(index.locate(new Cgcs2000(1.5, 1.5)).covering()).containsExactly("A", "B");
    }

    @Test
    void theExampleOfThePackageWorks() {
        List<DivisionShape> shapes =
                List.of(DivisionIndexTest.shape("410172560601001", "POLYGON ((113 34, 114 34, 114 35, 113 34))"));
        // the five lines of package-info
        GridIndex index = GridIndex.of(shapes);
        int ordinal = index.find(113.9, 34.2);
        String code = ordinal == GridIndex.NONE ? "outside" : index.code(ordinal);
        int[] ordinals = new int[2];
        index.findAll(new double[] {113.9, 34.2, 113.1, 34.9}, 2, ordinals);
        assertEquals("410172560601001", code);
        assertThat(ordinals).containsExactly(0, GridIndex.NONE);
    }

    @Test
    void answersOneStageAfterAnother() {
        List<DivisionShape> shapes = Partitions.get("a tiling of 196");
        GridIndex index = GridIndex.of(shapes);
        Positions positions = new Positions(3, shapes, index);
        for (int count : new int[] {0, 1, 255, 256, 257, 1000}) {
            double[] lonLat = new double[2 * count];
            int[] expected = new int[count];
            for (int i = 0; i < count; i++) {
                positions.draw();
                lonLat[2 * i] = positions.x();
                lonLat[2 * i + 1] = positions.y();
                expected[i] = index.find(positions.x(), positions.y());
            }
            int[] found = new int[count];
            index.findAll(lonLat, count, found);
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void holdsForManyThreads() {
        List<DivisionShape> shapes = Partitions.get("a tiling with gaps");
        GridIndex index = GridIndex.of(shapes);
        Oracle oracle = new Oracle(shapes);
        long wrong = Stream.iterate(0L, seed -> seed + 1)
                .limit(16)
                .parallel()
                .filter(seed -> {
                    Positions positions = new Positions(seed, shapes, index);
                    boolean right = true;
                    for (int i = 0; i < 2_000; i++) {
                        positions.draw();
                        right &= index.find(positions.x(), positions.y()) == oracle.find(positions.x(), positions.y());
                    }
                    return !right;
                })
                .count();
        assertEquals(0, wrong);
    }

    /** JTS itself, by ordinal. */
    private static final class Oracle {

        private final STRtree tree = new STRtree();
        private final List<Geometry> geometries = new ArrayList<>();

        private Oracle(List<DivisionShape> shapes) {
            shapes.stream()
                    .sorted(Comparator.comparing(shape -> shape.division().code()))
                    .forEach(shape -> geometries.add(shape.geometry()));
            for (int ordinal = 0; ordinal < geometries.size(); ordinal++) {
                tree.insert(geometries.get(ordinal).getEnvelopeInternal(), ordinal);
            }
            tree.build();
        }

        private int find(double x, double y) {
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return GridIndex.NONE;
            }
            Coordinate c = new Coordinate(x, y);
            int lowest = Integer.MAX_VALUE;
            for (Object item : tree.query(new Envelope(c))) {
                int ordinal = (Integer) item;
                if (ordinal < lowest
                        && SimplePointInAreaLocator.locate(c, geometries.get(ordinal)) != Location.EXTERIOR) {
                    lowest = ordinal;
                }
            }
            return lowest == Integer.MAX_VALUE ? GridIndex.NONE : lowest;
        }

        /** JTS {@code covers}, without any index. */
        private int scan(double x, double y) {
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return GridIndex.NONE;
            }
            Geometry point = Mosaic.LON_LAT.createPoint(new Coordinate(x, y));
            for (int ordinal = 0; ordinal < geometries.size(); ordinal++) {
                if (geometries.get(ordinal).covers(point)) {
                    return ordinal;
                }
            }
            return GridIndex.NONE;
        }
    }
}

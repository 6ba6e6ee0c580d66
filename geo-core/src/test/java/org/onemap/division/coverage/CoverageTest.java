package org.onemap.division.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Geometry in units of 0.001° (some 100 m) from 113.5, 34.8. */
class CoverageTest {

    private static final CoverageTolerances DEFAULTS = CoverageTolerances.defaults();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        fits                    | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))                             |
        fits, other way round   | POLYGON((0 0,0 4,4 4,4 0,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))                             |
        apart                   | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((5 0,8 0,8 4,5 4,5 0))                             |
        a tenth of a millimetre | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4.0000005 0,8 0,8 4,4.0000005 4,4.0000005 0))     |
        vertex more             | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 1,4 0))                         | MISSING_VERTEX 0 1
        corner on an edge       | POLYGON((0 0,8 0,8 4,0 4,0 0)); POLYGON((0 4,4 4,4 8,0 8,0 4)); POLYGON((4 4,8 4,8 8,4 8,4 4)) | T_JUNCTION 0 1 2
        corner, outside beyond  | POLYGON((0 0,8 0,8 4,0 4,0 0)); POLYGON((0 4,4 4,4 8,0 8,0 4))                             | T_JUNCTION 0 1
        vertex a metre off      | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4.01 1,4 0))                      | MISSING_VERTEX 0 1
        overlap                 | POLYGON((0 0,5 0,5 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))                             | OVERLAP 0 1
        thin overlap            | POLYGON((0 0,4.004 0,4.004 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))                     | SLIVER 0 1
        the same twice          | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((0 4,4 4,4 0,0 0,0 4))                             | DUPLICATE 0 1
        one in the other        | POLYGON((0 0,8 0,8 4,0 4,0 0)); POLYGON((1 1,2 1,2 2,1 2,1 1))                             | OVERLAP 0 1
        one fills the other     | POLYGON((0 0,8 0,8 4,0 4,0 0),(1 1,2 1,2 2,1 2,1 1)); POLYGON((1 1,2 1,2 2,1 2,1 1))       |
        hole                    | POLYGON((0 0,4 0,4 1,3 2,4 3,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 3,4 1,4 0))         | GAP 0 1
        hole between corners    | POLYGON((0 0,4 0,3 2,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))                         | GAP 0 1
        thin hole               | POLYGON((0 0,4 0,4 1,3.996 1,3.996 3,4 3,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 3,4 1,4 0)) | SLIVER 0 1
        three over one place    | POLYGON((0 0,5 0,5 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0)); POLYGON((4 0,5 0,5 4,4 4,4 0)) | OVERLAP 0 1,OVERLAP 0 2,OVERLAP 1 2
        """)
    void tellsWhatDoesNotFit(String row, String wkt, String expected) throws ParseException {
        String found = Coverage.of(areas(wkt)).faults(DEFAULTS).stream()
                .map(fault -> fault.kind() + members(fault))
                .sorted()
                .collect(Collectors.joining(","));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void measuresAreaAndWidth() throws ParseException {
        CoverageFault overlap = Coverage.of(areas("POLYGON((0 0,5 0,5 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))"))
                .faults(DEFAULTS)
                .get(0);
        // 0.001° × 0.004° at 34.8° N: 91.5 m × 443.7 m
        assertThat(overlap.size().areaM2()).isBetween(40_600.0, 40_700.0);
        assertThat(overlap.size().widthM()).isBetween(75.0, 76.5);
        assertThat(overlap.where().getEnvelopeInternal().centre().distance(new Coordinate(113.5045, 34.802)))
                .isLessThan(1e-9);
    }

    @Test
    void findsEveryInjectedDefectAndNothingElse() {
        findsAll(new TiledCity(80).breakTiles(320, 20261127));
    }

    @Tag("nightly")
    @Test
    void findsEveryInjectedDefectAmong135424Tiles() {
        for (long seed = 1; seed <= 3; seed++) {
            findsAll(new TiledCity(368).breakTiles(676, seed));
        }
    }

    private static void findsAll(TiledCity city) {
        List<CoverageFault> faults = Coverage.of(city.areas()).faults(DEFAULTS);
        Set<String> found = new TreeSet<>();
        faults.forEach(fault -> assertThat(found.add(say(fault.kind(), fault.cover(), fault.members())))
                .as("told once: %s", fault)
                .isTrue());
        Set<String> injected = new TreeSet<>();
        city.defects().forEach(defect -> injected.add(say(defect.kind(), defect.cover(), defect.members())));
        assertThat(difference(injected, found)).as("not found").isEmpty();
        assertThat(difference(found, injected)).as("not injected").isEmpty();
        for (TiledCity.Defect defect : city.defects()) {
            assertThat(faults).as("a fault at %s", defect).anySatisfy(fault -> assertThat(
                            fault.where().distance(TiledCity.FACTORY.createPoint(defect.at())))
                    .isLessThan(2e-7));
        }
    }

    private static String say(CoverageFault.Kind kind, CoverageFault.Cover cover, List<Integer> members) {
        return kind + " " + cover + members.stream().sorted().toList();
    }

    private static Set<String> difference(Set<String> from, Set<String> without) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(without);
        return rest;
    }

    /** Jittered squares, some of them dropped or grown: overlaps and holes against JTS's overlay of all pairs. */
    @Test
    void agreesWithOverlayingAllPairs() {
        for (long seed = 0; seed < 150; seed++) {
            List<Geometry> areas = jittered(new Random(seed));
            double expectedOverlap = 0;
            Set<List<Integer>> expectedPairs = new HashSet<>();
            for (int i = 0; i < areas.size(); i++) {
                for (int j = i + 1; j < areas.size(); j++) {
                    Geometry common = OverlayNGRobust.overlay(areas.get(i), areas.get(j), OverlayNG.INTERSECTION);
                    expectedOverlap += common.getArea();
                    if (common.getArea() > 3e-7 * common.getLength()) {
                        expectedPairs.add(List.of(i, j));
                    }
                }
            }
            List<CoverageFault> faults = Coverage.of(areas).faults(new CoverageTolerances(0, 0, 0));
            double overlap = faults.stream()
                    .filter(fault -> fault.cover() == CoverageFault.Cover.SEVERAL)
                    .mapToDouble(fault -> fault.where().getArea())
                    .sum();
            double holes = faults.stream()
                    .filter(fault -> fault.cover() == CoverageFault.Cover.NONE)
                    .mapToDouble(fault -> fault.where().getArea())
                    .sum();
            assertThat(faults)
                    .as("pairs, seed %d", seed)
                    .filteredOn(fault -> fault.cover() == CoverageFault.Cover.SEVERAL)
                    .extracting(CoverageFault::members)
                    .containsAll(expectedPairs);
            assertThat(overlap).as("overlaps, seed %d", seed).isCloseTo(expectedOverlap, within(areas));
            assertThat(holes).as("holes, seed %d", seed).isCloseTo(holeArea(areas), within(areas));
        }
    }

    /** Whatever JTS's validator rejects has a fault here, and nothing else has. */
    @Test
    void callsTheSameCoveragesValidAsJts() {
        int valid = 0;
        for (long seed = 0; seed < 300; seed++) {
            List<Geometry> areas = jittered(new Random(seed));
            boolean expected = CoverageValidator.isValid(areas.toArray(new Geometry[0]));
            List<CoverageFault> faults = Coverage.of(areas).faults(DEFAULTS).stream()
                    .filter(fault -> fault.cover() != CoverageFault.Cover.NONE
                            || fault.members().isEmpty())
                    .toList();
            assertThat(faults.isEmpty()).as("seed %d %s", seed, faults).isEqualTo(expected);
            valid += expected ? 1 : 0;
        }
        assertThat(valid).isBetween(30, 270);
    }

    /** Hash codes of objects differ from call to call, and must not show. */
    @Test
    void saysTheSameToTheLastDigitEveryTime() {
        for (long seed = 0; seed < 100; seed++) {
            List<Geometry> areas = jittered(new Random(seed));
            List<CoverageFault> first = Coverage.of(areas).faults(DEFAULTS);
            assertThat(Coverage.of(areas).faults(DEFAULTS)).as("seed %d", seed).isEqualTo(first);
        }
    }

    private static List<Geometry> jittered(Random random) {
        int side = 5;
        Coordinate[][] corners = new Coordinate[side + 1][side + 1];
        for (int i = 0; i <= side; i++) {
            for (int j = 0; j <= side; j++) {
                corners[i][j] = new Coordinate(
                        113.5 + 0.001 * (i + 0.5 * random.nextDouble()),
                        34.8 + 0.001 * (j + 0.5 * random.nextDouble()));
            }
        }
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                Coordinate[] ring = {
                    corners[i][j].copy(),
                    corners[i + 1][j].copy(),
                    corners[i + 1][j + 1].copy(),
                    corners[i][j + 1].copy(),
                    corners[i][j].copy()
                };
                if (random.nextInt(40) == 0) {
                    ring[2] = new Coordinate(ring[2].x + 0.0003, ring[2].y + 0.0004 * random.nextDouble());
                }
                if (random.nextInt(25) > 0) {
                    areas.add(TiledCity.FACTORY.createPolygon(ring));
                }
            }
        }
        return areas;
    }

    /** What the union encloses and does not cover, places included that touch the outside in a point. */
    private static double holeArea(List<Geometry> areas) {
        Geometry union = OverlayNGRobust.union(areas);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(OverlayNGRobust.union(union.getBoundary()));
        double area = 0;
        for (Object face : polygonizer.getPolygons()) {
            Geometry polygon = (Geometry) face;
            area += union.covers(polygon.getInteriorPoint()) ? 0 : polygon.getArea();
        }
        return area;
    }

    private static org.assertj.core.data.Offset<Double> within(List<Geometry> areas) {
        double lengthDeg = areas.stream().mapToDouble(Geometry::getLength).sum();
        return org.assertj.core.data.Offset.offset(1e-7 * lengthDeg); // a step of the lattice along every edge
    }

    private static String members(CoverageFault fault) {
        return fault.members().stream()
                .map(i -> String.format(Locale.ROOT, " %d", i))
                .collect(Collectors.joining());
    }

    static List<Geometry> areas(String wkt) throws ParseException {
        AffineTransformation place =
                AffineTransformation.scaleInstance(0.001, 0.001).translate(113.5, 34.8);
        List<Geometry> areas = new ArrayList<>();
        for (String one : Arrays.asList(wkt.split(";"))) {
            areas.add(place.transform(new WKTReader().read(one)));
        }
        return areas;
    }
}

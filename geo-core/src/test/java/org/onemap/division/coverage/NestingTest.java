package org.onemap.division.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Geometry in units of 0.001° (some 100 m) from 113.5, 34.8; the parent is 8 by 4. */
class NestingTest {

    private static final String PARENT = "POLYGON((0 0,8 0,8 4,0 4,0 0))";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        fills               | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))     |
        one alone           | POLYGON((0 0,8 0,8 4,0 4,0 0))                                     |
        gap at the border   | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4 0,7 0,7 4,4 4,4 0))     | GAP[1]
        gap between         | POLYGON((0 0,3 0,3 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))     | GAP[0, 1]
        sticks out          | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4 0,9 0,9 4,4 4,4 0))     | OUTSIDE_PARENT[1]
        sticks out, overlap | POLYGON((0 0,5 0,5 4,0 4,0 0)); POLYGON((4 0,9 0,9 4,4 4,4 0))     | OUTSIDE_PARENT[1]
        elsewhere           | POLYGON((0 0,8 0,8 4,0 4,0 0)); POLYGON((20 0,21 0,21 1,20 1,20 0)) | OUTSIDE_PARENT[1]
        shifted             | POLYGON((1 0,9 0,9 4,1 4,1 0))                                     | GAP[0] OUTSIDE_PARENT[0]
        overlap inside      | POLYGON((0 0,5 0,5 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))     |
        hole inside         | POLYGON((0 0,8 0,8 4,0 4,0 0),(2 1,3 1,3 2,2 2,2 1))               | GAP[0]
        """)
    void tellsWhereChildrenAndParentDiffer(String row, String wkt, String expected) throws ParseException {
        List<Geometry> children = CoverageTest.areas(wkt);
        List<NestingFault> faults = Nesting.faults(children, CoverageTest.areas(PARENT), new int[children.size()]);
        assertThat(faults.stream()
                        .map(fault -> fault.kind() + fault.children().toString())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void agreesWithOverlayingParentAndChildren() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Geometry> children = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                children.add(quadrangle(random, i));
            }
            Geometry parent = OverlayNGRobust.union(List.of(quadrangle(random, 1), quadrangle(random, 2)));
            List<NestingFault> faults = Nesting.faults(children, List.of(parent), new int[4]);
            double uncovered = OverlayNGRobust.overlay(parent, OverlayNGRobust.union(children), OverlayNG.DIFFERENCE)
                    .getArea();
            Offset<Double> lattice = Offset.offset(1e-9);
            assertThat(area(faults, CoverageFault.Kind.GAP)).as("seed %d", seed).isCloseTo(uncovered, lattice);
            double outside = children.stream()
                    .mapToDouble(child -> OverlayNGRobust.overlay(child, parent, OverlayNG.DIFFERENCE)
                            .getArea())
                    .sum();
            assertThat(area(faults, CoverageFault.Kind.OUTSIDE_PARENT))
                    .as("seed %d", seed)
                    .isCloseTo(outside, lattice);
        }
    }

    private static double area(List<NestingFault> faults, CoverageFault.Kind kind) {
        return faults.stream()
                .filter(fault -> fault.kind() == kind)
                .mapToDouble(fault -> fault.where().getArea())
                .sum();
    }

    private static Geometry quadrangle(Random random, int column) {
        double[] x = {0, 1, 1, 0};
        double[] y = {0, 0, 1, 1};
        Coordinate[] ring = new Coordinate[5];
        for (int i = 0; i < 4; i++) {
            double jitter = random.nextBoolean() ? 0 : 0.3 * random.nextDouble();
            ring[i] = new Coordinate(113.5 + 0.001 * (column + x[i] + jitter), 34.8 + 0.001 * (y[i] + jitter));
        }
        ring[4] = ring[0].copy();
        return TiledCity.FACTORY.createPolygon(Arrays.copyOf(ring, 5));
    }
}

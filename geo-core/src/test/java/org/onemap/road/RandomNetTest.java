package org.onemap.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.onemap.crs.GaussKruger;

/** Random streets against JTS's own union and polygonizer, and a whole synthetic city. */
class RandomNetTest {

    private static final GaussKruger ZONE = GaussKruger.fitting(113.5);
    private static final RoadNetOptions EXACT = RoadNetOptions.of("410172")
            .with(new RoadNetOptions.Tolerances(0, 0, 0, RoadNetOptions.LeastBlock.ANY, 300));
    private final GeometryFactory factory = new GeometryFactory();

    @Test
    void findsTheFacesThatJtsFinds() {
        for (int seed = 1; seed <= 40; seed++) {
            List<LineString> metres = streets(new Random(seed), 5 + seed);
            List<Centreline> lines = new ArrayList<>();
            for (LineString line : metres) {
                lines.add(Centreline.of(
                        "" + lines.size(), "路" + lines.size(), RoadClass.LOCAL, (LineString) ZONE.unproject(line)));
            }
            RoadNet net = RoadNetBuilder.build(lines, EXACT, PriorNet.NONE);
            Polygonizer oracle = new Polygonizer();
            oracle.add(UnaryUnionNG.union(
                    factory.createMultiLineString(metres.toArray(new LineString[0])), new PrecisionModel(100)));
            Collection<?> faces = oracle.getPolygons();
            double area = faces.stream()
                    .mapToDouble(face -> ((Polygon) face).getArea())
                    .sum();
            assertThat(net.blocks()).as("seed " + seed).hasSameSizeAs(faces);
            assertThat(net.blocks().stream().mapToDouble(StreetBlock::areaM2).sum())
                    .isCloseTo(area, within(0.5));
            assertThat(net.report().counts().euler().holds()).as("seed " + seed).isTrue();
            assertRoundTheBlocks(net, seed);
        }
    }

    /** What the graph says of a block's boundary adds up to its perimeter. */
    private static void assertRoundTheBlocks(RoadNet net, int seed) {
        Set<String> segments = new HashSet<>();
        net.segments().forEach(segment -> segments.add(segment.code()));
        assertThat(segments).hasSameSizeAs(net.segments());
        for (int block = 0; block < net.blocks().size(); block++) {
            double around = net.graph().outerM(block)
                    + net.graph().bordersOf(block).stream()
                            .mapToDouble(BlockGraph.Border::lengthM)
                            .sum();
            assertThat(around)
                    .as("seed " + seed)
                    .isCloseTo(net.blocks().get(block).perimeterM(), within(0.01));
            assertThat(segments).containsAll(net.blocks().get(block).segments());
        }
    }

    private List<LineString> streets(Random random, int count) {
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Coordinate[] line = new Coordinate[2 + random.nextInt(3)];
            for (int k = 0; k < line.length; k++) {
                line[k] = new Coordinate(455_000 + random.nextInt(2000), 3_849_000 + random.nextInt(2000));
            }
            lines.add(factory.createLineString(line));
        }
        return lines;
    }

    @Test
    void buildsASyntheticCityWithoutLosingABlock() {
        List<Centreline> lines = SyntheticCity.draw(3, 120_000);
        RoadNet net = RoadNetBuilder.build(lines, RoadNetOptions.of("410172"), PriorNet.NONE);
        assertThat(net.report().isRefused()).isFalse();
        assertThat(net.report().counts().euler().holds()).isTrue();
        List<Geometry> shapes = net.blocks().stream()
                .map(block -> ZONE.project(block.polygon()))
                .toList();
        double sum = net.blocks().stream().mapToDouble(StreetBlock::areaM2).sum();
        assertThat(UnaryUnionNG.union(shapes, new PrecisionModel(1000)).getArea())
                .isCloseTo(sum, within(1e-6 * sum));
        assertThat(net.graph().parts()).containsOnly(0);
        assertThat(net.segments())
                .allMatch(segment -> segment.code().startsWith(segment.road().code()));
    }
}

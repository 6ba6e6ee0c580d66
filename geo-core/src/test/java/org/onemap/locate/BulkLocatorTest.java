package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.StandardLayers;

class BulkLocatorTest {

    private static final List<Layer> LEVELS = StandardLayers.list().stream()
            .filter(layer -> layer.role() == LayerRole.DIVISION)
            .toList();

    /** Levels with gaps, overlaps, parents that are wrong, missing or without an area: whatever a store may hold. */
    @Test
    void agreesWithTheLocatorPositionByPosition() {
        int answers = 0;
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<LocateLevel> levels = anyLevels(random);
            Locator locator = Locator.of(levels);
            double[] positions = positions(random, 400);
            BulkLocator bulk = locator.bulk();
            int[][] ordinals = bulk.newAnswers(400);
            bulk.locate(positions, 400, ordinals);
            for (int i = 0; i < 400; i++) {
                Map<String, DivisionNode> expected = locator.locate(
                                new Cgcs2000(positions[2 * i], positions[2 * i + 1]))
                        .divisions();
                answers += expected.size();
                assertEquals(expected, divisions(bulk, ordinals, i), "seed " + seed + " position " + i);
            }
        }
        assertThat(answers).isGreaterThan(20_000);
    }

    /** Where the division of the answering level settles all levels, its parents are all that the locator says. */
    @Test
    void aSettledDivisionSaysAllLevels() {
        int settled = 0;
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Locator locator = Locator.of(anyLevels(random).subList(0, 1 + random.nextInt(LEVELS.size())));
            BulkLocator bulk = locator.bulk();
            double[] positions = positions(random, 100);
            int[] found = new int[100];
            bulk.findAnswering(positions, 100, found);
            for (int i = 0; i < 100; i++) {
                if (bulk.isSettled(found[i])) {
                    settled++;
                    int[] ordinals = new int[bulk.levels().size()];
                    bulk.ordinalsOf(found[i], ordinals, 0);
                    int[][] asColumns =
                            Arrays.stream(ordinals).mapToObj(o -> new int[] {o}).toArray(int[][]::new);
                    Map<String, DivisionNode> expected = locator.locate(
                                    new Cgcs2000(positions[2 * i], positions[2 * i + 1]))
                            .divisions();
                    assertEquals(expected, divisions(bulk, asColumns, 0), "seed " + seed + " position " + i);
                }
            }
        }
        assertThat(settled).isGreaterThan(500);
    }

    @Test
    void whatIsNoPositionIsOutside() {
        Locator locator = Locator.of(anyLevels(new Random(1)));
        double[] positions = {Double.NaN, 34.8, 113.5, Double.NaN, 1e300, -1e300, Double.POSITIVE_INFINITY, 0, -181, 91
        };
        int[][] ordinals = locator.bulk().newAnswers(5);
        locator.bulk().locate(positions, 5, ordinals);
        for (int i = 0; i < 5; i++) {
            assertThat(divisions(locator.bulk(), ordinals, i)).isEmpty();
        }
    }

    @Test
    void aMapWithoutDivisionsAnswersNothing() {
        BulkLocator bulk = Locator.of(List.of()).bulk();
        bulk.locate(new double[] {113.5, 34.8}, 1, bulk.newAnswers(1));
        assertThat(bulk.levels()).isEmpty();
    }

    private static Map<String, DivisionNode> divisions(BulkLocator bulk, int[][] ordinals, int i) {
        Map<String, DivisionNode> found = new TreeMap<>();
        for (int level = 0; level < ordinals.length; level++) {
            if (ordinals[level][i] != GridIndex.NONE) {
                found.put(bulk.levels().get(level), bulk.division(level, ordinals[level][i]));
            }
        }
        return found;
    }

    private static List<LocateLevel> anyLevels(Random random) {
        List<LocateLevel> levels = new ArrayList<>();
        for (Layer layer : LEVELS) {
            List<DivisionShape> shapes = new ArrayList<>();
            int size = random.nextInt(12);
            for (int i = 0; i < size; i++) {
                String parent = String.valueOf(random.nextInt(10));
                DivisionNode node = new DivisionNode(
                        layer.name(),
                        String.valueOf(i),
                        "",
                        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(parent));
                Geometry area = random.nextInt(10) == 0
                        ? Mosaic.LON_LAT.createPolygon()
                        : random.nextBoolean() ? Mosaic.anyArea(random) : strip(i);
                shapes.add(new DivisionShape(node, area));
            }
            levels.add(LocateLevel.of(layer, shapes));
        }
        return levels;
    }

    private static Geometry strip(int number) {
        return Mosaic.LON_LAT.toGeometry(new Envelope(113.5 + number * 0.005, 113.505 + number * 0.005, 34.79, 34.86));
    }

    private static double[] positions(Random random, int count) {
        double[] positions = new double[2 * count];
        for (int i = 0; i < count; i++) {
            Coordinate c = new Coordinate(113.48 + random.nextDouble() * 0.1, 34.78 + random.nextDouble() * 0.1);
            if (random.nextInt(4) == 0) {
                c.x = 113.5 + random.nextInt(12) * 0.005;
            }
            positions[2 * i] = c.x;
            positions[2 * i + 1] = c.y;
        }
        return positions;
    }
}

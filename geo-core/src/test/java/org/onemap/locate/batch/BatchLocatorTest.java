package org.onemap.locate.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Coordsys;
import org.onemap.division.DivisionNode;
import org.onemap.feature.StandardLayers;
import org.onemap.locate.DivisionShape;
import org.onemap.locate.LocateLevel;
import org.onemap.locate.Location;
import org.onemap.locate.Locator;

/**
 * Answers to batches against the locator position by position: 2,500 grids of a hundredth of a degree from 10 E 50 N, zones
 * by their parent code, communities that lie across them, and an overlay in the middle.
 */
class BatchLocatorTest {

    private static final long SEED = 20240607;
    private static final int SIDE = 50;
    private static final Locator LOCATOR = Locator.of(List.of(
            level("zone", 5, 0),
            level("grid", SIDE, 0),
            level("community", 17, 0.003),
            level("dedicated_grid", 1, 0.24)));

    @Test
    void agreesWithTheLocatorPositionByPosition() {
        agrees(LOCATOR, 3_000);
    }

    /** Without communities a grid settles its zone, but where the overlay lies there is more to say. */
    @Test
    void agreesWhereMostGridsSettleAllLevels() {
        List<LocateLevel> levels =
                List.of(level("zone", 5, 0), level("grid", SIDE, 0), level("dedicated_grid", 1, 0.24));
        agrees(Locator.of(levels), SIDE * SIDE);
        agrees(Locator.of(levels.subList(0, 2)), SIDE * SIDE);
    }

    /** Numbers are given in the order in which answers first come, whichever way they are found. */
    @Test
    void numbersAnswersInTheOrderInWhichTheyCome() {
        BatchLocator batches =
                BatchLocator.of(Locator.of(List.of(level("grid", SIDE, 0), level("dedicated_grid", 1, 0.24))));
        PointBatch batch = new PointBatch();
        batch.add(10.255, 50.255); // in the overlay
        batch.add(10.005, 50.005);
        batch.add(9, 50); // outside
        batch.add(10.015, 50.005);
        batch.add(10.005, 50.005);
        batch.toCgcs2000(PointCrs.of(Coordsys.CGCS2000));
        int[] into = new int[5];
        batches.locate(batch, into, 0);
        assertThat(into).containsExactly(0, 1, 2, 3, 1);
    }

    private static void agrees(Locator locator, int atLeast) {
        Random random = new Random(SEED);
        BatchLocator batches = BatchLocator.of(locator);
        Map<String, Integer> numbers = new HashMap<>();
        PointBatch batch = new PointBatch();
        int[] into = new int[PointBatch.CAPACITY];
        for (int round = 0; round < 30; round++) {
            batch.clear();
            while (!batch.isFull()) {
                batch.add(9.95 + 0.6 * random.nextDouble(), 49.95 + 0.6 * random.nextDouble());
            }
            batch.toCgcs2000(PointCrs.of(Coordsys.CGCS2000));
            batches.locate(batch, into, 0);
            for (int row = 0; row < batch.size(); row++) {
                String expected = said(locator.locate(new Cgcs2000(batch.lonDeg(row), batch.latDeg(row))));
                assertEquals(expected, said(batches.answers(), into[row]), "seed " + SEED + " round " + round);
                Integer before = numbers.putIfAbsent(expected, into[row]);
                assertThat(before).as(expected).isIn(null, into[row]);
            }
        }
        assertThat(batches.answers().size()).isEqualTo(numbers.size()).isGreaterThan(atLeast);
    }

    @Test
    void saysWhetherTheOtherWayRoundItLiesInside() {
        BatchLocator batches = BatchLocator.of(LOCATOR);
        PointBatch batch = new PointBatch();
        batch.add(50.2, 10.2); // a position, outside; inside the other way round
        batch.add(10.2, 20.2); // outside both ways
        batch.add(50.2, 170); // no position; outside the other way round
        batch.add(10.2, 50.2);
        batch.toCgcs2000(PointCrs.of(Coordsys.CGCS2000));
        int[] into = new int[4];
        batches.locate(batch, into, 0);
        assertThat(batches.answers().isInsideIfSwapped(into[0])).isTrue();
        assertThat(batches.answers().isInsideIfSwapped(into[1])).isFalse();
        assertThat(PointFault.ofAnswer(into[2])).isEqualTo(PointFault.SWAPPED);
        assertThat(batches.answers().isOutside(into[3])).isFalse();
    }

    private static String said(Location location) {
        List<String> said = new ArrayList<>();
        for (String level : List.of("zone", "grid", "community")) {
            said.add(location.at(level).map(DivisionNode::code).orElse("-"));
        }
        location.overlays().forEach(overlay -> said.add(overlay.code()));
        return String.join(" ", said);
    }

    private static String said(DivisionAnswers answers, int answer) {
        List<String> said = new ArrayList<>();
        for (String level : List.of("zone", "grid", "community")) {
            int at = answers.levels().indexOf(level);
            said.add(
                    at < 0
                            ? "-"
                            : answers.division(answer, at)
                                    .map(DivisionNode::code)
                                    .orElse("-"));
        }
        answers.overlays(answer).forEach(overlay -> said.add(overlay.code()));
        return String.join(" ", said);
    }

    /** Squares side by side that fill half a degree, or what the shift leaves of it. */
    private static LocateLevel level(String name, int side, double shift) {
        GeometryFactory geometries = new GeometryFactory();
        double width = (0.5 - 2 * shift) / side;
        List<DivisionShape> shapes = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double west = 10 + shift + column * width;
                double south = 50 + shift + row * width;
                Optional<String> parent =
                        name.equals("grid") ? Optional.of(code("zone", row / 10, column / 10)) : Optional.empty();
                shapes.add(new DivisionShape(
                        new DivisionNode(name, code(name, row, column), name, parent),
                        geometries.toGeometry(new Envelope(west, west + width, south, south + width))));
            }
        }
        return LocateLevel.of(StandardLayers.find(name).orElseThrow(), shapes);
    }

    private static String code(String level, int row, int column) {
        return level.charAt(0) + String.valueOf(1000 * row + column);
    }
}

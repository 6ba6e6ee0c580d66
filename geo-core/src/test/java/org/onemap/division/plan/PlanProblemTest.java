package org.onemap.division.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.division.partition.Apportionment;
import org.onemap.division.plan.PlanProblem.Order;
import org.onemap.road.BlockGraph;
import org.onemap.road.RoadClass;
import org.onemap.road.StreetBlock;

/** What cannot be planned is refused, with the bound that says so. */
class PlanProblemTest {

    private final Squares town = new Squares(6, 4, 0);

    private static Order order(String levels) {
        return new Order(PlanLevels.parse(levels), PlanRules.defaults(), BlockGroups.none());
    }

    private static String refusal(Runnable action) {
        return assertThrows(InvalidInput.class, action::run).getMessage();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            grid           | is not LAYER:NUMBER
            grid:0         | is not LAYER:NUMBER
            grid:-3        | is not LAYER:NUMBER
            grid:3.5       | is not LAYER:NUMBER
            zone:5,grid:3  | fewer than the level above
            grid:2,grid:4  | given twice
            zone:2,,grid:4 | is not LAYER:NUMBER
            """)
    void levelsAreReadStrictly(String text, String expected) {
        String message = refusal(() -> PlanLevels.parse(text));
        assertTrue(message.contains(expected), message);
    }

    @Test
    void zeroLoadsAreRefused() {
        String message = refusal(() -> Squares.loads(new double[town.size()]));
        assertTrue(message.contains("households is zero in every block"), message);
    }

    @Test
    void moreGridsThanBlocksAreRefused() {
        String message = refusal(() -> PlanProblem.of(town.graph(), town.households(1), order("grid:25")));
        assertTrue(message.contains("cannot be made of 24 blocks"), message);
    }

    @Test
    void partsGluedByAPointAreRefusedAsParts() {
        List<StreetBlock> blocks = town.graph().blocks().subList(0, 4);
        BlockGraph graph = BlockGraph.builder(blocks)
                .between(0, 1, new BlockGraph.Piece("A", RoadClass.LOCAL, 100))
                .between(2, 3, new BlockGraph.Piece("B", RoadClass.LOCAL, 100))
                .build();
        String message =
                refusal(() -> PlanProblem.of(graph, Squares.loads(new double[] {1, 2, 3, 4}), order("grid:2")));
        assertTrue(message.contains("fall into 2 parts"), message);
        assertTrue(message.contains("a common point does not connect"), message);
    }

    @Test
    void aHardBarrierThatLeavesNoLoadIsNamed() {
        double[] loads = new double[town.size()];
        Arrays.setAll(loads, b -> town.column(b) == 0 ? 0 : 10);
        PlanRules hard = PlanRules.defaults().withHard(Set.of(RoadClass.RIVER));
        Order order = new Order(PlanLevels.parse("grid:4"), hard, BlockGroups.none());
        String message = refusal(() -> PlanProblem.of(town.graph(), Squares.loads(loads), order));
        assertTrue(message.contains("河流") && message.contains("without any load"), message);
    }

    @Test
    void aCompoundOfBlocksFarApartIsRefused() {
        BlockGroups far = new BlockGroups(List.of(Set.of(0, 23)), List.of(), Set.of());
        Order order = new Order(PlanLevels.parse("grid:4"), PlanRules.defaults(), far);
        String message = refusal(() -> PlanProblem.of(town.graph(), town.households(1), order));
        assertTrue(message.contains("do not share boundaries"), message);
    }

    @Test
    void loadsOfSeveralFiguresCountByShare() {
        PlanLoads loads = new PlanLoads(
                Map.of("households", new double[] {10, 30}, "parts", new double[] {300, 100}),
                Map.of("households", 3.0, "parts", 1.0));
        assertEquals(100_000 * (0.75 * 0.25 + 0.25 * 0.75), loads.combined()[0], 1e-6);
        assertEquals(100_000 * (0.75 * 0.75 + 0.25 * 0.25), loads.combined()[1], 1e-6);
    }

    @Test
    void apportionmentAgreesWithTryingEveryNumber() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            double[] loads = new double[1 + random.nextInt(3)];
            Arrays.setAll(loads, i -> 1 + random.nextInt(100));
            int parts = loads.length + random.nextInt(9);
            assertEquals(
                    best(loads, 0, parts, parts), Apportionment.of(loads, parts).bound(), 1e-12, "seed " + seed);
        }
    }

    private static double best(double[] loads, int region, int left, int parts) {
        if (region == loads.length) {
            return left == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double mean = Arrays.stream(loads).sum() / parts;
        double best = Double.POSITIVE_INFINITY;
        for (int n = 1; n <= left; n++) {
            double here = Math.abs(loads[region] / n / mean - 1);
            best = Math.min(best, Math.max(here, best(loads, region + 1, left - n, parts)));
        }
        return best;
    }

    @Test
    void aBlockHeavierThanAGridBoundsTheDeviation() {
        double[] loads = new double[town.size()];
        Arrays.fill(loads, 10);
        loads[7] = 170;
        PlanProblem problem = PlanProblem.of(town.graph(), Squares.loads(loads), order("grid:4"));
        Certificates bounds = Certificates.of(problem);
        assertEquals(0.7, bounds.granularity(), 1e-12);
        assertEquals("410172Q00007", bounds.heaviest());
        Plan plan = new Planner(problem, Squares.SEARCH, 1).create();
        assertTrue(LevelFigures.of(plan, 0).balance().worst() >= 0.7 - 1e-12);
    }

    @Test
    void unequalNumbersOfGridsBoundTheRawDeviation() {
        Squares big = new Squares(20, 20, -1);
        PlanProblem problem = PlanProblem.of(big.graph(), big.households(1), order("office:5,zone:30,grid:189"));
        assertEquals(1 / 19.0, Certificates.of(problem).rawCounts(), 1e-12);
    }
}

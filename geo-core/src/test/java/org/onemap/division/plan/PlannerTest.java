package org.onemap.division.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onemap.InvalidInput;
import org.onemap.division.partition.NestedPartition.Search;
import org.onemap.division.partition.Starts;
import org.onemap.division.plan.PlanProblem.Order;
import org.onemap.road.RoadClass;

class PlannerTest {

    private static final PlanLevels LEVELS = PlanLevels.parse("office:2,zone:5,grid:16");

    private final Squares town = new Squares(20, 16, 11);

    private PlanProblem problem(PlanRules rules, BlockGroups groups) {
        return PlanProblem.of(town.graph(), town.households(4), new Order(LEVELS, rules, groups));
    }

    private static Plan plan(PlanProblem problem) {
        return new Planner(problem, Squares.SEARCH, 0.3).create();
    }

    private static void assertConnected(Plan plan) {
        for (int level = 0; level < plan.levels(); level++) {
            Map<Integer, Integer> whole = new TreeMap<>();
            IntStream.range(0, plan.count(level)).forEach(part -> whole.put(part, 1));
            assertEquals(whole, PlanPieces.count(plan, level), "level " + level);
        }
    }

    @Test
    void partsOfAllLevelsAreConnectedAndNest() {
        Plan plan = plan(problem(PlanRules.defaults(), BlockGroups.none()));
        assertConnected(plan);
        assertEquals(
                List.of(16, 5, 2), IntStream.range(0, 3).mapToObj(plan::count).toList());
        for (int block = 0; block < town.size(); block++) {
            assertEquals(plan.part(1, block), plan.parent(0, plan.part(0, block)));
            assertEquals(plan.part(2, block), plan.parent(1, plan.part(1, block)));
        }
    }

    @Test
    void compoundsStayWhole() {
        Set<Integer> compound = Set.of(town.block(3, 3), town.block(4, 3), town.block(4, 4), town.block(5, 4));
        Set<Integer> overlapping = Set.of(town.block(5, 4), town.block(6, 4));
        BlockGroups groups = new BlockGroups(List.of(compound, overlapping), List.of(), Set.of());
        Plan plan = plan(problem(PlanRules.defaults(), groups));
        assertEquals(1, compound.stream().map(b -> plan.part(0, b)).distinct().count());
        assertEquals(plan.part(0, town.block(3, 3)), plan.part(0, town.block(6, 4)));
        assertConnected(plan);
    }

    @Test
    void noGridCrossesAHardBarrierAndItsBoundIsKept() {
        PlanProblem problem = problem(PlanRules.defaults().withHard(Set.of(RoadClass.RIVER)), BlockGroups.none());
        Plan plan = plan(problem);
        for (int grid = 0; grid < plan.count(0); grid++) {
            long banks = IntStream.of(plan.blocks(0, grid))
                    .mapToObj(b -> town.column(b) <= 11)
                    .distinct()
                    .count();
            assertEquals(1, banks, "grid " + grid);
        }
        assertConnected(plan);
        Certificates bounds = Certificates.of(problem);
        assertEquals(2, bounds.regions());
        double worst = LevelFigures.of(plan, 0).balance().worst();
        assertTrue(worst >= bounds.barriers() - 1e-12, worst + " beats the bound " + bounds.barriers());
        assertTrue(worst <= bounds.bound() + 0.03, worst + " far from the bound " + bounds.bound());
    }

    @Test
    void smallGridsAreSplitLessTheDearerASplitIs() {
        List<Integer> small = new ArrayList<>(Collections.nCopies(town.size(), 0));
        for (int b = 0; b < town.size(); b++) {
            small.set(b, town.column(b) / 3 * 10 + b / 20 / 3);
        }
        BlockGroups groups = new BlockGroups(List.of(), small, Set.of());
        PlanRules rules = PlanRules.defaults().withTolerance(0.3);
        long free = splits(plan(problem(rules, groups)), small);
        long dear = splits(plan(problem(rules.withPricePerSplitM(500), groups)), small);
        assertTrue(dear < free, dear + " splits against " + free);
    }

    @Test
    void newPlansLeaveAQuarterOfTheToleranceToTheDrift() {
        Plan plan = plan(problem(PlanRules.defaults().withTolerance(0.2), BlockGroups.none()));
        double worst = LevelFigures.of(plan, 0).balance().worst();
        assertTrue(worst <= 0.15 + 1e-9, "deviation " + worst);
    }

    private static long splits(Plan plan, List<Integer> small) {
        return IntStream.range(0, small.size())
                        .mapToObj(b -> small.get(b) + "/" + plan.part(0, b))
                        .distinct()
                        .count()
                - small.stream().distinct().count();
    }

    @Test
    void rebalancingMovesLittleAndLeavesPinnedBlocks() {
        Plan before = plan(problem(PlanRules.defaults(), BlockGroups.none()));
        int[] leaves =
                IntStream.range(0, town.size()).map(b -> before.part(0, b)).toArray();
        int[][] parents = {
            new int[2],
            IntStream.range(0, 5).map(z -> before.parent(1, z)).toArray(),
            IntStream.range(0, 16).map(g -> before.parent(0, g)).toArray()
        };
        Random random = new Random(5);
        double[] later = new double[town.size()];
        for (int b = 0; b < later.length; b++) {
            later[b] = town.households(4).figure("households", b) * Math.exp(0.3 * random.nextGaussian());
        }
        Set<Integer> pinned = Set.of(5, 50, 150, 200, 310);
        PlanProblem problem = PlanProblem.of(
                town.graph(),
                Squares.loads(later),
                new Order(
                        LEVELS,
                        PlanRules.defaults().withTolerance(0.05),
                        new BlockGroups(List.of(), List.of(), pinned)));
        Planner planner = new Planner(problem, Squares.SEARCH, 3);
        Plan today = planner.existing(leaves, parents);
        Plan after = planner.rebalance(today);
        assertConnected(after);
        pinned.forEach(b -> assertEquals(today.part(0, b), after.part(0, b), "block " + b));
        assertTrue(LevelFigures.of(today, 0).balance().worst() > 0.05);
        assertTrue(LevelFigures.of(after, 0).balance().worst() <= 0.05 + 1e-9);
        double least = Planner.leastMoved(today, 0.05);
        double moved = after.movedLoad(today);
        assertTrue(moved >= least - 1e-9, moved + " below the bound " + least);
        assertTrue(moved <= 3 * least, moved + " against " + least);
    }

    @Test
    void improvingNeverMakesTheWorstGridWorseByMuch() {
        PlanProblem problem = problem(PlanRules.defaults(), BlockGroups.none());
        int[] columns = IntStream.range(0, town.size()).map(b -> b / 20).toArray();
        int[][] parents = {new int[2], {0, 0, 0, 1, 1}, {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4}};
        Planner planner = new Planner(problem, Squares.SEARCH, 1);
        Plan today = planner.existing(columns, parents);
        Plan better = planner.improve(today);
        assertConnected(better);
        assertTrue(LevelFigures.of(better, 0).balance().worst()
                < LevelFigures.of(today, 0).balance().worst());
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        PlanProblem problem = problem(PlanRules.defaults(), BlockGroups.none());
        List<Integer> one = leaves(new Planner(problem, new Search(new Starts(8, 2, 1), () -> {}), 0.2).create());
        List<Integer> other = leaves(new Planner(problem, new Search(new Starts(8, 2, 2), () -> {}), 0.2).create());
        assertEquals(one, other);
    }

    private List<Integer> leaves(Plan plan) {
        return IntStream.range(0, town.size()).mapToObj(b -> plan.part(0, b)).toList();
    }

    @Test
    void divisionsInPiecesCannotBeRebalanced() {
        PlanProblem problem = problem(PlanRules.defaults(), BlockGroups.none());
        int[] leaves = IntStream.range(0, town.size()).map(b -> b / 20).toArray();
        leaves[3] = 9;
        int[][] parents = {new int[2], {0, 0, 0, 1, 1}, {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4}};
        InvalidInput refused = assertThrows(
                InvalidInput.class, () -> new Planner(problem, Squares.SEARCH, 1).existing(leaves, parents));
        assertTrue(refused.getMessage().contains("falls into 2 pieces"), refused.getMessage());
    }

    @Test
    void cardsSayWhatBindsAndTheBestChangeHoldsWhenRecomputed() {
        Plan plan = plan(problem(PlanRules.defaults(), BlockGroups.none()));
        List<GridCard> cards = GridCards.of(plan);
        assertEquals(16, cards.size());
        for (GridCard card : cards) {
            assertEquals(plan.load(0, card.grid()), card.figures().getOrDefault("households", 0.0), 1e-9);
            GridCard.Flip flip = card.alternative().orElseThrow();
            int block = plan.problem().blocks().find(flip.block()).orElseThrow();
            assertEquals(flip.fromGrid(), plan.part(0, block));
            double load = plan.problem().load(block);
            double worst = Math.max(
                    Math.abs((plan.load(0, flip.fromGrid()) - load) / plan.meanGrid() - 1),
                    Math.abs((plan.load(0, flip.toGrid()) + load) / plan.meanGrid() - 1));
            assertEquals(worst, flip.worstAfter(), 1e-12);
        }
    }

    @Test
    void boundaryPiecesAddUpToTheBoundary() {
        Plan plan = plan(problem(PlanRules.defaults(), BlockGroups.none()));
        List<BoundaryPiece> pieces = BoundaryPiece.of(plan);
        for (int level = 0; level < 3; level++) {
            int at = level;
            double sum = pieces.stream()
                    .filter(p -> p.level() >= at)
                    .mapToDouble(BoundaryPiece::lengthM)
                    .sum();
            assertEquals(LevelFigures.of(plan, level).totalBoundaryM(), sum, 1e-6);
        }
    }
}

package org.onemap.division.partition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

/**
 * A nested partition: connected parts on every level, loads balanced, boundaries cheap, and what is there respected.
 * Immutable; a search confines its state to one thread per start.
 */
public final class NestedPartition {

    private static final int TREES = 40;
    private static final double PAIR_GOAL = 0.001;
    private static final double LEAF_GOAL = 0.007;
    private static final int REDIVISIONS = 60;

    private static final Schedule JOINT_EQUAL = new Schedule(1.6, 0.067, 4_000, 160_000, 0);
    private static final int JOINT_STEPS = 600;

    /** With a tolerance balance weighs next to nothing at first, so that the boundaries find their places in a melt. */
    private static final Schedule JOINT_WITHIN = new Schedule(1, 0.28, 50, 200_000, 0);
    /** With a tolerance there is no polishing afterwards: the time goes into annealing. */
    private static final int JOINT_STEPS_WITHIN = 8_000;

    private static final Schedule LAST_EQUAL = new Schedule(0.16, 0.04, 160_000, 800_000, 0);
    private static final Schedule LAST_WITHIN = new Schedule(0.16, 0.04, 1_300_000, 40_000_000, 0);
    private static final int LAST_STEPS = 260;

    /** A leaf farther off after all that is reshaped, with the others annealed around it. */
    private static final double MENDED_GOAL = 0.008;

    private static final Schedule AROUND_EQUAL = new Schedule(0.8, 0.067, 20_000, 160_000, 0);
    private static final Schedule AROUND_WITHIN = new Schedule(0.5, 0.05, 5_000, 40_000_000, 0);
    private static final int AROUND_STEPS = 200;

    /** Price of moving the load of one mean leaf away from where it is, in mean edges. */
    private static final double PRICE_OF_MOVING = 600;

    /** Warm enough for a chain of moves through leaves that are full themselves. */
    private static final Schedule MOVE_SOFT = new Schedule(25, 0.05, 3_000, 4_000_000, 0);

    private static final int SOFT_STEPS = 400;
    private static final Schedule MOVE_STIFF = new Schedule(3, 0.03, 100_000, 4_000_000, 0);
    private static final int STIFF_STEPS = 200;
    /** The stiff run around a leaf that is reshaped. */
    private static final int NEAR_STEPS = 60;

    private final WeightedGraph graph;
    private final Stability stability;
    private final NestedSettings settings;
    private final Watch watch;

    private NestedPartition(WeightedGraph graph, Stability stability, NestedSettings settings, Watch watch) {
        double unit = graph.meanCost();
        this.graph = graph.withCostsDividedBy(unit);
        this.stability = stability.withPricesDividedBy(unit);
        this.settings = settings;
        this.watch = watch;
    }

    /**
     * A partition with the nesting it has, which differs from the one asked for where closed edges forbid that.
     *
     * @param nesting which part lies in which
     * @param partition the leaf of each node
     */
    public record Found(Nesting nesting, Partition partition) {}

    /** The best partition of several starts; the graph must be connected over open edges. */
    static Partition find(WeightedGraph graph, Nesting nesting, NestedSettings settings, Starts starts, Watch watch) {
        return find(graph, nesting, Stability.none(graph.size()), settings, new Search(starts, watch))
                .partition();
    }

    /**
     * How to search.
     *
     * @param starts seed, number and threads
     * @param watch is asked now and then whether to go on
     */
    public record Search(Starts starts, Watch watch) {}

    /**
     * The best partition of several starts.
     *
     * @param graph connected
     * @param nesting how many parts, which in which, with which targets
     * @param stability what is to be kept at a price
     */
    public static Found find(
            WeightedGraph graph, Nesting nesting, Stability stability, NestedSettings settings, Search search) {
        NestedPartition run = new NestedPartition(graph, stability, settings, search.watch());
        Found best = search.starts().run(random -> run.one(nesting, random)).stream()
                .map(nested ->
                        new Found(nested.nesting(), Partition.of(graph, nested.nesting(), nested.levels().label[0])))
                .min(Comparator.<Found>comparingDouble(f -> run.strain(f.partition()))
                        .thenComparingDouble(f -> f.partition().cut()))
                .orElseThrow();
        int[] mended = run.mend(
                best.nesting(), best.partition().leafOfNode(), search.starts().random());
        return new Found(best.nesting(), Partition.of(graph, best.nesting(), mended));
    }

    /** What decides between starts before the cut does. */
    private double strain(Partition partition) {
        return settings.tolerance() == 0
                ? partition.strain()
                : Math.max(settings.tolerance(), partition.worstDeviation());
    }

    /**
     * A partition made better from where it is: balance first, then shorter boundaries.
     *
     * @param leafOfNode where every node is; every part connected
     */
    public static Partition improve(
            WeightedGraph graph, Nesting nesting, int[] leafOfNode, Keeping keeping, Search search) {
        NestedPartition run = new NestedPartition(graph, keeping.stability(), keeping.settings(), search.watch());
        Partition best =
                search
                        .starts()
                        .run(random -> Partition.of(graph, nesting, run.refine(nesting, leafOfNode, random)))
                        .stream()
                        .min(Comparator.<Partition>comparingDouble(run::strain).thenComparingDouble(Partition::cut))
                        .orElseThrow();
        int[] mended = run.mend(nesting, best.leafOfNode(), search.starts().random());
        return Partition.of(graph, nesting, mended);
    }

    /**
     * A partition brought within a tolerance by moving as little load as it can.
     *
     * @param leafOfNode where every node is; every part connected
     */
    public static Partition rebalance(
            WeightedGraph graph, Nesting nesting, int[] leafOfNode, Keeping keeping, Search search) {
        NestedPartition run = new NestedPartition(graph, keeping.stability(), keeping.settings(), search.watch());
        return search.starts().run(random -> run.move(nesting, leafOfNode, random)).stream()
                .map(leaves -> Partition.of(graph, nesting, leaves))
                .min(Comparator.<Partition>comparingDouble(
                                p -> Math.max(keeping.settings().tolerance(), p.worstDeviation()))
                        .thenComparingDouble(p -> movedLoad(graph, leafOfNode, p.leafOfNode())))
                .orElseThrow();
    }

    /**
     * What is kept, and how well.
     *
     * @param stability what is to be kept at a price
     * @param settings tolerance and effort
     */
    public record Keeping(Stability stability, NestedSettings settings) {}

    /** The load of the nodes that have another leaf. */
    public static double movedLoad(WeightedGraph graph, int[] before, int[] after) {
        double moved = 0;
        for (int v = 0; v < before.length; v++) {
            moved += before[v] == after[v] ? 0 : graph.load[v];
        }
        return moved;
    }

    private BottomUp.Nested one(Nesting nesting, SplittableRandom random) {
        boolean closed = Arrays.stream(graph.openComponents()).anyMatch(component -> component > 0);
        Nesting real = nesting;
        int[] first;
        if (closed) {
            BottomUp.Nested nested = new BottomUp(graph, nesting, settings.effort(), random, watch).run();
            real = nested.nesting();
            first = nested.levels().label[0];
        } else {
            first = new TopDown(graph, nesting, settings.effort(), random, watch).run();
        }
        boolean equal = settings.tolerance() == 0;
        Schedule joint =
                equal ? JOINT_EQUAL.withSteps(steps(JOINT_STEPS)) : JOINT_WITHIN.withSteps(steps(JOINT_STEPS_WITHIN));
        int[] refined = refine(real, anneal(real, first, new Cooling(joint, balance(real), stability), random), random);
        return new BottomUp.Nested(real, new Levels(graph, real, refined));
    }

    private int[] refine(Nesting nesting, int[] leaves, SplittableRandom random) {
        if (settings.tolerance() > 0) {
            return anneal(nesting, leaves, new Cooling(last(), balance(nesting), stability), random);
        }
        int[] polished = stability.isBinding()
                ? leaves
                : new Recombination(new Levels(graph, nesting, leaves), 400_000, TREES, random)
                        .run(PAIR_GOAL, 8 * nesting.count(0), watch);
        int[] settled = anneal(nesting, polished, new Cooling(last(), sharpest(nesting), stability), random);
        return stability.isBinding()
                ? settled
                : new Redivision(graph, nesting, settled, cutWeights(nesting), new Redivision.Randomness(random, watch))
                        .run(LEAF_GOAL, REDIVISIONS);
    }

    /** Reshapes what is still off, with the rest annealed around it; many short attempts find more than few long ones. */
    private int[] mend(Nesting nesting, int[] leaves, SplittableRandom random) {
        boolean equal = settings.tolerance() == 0;
        double effort = Math.min(1, settings.effort());
        Schedule warm = (equal ? AROUND_EQUAL : AROUND_WITHIN).withSteps((long) (AROUND_STEPS * effort * graph.size()));
        Schedule cold = last().withSteps((long) (LAST_STEPS * effort * graph.size()));
        Reshaping.Around around = new Reshaping.Around(
                (given, held) -> {
                    int[] moved = anneal(nesting, given, new Cooling(warm, balance(nesting), held), random);
                    return anneal(nesting, moved, new Cooling(cold, sharpest(nesting), held), random);
                },
                sharpest(nesting));
        return new Reshaping(graph, nesting, stability, around, random)
                .run(leaves, equal ? MENDED_GOAL : settings.tolerance());
    }

    private Schedule last() {
        return (settings.tolerance() == 0 ? LAST_EQUAL : LAST_WITHIN).withSteps(steps(LAST_STEPS));
    }

    private Balance sharpest(Nesting nesting) {
        return settings.tolerance() == 0 ? Balance.sharp(nesting.levels()) : balance(nesting);
    }

    /**
     * A soft start finds the cheapest chain of moves; where it ends beyond the tolerance, a stiff run goes on from there, and
     * a leaf of heavy nodes that is beyond it still is reshaped.
     */
    private int[] move(Nesting nesting, int[] before, SplittableRandom random) {
        double[] prices = new double[graph.size()];
        double meanLeaf = graph.totalLoad() / nesting.count(0);
        Arrays.setAll(prices, v -> PRICE_OF_MOVING * graph.load[v] / meanLeaf + 0.1);
        Stability staying = stability.withReference(before, prices);
        Balance balance = balance(nesting);
        TakingBack takingBack = new TakingBack(graph, nesting, before, settings.tolerance());
        Cooling soft = new Cooling(MOVE_SOFT.withSteps(steps(SOFT_STEPS)), balance, staying);
        int[] after = anneal(nesting, before, soft, random);
        if (Partition.of(graph, nesting, after).worstDeviation() > settings.tolerance()) {
            Schedule stiff = MOVE_STIFF.withSteps(steps(STIFF_STEPS));
            after = anneal(nesting, after, new Cooling(stiff, balance, staying), random);
        }
        Schedule near = MOVE_STIFF.withSteps(steps(NEAR_STEPS));
        Reshaping.Around around = new Reshaping.Around(
                (given, held) -> takingBack.run(anneal(nesting, given, new Cooling(near, balance, held), random)),
                balance);
        return new Reshaping(graph, nesting, staying, around, random).run(takingBack.run(after), settings.tolerance());
    }

    /**
     * A boundary of a part above is one of its leaves too and counts on each level. With a tolerance the levels above
     * weigh little: it is the boundaries of the leaves that are to be short.
     */
    private double[] cutWeights(Nesting nesting) {
        double second = settings.tolerance() == 0 ? 1 : 0.1;
        double[] weights = new double[nesting.levels()];
        for (int level = 0; level < weights.length; level++) {
            weights[level] = level == 0 ? 1 : level == 1 ? second : 1.5 * second;
        }
        return weights;
    }

    private Balance balance(Nesting nesting) {
        return settings.tolerance() == 0 ? Balance.equal(nesting.levels()) : Balance.within(settings.tolerance());
    }

    private long steps(int perNode) {
        return (long) (perNode * settings.effort() * graph.size());
    }

    private int[] anneal(Nesting nesting, int[] leaves, Cooling cooling, SplittableRandom random) {
        Objective objective = new Objective(
                cutWeights(nesting),
                cooling.balance(),
                cooling.stability().copy().begin(leaves, nesting.count(0)));
        return new Annealer(new Levels(graph, nesting, leaves), objective, random, watch).run(cooling.schedule());
    }

    private record Cooling(Schedule schedule, Balance balance, Stability stability) {}
}

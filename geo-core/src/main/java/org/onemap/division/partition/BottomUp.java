package org.onemap.division.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The first nested partition where closed edges part the graph into regions: each region gets its whole number of
 * leaves, and the leaves are then joined to the parts above, which may cross closed edges. Confined to one thread.
 */
final class BottomUp {

    private final WeightedGraph graph;
    private final Nesting wanted;
    private final double effort;
    private final SplittableRandom random;
    private final Watch watch;

    BottomUp(WeightedGraph graph, Nesting wanted, double effort, SplittableRandom random, Watch watch) {
        this.graph = graph;
        this.wanted = wanted;
        this.effort = effort;
        this.random = random;
        this.watch = watch;
    }

    /** A partition, and the nesting it has: the leaves lie where they fit. */
    record Nested(Nesting nesting, Levels levels) {}

    Nested run() {
        int[] region = graph.openComponents();
        int regions = Arrays.stream(region).max().orElseThrow() + 1;
        double[] loads = new double[regions];
        for (int v = 0; v < region.length; v++) {
            loads[region[v]] += graph.load[v];
        }
        Apportionment shares = Apportionment.of(loads, wanted.count(0));
        int[] leaves = new int[graph.size()];
        List<Double> targets = new ArrayList<>();
        for (int r = 0; r < regions; r++) {
            int which = r;
            int[] nodes = IntStream.range(0, region.length)
                    .filter(v -> region[v] == which)
                    .toArray();
            Nesting flat = Nesting.even(new int[] {shares.count(r)}, loads[r]);
            int[] cut = new TopDown(graph.induced(nodes), flat, effort, random, watch).run();
            for (int i = 0; i < nodes.length; i++) {
                leaves[nodes[i]] = targets.size() + cut[i];
            }
            targets.addAll(IntStream.range(0, shares.count(r))
                    .mapToObj(leaf -> flat.target(0, leaf))
                    .toList());
        }
        return gather(leaves, targets.stream().mapToDouble(t -> t).toArray());
    }

    /** Joins the leaves to parts above, each with as many leaves as whole numbers allow. */
    private Nested gather(int[] leaves, double[] targets) {
        int levels = wanted.levels();
        if (levels == 1) {
            Nesting flat = Nesting.flat(targets);
            return new Nested(flat, new Levels(graph, flat, leaves));
        }
        double[] ones = new double[targets.length];
        Arrays.fill(ones, 1);
        WeightedGraph quotient =
                graph.quotient(leaves, targets.length).allOpen().withLoads(ones);
        int[] counts = IntStream.range(0, levels - 1)
                .map(i -> wanted.count(levels - 1 - i))
                .toArray();
        Nesting above = Nesting.even(counts, targets.length);
        double mean = (double) targets.length / counts[counts.length - 1];
        double tolerance = Math.max(Math.ceil(mean) / mean - 1, 1 - Math.floor(mean) / mean) + 1e-6;
        int[] zoneOfLeaf = NestedPartition.find(
                        quotient,
                        above,
                        new NestedSettings(tolerance, Math.max(1, 1_500.0 / targets.length)),
                        new Starts(random.nextLong(), 2, 1),
                        watch)
                .leafOfNode();
        int[][] parents = new int[levels][];
        for (int i = 0; i < levels - 1; i++) {
            parents[i] = above.parents(levels - 2 - i);
        }
        parents[levels - 1] = zoneOfLeaf;
        Nesting nesting = Nesting.of(parents, targets);
        return new Nested(nesting, new Levels(graph, nesting, leaves));
    }
}

package org.onemap.division.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.division.partition.WeightedGraph.Edge;

/** Least cuts beside exhaustive search and beside published ones (`../shared/data/H0-tract-districting`, ±0.5 %). */
class LeastCutTest {

    private static final double TOLERANCE = 0.004999;

    @Test
    void agreesWithTryingEveryPartition() {
        for (long seed = 1; seed <= 20; seed++) {
            WeightedGraph graph = Nets.lattice(4, 3, 0, new Random(seed));
            double[] targets = {graph.totalLoad() / 2, graph.totalLoad() / 2};
            double expected = cheapestOfAll(graph, 0.2);
            if (expected < Double.POSITIVE_INFINITY) {
                Partition found = LeastCut.find(graph, targets, 0.2, new Starts(seed, 4, 1), () -> {});
                assertEquals(expected, found.cut(), 1e-9, "seed " + seed);
            }
        }
    }

    private static double cheapestOfAll(WeightedGraph graph, double tolerance) {
        double best = Double.POSITIVE_INFINITY;
        for (int bits = 1; bits < 1 << (graph.size() - 1); bits++) {
            int[] label = new int[graph.size()];
            double load = 0;
            for (int v = 0; v < label.length; v++) {
                label[v] = bits >> v & 1;
                load += label[v] * graph.load(v);
            }
            if (Math.abs(load / (graph.totalLoad() / 2) - 1) <= tolerance
                    && Nets.isConnected(graph, label, 0, true)
                    && Nets.isConnected(graph, label, 1, true)) {
                best = Math.min(best, new Levels(graph, Nesting.flat(new double[] {1, 1}), label).cut(0));
            }
        }
        return best;
    }

    @ParameterizedTest(name = "{0}: at most {1} cut edges")
    @CsvSource({"NH, 26", "ID, 17", "ME, 20"})
    void cutsTractsAsPublished(String state, int published) throws IOException {
        assertReached(state, published, 8);
    }

    @Tag("nightly")
    @ParameterizedTest(name = "{0}: at most {1} cut edges")
    @CsvSource({"NH, 26", "ID, 17", "ME, 20", "WV, 43", "NM, 43", "NE, 44", "UT, 77", "MS, 62", "AR, 69", "NV, 75"})
    void cutsTractsAsPublishedOrBetter(String state, int published) throws IOException {
        assertReached(state, published, 24);
    }

    private static void assertReached(String state, int published, int seeds) throws IOException {
        WeightedGraph graph = TractInstance.read(state).graph();
        Nesting nesting = Nesting.flat(TractInstance.read(state).targets());
        Partition found = LeastCut.find(graph, nesting.targets(0), TOLERANCE, new Starts(1, seeds, 2), () -> {});
        assertEquals(List.of(), Nets.broken(graph, nesting, found.leafOfNode()));
        assertTrue(found.worstDeviation() <= 0.005, "deviation " + found.worstDeviation());
        assertTrue(found.cut() <= published, found.cut() + " edges");
    }

    /** One instance: the dual graph of a state's census tracts, and how many districts. */
    record TractInstance(WeightedGraph graph, int districts) {

        static TractInstance read(String state) throws IOException {
            Path file = Path.of(
                    System.getProperty("onemap.shared", "../../shared"), "data/H0-tract-districting", state + ".txt");
            assumeTrue(Files.exists(file), () -> "SKIPPED: there is no " + file + "; set -Dshared.dir");
            try (Scanner in = new Scanner(file, java.nio.charset.StandardCharsets.UTF_8)) {
                double[] loads = new double[in.nextInt()];
                int districts = in.nextInt();
                int edges = in.nextInt();
                for (int v = 0; v < loads.length; v++) {
                    loads[v] = in.nextDouble();
                }
                List<Edge> list = new ArrayList<>();
                for (int i = 0; i < edges; i++) {
                    list.add(new Edge(in.nextInt(), in.nextInt(), 1, true));
                }
                return new TractInstance(WeightedGraph.of(loads, list), districts);
            }
        }

        double[] targets() {
            double[] targets = new double[districts];
            Arrays.fill(targets, graph.totalLoad() / districts);
            return targets;
        }
    }
}

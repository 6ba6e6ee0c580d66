package org.onemap.ingest.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.Division;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Level;
import org.onemap.division.check.Rule;
import org.onemap.division.check.Severity;
import org.onemap.ingest.checkup.Checkup;
import org.onemap.road.BlockGraph;
import org.onemap.road.DisjointSets;
import org.onemap.road.RoadLayers;

/**
 * Buildings and compounds that lie across the borders of street blocks: a grid that ends at such a border divides them, and
 * the check of the plan (R8, R10) refuses it. What counts as across is what that check says of the blocks. Immutable.
 */
final class WholeObjects {

    /** Blocks that are joined for an object may weigh this share of a mean grid: much more, and no grid around them balances. */
    private static final double MOST = 0.75;

    private final BlockGraph graph;
    private final List<Across> objects;

    private WholeObjects(BlockGraph graph, List<Across> objects) {
        this.graph = graph;
        this.objects = List.copyOf(objects);
    }

    /** One object and the blocks that it lies in. */
    private record Across(String sentence, Set<Integer> blocks) {}

    /**
     * What is kept whole and what is not.
     *
     * @param joined sets of blocks to be kept together
     * @param divided what may be divided all the same, a sentence of the check each
     */
    record Choice(List<Set<Integer>> joined, List<String> divided) {}

    /** Finds them by the rules that are named. */
    static WholeObjects find(LayerRows rows, BlockGraph graph, Set<Rule> rules) {
        List<Across> objects = new ArrayList<>();
        if (!rules.isEmpty()) {
            Level blocks = new Level(
                    RoadLayers.BLOCK,
                    graph.blocks().stream()
                            .map(block -> new Division(block.code(), "", "", block.polygon(), Division.Facts.none()))
                            .toList());
            CheckSettings settings =
                    CheckSettings.defaults().only(rules.stream().map(Rule::name).toList());
            for (Finding finding : Checkup.of(rows.view(), settings, blocks, LocalDate.EPOCH)) {
                if (finding.severity() == Severity.ERROR) {
                    objects.add(new Across(
                            finding.text().sentence(),
                            finding.subject().codes().stream()
                                    .map(graph::find)
                                    .map(OptionalInt::orElseThrow)
                                    .collect(Collectors.toUnmodifiableSet())));
                }
            }
        }
        return new WholeObjects(graph, objects);
    }

    /**
     * Chooses those that can stay whole, the lightest first.
     *
     * @param load load of each block
     * @param meanGrid load of a mean grid
     * @param canJoin whether a grid may lie on both sides of a border
     * @param gridOfBlock today's grid of each block: what it divides already may stay divided; empty for a new plan
     */
    Choice choose(double[] load, double meanGrid, Predicate<BlockGraph.Border> canJoin, int[] gridOfBlock) {
        List<Set<Integer>> joined = new ArrayList<>();
        List<String> divided = new ArrayList<>();
        Clumps clumps = new Clumps(load);
        List<Across> lightestFirst = new ArrayList<>(objects);
        lightestFirst.sort(Comparator.comparingDouble((Across one) -> weight(one.blocks(), load))
                .thenComparing(Across::sentence));
        for (Across one : lightestFirst) {
            boolean isDividedToday = gridOfBlock.length > 0
                    && one.blocks().stream()
                                    .map(block -> gridOfBlock[block])
                                    .distinct()
                                    .count()
                            > 1;
            if (!isDividedToday
                    && clumps.joinedLoad(one.blocks()) <= MOST * meanGrid
                    && hangsTogether(one.blocks(), canJoin)) {
                clumps.join(one.blocks());
                joined.add(one.blocks());
            } else {
                divided.add(one.sentence());
            }
        }
        return new Choice(joined, divided);
    }

    private static double weight(Set<Integer> blocks, double[] load) {
        return blocks.stream().mapToDouble(block -> load[block]).sum();
    }

    private boolean hangsTogether(Set<Integer> blocks, Predicate<BlockGraph.Border> canJoin) {
        Set<Integer> reached = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(blocks.iterator().next()));
        while (!open.isEmpty()) {
            int block = open.remove(open.size() - 1);
            if (reached.add(block)) {
                for (BlockGraph.Border border : graph.bordersOf(block)) {
                    if (blocks.contains(border.other(block)) && canJoin.test(border)) {
                        open.add(border.other(block));
                    }
                }
            }
        }
        return reached.size() == blocks.size();
    }

    /** Blocks joined so far, with their loads. */
    private static final class Clumps {

        private final DisjointSets sets;
        private final double[] load;

        Clumps(double[] load) {
            this.sets = new DisjointSets(load.length);
            this.load = load.clone();
        }

        double joinedLoad(Set<Integer> blocks) {
            return blocks.stream()
                    .map(sets::find)
                    .distinct()
                    .mapToDouble(at -> load[at])
                    .sum();
        }

        void join(Set<Integer> blocks) {
            double sum = joinedLoad(blocks);
            int first = blocks.iterator().next();
            blocks.forEach(block -> sets.union(first, block));
            load[sets.find(first)] = sum;
        }
    }
}

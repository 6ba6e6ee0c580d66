package org.onemap.division.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.division.partition.PartitionView;
import org.onemap.division.partition.WeightedGraph;
import org.onemap.division.plan.GridCard.Binding;
import org.onemap.division.plan.GridCard.Flip;

/** Explains the grids of a plan: tries every single change at every boundary. Confined to one thread. */
public final class GridCards {

    /** Below this deviation a grid counts as on target. */
    private static final double ON_TARGET = 0.002;

    private final Plan plan;
    private final PlanProblem problem;
    private final WeightedGraph graph;
    private final PartitionView view;
    private final String[] codeOfNode;

    private GridCards(Plan plan) {
        this.plan = plan;
        this.problem = plan.problem();
        this.graph = problem.graph();
        this.view = new PartitionView(graph, plan.nesting(), plan.leafOfNode());
        this.codeOfNode = new String[graph.size()];
        for (int block = problem.blocks().blocks().size() - 1; block >= 0; block--) {
            codeOfNode[problem.node(block)] =
                    problem.blocks().blocks().get(block).code();
        }
    }

    /** A card for each grid, in their order. */
    public static List<GridCard> of(Plan plan) {
        return new GridCards(plan).cards();
    }

    private List<GridCard> cards() {
        List<List<Change>> changes = new ArrayList<>();
        for (int grid = 0; grid < plan.count(0); grid++) {
            changes.add(new ArrayList<>());
        }
        for (int node = 0; node < graph.size(); node++) {
            int from = view.leaf(node);
            for (int to : Arrays.stream(graph.openNeighbours(node))
                    .map(view::leaf)
                    .distinct()
                    .toArray()) {
                if (to != from) {
                    Change change = change(node, from, to);
                    changes.get(from).add(change);
                    changes.get(to).add(change);
                }
            }
        }
        List<GridCard> cards = new ArrayList<>();
        for (int grid = 0; grid < plan.count(0); grid++) {
            cards.add(card(grid, changes.get(grid)));
        }
        return cards;
    }

    /** A change, and whether it leaves everything connected. */
    private record Change(Flip flip, boolean allowed) {}

    private Change change(int node, int from, int to) {
        double load = graph.load(node);
        double target = plan.meanGrid();
        double before = Math.max(Math.abs(plan.deviation(0, from)), Math.abs(plan.deviation(0, to)));
        double after = Math.max(
                Math.abs((plan.load(0, from) - load) / target - 1), Math.abs((plan.load(0, to) + load) / target - 1));
        Flip flip = new Flip(codeOfNode[node], from, to, view.cutChange(node, to), before, after);
        return new Change(flip, view.mayMove(node, to));
    }

    private GridCard card(int grid, List<Change> changes) {
        Map<String, Double> figures = new LinkedHashMap<>();
        int[] blocks = plan.blocks(0, grid);
        for (String name : problem.loads().names()) {
            figures.put(
                    name,
                    Arrays.stream(blocks)
                            .mapToDouble(block -> problem.loads().figure(name, block))
                            .sum());
        }
        Optional<Flip> best = changes.stream()
                .filter(Change::allowed)
                .map(Change::flip)
                .min(java.util.Comparator.<Flip>comparingDouble(Flip::worstAfter)
                        .thenComparingDouble(Flip::boundaryM)
                        .thenComparing(Flip::block));
        return new GridCard(
                grid, plan.load(0, grid), plan.deviation(0, grid), figures, binding(grid, changes, best), best);
    }

    private Binding binding(int grid, List<Change> changes, Optional<Flip> best) {
        if (Math.abs(plan.deviation(0, grid))
                <= Math.max(ON_TARGET, problem.rules().tolerance())) {
            return Binding.NONE;
        }
        if (changes.isEmpty()) {
            return Binding.BARRIER;
        }
        if (best.isPresent() && best.get().gain() > 0) {
            return Binding.BOUNDARY;
        }
        return changes.stream()
                        .anyMatch(change -> !change.allowed() && change.flip().gain() > 0)
                ? Binding.CONTIGUITY
                : Binding.GRANULARITY;
    }
}

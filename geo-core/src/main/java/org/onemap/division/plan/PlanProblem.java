package org.onemap.division.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onemap.InvalidInput;
import org.onemap.division.partition.Apportionment;
import org.onemap.division.partition.Stability;
import org.onemap.division.partition.WeightedGraph;
import org.onemap.road.BlockGraph;
import org.onemap.road.RoadClass;

/** Blocks, loads and rules, found to be plannable. Immutable and thread-safe. */
public final class PlanProblem {

    /** From this share of a boundary on a class counts as the whole boundary. */
    private static final double WHOLE = 0.8;

    private final BlockGraph blocks;
    private final PlanLoads loads;
    private final PlanLevels levels;
    private final PlanRules rules;
    private final BlockGroups groups;
    private final double[] blockLoad;
    private final int[] nodeOfBlock;
    private final WeightedGraph graph;

    private PlanProblem(BlockGraph blocks, PlanLoads loads, PlanLevels levels, PlanRules rules, BlockGroups groups) {
        this.blocks = blocks;
        this.loads = loads;
        this.levels = levels;
        this.rules = rules;
        this.groups = groups;
        this.blockLoad = loads.combined();
        this.nodeOfBlock = groups.nodes(blocks.blocks().size());
        int nodes = Arrays.stream(nodeOfBlock).max().orElse(-1) + 1;
        double[] nodeLoad = new double[nodes];
        for (int block = 0; block < nodeOfBlock.length; block++) {
            nodeLoad[nodeOfBlock[block]] += blockLoad[block];
        }
        List<WeightedGraph.Edge> edges = new ArrayList<>();
        for (BlockGraph.Border border : blocks.borders()) {
            edges.add(new WeightedGraph.Edge(
                    nodeOfBlock[border.low()], nodeOfBlock[border.high()], price(border), !isHard(border)));
        }
        this.graph = WeightedGraph.of(nodeLoad, edges);
    }

    /**
     * What is to be planned, and how.
     *
     * @param levels levels and numbers
     * @param rules what costs what
     * @param groups which blocks belong together
     */
    public record Order(PlanLevels levels, PlanRules rules, BlockGroups groups) {}

    /**
     * The problem, if it can be solved at all.
     *
     * @throws InvalidInput if there are fewer blocks than grids, the blocks do not hang together, a compound does not hang
     *     together, or hard barriers leave more regions than grids or a region without load
     */
    public static PlanProblem of(BlockGraph blocks, PlanLoads loads, Order order) {
        PlanProblem problem = new PlanProblem(blocks, loads, order.levels(), order.rules(), order.groups());
        problem.requireCompounds();
        problem.requireOnePiece();
        problem.requireRegions();
        return problem;
    }

    private void requireOnePiece() {
        int grids = levels.counts()[levels.size() - 1];
        if (graph.size() < grids) {
            throw new InvalidInput(grids + " " + levels.layer(0) + "s cannot be made of " + graph.size()
                    + " blocks and compounds; ask for fewer, or build the net with smaller blocks");
        }
        int[] part = graph.components();
        int parts = Arrays.stream(part).max().orElse(-1) + 1;
        if (parts > 1) {
            throw new InvalidInput("the blocks fall into " + parts
                    + " parts that share no boundary (a common point does not"
                    + " connect): " + describe(part, parts) + "; add the missing roads or bridges to the road layer, or"
                    + " plan the parts apart");
        }
    }

    private void requireCompounds() {
        for (Set<Integer> compound : groups.compounds()) {
            int first = compound.iterator().next();
            int[] label = new int[blocks.blocks().size()];
            compound.forEach(block -> label[block] = 1);
            Set<Integer> reached = new java.util.HashSet<>(Set.of(first));
            List<Integer> open = new ArrayList<>(reached);
            while (!open.isEmpty()) {
                for (int next : blocks.neighbours(open.remove(open.size() - 1))) {
                    if (label[next] == 1 && reached.add(next)) {
                        open.add(next);
                    }
                }
            }
            if (reached.size() < compound.size()) {
                throw new InvalidInput("blocks to be kept together do not share boundaries: "
                        + compound.stream().sorted().limit(8).map(this::code).collect(Collectors.joining(", ")));
            }
        }
    }

    private void requireRegions() {
        double[] regions = regionLoads();
        int grids = levels.counts()[levels.size() - 1];
        if (regions.length == 1) {
            return;
        }
        int[] region = graph.openComponents();
        if (regions.length > grids) {
            throw new InvalidInput("hard barriers " + names(rules.hard()) + " cut the district into " + regions.length
                    + " regions, more than " + grids + " " + levels.layer(0) + "s: "
                    + describe(region, regions.length) + "; price the barriers instead (--price instead of --hard)");
        }
        for (int r = 0; r < regions.length; r++) {
            int which = r;
            if (regions[r] <= 0) {
                throw new InvalidInput("hard barriers " + names(rules.hard()) + " leave a region without any load ("
                        + codes(region, which) + "), so its grid would have none: the deviation is at least 100 %;"
                        + " price the barriers instead");
            }
        }
    }

    private static String names(Set<RoadClass> classes) {
        return classes.stream().sorted().map(RoadClass::title).collect(Collectors.joining("、"));
    }

    private String describe(int[] label, int count) {
        return IntStream.range(0, count)
                .limit(5)
                .mapToObj(part -> Arrays.stream(label).filter(l -> l == part).count() + " (" + codes(label, part) + ")")
                .collect(Collectors.joining(", "));
    }

    private String codes(int[] label, int part) {
        return IntStream.range(0, nodeOfBlock.length)
                .filter(block -> label[nodeOfBlock[block]] == part)
                .limit(3)
                .mapToObj(this::code)
                .collect(Collectors.joining(" "));
    }

    private String code(int block) {
        return blocks.blocks().get(block).code();
    }

    private boolean isHard(BlockGraph.Border border) {
        double hard = border.pieces().stream()
                .filter(piece -> rules.hard().contains(piece.roadClass()))
                .mapToDouble(BlockGraph.Piece::lengthM)
                .sum();
        return hard > 0 && hard >= WHOLE * border.lengthM();
    }

    /** What parting two blocks costs, in metres of local road. */
    double price(BlockGraph.Border border) {
        return border.pieces().stream()
                .mapToDouble(piece -> piece.lengthM() * rules.price(piece.roadClass()))
                .sum();
    }

    /** The loads of the regions that hard barriers leave; one where there are none. */
    double[] regionLoads() {
        int[] region = graph.openComponents();
        double[] regions = new double[Arrays.stream(region).max().orElse(0) + 1];
        for (int node = 0; node < region.length; node++) {
            regions[region[node]] += graph.load(node);
        }
        return regions;
    }

    /** The apportionment of the grids to the regions. */
    Apportionment apportionment() {
        return Apportionment.of(regionLoads(), levels.counts()[levels.size() - 1]);
    }

    /** The rules on what is there, as the partitioner takes them. */
    Stability stability(Set<Integer> pinnedBlocks) {
        boolean[] fixed = new boolean[graph.size()];
        pinnedBlocks.forEach(block -> fixed[nodeOfBlock[block]] = true);
        Stability stability = Stability.none(graph.size()).withFixed(fixed);
        if (rules.pricePerSplitM() > 0 && !groups.smallGridOfBlock().isEmpty()) {
            int[] unit = new int[graph.size()];
            for (int block = nodeOfBlock.length - 1; block >= 0; block--) {
                unit[nodeOfBlock[block]] = groups.smallGridOfBlock().get(block);
            }
            return stability.withUnits(unit, rules.pricePerSplitM());
        }
        return stability;
    }

    /** The blocks and their boundaries. */
    public BlockGraph blocks() {
        return blocks;
    }

    /** The figures behind the loads. */
    public PlanLoads loads() {
        return loads;
    }

    /** Levels and numbers. */
    public PlanLevels levels() {
        return levels;
    }

    /** What costs what. */
    public PlanRules rules() {
        return rules;
    }

    /** Which blocks belong together. */
    public BlockGroups groups() {
        return groups;
    }

    /** The load of a block. */
    public double load(int block) {
        return blockLoad[block];
    }

    WeightedGraph graph() {
        return graph;
    }

    int node(int block) {
        return nodeOfBlock[block];
    }
}

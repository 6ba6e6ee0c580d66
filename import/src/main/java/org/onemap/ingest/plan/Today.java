package org.onemap.ingest.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.onemap.InvalidInput;
import org.onemap.division.plan.PlanLevels;
import org.onemap.division.plan.PlanLevels.Level;
import org.onemap.feature.Feature;
import org.onemap.road.BlockGraph;
import org.onemap.road.StreetBlock;

/** The divisions of the planned levels as they are today, and the blocks in them. Immutable. */
final class Today {

    private final List<List<Feature>> divisions = new ArrayList<>();
    private final List<int[]> divisionOfBlock = new ArrayList<>();

    /** Levels from the top, as everywhere here. */
    Today(LayerRows rows, List<String> layers, BlockGraph graph) {
        for (String layer : layers) {
            List<Feature> list = rows.layer(layer).isEmpty()
                    ? List.of()
                    : rows.list(layer).stream()
                            .filter(f -> f.code().isPresent() && f.geometry().isPresent())
                            .toList();
            PlacedBlocks placed = new PlacedBlocks(
                    list.stream().map(f -> f.geometry().orElseThrow()).toList());
            divisions.add(list);
            divisionOfBlock.add(graph.blocks().stream()
                    .map(StreetBlock::polygon)
                    .map(polygon -> placed.find(polygon.getInteriorPoint().getCoordinate()))
                    .mapToInt(found -> found.orElse(-1))
                    .toArray());
        }
    }

    /** The divisions of a level, from the top. */
    List<Feature> divisions(int fromTop) {
        return divisions.get(fromTop);
    }

    /** The number of the division of a level that a block lies in; −1 for none. */
    int division(int fromTop, int block) {
        return divisionOfBlock.get(fromTop)[block];
    }

    /** Whether there is a lowest level at all. */
    boolean isThere() {
        return !divisions.get(divisions.size() - 1).isEmpty();
    }

    /** The numbers of today's divisions as levels. */
    PlanLevels levels(List<String> layers) {
        List<Level> list = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            list.add(new Level(layers.get(i), divisions.get(i).size()));
        }
        return new PlanLevels(list);
    }

    /** The parent of each division, level by level from the top. */
    int[][] parents(List<String> layers) {
        int[][] parents = new int[divisions.size()][];
        for (int level = 0; level < parents.length; level++) {
            List<Feature> list = divisions.get(level);
            parents[level] = new int[list.size()];
            Map<String, Integer> above = new HashMap<>();
            for (int i = 0; level > 0 && i < divisions.get(level - 1).size(); i++) {
                above.put(divisions.get(level - 1).get(i).code().orElseThrow(), i);
            }
            for (int i = 0; level > 0 && i < list.size(); i++) {
                Optional<Integer> parent = list.get(i).parentCode().map(above::get);
                String code = list.get(i).code().orElseThrow();
                String upper = layers.get(level - 1);
                parents[level][i] = parent.orElseThrow(() -> new InvalidInput(
                        code + " has no parent in layer " + upper + "; mend that first, or make a new plan"));
            }
        }
        return parents;
    }

    /**
     * The grid of each block.
     *
     * @throws InvalidInput if a block lies in none
     */
    int[] leaves(BlockGraph graph) {
        int lowest = divisions.size() - 1;
        int[] leaves = divisionOfBlock.get(lowest).clone();
        for (int block = 0; block < leaves.length; block++) {
            if (leaves[block] < 0) {
                throw new InvalidInput("block " + graph.blocks().get(block).code()
                        + " lies in no division of today; make a new plan, or build the blocks within the outline");
            }
        }
        return leaves;
    }

    /** The division with the largest share of these blocks by load. */
    OptionalInt mostOf(int fromTop, int[] blocks, java.util.function.IntToDoubleFunction load) {
        Map<Integer, Double> shares = new HashMap<>();
        for (int block : blocks) {
            if (division(fromTop, block) >= 0) {
                shares.merge(division(fromTop, block), load.applyAsDouble(block) + 1e-6, Double::sum);
            }
        }
        return shares.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Double>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}

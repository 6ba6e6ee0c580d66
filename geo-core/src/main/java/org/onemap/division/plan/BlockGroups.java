package org.onemap.division.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.onemap.road.DisjointSets;

/**
 * Which blocks belong together already. Immutable.
 *
 * @param compounds sets of blocks that must stay in one grid (小区, 单位 over 10,000 m²)
 * @param smallGridOfBlock number of the existing small grid of each block, −1 for none; empty if there are none
 * @param pinned blocks that must stay in the grid they are in (for improving and rebalancing)
 */
public record BlockGroups(List<Set<Integer>> compounds, List<Integer> smallGridOfBlock, Set<Integer> pinned) {

    public BlockGroups {
        compounds = compounds.stream().map(Set::copyOf).toList();
        smallGridOfBlock = List.copyOf(smallGridOfBlock);
        pinned = Set.copyOf(pinned);
    }

    /** Every block for itself. */
    public static BlockGroups none() {
        return new BlockGroups(List.of(), List.of(), Set.of());
    }

    /** The node that each block becomes a part of: one for each compound, one for each other block. */
    int[] nodes(int blocks) {
        DisjointSets sets = new DisjointSets(blocks);
        for (Set<Integer> compound : compounds) {
            int first = compound.iterator().next();
            compound.forEach(block -> sets.union(first, block));
        }
        int[] number = new int[blocks];
        Arrays.fill(number, -1);
        int[] node = new int[blocks];
        int count = 0;
        for (int block = 0; block < blocks; block++) {
            int at = sets.find(block);
            if (number[at] < 0) {
                number[at] = count++;
            }
            node[block] = number[at];
        }
        return node;
    }
}

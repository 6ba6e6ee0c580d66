package org.onemap.division.partition;

import java.util.HashMap;
import java.util.Map;

/**
 * The price of changes against what is there: nodes that leave their reference leaf pay by load, and an old unit (an
 * existing small grid) that lies in k leaves pays k − 1 splits. Fixed nodes do not move at all. Holds the running count
 * of splits, therefore confined to one thread.
 */
public final class Stability {

    private final boolean[] fixed;
    private final int[] reference;
    private final double[] movePrice;
    private final int[] unit;
    private final double splitPrice;
    /** parts[unit][leaf]: how many nodes of the unit lie in the leaf. */
    private final int[][] parts;

    private Stability(boolean[] fixed, int[] reference, double[] movePrice, int[] unit, double splitPrice) {
        this.fixed = fixed;
        this.reference = reference;
        this.movePrice = movePrice;
        this.unit = unit;
        this.splitPrice = splitPrice;
        this.parts = new int[unit.length == 0 ? 0 : max(unit) + 1][];
    }

    /** Nothing is there to be kept. */
    public static Stability none(int nodes) {
        return new Stability(new boolean[nodes], new int[0], new double[0], new int[0], 0);
    }

    /** These nodes stay where they are. */
    public Stability withFixed(boolean[] nodes) {
        return new Stability(nodes.clone(), reference, movePrice, unit, splitPrice);
    }

    /** Nodes away from their reference leaf pay their own price. */
    Stability withReference(int[] leafOfNode, double[] pricePerNode) {
        return new Stability(fixed, leafOfNode.clone(), pricePerNode.clone(), unit, splitPrice);
    }

    /** Units pay for every leaf beyond their first; a node of unit −1 belongs to none. */
    public Stability withUnits(int[] unitOfNode, double pricePerSplit) {
        return new Stability(fixed, reference, movePrice, unitOfNode.clone(), pricePerSplit);
    }

    /** The same prices in another unit. */
    Stability withPricesDividedBy(double divisor) {
        return new Stability(fixed, reference, movePrice, unit, splitPrice / divisor);
    }

    /** The same rules with a count of its own. */
    Stability copy() {
        return new Stability(fixed, reference, movePrice, unit, splitPrice);
    }

    /** Whether anything is to be kept. */
    boolean isBinding() {
        if (unit.length > 0) {
            return true;
        }
        for (boolean one : fixed) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** Counts the units' parts anew. To be called before a run. */
    Stability begin(int[] leafOfNode, int leaves) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new int[leaves];
        }
        for (int v = 0; v < unit.length; v++) {
            if (unit[v] >= 0) {
                parts[unit[v]][leafOfNode[v]]++;
            }
        }
        return this;
    }

    private static int max(int[] values) {
        int max = -1;
        for (int value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    boolean isFixed(int node) {
        return fixed[node];
    }

    double change(int node, int from, int to) {
        double change = 0;
        if (reference.length > 0) {
            if (reference[node] == from) {
                change += movePrice[node];
            } else if (reference[node] == to) {
                change -= movePrice[node];
            }
        }
        if (unit.length > 0 && unit[node] >= 0) {
            int[] of = parts[unit[node]];
            change += ((of[to] == 0 ? 1 : 0) - (of[from] == 1 ? 1 : 0)) * splitPrice;
        }
        return change;
    }

    void moved(int node, int from, int to) {
        if (unit.length > 0 && unit[node] >= 0) {
            parts[unit[node]][from]--;
            parts[unit[node]][to]++;
        }
    }

    /** The price of all changes of this state. */
    double price(int[] leafOfNode) {
        double price = 0;
        for (int v = 0; v < reference.length; v++) {
            price += leafOfNode[v] == reference[v] ? 0 : movePrice[v];
        }
        Map<Integer, java.util.Set<Integer>> leavesOfUnit = new HashMap<>();
        for (int v = 0; v < unit.length; v++) {
            if (unit[v] >= 0) {
                leavesOfUnit
                        .computeIfAbsent(unit[v], u -> new java.util.HashSet<>())
                        .add(leafOfNode[v]);
            }
        }
        return price
                + splitPrice
                        * leavesOfUnit.values().stream()
                                .mapToInt(s -> s.size() - 1)
                                .sum();
    }
}

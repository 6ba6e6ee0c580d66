package org.onemap.division.partition;

/** The leaf of every node, and what it is worth. Immutable. */
public final class Partition {

    private final int[] leafOfNode;
    private final double cut;
    private final double worstDeviation;

    private Partition(int[] leafOfNode, double cut, double worstDeviation) {
        this.leafOfNode = leafOfNode.clone();
        this.cut = cut;
        this.worstDeviation = worstDeviation;
    }

    static Partition of(WeightedGraph graph, Nesting nesting, int[] leafOfNode) {
        Levels levels = new Levels(graph, nesting, leafOfNode);
        double worst = 0;
        for (int leaf = 0; leaf < nesting.count(0); leaf++) {
            worst = Math.max(worst, Math.abs(levels.load[0][leaf] / nesting.target(0, leaf) - 1));
        }
        return new Partition(leafOfNode, levels.cut(0), worst);
    }

    /** The leaf of each node. */
    public int[] leafOfNode() {
        return leafOfNode.clone();
    }

    /** Cost of the edges between leaves. */
    public double cut() {
        return cut;
    }

    /** Greatest |load / target − 1| of a leaf. */
    public double worstDeviation() {
        return worstDeviation;
    }
}

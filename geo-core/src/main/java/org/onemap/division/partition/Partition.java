package org.onemap.division.partition;

/** The leaf of every node, and what it is worth. Immutable. */
public final class Partition {

    private final int[] leafOfNode;
    private final double cut;
    private final double[] worst;

    private Partition(int[] leafOfNode, double cut, double[] worst) {
        this.leafOfNode = leafOfNode.clone();
        this.cut = cut;
        this.worst = worst;
    }

    static Partition of(WeightedGraph graph, Nesting nesting, int[] leafOfNode) {
        Levels levels = new Levels(graph, nesting, leafOfNode);
        double[] worst = new double[nesting.levels()];
        for (int level = 0; level < worst.length; level++) {
            for (int part = 0; part < nesting.count(level); part++) {
                double off = Math.abs(levels.load[level][part] / nesting.target(level, part) - 1);
                worst[level] = Math.max(worst[level], off);
            }
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
        return worst[0];
    }

    /** The worst deviation of all levels, that of the second counted twice, of the third three times. */
    double strain() {
        double most = 0;
        for (int level = 0; level < worst.length; level++) {
            most = Math.max(most, (level + 1) * worst[level]);
        }
        return most;
    }
}

package org.onemap.division.partition;

/** Looks at what single changes of a partition would do. Confined to one thread. */
public final class PartitionView {

    private final Levels levels;
    private final double[] lowest;

    /** A partition to look at. */
    public PartitionView(WeightedGraph graph, Nesting nesting, int[] leafOfNode) {
        this.levels = new Levels(graph, nesting, leafOfNode);
        this.lowest = new double[nesting.levels()];
        this.lowest[0] = 1;
    }

    /** The leaf of a node. */
    public int leaf(int node) {
        return levels.leaf(node);
    }

    /** Whether a node could go to a neighbouring leaf with every part staying connected and no leaf empty. */
    public boolean mayMove(int node, int toLeaf) {
        return levels.members[levels.leaf(node)] > 1 && levels.mayMove(node, toLeaf);
    }

    /** By how much the cut between leaves would grow. */
    public double cutChange(int node, int toLeaf) {
        return levels.cutChange(node, toLeaf, lowest);
    }
}

package org.onemap.division.partition;

/**
 * What a good partition is: a low cut on every level, balance, and few changes against what is there. Holds the running
 * count of what is split, therefore confined to one thread.
 */
final class Objective {

    private final double[] cutWeight;
    private final Balance balance;
    private final Stability stability;

    Objective(double[] cutWeight, Balance balance, Stability stability) {
        this.cutWeight = cutWeight;
        this.balance = balance;
        this.stability = stability;
    }

    Balance balance() {
        return balance;
    }

    boolean isFixed(int node) {
        return stability.isFixed(node);
    }

    /** By how much cut and changes grow if a node goes to another leaf. */
    double cutChange(Levels levels, int node, int toLeaf) {
        return levels.cutChange(node, toLeaf, cutWeight) + stability.change(node, levels.leaf(node), toLeaf);
    }

    /** Cut of all levels and price of all changes. */
    double cut(Levels levels) {
        double cut = stability.price(levels.label[0]);
        for (int level = 0; level < cutWeight.length; level++) {
            cut += cutWeight[level] * levels.cut(level);
        }
        return cut;
    }

    /** Tells that a node was moved. */
    void moved(int node, int from, int to) {
        stability.moved(node, from, to);
    }
}

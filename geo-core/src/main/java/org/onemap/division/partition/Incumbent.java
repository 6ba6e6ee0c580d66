package org.onemap.division.partition;

/**
 * Remembers the cheapest state in which every leaf lies within the tolerance. Confined to one thread.
 *
 * <p>The states are many and the best are few, so a state is copied only when it is better than all before.
 */
final class Incumbent {

    private static final double ROUNDING = 1e-9;

    private final Levels levels;
    private final Balance balance;
    private final int[] leaves;
    private final boolean[] beyond;
    private int beyondCount;
    private double cut;
    private double bestCut = Double.POSITIVE_INFINITY;
    private boolean listening;

    Incumbent(Levels levels, Objective objective) {
        this.levels = levels;
        this.balance = objective.balance();
        this.leaves = new int[levels.graph.size()];
        this.beyond = new boolean[levels.members.length];
        this.cut = objective.cut(levels);
        for (int leaf = 0; leaf < beyond.length; leaf++) {
            update(leaf);
        }
    }

    void listen(boolean now) {
        listening = now && balance.tolerance() > 0;
    }

    void moved(int from, int to, double cutChange) {
        cut += cutChange;
        update(from);
        update(to);
        if (listening && beyondCount == 0 && cut < bestCut - ROUNDING) {
            bestCut = cut;
            System.arraycopy(levels.label[0], 0, leaves, 0, leaves.length);
        }
    }

    private void update(int leaf) {
        boolean now = balance.isBeyond(levels, leaf);
        if (now != beyond[leaf]) {
            beyond[leaf] = now;
            beyondCount += now ? 1 : -1;
        }
    }

    int[] leaves() {
        return bestCut < Double.POSITIVE_INFINITY ? leaves.clone() : levels.label[0].clone();
    }
}

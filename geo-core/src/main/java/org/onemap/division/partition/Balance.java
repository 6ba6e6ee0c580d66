package org.onemap.division.partition;

/**
 * The price of being out of balance: over all parts of the weighed levels, weight of the level × f(|load / target − 1| − tolerance), where f(x) =
 * x · (x + slope) · (1 + sharpness · x²) for x above 0. Within the tolerance nothing is paid. Immutable.
 *
 * @param tolerance allowed relative deviation; 0 strives for equality
 * @param slope price of the first bit beyond the tolerance
 * @param sharpness 0 for a square; with more the worst part counts more than its share of the sum of squares
 * @param levels how many levels are weighed, from the lowest
 */
record Balance(double tolerance, double slope, double sharpness, int levels) {

    /** From a deviation of 0.4 % on the fourth power outweighs the square. */
    private static final double SHARP = 1 / (0.004 * 0.004);

    /** Strives for equal load on every level. */
    static Balance equal(int levels) {
        return new Balance(0, 0, 0, levels);
    }

    /** Strives for a small worst deviation. Not for the start of a search: what is far off could hardly move. */
    static Balance sharp(int levels) {
        return new Balance(0, 0, SHARP, levels);
    }

    /** Pays only for leaves beyond a tolerance. */
    static Balance within(double tolerance) {
        return new Balance(tolerance, 0.05, 0, 1);
    }

    /** Higher parts have smaller deviations, errors of their leaves cancelling out: they weigh more. */
    static double weight(int level) {
        return 1 + 2.0 * level;
    }

    private double price(double load, double target) {
        double excess = Math.abs(load / target - 1) - tolerance;
        return excess > 0 ? excess * (excess + slope) * (1 + sharpness * excess * excess) : 0;
    }

    /** The price of a whole state. */
    double total(Levels state) {
        double total = 0;
        for (int level = 0; level < levels; level++) {
            for (int part = 0; part < state.load[level].length; part++) {
                total += weight(level) * price(state.load[level][part], state.nesting.target(level, part));
            }
        }
        return total;
    }

    /** By how much the price grows if this load goes from one leaf to another. */
    double change(Levels state, int fromLeaf, int toLeaf, double moved) {
        double change = 0;
        for (int level = 0; level < this.levels; level++) {
            int[] ancestor = state.nesting.ancestors(level);
            int from = ancestor[fromLeaf];
            int to = ancestor[toLeaf];
            if (from == to) {
                break;
            }
            double[] load = state.load[level];
            double[] target = state.nesting.targets(level);
            change += weight(level)
                    * (price(load[from] - moved, target[from])
                            + price(load[to] + moved, target[to])
                            - price(load[from], target[from])
                            - price(load[to], target[to]));
        }
        return change;
    }

    /** Whether a leaf lies beyond the tolerance. */
    boolean isBeyond(Levels state, int leaf) {
        double target = state.nesting.targets(0)[leaf];
        return Math.abs(state.load[0][leaf] - target) > tolerance * target;
    }
}

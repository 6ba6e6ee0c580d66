package org.onemap.division.partition;

/**
 * How an annealing cools down. Temperatures and balance weights are in units of the mean cost of an edge. Immutable.
 *
 * @param hot temperature at the start
 * @param cold temperature at the end
 * @param lenient weight of the balance at the start
 * @param strict weight of the balance, reached after 85 % of the steps
 * @param steps how many steps
 */
record Schedule(double hot, double cold, double lenient, double strict, long steps) {

    /** Steps between two changes of temperature and weight. */
    static final int ROUND = 1000;

    Schedule withSteps(long other) {
        return new Schedule(hot, cold, lenient, strict, other);
    }

    double coolingPerRound() {
        return Math.pow(cold / hot, 1.0 / (steps / (double) ROUND + 1));
    }

    double tighteningPerRound() {
        return Math.pow(strict / lenient, 1.0 / (0.85 * steps / ROUND + 1));
    }
}

package org.onemap.division.partition;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Whole numbers of parts for regions that no part may cross, and the bound that follows from them: whatever the
 * partition, some part of some region is at least this far from the mean. Immutable.
 */
public final class Apportionment {

    private final int[] counts;
    private final double bound;

    private Apportionment(int[] counts, double bound) {
        this.counts = counts;
        this.bound = bound;
    }

    /**
     * The numbers with the least greatest deviation |load / number / mean − 1|.
     *
     * @param loads load of each region
     * @param parts how many parts there are to give
     * @throws IllegalArgumentException if there are fewer parts than regions
     */
    public static Apportionment of(double[] loads, int parts) {
        if (parts < loads.length) {
            throw new IllegalArgumentException(parts + " parts for " + loads.length + " regions");
        }
        double mean = Arrays.stream(loads).sum() / parts;
        TreeSet<Double> candidates = new TreeSet<>();
        for (double load : loads) {
            int near = (int) Math.floor(load / mean);
            for (int n = Math.max(1, near - parts); n <= near + parts; n++) {
                candidates.add(Math.abs(load / n / mean - 1));
            }
        }
        for (double bound : candidates) {
            int[] least = new int[loads.length];
            int[] most = new int[loads.length];
            if (ranges(loads, mean, bound, least, most)
                    && Arrays.stream(least).sum() <= parts
                    && Arrays.stream(most).sum() >= parts) {
                return new Apportionment(fill(loads, mean, least, most, parts), bound);
            }
        }
        throw new IllegalArgumentException("no apportionment of " + parts + " parts");
    }

    private static boolean ranges(double[] loads, double mean, double bound, int[] least, int[] most) {
        double slack = bound + 1e-12;
        for (int i = 0; i < loads.length; i++) {
            least[i] = Math.max(1, (int) Math.ceil(loads[i] / mean / (1 + slack)));
            most[i] = slack >= 1 ? Integer.MAX_VALUE / loads.length : (int) Math.floor(loads[i] / mean / (1 - slack));
            if (most[i] < least[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] fill(double[] loads, double mean, int[] least, int[] most, int parts) {
        int[] counts = least.clone();
        for (int left = parts - Arrays.stream(least).sum(); left > 0; left--) {
            int best = -1;
            for (int i = 0; i < loads.length; i++) {
                if (counts[i] < most[i]
                        && (best < 0 || need(loads, mean, counts, i) > need(loads, mean, counts, best))) {
                    best = i;
                }
            }
            counts[best]++;
        }
        return counts;
    }

    private static double need(double[] loads, double mean, int[] counts, int region) {
        return loads[region] / mean - counts[region];
    }

    /** How many parts a region gets. */
    public int count(int region) {
        return counts[region];
    }

    /** The least possible greatest relative deviation of a part. */
    public double bound() {
        return bound;
    }
}

package org.onemap.ingest.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How many households and residents live in each building, position by position as the list of buildings. Immutable.
 */
final class Residents {

    private static final double TOTAL = 800_000;

    /** A block shall not outweigh a grid: the rest stands empty. */
    private static final double MOST_IN_A_BLOCK = 3000;

    private final int[] households;
    private final int[] residents;

    private Residents(int[] households, int[] residents) {
        this.households = households;
        this.residents = residents;
    }

    /** Fills the dwellings so far that the district has about its number of residents. */
    static Residents moveIn(List<Building> buildings, int blocks, RandomGenerator random) {
        double[] wanted = new double[buildings.size()];
        double[] ofBlock = new double[blocks];
        for (int i = 0; i < wanted.length; i++) {
            Building building = buildings.get(i);
            wanted[i] = building.homes() * (2.5 + 0.9 * random.nextDouble()) * (0.8 + 0.4 * random.nextDouble());
            ofBlock[building.block().id()] += wanted[i];
        }
        double fill = fill(ofBlock);
        int[] households = new int[wanted.length];
        int[] residents = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            double block = ofBlock[buildings.get(i).block().id()];
            double share = block == 0 ? 0 : Math.min(block * fill, MOST_IN_A_BLOCK) / block;
            residents[i] = (int) Math.round(wanted[i] * share);
            households[i] = (int) Math.min(buildings.get(i).homes(), Math.round(residents[i] / 2.85));
        }
        return new Residents(households, residents);
    }

    private static double fill(double[] ofBlock) {
        double low = 0;
        double high = 1.5;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            double total = 0;
            for (double block : ofBlock) {
                total += Math.min(block * middle, MOST_IN_A_BLOCK);
            }
            if (total < TOTAL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    int households(int building) {
        return households[building];
    }

    int residents(int building) {
        return residents[building];
    }

    /** Residents of each block. */
    int[] ofBlocks(List<Building> buildings, int blocks) {
        int[] sums = new int[blocks];
        for (int i = 0; i < residents.length; i++) {
            sums[buildings.get(i).block().id()] += residents[i];
        }
        return sums;
    }
}

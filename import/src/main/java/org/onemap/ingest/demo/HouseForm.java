package org.onemap.ingest.demo;

import java.util.random.RandomGenerator;

/**
 * How the buildings of a block look and stand: rows of rectangles, the shape of which varies around these figures.
 *
 * @param lengthM along the row
 * @param depthM across it
 * @param gapM between neighbours in a row
 * @param pitchM from row to row
 * @param share how many of the places are built on
 * @param lowestFloors fewest floors
 * @param highestFloors most floors
 * @param angled share of buildings that are L-shaped
 */
record HouseForm(
        double lengthM,
        double depthM,
        double gapM,
        double pitchM,
        double share,
        int lowestFloors,
        int highestFloors,
        double angled) {

    static HouseForm of(LandUse landUse) {
        return switch (landUse) {
            case HOUSING -> new HouseForm(50, 12.5, 11, 34, 0.92, 5, 7, 0);
            case TOWERS -> new HouseForm(31, 17, 25, 50, 0.9, 17, 33, 0.15);
            case VILLAGE -> new HouseForm(18, 14, 8, 31, 0.66, 2, 5, 0.2);
            case OFFICES -> new HouseForm(42, 24, 20, 50, 0.82, 5, 20, 0.3);
            case FACTORY -> new HouseForm(70, 30, 16, 48, 0.8, 1, 3, 0.1);
            case SHOPS -> new HouseForm(46, 30, 16, 50, 0.85, 2, 6, 0.35);
            case SCHOOL -> new HouseForm(58, 16, 22, 50, 0.55, 3, 6, 0.35);
            case HOSPITAL -> new HouseForm(56, 20, 18, 46, 0.75, 5, 15, 0.3);
            case PARK -> new HouseForm(14, 9, 90, 110, 0.3, 1, 1, 0);
            case FIELDS -> new HouseForm(18, 8, 110, 120, 0.25, 1, 1, 0);
        };
    }

    int floors(RandomGenerator random) {
        return lowestFloors + random.nextInt(highestFloors - lowestFloors + 1);
    }
}

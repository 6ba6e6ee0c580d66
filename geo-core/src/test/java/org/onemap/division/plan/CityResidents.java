package org.onemap.division.plan;

import java.util.Arrays;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.crs.GaussKruger;
import org.onemap.road.BlockGraph;
import org.onemap.road.StreetBlock;

/**
 * Residents for the blocks of a synthetic city, 800,000 in all: seven hot spots, a log-normal spread, every eighth block
 * empty, no block above 0.8 of a mean grid of 189.
 */
final class CityResidents {

    static final double TOTAL = 800_000;
    private static final double SPREAD = 0.9;

    private final Random random;

    CityResidents(long seed) {
        this.random = new Random(seed);
    }

    double[] of(BlockGraph graph) {
        Coordinate[] centres = graph.blocks().stream().map(this::centre).toArray(Coordinate[]::new);
        double[][] spots = new double[7][];
        for (int i = 0; i < spots.length; i++) {
            Coordinate at = centres[random.nextInt(centres.length)];
            spots[i] = new double[] {at.x, at.y, 800 + 1200 * random.nextDouble(), 1 + 3 * random.nextDouble()};
        }
        double[] residents = new double[centres.length];
        for (int b = 0; b < residents.length; b++) {
            double density = 0.6;
            for (double[] spot : spots) {
                double far = Math.hypot(centres[b].x - spot[0], centres[b].y - spot[1]);
                density += spot[3] * Math.exp(-far * far / (2 * spot[2] * spot[2]));
            }
            double area = Math.min(graph.blocks().get(b).areaM2(), 40_000);
            boolean empty = random.nextDouble() < 0.12;
            residents[b] = empty ? 0 : Math.pow(area, 0.8) * density * Math.exp(SPREAD * random.nextGaussian());
        }
        return capped(residents);
    }

    private Coordinate centre(StreetBlock block) {
        Coordinate lonLat = block.polygon().getCentroid().getCoordinate();
        return GaussKruger.fitting(113.5).project(new org.onemap.crs.Cgcs2000(lonLat.x, lonLat.y));
    }

    private static double[] capped(double[] residents) {
        double cap = 0.8 * TOTAL / 189;
        for (int round = 0; round < 20; round++) {
            double sum = Arrays.stream(residents).sum();
            Arrays.setAll(residents, b -> Math.min(cap, residents[b] * TOTAL / sum));
        }
        Arrays.setAll(residents, b -> Math.rint(residents[b]));
        return residents;
    }

    /** The same a year later: every block a little different, fifteen new estates of 1,500, ten blocks cleared. */
    static double[] aYearLater(double[] residents, long seed) {
        Random random = new Random(seed);
        double[] later = residents.clone();
        Arrays.setAll(later, b -> Math.rint(later[b] * Math.exp(0.08 * random.nextGaussian())));
        for (int i = 0; i < 15; i++) {
            later[random.nextInt(later.length)] += 1500;
        }
        for (int i = 0; i < 10; i++) {
            later[random.nextInt(later.length)] = 0;
        }
        return later;
    }
}

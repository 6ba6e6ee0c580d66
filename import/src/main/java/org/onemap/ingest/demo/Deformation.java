package org.onemap.ingest.demo;

import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;

/** The smooth field that bends the plan lattice into something grown. Gradients stay below 0.5: nothing folds. Immutable. */
final class Deformation {

    private final double[] phases = new double[8];

    Deformation(RandomGenerator random) {
        for (int i = 0; i < phases.length; i++) {
            phases[i] = random.nextDouble() * 2 * Math.PI;
        }
    }

    /** Plan position to EPSG:4547. */
    Coordinate apply(double u, double v) {
        double du = 330 * wave(v, 1900, 0) + 60 * wave(v, 560, 1) + 45 * wave(u + v, 800, 2) + 60 * wave(u, 1400, 3);
        double dv = 330 * wave(u, 2000, 4) + 60 * wave(u, 600, 5) + 45 * wave(u - v, 760, 6) + 60 * wave(v, 1500, 7);
        return Site.millimetres(Site.WEST_M + u + du, Site.SOUTH_M + v + dv);
    }

    private double wave(double t, double scale, int phase) {
        return StrictMath.sin(t / scale + phases[phase]);
    }
}

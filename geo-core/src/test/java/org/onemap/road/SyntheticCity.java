package org.onemap.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.onemap.crs.GaussKruger;

/**
 * A synthetic city of some 100 km² from a seed: a bent lattice of collectors, cut by local roads with dead ends, crossed by two
 * rivers and three expressways. About 7,700 lines with {@code blockM2} = 12,000.
 */
public final class SyntheticCity {

    private static final double SIDE_M = 10_000;
    private static final GaussKruger ZONE = GaussKruger.fitting(113.5);
    private static final Coordinate CORNER = new Coordinate(455_000, 3_848_000);

    private final Random random;
    private final double[] phases = new double[16];
    private final double blockM2;
    private final List<Centreline> lines = new ArrayList<>();
    private final GeometryFactory factory = new GeometryFactory();

    private SyntheticCity(long seed, double blockM2) {
        this.random = new Random(seed);
        this.blockM2 = blockM2;
        for (int i = 0; i < phases.length; i++) {
            phases[i] = random.nextDouble() * 2 * Math.PI;
        }
    }

    /**
     * Draws the city.
     *
     * @param blockM2 the area at which a block is not cut any further, more or less
     */
    public static List<Centreline> draw(long seed, double blockM2) {
        SyntheticCity city = new SyntheticCity(seed, blockM2);
        List<Double> easts = city.lattice();
        List<Double> norths = city.lattice();
        easts.forEach(u -> city.street(u, -5, u, SIDE_M + 5, RoadClass.COLLECTOR));
        norths.forEach(v -> city.street(-5, v, SIDE_M + 5, v, RoadClass.COLLECTOR));
        for (int i = 0; i + 1 < easts.size(); i++) {
            for (int k = 0; k + 1 < norths.size(); k++) {
                city.cut(easts.get(i), norths.get(k), easts.get(i + 1), norths.get(k + 1));
            }
        }
        city.river(true);
        city.river(false);
        city.expressway(new Coordinate(-500, 5500), new Coordinate(10_500, 6200));
        city.expressway(new Coordinate(4500, -500), new Coordinate(3800, 10_500));
        city.expressway(new Coordinate(-500, 1500), new Coordinate(10_500, 9000));
        return city.lines;
    }

    private List<Double> lattice() {
        List<Double> at = new ArrayList<>();
        for (double x = 0; x < SIDE_M - 350; x += 450 + 350 * random.nextDouble()) {
            at.add(x);
        }
        at.add(SIDE_M);
        return at;
    }

    private Coordinate bend(double u, double v) {
        double x = u
                + 220 * Math.sin(v / 1700 + phases[0])
                + 90 * Math.sin(v / 610 + phases[1])
                + 35 * Math.sin((u + v) / 330 + phases[2]);
        double y = v
                + 220 * Math.sin(u / 1900 + phases[3])
                + 90 * Math.sin(u / 570 + phases[4])
                + 35 * Math.sin((u - v) / 350 + phases[5]);
        return new Coordinate(x, y);
    }

    private void street(double u0, double v0, double u1, double v1, RoadClass roadClass) {
        double length = Math.hypot(u1 - u0, v1 - v0);
        int pieces = Math.max(1, (int) (length / 40));
        Coordinate[] line = new Coordinate[pieces + 1];
        for (int i = 0; i <= pieces; i++) {
            line[i] = bend(u0 + (u1 - u0) * i / pieces, v0 + (v1 - v0) * i / pieces);
        }
        add(line, roadClass, "路" + (lines.size() + 1));
    }

    /** A street that goes three metres beyond its ends, so that it meets what it ends at. */
    private void through(double u0, double v0, double u1, double v1) {
        double length = Math.hypot(u1 - u0, v1 - v0);
        double du = 3 * (u1 - u0) / length;
        double dv = 3 * (v1 - v0) / length;
        street(u0 - du, v0 - dv, u1 + du, v1 + dv, RoadClass.LOCAL);
    }

    private void cut(double u0, double v0, double u1, double v1) {
        double w = u1 - u0;
        double h = v1 - v0;
        if (w * h < blockM2 * Math.exp(0.55 * random.nextGaussian()) || Math.max(w, h) < 70) {
            if (random.nextDouble() < 0.1) {
                double m = u0 + w * (0.3 + 0.4 * random.nextDouble());
                street(m, v0 - 2, m, v0 + h * 0.5, RoadClass.LANE);
            }
            return;
        }
        if (w > h * (0.9 + 0.3 * random.nextDouble())) {
            double m = u0 + w * (0.35 + 0.3 * random.nextDouble());
            through(m, v0, m, v1);
            cut(u0, v0, m, v1);
            cut(m, v0, u1, v1);
        } else {
            double m = v0 + h * (0.35 + 0.3 * random.nextDouble());
            through(u0, m, u1, m);
            cut(u0, v0, u1, m);
            cut(u0, m, u1, v1);
        }
    }

    private void river(boolean eastWest) {
        Coordinate[] line = new Coordinate[401];
        for (int i = 0; i < line.length; i++) {
            double t = -500 + (SIDE_M + 1000) * i / 400;
            double out = SIDE_M * (eastWest ? 0.28 : 0.7)
                    + 600 * Math.sin(t / 2300 + phases[eastWest ? 6 : 7])
                    + 180 * Math.sin(t / 800 + phases[eastWest ? 8 : 9]);
            line[i] = eastWest ? new Coordinate(t, out) : new Coordinate(out, t);
        }
        add(line, RoadClass.RIVER, eastWest ? "须水河" : "索须河");
    }

    private void expressway(Coordinate from, Coordinate to) {
        Coordinate[] line = new Coordinate[301];
        for (int i = 0; i < line.length; i++) {
            double t = i / 300.0;
            line[i] = new Coordinate(
                    from.x + (to.x - from.x) * t + 120 * Math.sin(9 * t),
                    from.y + (to.y - from.y) * t + 120 * Math.cos(8 * t));
        }
        add(line, RoadClass.EXPRESSWAY, "快速路" + (lines.size() + 1));
    }

    private void add(Coordinate[] line, RoadClass roadClass, String name) {
        for (Coordinate vertex : line) {
            vertex.x += CORNER.x;
            vertex.y += CORNER.y;
        }
        LineString lonLat = (LineString) ZONE.unproject(factory.createLineString(line));
        lines.add(Centreline.of(Integer.toString(lines.size() + 1), name, roadClass, lonLat));
    }
}

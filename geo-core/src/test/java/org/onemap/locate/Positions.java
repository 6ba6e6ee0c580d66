package org.onemap.locate;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Positions that find a fault if there is one: anywhere, in clusters, on vertices, on edges as far as rounding allows, few
 * ulps and few micrometres beside them, on corners and centres of the cells, on a lattice of 1e-7 degrees, far outside, and
 * what is no position. Confined to one thread.
 */
final class Positions {

    private static final int KINDS = 11;

    private final Random random;
    private final Coordinate[][] rings;
    private final Envelope box = new Envelope();
    private final CellGrid cells;
    private long next;
    private double x;
    private double y;

    Positions(long seed, List<DivisionShape> shapes, GridIndex index) {
        this.random = new Random(seed);
        this.rings =
                shapes.stream().map(shape -> shape.geometry().getCoordinates()).toArray(Coordinate[][]::new);
        shapes.forEach(shape -> box.expandToInclude(shape.geometry().getEnvelopeInternal()));
        this.cells = index.cells().grid();
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    boolean isPosition() {
        return Math.abs(x) <= 180 && Math.abs(y) <= 90;
    }

    /** Goes on to the next one: vertex after vertex, and all the kinds about it. */
    void draw() {
        Coordinate[] ring = rings[(int) (next / KINDS % rings.length)];
        int i = (int) (next / KINDS / rings.length % ring.length);
        Coordinate a = ring[i];
        Coordinate b = ring[Math.min(i + 1, ring.length - 1)];
        double t = random.nextDouble();
        set(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
        switch ((int) (next++ % KINDS)) {
            case 0 ->
                set(
                        box.getMinX() + box.getWidth() * random.nextDouble(),
                        box.getMinY() + box.getHeight() * random.nextDouble());
            case 1 -> set(x + random.nextGaussian() * 1e-4, y + random.nextGaussian() * 1e-4);
            case 2 -> set(a.x, a.y);
            case 3 -> {} // on the edge, rounded
            case 4 -> set((a.x + b.x) / 2, (a.y + b.y) / 2);
            case 5 -> set(x + (random.nextInt(5) - 2) * Math.ulp(x), y + (random.nextInt(5) - 2) * Math.ulp(y));
            case 6 -> {
                double reach = Math.pow(10, -5 - 9 * random.nextDouble());
                set(x + reach * (random.nextDouble() - 0.5), y + reach * (random.nextDouble() - 0.5));
            }
            case 7 -> cellCornerOrCentre();
            case 8 -> set(Math.rint(x * 1e7) / 1e7, Math.rint(y * 1e7) / 1e7);
            case 9 -> set(random.nextBoolean() ? x : a.x, a.y + 1e-7 * (random.nextInt(3) - 1)); // level with a vertex
            default -> outside();
        }
    }

    private void cellCornerOrCentre() {
        int parts = 1 << random.nextInt(6);
        x = cells.lonDeg(random.nextInt(cells.columns()), (double) random.nextInt(parts + 1) / parts);
        y = cells.latDeg(random.nextInt(cells.rows()), (double) random.nextInt(parts + 1) / parts);
        x = random.nextInt(3) == 0 ? Math.nextUp(x) : x;
        y = random.nextInt(3) == 0 ? Math.nextDown(y) : y;
    }

    private void outside() {
        double far = Math.pow(10, random.nextInt(30) - 5);
        switch (random.nextInt(6)) {
            case 0 -> set(Double.NaN, y);
            case 1 -> set(x, Double.NaN);
            case 2 -> set(random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY, y);
            case 3 -> set(-180 + 360 * random.nextDouble(), -90 + 180 * random.nextDouble());
            case 4 -> set(box.getMinX() - far, box.getMinY() - far);
            default -> set(box.getMaxX() + far, y);
        }
    }

    private void set(double lonDeg, double latDeg) {
        x = lonDeg;
        y = latDeg;
    }
}

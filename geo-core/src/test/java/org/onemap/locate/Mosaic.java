package org.onemap.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.onemap.division.DivisionNode;

/**
 * Made-up divisions: a coverage of crooked quadrangles whose shared edges have many vertices. Corner and edge vertices
 * depend only on their place, so neighbours share them to the last bit.
 */
final class Mosaic {

    static final GeometryFactory LON_LAT = new GeometryFactory();

    private final long seed;
    private final int columns;
    private final int perSide;
    private final double westDeg;
    private final double southDeg;
    private final double cellDeg;

    Mosaic(long seed, int columns, int perSide) {
        this.seed = seed;
        this.columns = columns;
        this.perSide = perSide;
        this.westDeg = 113.45;
        this.southDeg = 34.77;
        this.cellDeg = 0.15 / columns;
    }

    List<DivisionShape> shapes(String level) {
        List<DivisionShape> shapes = new ArrayList<>();
        for (int row = 0; row < columns; row++) {
            for (int col = 0; col < columns; col++) {
                String code = String.format("4101725606%02d%03d", row, col);
                shapes.add(new DivisionShape(
                        new DivisionNode(level, code, "第" + code + "网格", Optional.of(code.substring(0, 12))),
                        cell(row, col)));
            }
        }
        return shapes;
    }

    Polygon cell(int row, int col) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < perSide; i++) {
            ring.add(at(col, row, i, false));
        }
        for (int i = 0; i < perSide; i++) {
            ring.add(at(col + 1, row, i, true));
        }
        for (int i = perSide; i > 0; i--) {
            ring.add(at(col, row + 1, i, false));
        }
        for (int i = perSide; i > 0; i--) {
            ring.add(at(col, row, i, true));
        }
        ring.add(ring.get(0).copy());
        return LON_LAT.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** The i-th vertex of the side that starts at a corner, along the row or up the column. */
    private Coordinate at(int col, int row, int i, boolean up) {
        if (i == perSide) {
            return up ? at(col, row + 1, 0, false) : at(col + 1, row, 0, false);
        }
        long place = (((long) row * 4096 + col) * 4096 + i) * 2 + (up && i > 0 ? 1 : 0);
        Random random = new Random(seed * 1_000_003 + place);
        double along = i / (double) perSide;
        double x = col + (up ? 0 : along) + (random.nextDouble() - 0.5) * 0.4 / perSide;
        double y = row + (up ? along : 0) + (random.nextDouble() - 0.5) * 0.4 / perSide;
        return new Coordinate(westDeg + x * cellDeg, southDeg + y * cellDeg);
    }

    /** A star around a centre: simple, concave, of many vertices; its radius is within (0.3, 1) of the given one. */
    static LinearRing star(Random random, Coordinate centre, double radiusDeg) {
        int vertices = 5 + random.nextInt(60);
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++) {
            double angle = 2 * Math.PI * i / vertices;
            double radius = radiusDeg * (0.3 + 0.7 * random.nextDouble());
            ring[i] = new Coordinate(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
        }
        ring[vertices] = ring[0].copy();
        return LON_LAT.createLinearRing(ring);
    }

    /** A star, a star with a hole and an island in it, two stars side by side, or a box. */
    static Geometry anyArea(Random random) {
        Coordinate centre = new Coordinate(113.5 + random.nextDouble() * 0.05, 34.8 + random.nextDouble() * 0.05);
        double radius = 0.002 + random.nextDouble() * 0.02;
        LinearRing shell = star(random, centre, radius);
        return switch (random.nextInt(4)) {
            case 0 -> LON_LAT.createPolygon(shell);
            case 1 ->
                LON_LAT.createMultiPolygon(new Polygon[] {
                    LON_LAT.createPolygon(shell, new LinearRing[] {star(random, centre, radius * 0.25)}),
                    LON_LAT.createPolygon(star(random, centre, radius * 0.05))
                });
            case 2 ->
                LON_LAT.createMultiPolygon(new Polygon[] {
                    LON_LAT.createPolygon(shell),
                    LON_LAT.createPolygon(star(random, new Coordinate(centre.x + 2 * radius, centre.y), radius * 0.9))
                });
            default -> LON_LAT.toGeometry(shell.getEnvelopeInternal());
        };
    }

    /** On a vertex, on an edge as far as rounding allows, some ulps beside, on the height of a vertex, or anywhere. */
    static Coordinate nearAnEdge(Random random, Geometry geometry) {
        Coordinate[] all = geometry.getCoordinates();
        int i = 1 + random.nextInt(all.length - 1);
        Coordinate a = all[i - 1];
        Coordinate b = all[i];
        double t = random.nextInt(3) == 0 ? 0.5 : random.nextDouble();
        Coordinate on = new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
        return switch (random.nextInt(6)) {
            case 0 -> a.copy();
            case 1 -> on;
            case 2 -> ulps(random, on);
            case 3 -> ulps(random, a);
            case 4 -> new Coordinate(on.x + (random.nextDouble() - 0.5) * 0.01, a.y);
            default ->
                new Coordinate(on.x + (random.nextDouble() - 0.5) * 0.02, on.y + (random.nextDouble() - 0.5) * 0.02);
        };
    }

    private static Coordinate ulps(Random random, Coordinate c) {
        return new Coordinate(
                c.x + (random.nextInt(7) - 3) * Math.ulp(c.x), c.y + (random.nextInt(7) - 3) * Math.ulp(c.y));
    }
}

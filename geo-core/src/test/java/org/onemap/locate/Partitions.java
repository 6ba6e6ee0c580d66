package org.onemap.locate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Sets of divisions of every kind that an index must get right, by name. */
final class Partitions {

    private static final Map<String, Supplier<List<DivisionShape>>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("a tiling of 196", () -> new Mosaic(1, 14, 20).shapes("grid"));
        ALL.put("a tiling of 3,600 with few vertices", () -> new Mosaic(2, 60, 2).shapes("grid"));
        ALL.put("a tiling with gaps", Partitions::gaps);
        ALL.put("overlapping areas with holes and islands", () -> overlaps(200));
        ALL.put("everything five times over", Partitions::nested);
        ALL.put("islands in holes in islands", Partitions::islands);
        ALL.put("a lattice of 0.01 degrees", Partitions::lattice);
        ALL.put("a hundred wedges about one point", Partitions::wedges);
        ALL.put("rings of thousands of vertices in one spot", Partitions::longRings);
        ALL.put("on both sides of the antimeridian", Partitions::antimeridian);
        ALL.put("areas of a micrometre", Partitions::tiny);
        ALL.put("one area, far from the others", Partitions::sparse);
    }

    private Partitions() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static List<DivisionShape> get(String name) {
        return ALL.get(name).get();
    }

    private static List<DivisionShape> gaps() {
        Random random = new Random(5);
        List<DivisionShape> shapes = new ArrayList<>(new Mosaic(5, 20, 8).shapes("grid"));
        shapes.removeIf(shape -> random.nextInt(3) == 0);
        return shapes;
    }

    private static List<DivisionShape> overlaps(int size) {
        Random random = new Random(6);
        List<DivisionShape> shapes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            add(shapes, Mosaic.anyArea(random));
        }
        return shapes;
    }

    /** Large areas over small ones, some of them twice: cells that several cover without an edge. */
    private static List<DivisionShape> nested() {
        List<DivisionShape> shapes = new ArrayList<>();
        for (int layer = 0; layer < 5; layer++) {
            for (DivisionShape shape : new Mosaic(20 + layer / 2, 1 << layer, 4).shapes("grid")) {
                add(shapes, shape.geometry());
            }
        }
        return shapes;
    }

    private static List<DivisionShape> islands() {
        Random random = new Random(8);
        List<DivisionShape> shapes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Coordinate centre = new Coordinate(113.4 + (i % 10) * 0.01, 34.7 + (i / 10) * 0.01);
            double radius = 0.0049;
            while (radius > 1e-7) {
                LinearRing hole = Mosaic.star(random, centre, radius * 0.28);
                add(shapes, Mosaic.LON_LAT.createPolygon(Mosaic.star(random, centre, radius), new LinearRing[] {hole}));
                add(shapes, Mosaic.LON_LAT.createPolygon(hole)); // fills it exactly
                radius *= 0.05;
            }
        }
        return shapes;
    }

    private static List<DivisionShape> lattice() {
        List<DivisionShape> shapes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                add(shapes, box(decimal(11300 + i), decimal(3400 + j), decimal(11301 + i), decimal(3401 + j)));
            }
        }
        return shapes;
    }

    private static double decimal(int hundredths) {
        return hundredths / 100.0;
    }

    private static List<DivisionShape> wedges() {
        List<DivisionShape> shapes = new ArrayList<>();
        Coordinate centre = new Coordinate(113.5, 34.8);
        Coordinate[] rim = Mosaic.LON_LAT
                .createPolygon(Mosaic.star(new Random(9), centre, 0.01))
                .getCoordinates();
        List<Coordinate> fine = new ArrayList<>();
        for (int i = 0; i + 1 < rim.length; i++) {
            for (int k = 0; k < 100 / (rim.length - 1) + 1; k++) {
                double t = k / (100.0 / (rim.length - 1) + 1);
                fine.add(new Coordinate(
                        rim[i].x + t * (rim[i + 1].x - rim[i].x), rim[i].y + t * (rim[i + 1].y - rim[i].y)));
            }
        }
        for (int i = 0; i < fine.size(); i++) {
            Coordinate next = fine.get((i + 1) % fine.size());
            add(shapes, Mosaic.LON_LAT.createPolygon(new Coordinate[] {centre, fine.get(i), next, centre}));
        }
        return shapes;
    }

    private static List<DivisionShape> longRings() {
        List<DivisionShape> shapes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            add(shapes, ring(new Coordinate(113.5 + i * 1e-3, 34.8), 1e-3, 6000));
        }
        add(shapes, ring(new Coordinate(114.5, 35.8), 1e-5, 6000)); // in few cells, if not in one
        add(shapes, box(113, 34, 115, 36));
        return shapes;
    }

    private static Polygon ring(Coordinate centre, double radius, int vertices) {
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++) {
            double angle = 2 * Math.PI * i / vertices;
            double wave = radius * (1 + 0.2 * Math.sin(37 * angle));
            ring[i] = new Coordinate(centre.x + wave * Math.cos(angle), centre.y + wave * Math.sin(angle));
        }
        ring[vertices] = ring[0];
        return Mosaic.LON_LAT.createPolygon(ring);
    }

    private static List<DivisionShape> antimeridian() {
        Random random = new Random(10);
        List<DivisionShape> shapes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double south = -60 + 4 * i;
            add(shapes, Mosaic.LON_LAT.createMultiPolygon(new Polygon[] {
                (Polygon) box(178, south, 180, south + 4), (Polygon) box(-180, south, -179, south + 4)
            }));
            add(shapes, Mosaic.LON_LAT.createPolygon(Mosaic.star(random, new Coordinate(0, south), 3)));
        }
        return shapes;
    }

    private static List<DivisionShape> tiny() {
        Random random = new Random(12);
        List<DivisionShape> shapes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Coordinate centre = new Coordinate(113.5 + random.nextDouble() * 1e-10, 34.8 + random.nextDouble() * 1e-10);
            add(shapes, Mosaic.LON_LAT.createPolygon(Mosaic.star(random, centre, 1e-11)));
        }
        return shapes;
    }

    private static List<DivisionShape> sparse() {
        List<DivisionShape> shapes = new ArrayList<>(new Mosaic(13, 12, 20).shapes("grid"));
        add(shapes, box(-100, -30, -99.9, -29.9));
        return shapes;
    }

    private static Geometry box(double west, double south, double east, double north) {
        return Mosaic.LON_LAT.toGeometry(new Envelope(west, east, south, north));
    }

    private static void add(List<DivisionShape> shapes, Geometry geometry) {
        shapes.add(DivisionIndexTest.shape(String.format(Locale.ROOT, "%05d", shapes.size()), geometry));
    }
}

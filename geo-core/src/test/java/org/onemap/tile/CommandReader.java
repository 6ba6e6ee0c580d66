package org.onemap.tile;

import static org.onemap.tile.WireReader.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads the commands of one geometry, strictly, for tests. */
final class CommandReader {

    private static final GeometryFactory UNITS = new GeometryFactory();

    private final int[] commands;
    private int at;
    private int x;
    private int y;

    CommandReader(int[] commands) {
        this.commands = commands;
    }

    Geometry read(int type) {
        check(commands.length > 0, "no commands");
        return switch (type) {
            case 1 -> points();
            case 2 -> lines();
            default -> polygons();
        };
    }

    private Geometry points() {
        Coordinate[] points = run(1);
        check(at == commands.length, "more than one MoveTo");
        return points.length == 1 ? UNITS.createPoint(points[0]) : UNITS.createMultiPointFromCoords(points);
    }

    private Geometry lines() {
        List<LineString> lines = new ArrayList<>();
        while (at < commands.length) {
            lines.add(UNITS.createLineString(path(1)));
        }
        return lines.size() == 1 ? lines.get(0) : UNITS.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private Geometry polygons() {
        List<Polygon> polygons = new ArrayList<>();
        List<LinearRing> rings = new ArrayList<>();
        while (at < commands.length) {
            Coordinate[] open = path(2);
            check(commands[at++] == (7 | (1 << 3)), "no ClosePath of count 1");
            Coordinate[] closed = Arrays.copyOf(open, open.length + 1);
            closed[open.length] = open[0];
            double surveyor = -Area.ofRingSigned(closed);
            check(surveyor != 0, "ring without area");
            if (surveyor > 0 && !rings.isEmpty()) {
                polygons.add(polygon(rings));
                rings.clear();
            }
            check(surveyor > 0 || !rings.isEmpty(), "hole before its outer ring");
            rings.add(UNITS.createLinearRing(closed));
        }
        polygons.add(polygon(rings));
        return polygons.size() == 1 ? polygons.get(0) : UNITS.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(List<LinearRing> rings) {
        return UNITS.createPolygon(rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private Coordinate[] path(int atLeast) {
        Coordinate[] start = run(1);
        check(start.length == 1, "MoveTo of count " + start.length);
        Coordinate[] rest = run(2);
        check(rest.length >= atLeast, "LineTo of count " + rest.length);
        Coordinate[] path = new Coordinate[rest.length + 1];
        path[0] = start[0];
        for (int i = 0; i < rest.length; i++) {
            path[i + 1] = rest[i];
            check(!path[i].equals2D(path[i + 1]), "two vertices in one place");
        }
        return path;
    }

    private Coordinate[] run(int command) {
        check(at < commands.length && (commands[at] & 7) == command, "command " + command + " is missing");
        int count = commands[at++] >>> 3;
        check(count > 0 && count * 2L <= commands.length - at, "count " + count + " too large");
        Coordinate[] points = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            x += (int) TileDecoder.unZigZag(commands[at++] & 0xFFFFFFFFL);
            y += (int) TileDecoder.unZigZag(commands[at++] & 0xFFFFFFFFL);
            points[i] = new Coordinate(x, y);
        }
        return points;
    }
}

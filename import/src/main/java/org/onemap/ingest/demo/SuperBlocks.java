package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces of the main roads' net. Narrow ones are joined to a neighbour by giving up the road between.
 */
final class SuperBlocks {

    private static final double NARROW_RADIUS_M = 65;

    private SuperBlocks() {}

    /** Removes roads that enclose narrow faces from the net, and returns the faces, in a fixed order. */
    static List<Polygon> faces(Map<Segment, Street> net) {
        while (true) {
            List<Polygon> faces = polygonize(net.keySet());
            Map<Segment, List<Integer>> sides = sides(faces);
            boolean changed = false;
            for (int i = 0; i < faces.size(); i++) {
                if (isNarrow(faces.get(i))) {
                    changed |= giveUpLongestRoad(i, faces.get(i), sides, net);
                }
            }
            if (!changed) {
                return faces;
            }
        }
    }

    private static List<Polygon> polygonize(Collection<Segment> segments) {
        Polygonizer polygonizer = new Polygonizer();
        for (Segment segment : segments) {
            polygonizer.add(Site.GEOMETRY.createLineString(new Coordinate[] {segment.low(), segment.high()}));
        }
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            faces.add(counterClockwise((Polygon) face));
        }
        faces.sort(Comparator.comparing((Polygon face) -> face.getCoordinates()[0])
                .thenComparing(face -> face.getCoordinates()[1]));
        return faces;
    }

    /** The same face, its ring counter-clockwise from its lowest vertex: the inside lies left. */
    private static Polygon counterClockwise(Polygon face) {
        Polygon normal = (Polygon) face.norm();
        Coordinate[] ring = normal.getExteriorRing().getCoordinates();
        if (!Orientation.isCCW(ring)) {
            CoordinateArrays.reverse(ring);
        }
        return Site.GEOMETRY.createPolygon(ring);
    }

    private static boolean isNarrow(Polygon face) {
        double roundness = 4 * Math.PI * face.getArea() / (face.getLength() * face.getLength());
        if (face.getArea() > 60_000 && roundness > 0.45) {
            return false;
        }
        MaximumInscribedCircle circle = new MaximumInscribedCircle(face, 5);
        return circle.getRadiusLine().getLength() < NARROW_RADIUS_M;
    }

    private static boolean giveUpLongestRoad(
            int face, Polygon polygon, Map<Segment, List<Integer>> sides, Map<Segment, Street> net) {
        Map<Integer, Double> shared = new HashMap<>();
        for (Segment segment : segments(polygon)) {
            Street street = net.get(segment);
            if (street == null) {
                return false; // a neighbour has just been joined to it
            }
            for (int other : sides.getOrDefault(segment, List.of())) {
                if (other != face) {
                    double price = street.roadClass() == RoadClass.EXPRESSWAY
                            ? 0.01
                            : street.roadClass().cutPrice();
                    shared.merge(other, segment.lengthM() * price, Double::sum);
                }
            }
        }
        int best = shared.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(-1);
        if (best < 0) {
            return false;
        }
        segments(polygon).stream()
                .filter(segment -> sides.getOrDefault(segment, List.of()).contains(best))
                .forEach(net::remove);
        return true;
    }

    /** The faces on either side of each piece of road. */
    static Map<Segment, List<Integer>> sides(List<Polygon> faces) {
        Map<Segment, List<Integer>> sides = new HashMap<>();
        for (int i = 0; i < faces.size(); i++) {
            for (Segment segment : segments(faces.get(i))) {
                sides.computeIfAbsent(segment, s -> new ArrayList<>(2)).add(i);
            }
        }
        return sides;
    }

    static List<Segment> segments(Polygon face) {
        Coordinate[] ring = face.getCoordinates();
        List<Segment> segments = new ArrayList<>(ring.length);
        for (int i = 0; i + 1 < ring.length; i++) {
            segments.add(Segment.of(ring[i], ring[i + 1]));
        }
        return segments;
    }
}

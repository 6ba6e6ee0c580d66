package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.onemap.division.coverage.Arrangement.Piece;

/**
 * Builds areas anew from their edges and those that a repair adds. A vertex that the area had keeps its coordinates to the
 * bit; one that it gets has those of the neighbour who had it. Confined to one thread.
 */
final class AreaRebuilder {

    private final List<Geometry> areas;
    private final Arrangement arrangement;
    private final NearVertices near;
    private final Map<DirectedEdge, Integer> segments = new HashMap<>();
    private final Map<Long, Coordinate> known = new HashMap<>();

    AreaRebuilder(List<Geometry> areas, Arrangement arrangement, NearVertices near) {
        this.areas = areas;
        this.arrangement = arrangement;
        this.near = near;
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < arrangement.segments().size(); i++) {
            segments.put(
                    new DirectedEdge(
                            arrangement.segments().from(i),
                            arrangement.segments().to(i)),
                    i);
            int owner = arrangement.segments().owner(i);
            if (seen.add(owner)) {
                remember(areas.get(owner));
            }
        }
    }

    private void remember(Geometry area) {
        for (Coordinate coordinate : area.getCoordinates()) {
            known.putIfAbsent(near.of(Lattice.packDeg(coordinate)), coordinate);
        }
    }

    /** The area with these directed edges added to its border. */
    Geometry rebuild(int area, List<DirectedEdge> added) {
        Geometry original = areas.get(area);
        Map<Long, Coordinate> own = new HashMap<>();
        Map<DirectedEdge, Integer> edges = new LinkedHashMap<>();
        for (int part = 0; part < original.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) original.getGeometryN(part);
            collect(polygon.getExteriorRing(), true, edges, own);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                collect(polygon.getInteriorRingN(i), false, edges, own);
            }
        }
        added.forEach(edge -> add(edge, edges));
        return trace(original, edges, own);
    }

    private void collect(
            LinearRing ring, boolean leftwards, Map<DirectedEdge, Integer> edges, Map<Long, Coordinate> own) {
        boolean forwards = Orientation.isCCW(ring.getCoordinateSequence()) == leftwards;
        Coordinate[] vertices = ring.getCoordinates();
        for (int i = 0; i + 1 < vertices.length; i++) {
            long from = near.of(Lattice.packDeg(vertices[i]));
            long to = near.of(Lattice.packDeg(vertices[i + 1]));
            own.putIfAbsent(from, vertices[i]);
            if (from != to) {
                DirectedEdge edge = new DirectedEdge(from, to);
                addPieces(forwards ? edge : edge.reversed(), edges);
            }
        }
    }

    private void addPieces(DirectedEdge edge, Map<DirectedEdge, Integer> edges) {
        Integer loose = segments.get(edge);
        if (loose == null) {
            add(edge, edges);
            return;
        }
        for (Piece piece : arrangement.pieces(loose)) {
            add(piece.edge(), edges);
        }
    }

    private static void add(DirectedEdge edge, Map<DirectedEdge, Integer> edges) {
        Integer opposite = edges.get(edge.reversed());
        if (opposite == null) {
            edges.merge(edge, 1, Integer::sum);
        } else if (opposite == 1) {
            edges.remove(edge.reversed());
        } else {
            edges.put(edge.reversed(), opposite - 1);
        }
    }

    private Geometry trace(Geometry original, Map<DirectedEdge, Integer> edges, Map<Long, Coordinate> own) {
        Polygonizer polygonizer = new Polygonizer();
        WindingNumber winding = new WindingNumber();
        edges.forEach((edge, times) -> {
            winding.add(edge, times);
            polygonizer.add(Arrangement.STEPS.createLineString(
                    new Coordinate[] {Lattice.steps(edge.from()), Lattice.steps(edge.to())}));
        });
        List<Geometry> parts = new ArrayList<>();
        for (Polygon polygon : PolygonizedFaces.of(polygonizer)) {
            if (winding.at(polygon.getInteriorPoint().getCoordinate()) > 0) {
                parts.add(place(polygon, original, own));
            }
        }
        GeometryFactory factory = original.getFactory();
        boolean many = original.getGeometryType().equals(Geometry.TYPENAME_MULTIPOLYGON);
        return many || parts.size() > 1
                ? factory.createMultiPolygon(parts.toArray(new Polygon[0]))
                : parts.isEmpty() ? factory.createPolygon() : parts.get(0);
    }

    /** From steps to degrees, shells running the way of the original ones. */
    private Polygon place(Polygon steps, Geometry original, Map<Long, Coordinate> own) {
        GeometryFactory factory = original.getFactory();
        Polygon first = (Polygon) original.getGeometryN(0);
        boolean shellsLeft = Orientation.isCCW(first.getExteriorRing().getCoordinateSequence());
        LinearRing[] holes = new LinearRing[steps.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = place(steps.getInteriorRingN(i), !shellsLeft, factory, own);
        }
        return factory.createPolygon(place(steps.getExteriorRing(), shellsLeft, factory, own), holes);
    }

    private LinearRing place(LinearRing ring, boolean left, GeometryFactory factory, Map<Long, Coordinate> own) {
        Coordinate[] vertices = ring.getCoordinates();
        Coordinate[] placed = new Coordinate[vertices.length];
        boolean forwards = Orientation.isCCW(ring.getCoordinateSequence()) == left;
        for (int i = 0; i < placed.length; i++) {
            long vertex = Lattice.pack(vertices[forwards ? i : placed.length - 1 - i]);
            Coordinate found = own.get(vertex);
            Coordinate at = found != null ? found : known.getOrDefault(vertex, Lattice.lonLat(vertex));
            placed[i] = at.copy();
        }
        return factory.createLinearRing(placed);
    }
}

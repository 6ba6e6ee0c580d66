package org.onemap.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** What the bounding edges enclose, and which face lies on which side of an edge. In metres. */
final class Faces {

    static final int NONE = -1;

    private final Arrangement arrangement;
    private final List<Arrangement.Edge> edges;
    private final List<Polygon> polygons;
    private final int[] left;
    private final int[] right;
    private final int enclosed;

    /**
     * Polygonises.
     *
     * @param edges those that may bound a face
     * @param wanted faces outside the district are not
     */
    Faces(Arrangement arrangement, List<Arrangement.Edge> edges, Predicate<Polygon> wanted) {
        this.arrangement = arrangement;
        this.edges = List.copyOf(edges);
        GeometryFactory factory = new GeometryFactory();
        Polygonizer polygonizer = new Polygonizer();
        for (Arrangement.Edge edge : edges) {
            polygonizer.add(factory.createLineString(
                    new Coordinate[] {arrangement.vertex(edge.from()), arrangement.vertex(edge.to())}));
        }
        List<Polygon> all = new ArrayList<>();
        for (Object polygon : polygonizer.getPolygons()) {
            ((Polygon) polygon).normalize(); // where a ring begins depends on hash codes
            all.add((Polygon) polygon);
        }
        enclosed = all.size();
        polygons = all.stream()
                .filter(wanted)
                .sorted(Comparator.comparing(
                        polygon -> polygon.getEnvelopeInternal().centre()))
                .toList();
        left = new int[edges.size()];
        right = new int[edges.size()];
        Arrays.fill(left, NONE);
        Arrays.fill(right, NONE);
        enterSides();
    }

    private void enterSides() {
        Map<Coordinate, Map<Coordinate, Integer>> position = new HashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            Arrangement.Edge edge = edges.get(i);
            position.computeIfAbsent(arrangement.vertex(edge.from()), unused -> new HashMap<>(4))
                    .put(arrangement.vertex(edge.to()), i);
        }
        for (int face = 0; face < polygons.size(); face++) {
            Polygon polygon = polygons.get(face);
            enterRing(polygon.getExteriorRing(), true, face, position);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                enterRing(polygon.getInteriorRingN(hole), false, face, position);
            }
        }
    }

    private void enterRing(
            LinearRing ring, boolean shell, int face, Map<Coordinate, Map<Coordinate, Integer>> position) {
        Coordinate[] vertices = ring.getCoordinates();
        boolean insideLeft = Orientation.isCCW(vertices) == shell;
        for (int i = 0; i + 1 < vertices.length; i++) {
            Optional<Integer> along = find(position, vertices[i], vertices[i + 1]);
            if (along.isPresent()) {
                (insideLeft ? left : right)[along.get()] = face;
            } else {
                find(position, vertices[i + 1], vertices[i])
                        .ifPresent(against -> (insideLeft ? right : left)[against] = face);
            }
        }
    }

    private static Optional<Integer> find(
            Map<Coordinate, Map<Coordinate, Integer>> position, Coordinate from, Coordinate to) {
        return Optional.ofNullable(position.getOrDefault(from, Map.of()).get(to));
    }

    List<Polygon> polygons() {
        return polygons;
    }

    List<Arrangement.Edge> edges() {
        return edges;
    }

    /** The face left of the edge of this position in the list; {@link #NONE} outside. */
    int left(int edge) {
        return left[edge];
    }

    int right(int edge) {
        return right[edge];
    }

    /** Euler's formula on the planar graph of the bounding edges, dead ends included. */
    NetCounts.Euler euler() {
        DisjointSets parts = new DisjointSets(arrangement.vertexCount());
        boolean[] touched = new boolean[arrangement.vertexCount()];
        for (Arrangement.Edge edge : edges) {
            parts.union(edge.from(), edge.to());
            touched[edge.from()] = true;
            touched[edge.to()] = true;
        }
        int vertices = 0;
        int components = 0;
        for (int i = 0; i < touched.length; i++) {
            if (touched[i]) {
                vertices++;
                components += parts.find(i) == i ? 1 : 0;
            }
        }
        return new NetCounts.Euler(vertices, edges.size(), enclosed + 1, components);
    }
}

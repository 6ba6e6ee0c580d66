package org.onemap.road;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * All lines cut where they meet, as a planar graph: straight edges, each known once and with every line that runs along
 * it. Levels play no part here. Immutable after construction.
 */
final class Arrangement {

    private final List<Coordinate> vertices = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /**
     * A straight piece, known by its ends.
     *
     * @param from index of a vertex
     * @param to index of a vertex
     * @param lines indexes of the lines that run along it, ascending
     */
    record Edge(int from, int to, List<Integer> lines) {

        int other(int vertex) {
            return vertex == from ? to : from;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Edge that && from == that.from && to == that.to;
        }

        @Override
        public int hashCode() {
            return 31 * from + to;
        }
    }

    private Arrangement() {}

    static Arrangement of(List<PlaneLine> lines) {
        List<SegmentString> strings = new ArrayList<>();
        for (PlaneLine line : lines) {
            strings.add(new NodedSegmentString(line.vertices().clone(), line.index()));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(CentrelinePlane.GRID);
        noder.computeNodes(strings);
        Arrangement arrangement = new Arrangement();
        arrangement.take(noder.getNodedSubstrings());
        return arrangement;
    }

    private void take(Collection<?> noded) {
        Map<Coordinate, Integer> vertexOf = new HashMap<>();
        Map<Long, List<Integer>> linesOf = new java.util.LinkedHashMap<>();
        for (Object each : noded) {
            SegmentString string = (SegmentString) each;
            int line = (Integer) string.getData();
            int before = -1;
            for (Coordinate coordinate : string.getCoordinates()) {
                int vertex = vertexOf.computeIfAbsent(coordinate, this::enter);
                if (before >= 0 && before != vertex) {
                    long key = ((long) Math.min(before, vertex) << 32) | Math.max(before, vertex);
                    List<Integer> along = linesOf.computeIfAbsent(key, unused -> new ArrayList<>(1));
                    if (!along.contains(line)) {
                        along.add(line);
                    }
                }
                before = vertex;
            }
        }
        linesOf.forEach((key, along) -> edges.add(new Edge(
                (int) (key >> 32),
                (int) (key & 0x7fffffff),
                along.stream().sorted().toList())));
    }

    private int enter(Coordinate coordinate) {
        vertices.add(new Coordinate(coordinate.x, coordinate.y));
        return vertices.size() - 1;
    }

    List<Edge> edges() {
        return edges;
    }

    int vertexCount() {
        return vertices.size();
    }

    Coordinate vertex(int index) {
        return vertices.get(index);
    }

    double lengthM(Edge edge) {
        return vertex(edge.from()).distance(vertex(edge.to()));
    }
}

package org.onemap.division.border;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.Distances;

/** Says which line a boundary follows: a road, a river, a wall. Confined to one thread. */
public final class FollowedLines {

    /** A boundary this far from a centreline still follows it. */
    private static final double TOLERANCE_DEG = 0.5 / Edges.METRES_PER_DEGREE;

    private static final String NONE = "";

    private final Map<LineSegment, String> exact = new HashMap<>();
    private final STRtree near = new STRtree();

    /**
     * Adds a line. Of two on the same ground the lesser code is followed.
     *
     * @param code its code, not empty
     * @param line EPSG:4490, longitude first
     */
    public void add(String code, Geometry line) {
        Edges.forEach(line, edge -> {
            exact.merge(edge, code, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            near.insert(new Envelope(edge.p0, edge.p1), new Named(code, edge));
        });
    }

    /** A border cut into stretches, one for each line that it follows, in ascending code; what follows none comes first. */
    public List<Stretch> follow(Border border) {
        Map<String, List<LineSegment>> byLine = new TreeMap<>();
        border.edges().forEach(edge -> byLine.computeIfAbsent(find(edge), unused -> new ArrayList<>())
                .add(edge));
        List<Stretch> stretches = new ArrayList<>();
        byLine.forEach((line, edges) -> {
            Geometry shape = Stretches.join(edges);
            stretches.add(new Stretch(
                    border.one(),
                    border.other(),
                    line.equals(NONE) ? Optional.empty() : Optional.of(line),
                    shape,
                    Distances.lengthM(shape)));
        });
        return stretches;
    }

    private String find(LineSegment edge) {
        String same = exact.get(edge);
        return same == null ? alongside(edge) : same;
    }

    /** The line that runs along the greater part of the edge. */
    private String alongside(LineSegment edge) {
        if (near.isEmpty()) {
            return NONE;
        }
        Envelope box = new Envelope(edge.p0, edge.p1);
        box.expandBy(TOLERANCE_DEG);
        Map<String, Double> lengths = new LinkedHashMap<>();
        near.query(box, item -> {
            Named line = (Named) item;
            Edges.overlap(edge, line.edge(), TOLERANCE_DEG)
                    .ifPresent(part -> lengths.merge(line.code(), part.getLength(), Double::sum));
        });
        return lengths.entrySet().stream()
                .filter(entry -> entry.getValue() > edge.getLength() / 2)
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Double>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(NONE);
    }

    private record Named(String code, LineSegment edge) {}

    /**
     * A stretch of the boundary between two divisions. Immutable.
     *
     * @param one code of the one division, the lesser
     * @param other code of the other
     * @param line code of the line that it follows; empty where there is none
     * @param shape a line or lines, EPSG:4490, longitude first
     * @param lengthM its length in metres
     */
    public record Stretch(String one, String other, Optional<String> line, Geometry shape, double lengthM) {}
}

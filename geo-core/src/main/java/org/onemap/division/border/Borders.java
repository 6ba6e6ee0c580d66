package org.onemap.division.border;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds what the divisions of one level share of their boundaries. Confined to one thread; holds every edge once. */
public final class Borders {

    /** Edges closer than a centimetre lie on one another. */
    private static final double TOLERANCE_DEG = 0.01 / Edges.METRES_PER_DEGREE;

    private final Map<LineSegment, String> single = new HashMap<>();
    private final Map<String, Map<String, List<LineSegment>>> shared = new TreeMap<>();

    /**
     * Adds the area of a division.
     *
     * @param area EPSG:4490, longitude first
     */
    public void add(String code, Geometry area) {
        Edges.forEach(area, edge -> {
            String before = single.putIfAbsent(edge, code);
            if (before != null && !before.equals(code)) {
                single.remove(edge);
                share(before, code, edge);
            }
        });
    }

    /** How many edges are held. */
    public int size() {
        return single.size();
    }

    /** What is shared, ascending by codes. To be asked once, at the end. */
    public List<Border> list() {
        shareAlongside();
        List<Border> borders = new ArrayList<>();
        shared.forEach((one, others) -> others.forEach((other, edges) -> borders.add(new Border(one, other, edges))));
        return borders;
    }

    /** Where one side has a vertex that the other lacks, their edges differ but lie on one another. */
    private void shareAlongside() {
        STRtree tree = new STRtree();
        single.forEach((edge, code) -> tree.insert(new Envelope(edge.p0, edge.p1), new Owned(code, edge)));
        if (tree.isEmpty()) {
            return;
        }
        for (Map.Entry<LineSegment, String> entry : single.entrySet()) {
            Envelope near = new Envelope(entry.getKey().p0, entry.getKey().p1);
            near.expandBy(TOLERANCE_DEG);
            tree.query(near, item -> {
                Owned other = (Owned) item;
                if (entry.getValue().compareTo(other.code()) < 0) {
                    Optional<LineSegment> part = Edges.overlap(entry.getKey(), other.edge(), TOLERANCE_DEG);
                    part.ifPresent(found -> {
                        found.normalize();
                        share(entry.getValue(), other.code(), found);
                    });
                }
            });
        }
    }

    private void share(String one, String other, LineSegment edge) {
        boolean inOrder = one.compareTo(other) < 0;
        List<LineSegment> edges = shared.computeIfAbsent(inOrder ? one : other, unused -> new TreeMap<>())
                .computeIfAbsent(inOrder ? other : one, unused -> new ArrayList<>());
        edges.add(edge);
    }

    /** An edge of one division only. */
    private record Owned(String code, LineSegment edge) {}
}

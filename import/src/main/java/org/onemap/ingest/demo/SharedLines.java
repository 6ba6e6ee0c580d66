package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * Vertices put into straight pieces after both neighbours took them: whoever holds an older ring brings it up to date
 * with {@link #refresh}, and so neighbours share every vertex without snapping. Confined to one thread.
 */
final class SharedLines {

    private final Map<Segment, Coordinate> splits = new HashMap<>();
    private final Set<Coordinate> junctions = new HashSet<>();

    /** Puts a junction into a piece that has not been split yet. */
    void split(Segment piece, Coordinate junction) {
        if (splits.put(piece, junction) != null) {
            throw new IllegalStateException("piece " + piece + " is split already");
        }
        junctions.add(junction);
    }

    /** Whether a street ends here. */
    boolean isJunction(Coordinate vertex) {
        return junctions.contains(vertex);
    }

    /** The line or ring with all vertices that were put into it since. */
    Coordinate[] refresh(Coordinate[] line) {
        List<Coordinate> vertices = new ArrayList<>(line.length + 8);
        vertices.add(line[0]);
        for (int i = 0; i + 1 < line.length; i++) {
            expand(line[i], line[i + 1], vertices);
        }
        return vertices.toArray(new Coordinate[0]);
    }

    private void expand(Coordinate from, Coordinate to, List<Coordinate> vertices) {
        Coordinate between = splits.get(Segment.of(from, to));
        if (between == null) {
            vertices.add(to);
        } else {
            expand(from, between, vertices);
            expand(between, to, vertices);
        }
    }
}

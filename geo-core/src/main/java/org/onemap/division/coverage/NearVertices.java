package org.onemap.division.coverage;

import java.util.HashMap;
import java.util.Map;

/**
 * Takes vertices that lie on neighbouring steps of the lattice for one: two positions a tenth of a millimetre apart may
 * round to different steps. Of a group the smallest stands for all.
 */
final class NearVertices {

    private final Map<Long, Long> standsFor = new HashMap<>();

    NearVertices(LooseSegments segments) {
        for (int i = 0; i < segments.size(); i++) {
            standsFor.put(segments.from(i), segments.from(i));
            standsFor.put(segments.to(i), segments.to(i));
        }
        for (Long vertex : standsFor.keySet().toArray(new Long[0])) {
            for (int dx = 0; dx <= 1; dx++) {
                for (int dy = dx == 0 ? 1 : -1; dy <= 1; dy++) {
                    long near = Lattice.pack(Lattice.x(vertex) + dx, Lattice.y(vertex) + dy);
                    if (standsFor.containsKey(near)) {
                        join(vertex, near);
                    }
                }
            }
        }
    }

    /** The vertex that stands for this one. */
    long of(long vertex) {
        Long at = vertex;
        Long next = standsFor.get(at);
        while (next != null && !next.equals(at)) {
            at = next;
            next = standsFor.get(at);
        }
        return at;
    }

    private void join(long a, long b) {
        long first = of(a);
        long second = of(b);
        standsFor.put(Math.max(first, second), Math.min(first, second));
    }

    /** The segments between the vertices that stand for theirs, without those that opposite ones cancel. */
    LooseSegments rejoin(LooseSegments segments) {
        int size = segments.size();
        boolean[] gone = new boolean[size];
        Map<DirectedEdge, Integer> waiting = new HashMap<>();
        for (int i = 0; i < size; i++) {
            DirectedEdge edge = new DirectedEdge(of(segments.from(i)), of(segments.to(i)));
            Integer partner = waiting.remove(edge.reversed());
            if (edge.from() == edge.to()) {
                gone[i] = true;
            } else if (partner != null) {
                gone[i] = true;
                gone[partner] = true;
            } else {
                waiting.put(edge, i);
            }
        }
        LooseSegments rest = new LooseSegments(size);
        for (int i = 0; i < size; i++) {
            if (!gone[i]) {
                rest.add(of(segments.from(i)), of(segments.to(i)), segments.owner(i));
            }
        }
        return rest;
    }
}

package org.onemap.division.coverage;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.index.intervalrtree.SortedPackedIntervalRTree;

/** How often directed edges run round a position: a ray to the east, over an index of the northings. One thread. */
final class WindingNumber {

    private final SortedPackedIntervalRTree rows = new SortedPackedIntervalRTree();

    /** Adds an edge that counts so often; all of them before the first question. */
    void add(DirectedEdge edge, int times) {
        int south = Math.min(Lattice.y(edge.from()), Lattice.y(edge.to()));
        int north = Math.max(Lattice.y(edge.from()), Lattice.y(edge.to()));
        if (south < north) {
            rows.insert(south, north, new Counted(edge, times));
        }
    }

    /** The winding number of a position in steps that lies on no edge. */
    int at(Coordinate steps) {
        int[] sum = {0};
        rows.query(steps.y, steps.y, item -> sum[0] += ((Counted) item).crossing(steps));
        return sum[0];
    }

    private record Counted(DirectedEdge edge, int times) {

        int crossing(Coordinate at) {
            double fromY = Lattice.y(edge.from());
            double toY = Lattice.y(edge.to());
            boolean up = fromY <= at.y && at.y < toY;
            boolean down = toY <= at.y && at.y < fromY;
            if (!up && !down) {
                return 0;
            }
            double fromX = Lattice.x(edge.from());
            double x = fromX + (at.y - fromY) / (toY - fromY) * (Lattice.x(edge.to()) - fromX);
            if (x <= at.x) {
                return 0;
            }
            return up ? times : -times;
        }
    }
}

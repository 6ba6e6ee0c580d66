package org.onemap.division.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;

/**
 * Whether a position lies near a line: segments in square cells of some 200 m. Distances on a plane that is true at the
 * position's latitude. Confined to one thread.
 */
final class NearLines {

    private static final double CELL_DEG = 0.002;
    private static final double M_PER_DEG = 111_195;

    private final double distanceM;
    private final Map<Long, List<double[]>> cells = new HashMap<>();

    NearLines(double distanceM) {
        this.distanceM = distanceM;
    }

    void add(CoordinateSequence line) {
        for (int i = 0; i + 1 < line.size(); i++) {
            add(new double[] {line.getX(i), line.getY(i), line.getX(i + 1), line.getY(i + 1)});
        }
    }

    private void add(double[] segment) {
        double reachDeg = 2 * distanceM / M_PER_DEG; // twice: a degree of longitude is shorter
        long west = cell(Math.min(segment[0], segment[2]) - reachDeg);
        long east = cell(Math.max(segment[0], segment[2]) + reachDeg);
        long south = cell(Math.min(segment[1], segment[3]) - reachDeg);
        long north = cell(Math.max(segment[1], segment[3]) + reachDeg);
        for (long x = west; x <= east; x++) {
            for (long y = south; y <= north; y++) {
                cells.computeIfAbsent(key(x, y), unused -> new ArrayList<>()).add(segment);
            }
        }
    }

    boolean isNear(Coordinate at) {
        List<double[]> near = cells.getOrDefault(key(cell(at.x), cell(at.y)), List.of());
        double east = Math.cos(Math.toRadians(at.y));
        Coordinate origin = new Coordinate(0, 0);
        for (double[] segment : near) {
            Coordinate from = new Coordinate((segment[0] - at.x) * east, segment[1] - at.y);
            Coordinate to = new Coordinate((segment[2] - at.x) * east, segment[3] - at.y);
            if (Distance.pointToSegment(origin, from, to) * M_PER_DEG <= distanceM) {
                return true;
            }
        }
        return false;
    }

    static double distanceM(Coordinate a, Coordinate b) {
        double east = Math.cos(Math.toRadians((a.y + b.y) / 2));
        return M_PER_DEG * Math.hypot((a.x - b.x) * east, a.y - b.y);
    }

    private static long cell(double deg) {
        return (long) Math.floor(deg / CELL_DEG);
    }

    private static long key(long x, long y) {
        return (x << 32) ^ (y & 0xffffffffL);
    }
}

package org.onemap.locate;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Location;

/**
 * Goes from centre to centre through the sub-cells of a top cell, row by row to and fro, and knows at each which faces hold
 * it: whatever edge lies between two neighbouring centres is crossed on the way. Confined to one thread.
 *
 * <p>Along a row a crossing is counted once, however it is rounded. At the turn into the next row an edge that runs through
 * the centre may be counted twice or not at all: then the faces are asked exactly at the next centre with no edge close by,
 * and until there the walk is {@linkplain #isLost lost}.
 */
final class CentreWalk {

    private static final double CLOSE = 1e-6;

    private final Rings rings;
    private final CellContents contents;
    private final SubGrid sub;
    private int[] asked = {};
    private int cell;
    private boolean lost;

    CentreWalk(Rings rings, CellContents contents, SubGrid sub) {
        this.rings = rings;
        this.contents = contents;
        this.sub = sub;
    }

    /** Begins at the first sub-cell of a top cell. */
    void start() {
        asked = IntStream.range(0, contents.faceCount()).toArray();
        begin();
    }

    /** Begins at the first sub-cell of a sub-cell: only the faces of that may hold some of these. */
    void start(SubCellEdges above) {
        asked = IntStream.range(0, above.faceCount()).map(above::face).toArray();
        begin();
    }

    private void begin() {
        cell = 0;
        lost = true;
        find();
    }

    int cell() {
        return cell;
    }

    /** Whether it is not known which faces with an edge in the top cell hold this centre. */
    boolean isLost() {
        return lost;
    }

    /** Goes on; false after the last sub-cell. */
    boolean next() {
        int row = cell / CellLine.SIDE;
        int column = cell % CellLine.SIDE;
        boolean eastward = (row & 1) == 0;
        if (column != (eastward ? CellLine.SIDE - 1 : 0)) {
            go(cell + (eastward ? 1 : -1), false);
        } else if (row < CellLine.SIDE - 1) {
            lost |= isClose();
            go(cell + CellLine.SIDE, true);
            lost |= isClose();
        } else {
            return false;
        }
        find();
        return true;
    }

    private void find() {
        if (lost && !isClose()) {
            double x = sub.centreLonDeg(cell);
            double y = sub.centreLatDeg(cell);
            for (int face : asked) {
                contents.setInside(face, rings.locateInPart(contents.part(face), x, y) != Location.EXTERIOR);
            }
            lost = false;
        }
    }

    /** Crosses the edges of both sub-cells; both lists are ascending, what stands in both is crossed once. */
    private void go(int to, boolean upward) {
        int a = sub.start(cell);
        int b = sub.start(to);
        int endA = sub.start(cell + 1);
        int endB = sub.start(to + 1);
        double fixed = upward ? sub.centreLonDeg(to) : sub.centreLatDeg(to);
        double here = upward ? sub.centreLatDeg(cell) : sub.centreLonDeg(cell);
        double there = upward ? sub.centreLatDeg(to) : sub.centreLonDeg(to);
        while (a < endA || b < endB) {
            int edgeA = a < endA ? sub.edge(a) : Integer.MAX_VALUE;
            int edgeB = b < endB ? sub.edge(b) : Integer.MAX_VALUE;
            int edge = Math.min(edgeA, edgeB);
            a += edgeA == edge ? 1 : 0;
            b += edgeB == edge ? 1 : 0;
            double at = upward ? latAt(edge, fixed) : lonAt(edge, fixed);
            if (at > Math.min(here, there) && at <= Math.max(here, there)) {
                contents.setInside(contents.face(edge), !contents.isInside(contents.face(edge)));
            }
        }
        cell = to;
    }

    /** Where an edge crosses a parallel; not a number where it does not. */
    private double lonAt(int edge, double y) {
        double ay = contents.ay(edge);
        double by = contents.by(edge);
        return (ay > y) == (by > y)
                ? Double.NaN
                : contents.ax(edge) + (contents.bx(edge) - contents.ax(edge)) * ((y - ay) / (by - ay));
    }

    private double latAt(int edge, double x) {
        double ax = contents.ax(edge);
        double bx = contents.bx(edge);
        return (ax > x) == (bx > x)
                ? Double.NaN
                : contents.ay(edge) + (contents.by(edge) - contents.ay(edge)) * ((x - ax) / (bx - ax));
    }

    private boolean isClose() {
        double x = sub.centreLonDeg(cell);
        double y = sub.centreLatDeg(cell);
        for (int i = sub.start(cell); i < sub.start(cell + 1); i++) {
            int edge = sub.edge(i);
            double ax = (contents.ax(edge) - x) * sub.perDeg();
            double ay = (contents.ay(edge) - y) * sub.perDeg();
            double dx = (contents.bx(edge) - x) * sub.perDeg() - ax;
            double dy = (contents.by(edge) - y) * sub.perDeg() - ay;
            double length2 = dx * dx + dy * dy;
            double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2));
            if (Math.abs(ax + t * dx) < CLOSE && Math.abs(ay + t * dy) < CLOSE) {
                return true;
            }
        }
        return false;
    }
}

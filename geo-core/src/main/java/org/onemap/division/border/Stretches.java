package org.onemap.division.border;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Joins edges to lines. */
final class Stretches {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Stretches() {}

    /** The lines that these edges make, the same whatever their order. */
    static Geometry join(Collection<LineSegment> edges) {
        List<LineSegment> inOrder = new ArrayList<>(edges);
        inOrder.sort(Comparator.comparing((LineSegment edge) -> edge.p0).thenComparing(edge -> edge.p1));
        LineMerger merger = new LineMerger();
        inOrder.forEach(edge -> merger.add(edge.toGeometry(FACTORY)));
        List<LineString> lines = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            lines.add((LineString) line);
        }
        lines.sort(Comparator.comparing((LineString line) -> line.getCoordinateN(0)));
        return lines.size() == 1 ? lines.get(0) : FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
    }
}

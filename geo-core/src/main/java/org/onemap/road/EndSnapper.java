package org.onemap.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.GaussKruger;

/**
 * Closes the gap where a road ends just before another one of its level: the end moves to the nearest vertex of the other road or
 * on to its nearest edge. An end that goes a few metres beyond the road it meets is cut off. Ends that miss by more are reported.
 */
final class EndSnapper {

    private final List<PlaneLine> lines;
    private final RoadNetOptions.Tolerances tolerances;
    private final STRtree edges = new STRtree();
    private final Map<Coordinate, Integer> uses = new HashMap<>();
    private int snapped;

    /** An edge of a line. */
    private record LineEdge(PlaneLine line, LineSegment segment) {}

    EndSnapper(List<PlaneLine> lines, RoadNetOptions.Tolerances tolerances) {
        this.lines = lines;
        this.tolerances = tolerances;
        for (PlaneLine line : lines) {
            Coordinate[] vertices = line.vertices();
            for (int i = 0; i < vertices.length; i++) {
                uses.merge(vertices[i], 1, Integer::sum);
                if (i > 0) {
                    LineSegment segment = new LineSegment(vertices[i - 1], vertices[i]);
                    edges.insert(new Envelope(segment.p0, segment.p1), new LineEdge(line, segment));
                }
            }
        }
    }

    /** Moves the ends; how many. */
    int snap(RoadIssues issues, GaussKruger zone) {
        for (PlaneLine line : lines) {
            if (line.roadClass() != RoadClass.OUTLINE && !line.first().equals2D(line.last())) {
                end(line, 0, issues, zone);
                end(line, line.vertices().length - 1, issues, zone);
            }
        }
        return snapped;
    }

    private void end(PlaneLine line, int position, RoadIssues issues, GaussKruger zone) {
        Coordinate end = line.vertices()[position];
        if (uses.getOrDefault(end, 0) > 1) {
            return;
        }
        if (trim(line, position)) {
            return;
        }
        Optional<LineEdge> nearest = nearest(line, end);
        double distance = nearest.map(edge -> edge.segment().distance(end)).orElse(Double.MAX_VALUE);
        if (distance <= tolerances.snapM()) {
            Coordinate target = target(nearest.orElseThrow().segment(), end);
            Coordinate before = line.vertices()[position == 0 ? 1 : position - 1];
            if (!target.equals2D(end) && !target.equals2D(before)) {
                line.vertices()[position] = target;
                uses.merge(target, 1, Integer::sum); // the end it met stays where it is
                snapped++;
            }
        } else if (distance <= tolerances.nearMissM()) {
            issues.add(nearMiss(line, nearest.orElseThrow().line(), distance), zone, end);
        }
    }

    /** Cuts an end off that goes a few metres beyond the road which it meets. */
    private boolean trim(PlaneLine line, int position) {
        Coordinate[] vertices = line.vertices();
        Coordinate end = vertices[position];
        LineSegment last = new LineSegment(vertices[position == 0 ? 1 : position - 1], end);
        Coordinate best = end;
        double nearest = Double.MAX_VALUE;
        for (LineEdge edge : near(line, end)) {
            Coordinate crossing = last.intersection(edge.segment());
            double distance = crossing == null || isNearFreeEnd(edge.line(), crossing)
                    ? Double.MAX_VALUE
                    : crossing.distance(end);
            if (distance < nearest && distance <= tolerances.nearMissM() && distance < last.getLength() - 0.01) {
                nearest = distance;
                best = target(edge.segment(), crossing);
            }
        }
        if (nearest == Double.MAX_VALUE || best.equals2D(last.p0)) {
            return false;
        }
        snapped += best.equals2D(end) ? 0 : 1;
        vertices[position] = best;
        return true;
    }

    /** What lies this near to a free end may be cut off itself. */
    private boolean isNearFreeEnd(PlaneLine line, Coordinate place) {
        for (Coordinate end : new Coordinate[] {line.first(), line.last()}) {
            if (uses.getOrDefault(end, 0) == 1 && end.distance(place) <= tolerances.nearMissM()) {
                return true;
            }
        }
        return false;
    }

    private static RoadIssue nearMiss(PlaneLine line, PlaneLine other, double distanceM) {
        String message = String.format(
                Locale.ROOT,
                "%s ends %.2f m before %s without meeting it; extend it if the two meet on the ground",
                called(line),
                distanceM,
                called(other));
        return RoadIssues.warning("road-end-near-miss", line.source().id(), message);
    }

    private static String called(PlaneLine line) {
        String name = line.source().naming().name();
        return (name.isEmpty() ? line.roadClass().title() : name) + " ("
                + line.source().id() + ")";
    }

    private Optional<LineEdge> nearest(PlaneLine line, Coordinate end) {
        LineEdge best = null;
        for (LineEdge edge : near(line, end)) {
            if (best == null || edge.segment().distance(end) < best.segment().distance(end)) {
                best = edge;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Edges of other roads on the line's level around its end. */
    private List<LineEdge> near(PlaneLine line, Coordinate end) {
        Envelope box = new Envelope(end);
        box.expandBy(Math.max(tolerances.snapM(), tolerances.nearMissM()));
        List<LineEdge> found = new ArrayList<>();
        edges.query(box, item -> found.add((LineEdge) item));
        found.removeIf(edge -> edge.line().index() == line.index()
                || edge.line().level() != line.level()
                || edge.line().roadClass() == RoadClass.OUTLINE);
        return found;
    }

    private Coordinate target(LineSegment segment, Coordinate end) {
        Coordinate vertex = segment.p0.distance(end) <= segment.p1.distance(end) ? segment.p0 : segment.p1;
        if (vertex.distance(end) <= tolerances.snapM()) {
            return vertex;
        }
        Coordinate foot = segment.closestPoint(end);
        return new Coordinate(CentrelinePlane.GRID.makePrecise(foot.x), CentrelinePlane.GRID.makePrecise(foot.y));
    }
}

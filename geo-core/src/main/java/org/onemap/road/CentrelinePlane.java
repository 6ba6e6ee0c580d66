package org.onemap.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.onemap.crs.GaussKruger;
import org.onemap.road.RoadIssue.Severity;

/**
 * The centrelines in metres on a grid of 1 cm, and the way back: a vertex that the source had gets the source's own
 * longitude and latitude again, so that blocks fit divisions drawn on the same roads to the last bit.
 */
final class CentrelinePlane {

    static final PrecisionModel GRID = new PrecisionModel(100);

    private final GaussKruger zone;
    private final List<PlaneLine> lines = new ArrayList<>();
    private final Map<Coordinate, Coordinate> sourceOf = new HashMap<>();
    private final RoadIssues issues;

    private CentrelinePlane(GaussKruger zone, RoadIssues issues) {
        this.zone = zone;
        this.issues = issues;
    }

    /** Projects what can be used and reports what cannot. */
    static CentrelinePlane of(List<Centreline> centrelines, RoadNetOptions options, RoadIssues issues) {
        List<Centreline> usable = new ArrayList<>();
        Envelope extent = new Envelope();
        for (Centreline centreline : centrelines) {
            if (isUsable(centreline, issues)) {
                usable.add(centreline);
                extent.expandToInclude(centreline.line().getEnvelopeInternal());
            }
        }
        options.outline().ifPresent(outline -> extent.expandToInclude(outline.getEnvelopeInternal()));
        CentrelinePlane plane =
                new CentrelinePlane(GaussKruger.fitting(extent.isNull() ? 0 : extent.centre().x), issues);
        usable.forEach(plane::add);
        options.outline().ifPresent(plane::addOutline);
        return plane;
    }

    private static boolean isUsable(Centreline centreline, RoadIssues issues) {
        LineString line = centreline.line();
        if (line.isEmpty()) {
            issues.add(Severity.WARNING, "empty-line", centreline.id(), says(centreline, "has no vertices"));
            return false;
        }
        for (Coordinate vertex : line.getCoordinates()) {
            if (!(Math.abs(vertex.x) <= 180 && Math.abs(vertex.y) <= 90)) { // also rejects NaN
                issues.add(
                        Severity.WARNING,
                        "not-a-position",
                        centreline.id(),
                        says(
                                centreline,
                                "has the vertex " + vertex.x + " " + vertex.y + ", no longitude and latitude"));
                return false;
            }
        }
        return true;
    }

    private static String says(Centreline centreline, String what) {
        String name = centreline.naming().name();
        return "centreline " + centreline.id() + (name.isEmpty() ? "" : " (" + name + ")") + " " + what
                + "; it is left out: mend it at the source";
    }

    private void add(Centreline centreline) {
        Coordinate[] source = centreline.line().getCoordinates();
        Coordinate[] projected = zone.project(centreline.line()).getCoordinates();
        List<Coordinate> vertices = new ArrayList<>(projected.length);
        for (int i = 0; i < projected.length; i++) {
            Coordinate vertex = new Coordinate(GRID.makePrecise(projected[i].x), GRID.makePrecise(projected[i].y));
            if (vertices.isEmpty() || !vertices.get(vertices.size() - 1).equals2D(vertex)) {
                vertices.add(vertex);
            }
            sourceOf.merge(vertex, new Coordinate(source[i].x, source[i].y), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        if (vertices.size() < 2) {
            issues.add(Severity.WARNING, "zero-length", centreline.id(), says(centreline, "is shorter than 1 cm"));
            return;
        }
        lines.add(new PlaneLine(lines.size(), centreline, vertices.toArray(new Coordinate[0])));
    }

    private void addOutline(Geometry outline) {
        for (Object ring : LinearComponentExtracter.getLines(outline)) {
            LineString line = outline.getFactory().createLineString(((LineString) ring).getCoordinateSequence());
            add(Centreline.of("", "", RoadClass.OUTLINE, line));
        }
    }

    List<PlaneLine> lines() {
        return lines;
    }

    GaussKruger zone() {
        return zone;
    }

    /** Longitude and latitude of a vertex of the net. */
    Coordinate lonLat(Coordinate eastNorthM) {
        Coordinate source = sourceOf.get(eastNorthM);
        if (source != null) {
            return source.copy();
        }
        var position = zone.unproject(eastNorthM);
        return new Coordinate(position.lonDeg(), position.latDeg());
    }

    /** A line or a polygon of vertices of the net in longitude and latitude. */
    Geometry lonLat(Geometry eastNorthM, GeometryFactory factory) {
        Geometry copy = factory.createGeometry(eastNorthM.copy());
        copy.apply((org.locationtech.jts.geom.CoordinateFilter) vertex -> vertex.setCoordinate(lonLat(vertex)));
        copy.geometryChanged();
        return copy;
    }
}

package org.onemap.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.GaussKruger;
import org.onemap.road.RoadIssue.Severity;

/** Collects issues while a net is built. Confined to one thread. */
final class RoadIssues {

    private final GeometryFactory factory = new GeometryFactory();
    private final List<RoadIssue> issues = new ArrayList<>();

    void add(Severity severity, String rule, String id, String message) {
        issues.add(new RoadIssue(severity, rule, message, id, Optional.empty()));
    }

    /** With a place in longitude and latitude. */
    void addAt(Severity severity, String rule, Coordinate lonLat, String message) {
        issues.add(new RoadIssue(severity, rule, message, "", Optional.of(factory.createPoint(lonLat.copy()))));
    }

    /** With a place in metres. */
    void add(RoadIssue issue, GaussKruger zone, Coordinate eastNorthM) {
        Cgcs2000 at = zone.unproject(eastNorthM);
        Point point = factory.createPoint(new Coordinate(at.lonDeg(), at.latDeg()));
        issues.add(new RoadIssue(issue.severity(), issue.rule(), issue.message(), issue.id(), Optional.of(point)));
    }

    static RoadIssue warning(String rule, String id, String message) {
        return new RoadIssue(Severity.WARNING, rule, message, id, Optional.empty());
    }

    List<RoadIssue> list() {
        return List.copyOf(issues);
    }
}

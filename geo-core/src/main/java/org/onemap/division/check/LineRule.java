package org.onemap.division.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Text;

/**
 * R7: borders follow roads, rivers, walls and the borders of the level above. A border is walked in steps of at most ten
 * metres; the share is by length. What is left is drawn by free hand.
 */
final class LineRule implements RuleCheck {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double STEP_M = 10;

    @Override
    public void check(CheckInput input, Findings findings) {
        if (input.elements().lines().isEmpty()) {
            findings.notRun(Rule.R7, "没有道路等参照线");
            return;
        }
        double distanceM = findings.settings().get(Rule.R7, "distanceM");
        for (Level level : input.leaves()) {
            NearLines lines = new NearLines(distanceM);
            input.elements().lines().forEach(line -> addLines(line.line(), lines));
            input.findParent(level)
                    .ifPresent(above -> above.divisions().forEach(parent -> addLines(parent.area(), lines)));
            level.divisions().forEach(division -> check(level, division, lines, findings));
        }
    }

    private static void addLines(Geometry geometry, NearLines lines) {
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            lines.add(((LineString) line).getCoordinateSequence());
        }
    }

    private static void check(Level level, Division division, NearLines lines, Findings findings) {
        if (division.area().isEmpty()) {
            return;
        }
        Walk walk = new Walk(lines);
        for (Object ring : LinearComponentExtracter.getLines(division.area())) {
            walk.along((LineString) ring);
        }
        double share = 1 - walk.freeM / Math.max(walk.totalM, 1e-9);
        if (share >= findings.settings().get(Rule.R7, "share")) {
            return;
        }
        Geometry free = division.area().getFactory().buildGeometry(walk.free);
        findings.add(
                Rule.R7,
                "off-line",
                CoverageRules.subject(level, division),
                free.isEmpty() ? Optional.empty() : Optional.of(free),
                new Measure(share, ""),
                new Text(
                        level.title() + division.label() + " 仅 " + Ground.percent(share) + " 的边界沿道路、河流或上级边界，另有 "
                                + Ground.lengthM(walk.freeM) + " 为自由勾绘",
                        "将所示边界移到道路中心线等明显地物上"));
    }

    /** Goes round borders and keeps what is near no line. */
    private static final class Walk {

        private final NearLines lines;
        private final List<Geometry> free = new ArrayList<>();
        private final List<Coordinate> run = new ArrayList<>();
        private double totalM;
        private double freeM;

        Walk(NearLines lines) {
            this.lines = lines;
        }

        void along(LineString ring) {
            CoordinateSequence vertices = ring.getCoordinateSequence();
            for (int i = 0; i + 1 < vertices.size(); i++) {
                segment(vertices.getCoordinate(i), vertices.getCoordinate(i + 1));
            }
            end();
        }

        private void segment(Coordinate from, Coordinate to) {
            double lengthM = NearLines.distanceM(from, to);
            int steps = (int) Math.max(1, Math.ceil(lengthM / STEP_M));
            for (int step = 0; step < steps; step++) {
                Coordinate a = between(from, to, (double) step / steps);
                Coordinate b = between(from, to, (step + 1.0) / steps);
                totalM += lengthM / steps;
                if (lines.isNear(between(a, b, 0.5))) {
                    end();
                } else {
                    freeM += lengthM / steps;
                    if (run.isEmpty()) {
                        run.add(a);
                    }
                    run.add(b);
                }
            }
        }

        private void end() {
            if (run.size() > 1) {
                free.add(FACTORY.createLineString(run.toArray(new Coordinate[0])));
            }
            run.clear();
        }

        private static Coordinate between(Coordinate from, Coordinate to, double t) {
            return new Coordinate(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y));
        }
    }
}

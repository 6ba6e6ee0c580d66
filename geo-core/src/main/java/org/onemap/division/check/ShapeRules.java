package org.onemap.division.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Text;

/** R6 and R9: each area for itself. */
final class ShapeRules implements RuleCheck {

    @Override
    public void check(CheckInput input, Findings findings) {
        for (Level level : input.levels()) {
            level.divisions().forEach(division -> checkValidity(level, division, findings));
        }
        STRtree barriers = new STRtree();
        input.elements().lines().stream()
                .filter(Elements.Line::isBarrier)
                .forEach(line -> barriers.insert(line.line().getEnvelopeInternal(), line));
        for (Level level : input.working()) {
            for (Division division : level.divisions()) {
                if (!division.area().isEmpty() && division.area().isValid()) {
                    checkShape(level, division, findings);
                    checkCrossing(level, division, barriers, findings);
                }
            }
        }
    }

    private static void checkValidity(Level level, Division division, Findings findings) {
        if (division.area().isEmpty()) {
            add(Rule.R6, "empty", level, division, division.area(), Measure.none(), "没有图形", "补画图形", findings);
            return;
        }
        TopologyValidationError fault = new IsValidOp(division.area()).getValidationError();
        if (fault != null) {
            Coordinate at = fault.getCoordinate();
            Geometry where =
                    at == null ? division.area() : division.area().getFactory().createPoint(at);
            add(Rule.R6, "invalid", level, division, where, Measure.none(), "图形无效（自相交等）", "在所示位置修改图形", findings);
        }
        int parts = division.area().getNumGeometries();
        if (parts > 1) {
            Measure measure = new Measure(parts, "");
            add(
                    Rule.R6,
                    "multi-part",
                    level,
                    division,
                    division.area(),
                    measure,
                    "由 " + parts + " 个互不相连的部分组成",
                    "每个单元应为一个连续的面；飞地另设单元",
                    findings);
        }
    }

    private static void checkShape(Level level, Division division, Findings findings) {
        Geometry metres = Ground.metres(division.area());
        double perimeterM = metres.getLength();
        double compactness = 4 * Math.PI * metres.getArea() / (perimeterM * perimeterM);
        if (compactness < findings.settings().get(Rule.R9, "compactness")) {
            String value = String.format(Locale.ROOT, "%.2f", compactness);
            add(
                    Rule.R9,
                    "not-compact",
                    level,
                    division,
                    division.area().getInteriorPoint(),
                    new Measure(compactness, ""),
                    "形状狭长或曲折，紧凑度 " + value,
                    "调整边界，使形状更为紧凑",
                    findings);
        }
        double diameterM = 2 * new MinimumBoundingCircle(metres).getRadius();
        if (diameterM > findings.settings().get(Rule.R9, "diameterM")) {
            add(
                    Rule.R9,
                    "too-wide",
                    level,
                    division,
                    division.area().getInteriorPoint(),
                    new Measure(diameterM, "m"),
                    "跨度 " + Ground.lengthM(diameterM) + "，不便步行巡查",
                    "人口稀少处可保留，否则宜划小",
                    findings);
        }
    }

    private static void checkCrossing(Level level, Division division, STRtree barriers, Findings findings) {
        List<?> near = barriers.query(division.area().getEnvelopeInternal());
        if (near.isEmpty()) {
            return;
        }
        PreparedGeometry area = PreparedGeometryFactory.prepare(division.area());
        for (Object item : near) {
            Elements.Line barrier = (Elements.Line) item;
            if (!area.intersects(barrier.line())) {
                continue;
            }
            Geometry core = division.area().buffer(-15 / 111_000.0); // along its border it does not divide it
            Geometry inside = OverlayNGRobust.overlay(barrier.line(), core, OverlayNG.INTERSECTION);
            double lengthM = inside.isEmpty() ? 0 : Ground.metres(inside).getLength();
            if (lengthM > findings.settings().get(Rule.R9, "crossingM")) {
                String name = barrier.name().isEmpty() ? "阻隔线" : barrier.name();
                add(
                        Rule.R9,
                        "crossed",
                        level,
                        division,
                        inside,
                        new Measure(lengthM, "m"),
                        "被" + name + "穿过 " + Ground.lengthM(lengthM),
                        "宜以其为界",
                        findings);
            }
        }
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // one place where all parts of a finding meet
    private static void add(
            Rule rule,
            String defect,
            Level level,
            Division division,
            Geometry where,
            Measure measure,
            String what,
            String advice,
            Findings findings) {
        findings.add(
                rule,
                defect,
                CoverageRules.subject(level, division),
                where.isEmpty() ? Optional.empty() : Optional.of(where),
                measure,
                new Text(level.title() + division.label() + " " + what, advice));
    }
}

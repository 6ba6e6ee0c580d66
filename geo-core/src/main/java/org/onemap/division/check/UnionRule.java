package org.onemap.division.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Subject;
import org.onemap.division.check.Finding.Text;
import org.onemap.division.coverage.CoverageFault;
import org.onemap.division.coverage.Nesting;
import org.onemap.division.coverage.NestingFault;

/** R14: the polygons of professional layers are unions of working grids; each grid is in one area of a professional net. */
final class UnionRule implements RuleCheck {

    @Override
    public void check(CheckInput input, Findings findings) {
        if (input.elements().professional().isEmpty()) {
            findings.notRun(Rule.R14, "库中没有专业网格，也未指定专业图层（--professional）");
            return;
        }
        for (Level level : input.working()) {
            input.elements().professional().forEach((layer, polygons) -> {
                polygons.forEach(polygon -> check(level, layer, polygon, findings));
                if (layer.startsWith(Elements.NET)) {
                    checkOnce(level, layer, polygons, findings);
                }
            });
        }
    }

    /** Each grid is in one polygon of the layer. */
    private static void checkOnce(Level level, String layer, List<Geometry> polygons, Findings findings) {
        STRtree tree = new STRtree();
        for (Geometry polygon : polygons) {
            tree.insert(polygon.getEnvelopeInternal(), new IndexedPointInAreaLocator(Ground.valid(polygon)));
        }
        List<String> missing = new ArrayList<>();
        for (Division grid : level.divisions()) {
            if (grid.area().isEmpty()) {
                continue;
            }
            Coordinate at = grid.area().getInteriorPoint().getCoordinate();
            long times = 0;
            for (Object item : tree.query(new Envelope(at))) {
                times += ((IndexedPointInAreaLocator) item).locate(at) == Location.EXTERIOR ? 0 : 1;
            }
            if (times == 0) {
                missing.add(grid.code());
            } else if (times > 1) {
                findings.add(
                        Rule.R14,
                        "in-several",
                        CoverageRules.subject(level, grid),
                        CoverageRules.spot(grid.area()),
                        new Measure(times, ""),
                        new Text(
                                level.title() + grid.label() + " 同时划入" + layer + " 的 " + times + " 个区域",
                                "每个" + level.title() + "在一个专业网中只归一个区域"));
            }
        }
        if (!missing.isEmpty()) {
            findings.warn(
                    Rule.R14,
                    "in-none",
                    new Subject(level.layer().name(), missing),
                    Optional.empty(),
                    new Measure(missing.size(), ""),
                    new Text(missing.size() + " 个" + level.title() + "未划入" + layer + " 的任何区域", "把它们划入，或确认该专业网不覆盖它们"));
        }
    }

    private static void check(Level level, String layer, Geometry polygon, Findings findings) {
        Geometry valid = Ground.valid(polygon);
        List<Division> inside = new ArrayList<>();
        List<Geometry> areas = new ArrayList<>();
        for (Division grid : level.divisions()) {
            if (!grid.area().isEmpty()
                    && valid.getEnvelopeInternal().intersects(grid.area().getEnvelopeInternal())) {
                Coordinate at = grid.area().getInteriorPoint().getCoordinate();
                if (SimplePointInAreaLocator.locate(at, valid) != Location.EXTERIOR) {
                    inside.add(grid);
                    areas.add(Ground.valid(grid.area()));
                }
            }
        }
        if (inside.isEmpty()) {
            add(level, layer, valid, List.of(), "有一块多边形不含任何完整的" + level.title(), findings);
            return;
        }
        for (NestingFault fault : Nesting.faults(areas, List.of(valid), new int[areas.size()])) {
            double areaM2 = findings.settings().get(Rule.R14, "areaM2");
            double widthM = findings.settings().get(Rule.R14, "widthM");
            if (!Ground.substantial(fault.where(), areaM2, widthM).isEmpty()) {
                List<String> codes = fault.children().stream()
                        .map(child -> inside.get(child).code())
                        .toList();
                String size = Ground.areaM2(fault.size().areaM2());
                String what = fault.kind() == CoverageFault.Kind.GAP
                        ? "有 " + size + " 只占" + level.title() + "的一部分"
                        : "切开了" + level.title() + " " + String.join("、", codes) + "，漏掉 " + size;
                add(level, layer, fault.where(), codes, what, findings);
            }
        }
    }

    private static void add(
            Level level, String layer, Geometry where, List<String> codes, String what, Findings findings) {
        findings.add(
                Rule.R14,
                "not-a-union",
                new Subject(level.layer().name(), codes),
                Optional.of(where),
                new Measure(Ground.metres(where).getArea(), "m²"),
                new Text("专业图层 " + layer + " " + what, "各专业网应由完整的" + level.title() + "组成，不另行划线"));
    }
}

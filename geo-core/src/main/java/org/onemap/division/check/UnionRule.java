package org.onemap.division.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Subject;
import org.onemap.division.check.Finding.Text;
import org.onemap.division.coverage.CoverageFault;
import org.onemap.division.coverage.Nesting;
import org.onemap.division.coverage.NestingFault;

/** R14: the polygons of professional layers are unions of working grids. */
final class UnionRule implements RuleCheck {

    @Override
    public void check(CheckInput input, Findings findings) {
        if (input.elements().professional().isEmpty()) {
            findings.notRun(Rule.R14, "未指定专业图层（--professional）");
            return;
        }
        for (Level level : input.working()) {
            input.elements()
                    .professional()
                    .forEach((layer, polygons) -> polygons.forEach(polygon -> check(level, layer, polygon, findings)));
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

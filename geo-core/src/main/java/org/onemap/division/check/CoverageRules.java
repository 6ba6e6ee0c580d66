package org.onemap.division.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Subject;
import org.onemap.division.check.Finding.Text;
import org.onemap.division.coverage.Coverage;
import org.onemap.division.coverage.CoverageFault;
import org.onemap.division.coverage.CoverageTolerances;
import org.onemap.division.coverage.Nesting;
import org.onemap.division.coverage.NestingFault;

/** R2 to R5: each level tiles its surface, and the level directly above is filled by its children. */
final class CoverageRules implements RuleCheck {

    @Override
    public void check(CheckInput input, Findings findings) {
        for (Level level : input.levels()) {
            List<Geometry> areas = areas(level);
            List<Geometry> uncovered = new ArrayList<>();
            Optional<Level> parent = input.findParent(level);
            parent.ifPresent(above -> checkNesting(level, areas, above, uncovered, findings));
            if (parent.isEmpty() && level.layer().parentLayer().isPresent()) {
                findings.notRun(
                        Rule.R2, "图层 " + level.layer().parentLayer().get() + " 不在库中，" + level.title() + "的隶属关系无法检查");
            }
            checkTiling(level, areas, parent, uncovered, findings);
        }
    }

    private static List<Geometry> areas(Level level) {
        return level.divisions().stream()
                .map(division -> Ground.valid(division.area()))
                .toList();
    }

    private static void checkNesting(
            Level level, List<Geometry> areas, Level above, List<Geometry> uncovered, Findings findings) {
        List<Division> parents = above.divisions();
        Map<String, Integer> positions = new java.util.HashMap<>();
        for (int i = 0; i < parents.size(); i++) {
            positions.putIfAbsent(parents.get(i).code(), i);
        }
        int[] parentOf = new int[areas.size()];
        for (int i = 0; i < parentOf.length; i++) {
            Division child = level.divisions().get(i);
            Integer position = positions.get(child.parentCode());
            parentOf[i] = position == null || areas.get(i).isEmpty() ? -1 : position;
            if (position == null) {
                addMissingParent(level, child, above, findings);
            }
        }
        for (NestingFault fault : Nesting.faults(areas, areas(above), parentOf)) {
            add(level, above, fault, uncovered, findings);
        }
        checkChildless(level, above, positions, parentOf, findings);
    }

    private static void addMissingParent(Level level, Division child, Level above, Findings findings) {
        String sentence = child.parentCode().isEmpty()
                ? level.title() + child.label() + " 没有填写所属" + above.title()
                : level.title() + child.label() + " 的上级编码 " + child.parentCode() + " 在" + above.title() + "图层中不存在";
        findings.add(
                Rule.R2,
                "missing-parent",
                subject(level, child),
                spot(child.area()),
                Measure.none(),
                new Text(sentence, "改正上级编码，或补交该" + above.title()));
    }

    private static void checkChildless(
            Level level, Level above, Map<String, Integer> positions, int[] parentOf, Findings findings) {
        boolean[] hasChild = new boolean[above.divisions().size()];
        for (int parent : parentOf) {
            if (parent >= 0) {
                hasChild[parent] = true;
            }
        }
        positions.forEach((code, position) -> {
            Division parent = above.divisions().get(position);
            if (!hasChild[position] && !parent.area().isEmpty()) {
                findings.warn(
                        Rule.R4,
                        "no-children",
                        new Subject(above.layer().name(), List.of(code)),
                        spot(parent.area()),
                        Measure.none(),
                        new Text(above.title() + parent.label() + " 之下没有任何" + level.title(), "核对是否漏画" + level.title()));
            }
        });
    }

    private static void add(Level level, Level above, NestingFault fault, List<Geometry> uncovered, Findings findings) {
        Division parent = above.divisions().get(fault.parent());
        boolean gap = fault.kind() == CoverageFault.Kind.GAP;
        Rule rule = gap ? Rule.R4 : Rule.R2;
        double areaM2 = findings.settings().get(rule, "areaM2");
        double widthM = findings.settings().get(rule, "widthM");
        if (Ground.substantial(fault.where(), areaM2, widthM).isEmpty()) {
            return;
        }
        String size = Ground.areaM2(fault.size().areaM2());
        if (gap) {
            uncovered.add(fault.where());
            boolean thin = isThin(fault.size(), findings);
            findings.add(
                    rule,
                    thin ? "sliver-gap" : "gap",
                    new Subject(level.layer().name(), codes(level, fault.children())),
                    Optional.of(fault.where()),
                    new Measure(fault.size().areaM2(), "m²"),
                    new Text(
                            above.title() + parent.label() + " 内有 " + size + " 未被任何" + level.title() + "覆盖"
                                    + width(thin, fault.size()),
                            "移动相邻" + level.title() + "的边界，使其铺满" + above.title()));
        } else {
            Division child = level.divisions().get(fault.children().get(0));
            findings.add(
                    rule,
                    "outside-parent",
                    subject(level, child),
                    Optional.of(fault.where()),
                    new Measure(fault.size().areaM2(), "m²"),
                    new Text(
                            level.title() + child.label() + " 有 " + size + " 超出所属" + above.title() + parent.label(),
                            "修改边界，使其位于上级范围之内；或改正所属" + above.title()));
        }
    }

    private static void checkTiling(
            Level level, List<Geometry> areas, Optional<Level> parent, List<Geometry> uncovered, Findings findings) {
        CheckSettings settings = findings.settings();
        CoverageTolerances tolerances = new CoverageTolerances(
                settings.get(Rule.R3, "sliverWidthM"),
                settings.get(Rule.R4, "sliverAreaM2"),
                settings.get(Rule.R5, "offsetM"));
        List<Geometry> parents = parent.map(CoverageRules::areas).orElse(List.of());
        for (CoverageFault fault : Coverage.of(areas).faults(tolerances)) {
            boolean gap = fault.cover() == CoverageFault.Cover.NONE;
            if (gap && (isIn(fault.where(), uncovered) || (parent.isPresent() && isFree(fault, parents)))) {
                continue; // told with the parent, or a place that the parent leaves out itself
            }
            add(level, fault, findings);
        }
    }

    private static boolean isFree(CoverageFault gap, List<Geometry> parents) {
        return gap.size().isSubstantial() && !isIn(gap.where(), parents);
    }

    private static boolean isIn(Geometry region, List<Geometry> areas) {
        Coordinate at = region.getInteriorPoint().getCoordinate();
        return areas.stream()
                .anyMatch(area -> area.getEnvelopeInternal().covers(at)
                        && SimplePointInAreaLocator.locate(at, area) != Location.EXTERIOR);
    }

    private static void add(Level level, CoverageFault fault, Findings findings) {
        String labels = labels(level, fault.members());
        CoverageFault.Size size = fault.size();
        boolean counts = size.isSubstantial();
        boolean gap = fault.cover() == CoverageFault.Cover.NONE;
        String thin = width(fault.kind() == CoverageFault.Kind.SLIVER, size);
        Subject subject = new Subject(level.layer().name(), codes(level, fault.members()));
        Measure area = new Measure(size.areaM2(), "m²");
        Optional<Geometry> where = Optional.of(fault.where());
        switch (fault.kind()) {
            case MISSING_VERTEX, T_JUNCTION -> addVertex(level, fault, findings);
            case DUPLICATE ->
                findings.add(
                        Rule.R3,
                        "duplicate",
                        subject,
                        where,
                        area,
                        new Text(level.title() + labels + " 图形完全相同", "核对编码，删除重复的一个"));
            default ->
                findings.add(
                        counts ? (gap ? Rule.R4 : Rule.R3) : Rule.R5,
                        defect(fault),
                        subject,
                        where,
                        area,
                        gap
                                ? new Text(
                                        level.title() + labels + " 之间有 " + Ground.areaM2(size.areaM2()) + " 缝隙" + thin,
                                        "移动边界消除缝隙，相邻单元共用同一条边")
                                : new Text(
                                        level.title() + labels + " 重叠 " + Ground.areaM2(size.areaM2()) + thin,
                                        "移动边界消除重叠，相邻单元共用同一条边"));
        }
    }

    private static void addVertex(Level level, CoverageFault fault, Findings findings) {
        boolean corner = fault.kind() == CoverageFault.Kind.T_JUNCTION;
        Division lacking = level.divisions().get(fault.members().get(0));
        String others = labels(level, fault.members().subList(1, fault.members().size()));
        String offset = fault.size().widthM() > 0.005
                ? "，偏离 " + Ground.lengthM(fault.size().widthM())
                : "";
        findings.add(
                Rule.R5,
                corner ? "t-junction" : "missing-vertex",
                new Subject(level.layer().name(), codes(level, fault.members())),
                Optional.of(fault.where()),
                new Measure(fault.size().widthM(), "m"),
                new Text(
                        level.title() + lacking.label() + " 的边界在" + (corner ? "丁字交点处" : "") + "缺少 " + others + " 已有的节点"
                                + offset,
                        "在该处补节点，使公共边节点一致"));
    }

    private static String defect(CoverageFault fault) {
        boolean gap = fault.cover() == CoverageFault.Cover.NONE;
        if (fault.kind() == CoverageFault.Kind.SLIVER) {
            return gap ? "sliver-gap" : "sliver-overlap";
        }
        return gap ? "gap" : "overlap";
    }

    private static boolean isThin(CoverageFault.Size size, Findings findings) {
        return size.widthM() < findings.settings().get(Rule.R3, "sliverWidthM")
                || size.areaM2() < findings.settings().get(Rule.R4, "sliverAreaM2");
    }

    private static String width(boolean thin, CoverageFault.Size size) {
        return thin ? "（狭长，平均宽 " + Ground.lengthM(size.widthM()) + "）" : "";
    }

    private static String labels(Level level, List<Integer> members) {
        List<String> labels = members.stream()
                .limit(4)
                .map(member -> level.divisions().get(member).label())
                .toList();
        return String.join("、", labels) + (members.size() > 4 ? " 等 " + members.size() + " 个单元" : "");
    }

    private static List<String> codes(Level level, List<Integer> members) {
        return members.stream()
                .map(member -> level.divisions().get(member).code())
                .toList();
    }

    static Subject subject(Level level, Division division) {
        return new Subject(level.layer().name(), List.of(division.code()));
    }

    static Optional<Geometry> spot(Geometry area) {
        return area.isEmpty() ? Optional.empty() : Optional.of(area.getInteriorPoint());
    }
}

package org.onemap.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Distances;
import org.onemap.division.check.Division;
import org.onemap.division.check.Elements;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Level;
import org.onemap.division.check.Severity;

/** Where parts stand: in the grid they name, inside the district, beside buildings and roads. Confined to one thread. */
final class PartPlaces {

    /** Metres of a degree of latitude, rounded down, so that search boxes are rather too wide. */
    private static final double M_PER_DEG = 110_000;

    private final SurveyInput input;
    private final SurveyPlan plan;
    private final Map<String, String> notJudged;

    PartPlaces(SurveyInput input, SurveyPlan plan, Map<String, String> notJudged) {
        this.input = input;
        this.plan = plan;
        this.notJudged = notJudged;
    }

    /** P2 and P3. Codes are looked for in all levels, the finest among them may be 单元网格 or 网格. */
    List<PartFinding> grids() {
        List<PartFinding> found = new ArrayList<>();
        Map<String, List<PreparedGeometry>> byCode = new HashMap<>();
        STRtree divisions = new STRtree();
        Set<String> leaves = input.district().leaves().stream()
                .map(level -> level.layer().name())
                .collect(Collectors.toSet());
        for (Level level : input.district().levels()) {
            for (Division division : level.divisions()) {
                if (division.area().isEmpty()) {
                    continue;
                }
                PreparedGeometry area = PreparedGeometryFactory.prepare(division.area());
                byCode.computeIfAbsent(division.code(), unused -> new ArrayList<>(1))
                        .add(area);
                if (leaves.contains(level.layer().name())) {
                    divisions.insert(division.area().getEnvelopeInternal(), Map.entry(division.code(), area));
                }
            }
        }
        for (SurveyPart part : input.parts()) {
            part.point().ifPresent(point -> grid(part, point, byCode, divisions, found::add));
        }
        return found;
    }

    private void grid(
            SurveyPart part,
            Point point,
            Map<String, List<PreparedGeometry>> byCode,
            STRtree divisions,
            Consumer<PartFinding> found) {
        List<String> around = around(divisions, point);
        String stated = part.attribute(PartAttribute.GRID);
        List<PreparedGeometry> areas = byCode.getOrDefault(stated, List.of());
        if (!stated.isBlank() && areas.isEmpty()) {
            found.accept(finding(
                    PartRule.P2, "grid-unknown", part, "部件" + part.label() + "所属网格 " + stated + " 不存在", "改正所属网格"));
        } else if (!stated.isBlank() && areas.stream().noneMatch(area -> area.covers(point))) {
            double awayM = awayM(point, areas);
            if (awayM > plan.value("gridEdgeM")) {
                String actual = around.isEmpty() ? "不在任何网格内" : "实际位于 " + String.join("、", around);
                found.accept(finding(
                                PartRule.P2,
                                "grid-differs",
                                part,
                                "部件" + part.label() + "所属网格 " + stated + " 不含该点（相距 " + Metres.say(awayM) + "），"
                                        + actual,
                                "改正所属网格，或核对位置")
                        .measuring(awayM, "m"));
            }
        }
        if (around.isEmpty()) {
            double awayM = nearestM(divisions, point);
            if (awayM > plan.value("gridEdgeM")) {
                found.accept(
                        finding(PartRule.P3, "outside", part, "部件" + part.label() + "不在辖区任何网格内", "核对坐标与坐标系，或移交所在辖区"));
            }
        }
    }

    private static double awayM(Point point, List<PreparedGeometry> areas) {
        return areas.stream()
                .mapToDouble(area -> Distances.distanceToBoundaryM(at(point), area.getGeometry()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @SuppressWarnings("unchecked") // what grids() put in
    private static List<String> around(STRtree divisions, Point point) {
        List<String> codes = new ArrayList<>();
        for (Object found : divisions.query(point.getEnvelopeInternal())) {
            Map.Entry<String, PreparedGeometry> entry = (Map.Entry<String, PreparedGeometry>) found;
            if (entry.getValue().covers(point)) {
                codes.add(entry.getKey());
            }
        }
        codes.sort(null);
        return codes;
    }

    @SuppressWarnings("unchecked") // what grids() put in
    private double nearestM(STRtree divisions, Point point) {
        List<PreparedGeometry> near = new ArrayList<>();
        for (Object found : divisions.query(box(point, plan.value("gridEdgeM")))) {
            near.add(((Map.Entry<String, PreparedGeometry>) found).getValue());
        }
        return awayM(point, near);
    }

    /** P7: manholes in buildings are errors, lamps and poles far from roads warnings. */
    List<PartFinding> surroundings() {
        List<PartFinding> found = new ArrayList<>();
        List<Elements.Building> buildings = input.district().elements().buildings();
        if (buildings.isEmpty()) {
            notJudged.put("井盖不在建筑物内", "库中没有建筑图层（building）");
        } else {
            manholes(index(buildings.stream().map(Elements.Building::footprint).toList()), found);
        }
        List<Elements.Line> lines = input.district().elements().lines();
        if (lines.isEmpty()) {
            notJudged.put("路灯、立杆临近道路", "库中没有道路图层（road）");
        } else {
            lamps(index(lines.stream().map(Elements.Line::line).toList()), found);
        }
        return found;
    }

    private void manholes(STRtree buildings, List<PartFinding> found) {
        double tolerance = plan.value("buildingM");
        for (SurveyPart part : input.parts()) {
            Optional<Point> point = part.point().filter(unused -> part.name().contains("井盖"));
            if (point.isEmpty()) {
                continue;
            }
            for (Object one : buildings.query(point.get().getEnvelopeInternal())) {
                Geometry footprint = (Geometry) one;
                double depthM =
                        footprint.covers(point.get()) ? Distances.distanceToBoundaryM(at(point.get()), footprint) : 0;
                if (depthM > tolerance) {
                    found.add(finding(
                                    PartRule.P7,
                                    "in-building",
                                    part,
                                    "井盖" + part.label() + "位于建筑物内 " + Metres.say(depthM),
                                    "核对位置或类别")
                            .measuring(depthM, "m"));
                    break;
                }
            }
        }
    }

    private void lamps(STRtree lines, List<PartFinding> found) {
        double leastM = plan.value("roadM");
        for (SurveyPart part : input.parts()) {
            boolean standsByRoads = part.name().equals("路灯") || part.name().equals("立杆");
            Optional<Point> point = part.point().filter(unused -> standsByRoads);
            if (point.isPresent() && !isNear(lines, point.get(), leastM)) {
                found.add(PartFinding.of(
                        PartRule.P7,
                        "far-from-road",
                        Severity.WARNING,
                        part,
                        new Finding.Text("部件" + part.label() + "在 " + Metres.say(leastM) + " 内没有道路", "核对位置，小区内部的可保留")));
            }
        }
    }

    private static boolean isNear(STRtree lines, Point point, double leastM) {
        for (Object line : lines.query(box(point, leastM))) {
            if (Distances.distanceToBoundaryM(at(point), (Geometry) line) <= leastM) {
                return true;
            }
        }
        return false;
    }

    private static Envelope box(Point point, double aroundM) {
        Envelope box = new Envelope(point.getEnvelopeInternal());
        double north = aroundM / M_PER_DEG;
        box.expandBy(north / Math.max(0.1, Math.cos(Math.toRadians(point.getY()))), north);
        return box;
    }

    private static STRtree index(List<Geometry> geometries) {
        STRtree tree = new STRtree();
        geometries.stream().filter(one -> !one.isEmpty()).forEach(one -> tree.insert(one.getEnvelopeInternal(), one));
        return tree;
    }

    private static Cgcs2000 at(Point point) {
        return new Cgcs2000(point.getX(), point.getY());
    }

    private static PartFinding finding(PartRule rule, String defect, SurveyPart part, String sentence, String advice) {
        return PartFinding.of(rule, defect, Severity.ERROR, part, new Finding.Text(sentence, advice));
    }
}

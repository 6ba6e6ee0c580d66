package org.onemap.division.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.division.check.Elements.Building;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Subject;
import org.onemap.division.check.Finding.Text;

/** R11 and R13: how many households a grid has. From the division itself, else from the buildings that lie in it. */
final class LoadRules implements RuleCheck {

    @Override
    public void check(CheckInput input, Findings findings) {
        boolean known = false;
        for (Level level : input.levels()) {
            Optional<Double> least =
                    findings.settings().find(Rule.R13, level.layer().name() + ".min");
            Optional<Double> most =
                    findings.settings().find(Rule.R13, level.layer().name() + ".max");
            boolean isWorking = input.working().contains(level);
            if (isWorking || least.isPresent() || most.isPresent()) {
                Map<Division, Double> loads = households(level, input.elements().buildings());
                known |= !loads.isEmpty();
                Range range = new Range(least.orElse(0.0), most.orElse(Double.MAX_VALUE));
                loads.forEach((division, load) -> checkRange(level, division, load, range, findings));
                if (isWorking) {
                    checkBalance(input, level, loads, findings);
                }
            }
        }
        if (!known) {
            findings.notRun(Rule.R11, "没有户数数据");
            findings.notRun(Rule.R13, "没有户数数据");
        }
    }

    private record Range(double least, double most) {}

    private static void checkRange(Level level, Division division, double load, Range range, Findings findings) {
        if (load >= range.least() && load <= range.most()) {
            return;
        }
        String limits = String.format("%.0f–%.0f", range.least(), range.most());
        boolean small = load < range.least();
        findings.add(
                Rule.R13,
                small ? "load-below" : "load-above",
                CoverageRules.subject(level, division),
                CoverageRules.spot(division.area()),
                new Measure(load, "户"),
                new Text(
                        level.title() + division.label() + " 有 " + Math.round(load) + " 户，" + (small ? "少" : "多")
                                + "于规定的 " + limits + " 户",
                        small ? "与相邻单元合并，或确认为单位、空地网格" : "沿道路拆分，或调整边界"));
    }

    private static void checkBalance(CheckInput input, Level level, Map<Division, Double> loads, Findings findings) {
        Map<String, List<Division>> families = new TreeMap<>();
        Map<String, Map<String, Division>> byCode = new HashMap<>();
        input.levels().forEach(one -> byCode.put(one.layer().name(), CheckInput.byCode(one)));
        loads.keySet().forEach(division -> families.computeIfAbsent(
                        top(input, byCode, level, division), unused -> new ArrayList<>())
                .add(division));
        families.forEach((office, members) -> {
            if (members.size() >= 3) {
                checkFamily(level, office, members, loads, findings);
            }
        });
    }

    private static void checkFamily(
            Level level, String office, List<Division> members, Map<Division, Double> loads, Findings findings) {
        double mean = members.stream()
                .mapToDouble(member -> loads.getOrDefault(member, 0.0))
                .average()
                .orElse(0);
        double variance = members.stream()
                .mapToDouble(member -> Math.pow(loads.getOrDefault(member, 0.0) - mean, 2))
                .average()
                .orElse(0);
        double deviation = Math.sqrt(variance);
        double variation = mean > 0 ? deviation / mean : 0;
        if (variation <= findings.settings().get(Rule.R11, "variation")) {
            return;
        }
        double limit = findings.settings().get(Rule.R11, "outlier");
        List<Division> outliers = members.stream()
                .filter(member -> Math.abs(loads.getOrDefault(member, 0.0) - mean) > limit * deviation)
                .toList();
        List<String> labels = outliers.stream()
                .limit(5)
                .map(member -> member.label() + " " + Math.round(loads.getOrDefault(member, 0.0)) + " 户")
                .toList();
        findings.add(
                Rule.R11,
                "load-variation",
                new Subject(
                        level.layer().name(),
                        outliers.stream().map(Division::code).toList()),
                outliers.isEmpty()
                        ? Optional.empty()
                        : CoverageRules.spot(outliers.get(0).area()),
                new Measure(variation, ""),
                new Text(
                        (office.isEmpty() ? "全域" : office) + " 各" + level.title() + "户数变异系数 "
                                + Ground.percent(variation)
                                + (labels.isEmpty() ? "" : "，离群单元：" + String.join("、", labels)),
                        "按户数重新平衡，见 onemap plan rebalance"));
    }

    /** Code and name of the highest division above. */
    private static String top(
            CheckInput input, Map<String, Map<String, Division>> byCode, Level level, Division division) {
        Level at = level;
        Division found = division;
        Optional<Level> above = input.findParent(at);
        String label = "";
        for (int i = 0; above.isPresent() && i < input.levels().size(); i++) {
            Division parent =
                    byCode.getOrDefault(above.get().layer().name(), Map.of()).get(found.parentCode());
            if (parent == null) {
                break;
            }
            found = parent;
            at = above.get();
            label = at.title() + found.label();
            above = input.findParent(at);
        }
        return label;
    }

    private static Map<Division, Double> households(Level level, List<Building> buildings) {
        Map<Division, Double> loads = new HashMap<>();
        for (Division division : level.divisions()) {
            OptionalDouble stated = division.facts().households();
            stated.ifPresent(value -> loads.put(division, value));
        }
        if (!loads.isEmpty() || buildings.stream().noneMatch(building -> building.households() > 0)) {
            return loads;
        }
        STRtree index = new STRtree();
        for (Division division : level.divisions()) {
            if (!division.area().isEmpty()) {
                loads.put(division, 0.0);
                index.insert(
                        division.area().getEnvelopeInternal(),
                        Map.entry(division, new IndexedPointInAreaLocator(division.area())));
            }
        }
        for (Building building : buildings) {
            if (!building.footprint().isEmpty()) {
                count(index, building, loads);
            }
        }
        return loads;
    }

    private static void count(STRtree index, Building building, Map<Division, Double> loads) {
        Coordinate at = building.footprint().getInteriorPoint().getCoordinate();
        for (Object item : index.query(building.footprint().getEnvelopeInternal())) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) item;
            if (((IndexedPointInAreaLocator) entry.getValue()).locate(at) != Location.EXTERIOR) {
                loads.merge((Division) entry.getKey(), building.households(), Double::sum);
                return;
            }
        }
    }
}

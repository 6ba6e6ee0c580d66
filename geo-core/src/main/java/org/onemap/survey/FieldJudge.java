package org.onemap.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Distances;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Severity;

/** Compares the sample with the field. A single fault is a warning, a limit passed is an error. Confined to one thread. */
final class FieldJudge {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final SurveyPlan plan;
    private final Map<String, SurveyPart> open = new HashMap<>();
    private final Map<String, List<Double>> errorsM = new TreeMap<>();
    private final List<PartFinding> findings = new ArrayList<>();
    private int looked;
    private int faults;
    private int surplus;
    private int omitted;
    private int beside;

    FieldJudge(SurveyPlan plan, List<Batch> batches) {
        this.plan = plan;
        batches.forEach(batch -> batch.sample().forEach(part -> open.put(part.code(), part)));
    }

    /** Takes all rows and sums up. */
    FieldVerdict judge(List<FieldCheck> checks) {
        checks.forEach(this::take);
        FieldVerdict verdict = new FieldVerdict(
                new FieldVerdict.Counts(looked, open.size(), faults, surplus, omitted, beside),
                errorsM.entrySet().stream()
                        .map(entry -> positions(entry.getKey(), entry.getValue()))
                        .toList());
        limits(verdict);
        return verdict;
    }

    /** Faults and passed limits; complete once all was judged. */
    List<PartFinding> findings() {
        return List.copyOf(findings);
    }

    private void take(FieldCheck check) {
        if (check.outcome() == FieldCheck.Outcome.OMITTED) {
            omitted++;
            findings.add(new PartFinding(
                    PartRule.P8,
                    "omitted",
                    Severity.WARNING,
                    "",
                    check.measured().map(FieldJudge::point),
                    Finding.Measure.none(),
                    new Finding.Text("外业发现部件未普查", "补测并赋码")));
            return;
        }
        SurveyPart part = open.remove(check.code());
        if (part == null) {
            beside++;
            return;
        }
        looked++;
        if (check.outcome() == FieldCheck.Outcome.SURPLUS) {
            surplus++;
            add(PartRule.P8, "surplus", part, "部件" + part.label() + "实地不存在", "核实后注销");
            return;
        }
        if (check.outcome() == FieldCheck.Outcome.FAULT) {
            faults++;
            add(PartRule.P9, "field-attribute", part, "部件" + part.label() + "属性与实地不符", "改正属性");
        }
        check.measured().ifPresent(measured -> measure(part, measured));
    }

    private void measure(SurveyPart part, Cgcs2000 measured) {
        Optional<Point> stored = part.point();
        if (stored.isEmpty()) {
            return;
        }
        double errorM = Distances.distanceM(
                measured, new Cgcs2000(stored.get().getX(), stored.get().getY()));
        String accuracy = accuracy(part);
        errorsM.computeIfAbsent(accuracy, unused -> new ArrayList<>()).add(errorM);
        if (errorM > greatestM(accuracy)) {
            findings.add(PartFinding.of(
                            PartRule.P10,
                            "position-error",
                            Severity.WARNING,
                            part,
                            new Finding.Text(
                                    "部件" + part.label() + "点位误差 " + Metres.say(errorM) + "，超过 " + accuracy + " 级允许误差 "
                                            + Metres.say(greatestM(accuracy)),
                                    "重新测定位置"))
                    .measuring(errorM, "m"));
        }
    }

    private static String accuracy(SurveyPart part) {
        String stated = part.attribute(PartAttribute.ACCURACY);
        return stated.matches("[BC]") ? stated : "A";
    }

    private double greatestM(String accuracy) {
        return plan.value("greatestFactor") * plan.value("position" + accuracy);
    }

    private FieldVerdict.Positions positions(String accuracy, List<Double> all) {
        double squares = all.stream().mapToDouble(d -> d * d).sum();
        double greatest = all.stream().mapToDouble(d -> d).max().orElse(0);
        int within = (int) all.stream().filter(d -> d <= greatestM(accuracy)).count();
        return new FieldVerdict.Positions(accuracy, all.size(), within, Math.sqrt(squares / all.size()), greatest);
    }

    private void limits(FieldVerdict verdict) {
        if (!open.isEmpty()) {
            whole(PartRule.P8, "sample-open", "样本中 " + open.size() + " 个部件没有外业结果", "查完全部样本再下结论");
        }
        verdict.omissionShare()
                .ifPresent(share -> limit(PartRule.P8, "omissionShare", share, share <= plan.value("omissionShare")));
        verdict.attributeShare()
                .ifPresent(share -> limit(PartRule.P9, "attributeShare", share, share >= plan.value("attributeShare")));
        verdict.positionShare()
                .ifPresent(share -> limit(PartRule.P10, "positionShare", share, share >= plan.value("positionShare")));
        for (FieldVerdict.Positions one : verdict.positions()) {
            double limit = plan.value("position" + one.accuracy());
            if (one.measured() >= plan.value("leastPoints") && one.rmsM() > limit) {
                whole(
                        PartRule.P10,
                        "position-rms",
                        one.accuracy() + " 级点位中误差 " + Metres.say(one.rmsM()) + "，超过 " + Metres.say(limit) + "（"
                                + one.measured() + " 点）",
                        "查明原因，整批复测");
            }
        }
    }

    private void limit(PartRule rule, String parameter, double share, boolean isKept) {
        if (!isKept) {
            String title = Objects.requireNonNull(plan.parameters().get(parameter), parameter)
                    .title();
            whole(
                    rule,
                    parameter.replace("Share", "-share"),
                    title + "为 " + Metres.percent(plan.value(parameter)) + "，实际 " + Metres.percent(share),
                    "返工后重新抽样检查");
        }
    }

    private void whole(PartRule rule, String defect, String sentence, String advice) {
        findings.add(PartFinding.whole(rule, defect, Severity.ERROR, new Finding.Text(sentence, advice)));
    }

    private void add(PartRule rule, String defect, SurveyPart part, String sentence, String advice) {
        findings.add(PartFinding.of(rule, defect, Severity.WARNING, part, new Finding.Text(sentence, advice)));
    }

    private static Geometry point(Cgcs2000 at) {
        return FACTORY.createPoint(new Coordinate(at.lonDeg(), at.latDeg()));
    }
}

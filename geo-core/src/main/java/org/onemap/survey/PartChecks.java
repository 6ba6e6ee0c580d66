package org.onemap.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.onemap.code.CodeFault;
import org.onemap.code.CodeScheme;
import org.onemap.code.CodeSchemes;
import org.onemap.code.Confidence;
import org.onemap.code.PartClasses;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Severity;

/** The full check: every part by the rules P1 to P7. Confined to one thread. */
final class PartChecks {

    private static final Set<String> STATES = Set.of("完好", "破损", "丢失", "废弃");

    private final SurveyInput input;
    private final SurveyPlan plan;
    private final List<PartFinding> findings = new ArrayList<>();
    private final Map<String, String> notJudged = new LinkedHashMap<>();

    PartChecks(SurveyInput input, SurveyPlan plan) {
        this.input = input;
        this.plan = plan;
    }

    /** All breaches, rule by rule. */
    List<PartFinding> run() {
        Optional<CodeScheme> scheme = input.scheme();
        scheme.ifPresentOrElse(this::codes, () -> notJudged.put(PartRule.P1.chinese(), "没有部件编码方案（图层 part）"));
        PartPlaces places = new PartPlaces(input, plan, notJudged);
        findings.addAll(places.grids());
        findings.addAll(PartNeighbours.find(input.parts(), scheme, plan.value("duplicateM")));
        columns();
        input.parts().forEach(this::attributes);
        input.parts().forEach(this::geometry);
        findings.addAll(PartForms.find(input.parts()));
        PositionFingerprint fingerprint = new PositionFingerprint(input);
        fingerprint.find().ifPresent(findings::add);
        findings.addAll(places.surroundings());
        if (!fingerprint.canTell()) {
            notJudged.put("GCJ-02、BD-09 整体偏移", "填有辖区内网格的部件少于 20 个");
        }
        notJudged.put("部门代码与机构名录对照", "库中没有机构名录，只核对 18 位代码的校验位");
        notJudged.put("精度等级与类别相符", "各类部件应有的精度等级未见标准文本");
        notJudged.put("成果等级（优、良、合格）", "扣分标准未见标准文本");
        notJudged.put("行道树不在车行道内", "库中没有车行道面");
        notJudged.put("桥梁与水系、道路相交", "未实现");
        notJudged.put("按路段的部件密度、整格缺类", "未实现");
        notJudged.put("照片存在且 EXIF 位置在 50 m 内", "库中不存照片");
        return List.copyOf(findings);
    }

    /** What was not judged, and why; complete once it ran. */
    Map<String, String> notJudged() {
        return notJudged;
    }

    /** That which imports check, or else the first of the layer: imports let part codes be free, an acceptance does not. */
    static Optional<CodeScheme> scheme() {
        return CodeSchemes.forLayer("part").or(() -> CodeSchemes.list().stream()
                .filter(one -> one.layer().equals("part") && !one.isTemplate())
                .findFirst());
    }

    private void codes(CodeScheme scheme) {
        Set<String> counties = input.counties();
        if (counties.isEmpty()) {
            notJudged.put("编码的县级代码", "区划没有六位县级代码");
        }
        List<PartClasses> dictionaries = PartClasses.of(scheme).stream()
                .filter(one -> !one.minors().isEmpty())
                .toList();
        if (dictionaries.isEmpty()) {
            notJudged.put("部件类别", "编码方案“" + scheme.name() + "”没有类别词典");
        }
        Set<String> seen = new HashSet<>();
        for (SurveyPart part : input.parts()) {
            if (part.code().isEmpty()) {
                add(PartRule.P1, "no-part-code", Severity.ERROR, part, "部件没有标识码", "按编码规则赋码");
                continue;
            }
            if (!seen.add(part.code())) {
                add(PartRule.P1, "part-code-twice", Severity.ERROR, part, "标识码 " + part.code() + " 重复", "每个部件使用自己的标识码");
            }
            Optional<CodeFault> fault = scheme.check(part.code());
            if (fault.isPresent()) {
                add(
                        PartRule.P1,
                        "part-code",
                        Severity.ERROR,
                        part,
                        sentence(part, fault.get()),
                        "按" + scheme.name() + "改正");
                continue;
            }
            county(part, counties);
            if (!dictionaries.isEmpty()) {
                classes(part, part.classCode(scheme), dictionaries);
            }
        }
    }

    private static String sentence(SurveyPart part, CodeFault fault) {
        return "部件" + part.label() + "编码第 " + fault.position() + " 位有误："
                + fault.message().replace('；', '，');
    }

    private void county(SurveyPart part, Set<String> counties) {
        if (!counties.isEmpty() && !counties.contains(part.code().substring(0, 6))) {
            add(
                    PartRule.P1,
                    "part-county",
                    Severity.ERROR,
                    part,
                    "部件" + part.label() + "的县级代码 " + part.code().substring(0, 6) + " 不是本区的（"
                            + String.join("、", counties.stream().sorted().toList()) + "）",
                    "改正县级代码");
        }
    }

    /** A warning: the dictionaries that ship are those of single cities. */
    private void classes(SurveyPart part, String digits, List<PartClasses> dictionaries) {
        if (dictionaries.stream().noneMatch(one -> one.minor(digits).isPresent())) {
            String named = String.join(
                    "、",
                    dictionaries.stream()
                            .map(one -> one.title()
                                    + (one.confidence() == Confidence.VERIFIED
                                            ? ""
                                            : "，" + one.confidence().title()))
                            .toList());
            add(
                    PartRule.P1,
                    "part-class",
                    Severity.WARNING,
                    part,
                    "部件" + part.label() + "的类别 " + digits + " 不在词典中（" + named + "）",
                    "改正类别，或核对本市扩展类别");
        }
    }

    private void columns() {
        for (PartAttribute attribute : PartAttribute.values()) {
            if (attribute.isMandatory() && !input.columns().contains(attribute)) {
                findings.add(PartFinding.whole(
                        PartRule.P5,
                        "no-column",
                        Severity.WARNING,
                        new Finding.Text("部件图层没有“" + attribute.title() + "”字段", "补充该字段，或以其常用名称命名")));
            }
        }
    }

    private void attributes(SurveyPart part) {
        if (part.name().isBlank()) {
            blank(part, "部件名称");
        }
        for (PartAttribute attribute : PartAttribute.values()) {
            if (attribute.isMandatory()
                    && input.columns().contains(attribute)
                    && part.attribute(attribute).isBlank()) {
                blank(part, attribute.title());
            }
        }
        String state = part.attribute(PartAttribute.STATE);
        if (!state.isBlank() && !STATES.contains(state)) {
            add(
                    PartRule.P5,
                    "state",
                    Severity.ERROR,
                    part,
                    "部件" + part.label() + "的状态“" + state + "”不在值域内",
                    "改为完好、破损、丢失、废弃之一");
        }
        String first = part.attribute(PartAttribute.FIRST);
        String changed = part.attribute(PartAttribute.CHANGED);
        if (isDay(first) && isDay(changed) && changed.compareTo(first) < 0) {
            add(
                    PartRule.P5,
                    "dates",
                    Severity.ERROR,
                    part,
                    "部件" + part.label() + "的变更日期 " + changed + " 早于初始日期 " + first,
                    "核对日期");
        }
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private void blank(SurveyPart part, String field) {
        add(PartRule.P5, "blank", Severity.ERROR, part, "部件" + part.label() + "的“" + field + "”为空", "补填，无主的写“无主”，不留空");
    }

    private void geometry(SurveyPart part) {
        Optional<Geometry> geometry = part.geometry().filter(one -> !one.isEmpty());
        if (geometry.isEmpty()) {
            add(PartRule.P6, "no-position", Severity.ERROR, part, "部件" + part.label() + "没有图形", "补测位置");
        } else if (geometry.get().getDimension() == 2 && !new IsValidOp(geometry.get()).isValid()) {
            add(PartRule.P6, "invalid-part", Severity.ERROR, part, "部件" + part.label() + "的面图形无效", "修改图形");
        }
    }

    private void add(PartRule rule, String defect, Severity severity, SurveyPart part, String sentence, String advice) {
        findings.add(PartFinding.of(rule, defect, severity, part, new Finding.Text(sentence, advice)));
    }
}

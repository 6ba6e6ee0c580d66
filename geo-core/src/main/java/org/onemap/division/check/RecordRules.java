package org.onemap.division.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.division.check.Finding.Measure;
import org.onemap.division.check.Finding.Subject;
import org.onemap.division.check.Finding.Text;

/** R1, R12 and R15: what the records say of scale, change and the order of codes. */
final class RecordRules implements RuleCheck {

    @Override
    public void check(CheckInput input, Findings findings) {
        input.levels().forEach(level -> checkScale(level, findings));
        checkChange(input, findings);
        input.leaves().forEach(level -> checkOrder(level, findings));
    }

    private static void checkScale(Level level, Findings findings) {
        double coarsest = findings.settings().get(Rule.R1, "scaleDenominator");
        List<Division> unknown = level.divisions().stream()
                .filter(division -> division.facts().scaleDenominator().isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            findings.add(
                    Rule.R1,
                    "scale-unknown",
                    new Subject(level.layer().name(), List.of()),
                    CoverageRules.spot(unknown.get(0).area()),
                    new Measure(unknown.size(), ""),
                    new Text(level.title() + "有 " + unknown.size() + " 个单元未注明底图比例尺", "在“比例尺”字段中填写底图比例尺，如 2000"));
        }
        for (Division division : level.divisions()) {
            int scale = division.facts().scaleDenominator().orElse(0);
            if (scale > coarsest) {
                findings.add(
                        Rule.R1,
                        "scale-coarse",
                        CoverageRules.subject(level, division),
                        CoverageRules.spot(division.area()),
                        new Measure(scale, ""),
                        new Text(
                                level.title() + division.label() + " 按 1:" + scale + " 底图绘制，小于 1:"
                                        + Math.round(coarsest),
                                "改用更大比例尺的底图核对边界"));
            }
        }
    }

    private static void checkChange(CheckInput input, Findings findings) {
        if (input.yearlyChange().isEmpty()) {
            findings.notRun(Rule.R12, "没有变更历史");
            return;
        }
        double share = input.yearlyChange().getAsDouble();
        if (share > findings.settings().get(Rule.R12, "yearlyShare")) {
            findings.add(
                    Rule.R12,
                    "much-change",
                    new Subject("", List.of()),
                    Optional.empty(),
                    new Measure(share, ""),
                    new Text("近一年内 " + Ground.percent(share) + " 的单元有变更", "保持网格相对稳定，变更应有变更单"));
        }
    }

    /** West to east in bands from north to south; a code is out of order if it goes back west and north at once. */
    private static void checkOrder(Level level, Findings findings) {
        Map<String, List<Division>> families = new TreeMap<>();
        level.divisions().stream()
                .filter(division -> !division.area().isEmpty())
                .forEach(division -> families.computeIfAbsent(division.parentCode(), unused -> new ArrayList<>())
                        .add(division));
        families.forEach((parent, members) -> {
            boolean isFirstCoding = members.stream()
                            .map(member -> member.facts().validFrom())
                            .distinct()
                            .count()
                    == 1;
            if (isFirstCoding && members.size() >= 3) {
                checkFamily(level, parent, members, findings);
            }
        });
    }

    private static void checkFamily(Level level, String parent, List<Division> members, Findings findings) {
        members.sort(Comparator.comparing(Division::code));
        int back = 0;
        for (int i = 1; i < members.size(); i++) {
            Coordinate before = members.get(i - 1).area().getEnvelopeInternal().centre();
            Coordinate after = members.get(i).area().getEnvelopeInternal().centre();
            back += after.x < before.x && after.y > before.y ? 1 : 0;
        }
        double share = back / (members.size() - 1.0);
        if (share > findings.settings().get(Rule.R15, "share")) {
            findings.add(
                    Rule.R15,
                    "order",
                    new Subject(level.layer().name(), List.of(members.get(0).code())),
                    Optional.empty(),
                    new Measure(share, ""),
                    new Text(
                            (parent.isEmpty() ? "全域" : parent) + " 内 " + back + " 处" + level.title()
                                    + "编码次序与“从西向东、由北至南”不符",
                            "仅供首次编码参考，已启用的编码不得重排"));
        }
    }
}

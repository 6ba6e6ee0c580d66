package org.onemap.division.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of grid division. Their texts are this project's own; which principle each follows and how well its wording is
 * known is in docs/check.md.
 */
public enum Rule {
    R1("source-scale", "底图比例尺", "空间参考系", Severity.WARNING, "scaleDenominator", 2000),
    R2("one-parent", "不跨上级边界", "逻辑一致性", Severity.ERROR, "areaM2", 1, "widthM", 0.05),
    R3("no-overlap", "面重叠", "逻辑一致性", Severity.ERROR, "areaM2", 1, "widthM", 0.05, "sliverWidthM", 0.5),
    R4("no-gap", "面缝隙", "逻辑一致性", Severity.ERROR, "areaM2", 1, "widthM", 0.05, "sliverAreaM2", 10),
    R5("same-vertices", "公共边节点一致", "逻辑一致性", Severity.ERROR, "offsetM", 2),
    R6("valid-single-part", "图形有效、单一部件", "逻辑一致性", Severity.ERROR),
    R7("along-lines", "边界沿路沿线", "位置精度", Severity.WARNING, "share", 0.8, "distanceM", 10),
    R8("compound-whole", "院落不拆分", "位置精度", Severity.ERROR, "areaM2", 10_000, "share", 0.02, "extentM", 1000),
    R9("compact", "形状与通达", "表征质量", Severity.WARNING, "compactness", 0.15, "diameterM", 1200, "crossingM", 100),
    R10("building-whole", "不穿越建筑物", "位置精度", Severity.ERROR, "areaM2", 1, "widthM", 0.1),
    R11("balanced-load", "负载均衡", "属性精度", Severity.WARNING, "variation", 0.35, "outlier", 2),
    R12("stable", "相对稳定", "完整性", Severity.INFO, "yearlyShare", 0.1),
    R13(
            "load-range",
            "户数规模",
            "属性精度",
            Severity.WARNING,
            "grid.min",
            300,
            "grid.max",
            500,
            "micro_grid.min",
            50,
            "micro_grid.max",
            70),
    R14("union-of-grids", "专业图层由网格组成", "逻辑一致性", Severity.ERROR, "areaM2", 1, "widthM", 0.05),
    R15("order-of-codes", "编码次序", "属性精度", Severity.INFO, "share", 0.2),
    R16("people", "人员配备", "完整性", Severity.ERROR, "gridsPerPerson", 2);

    private final String key;
    private final String chinese;
    private final String element;
    private final Severity severity;

    @SuppressWarnings("ImmutableEnumChecker") // filled by the constructor alone, handed out as a view
    private final Map<String, Double> parameters = new LinkedHashMap<>();

    Rule(String key, String chinese, String element, Severity severity, Object... parameters) {
        this.key = key;
        this.chinese = chinese;
        this.element = element;
        this.severity = severity;
        for (int i = 0; i < parameters.length; i += 2) {
            this.parameters.put((String) parameters[i], ((Number) parameters[i + 1]).doubleValue());
        }
    }

    /** Its name in kebab case, for instance {@code no-overlap}. */
    public String key() {
        return key;
    }

    /** What the 检查报告 calls it. */
    public String chinese() {
        return chinese;
    }

    /** 质量元素 under which the report lists it. */
    public String element() {
        return element;
    }

    /** How grave a breach is unless the settings say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** Its parameters with their defaults; the unit is in the name. */
    public Map<String, Double> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The rule of this number ({@code R7}) or name ({@code along-lines}), without regard to case. */
    public static Optional<Rule> find(String text) {
        return Arrays.stream(values())
                .filter(rule -> rule.name().equalsIgnoreCase(text) || rule.key.equalsIgnoreCase(text))
                .findFirst();
    }
}

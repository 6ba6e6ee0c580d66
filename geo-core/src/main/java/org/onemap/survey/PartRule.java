package org.onemap.survey;

/** A rule of the acceptance of a part survey. P1 to P7 are judged of every part, P8 to P10 of the sample in the field. */
public enum PartRule {
    P1("code", "编码与类别"),
    P2("grid", "所属网格"),
    P3("inside", "位于辖区内"),
    P4("apart", "位置不重复"),
    P5("attributes", "必填属性"),
    P6("geometry", "图形"),
    P7("surroundings", "与建筑物、道路的关系"),
    P8("completeness", "外业核查：完整性"),
    P9("field-attributes", "外业核查：属性"),
    P10("position", "外业核查：点位精度");

    private final String key;
    private final String chinese;

    PartRule(String key, String chinese) {
        this.key = key;
        this.chinese = chinese;
    }

    /** Its name in files, in kebab case. */
    public String key() {
        return key;
    }

    /** What a report calls it. */
    public String chinese() {
        return chinese;
    }
}

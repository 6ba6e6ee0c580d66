package org.onemap.ingest.issue;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the defects of a part survey are called in a 检查报告. */
final class PartTitles {

    private static final String LOGIC = "逻辑一致性";
    private static final String ATTRIBUTE = "属性精度";
    private static final String COMPLETE = "完整性";
    private static final String POSITION = "位置精度";

    private PartTitles() {}

    /** Rule to title. */
    static Map<String, RuleTitles.Title> all() {
        Map<String, RuleTitles.Title> titles = new LinkedHashMap<>();
        put(titles, "no-part-code", COMPLETE, "部件没有标识码", "按编码规则赋码");
        put(titles, "part-code-twice", ATTRIBUTE, "标识码唯一性", "每个部件使用自己的标识码");
        put(titles, "part-code", ATTRIBUTE, "标识码格式", "按编码规则改正");
        put(titles, "part-county", ATTRIBUTE, "标识码县级代码", "改正县级代码");
        put(titles, "part-class", ATTRIBUTE, "部件类别不在词典中", "改正类别，或核对本市扩展类别");
        put(titles, "grid-unknown", LOGIC, "所属网格不存在", "改正所属网格");
        put(titles, "grid-differs", LOGIC, "所属网格与位置不符", "改正所属网格，或核对位置");
        put(titles, "outside", POSITION, "位于辖区外", "核对坐标与坐标系");
        put(titles, "shifted", POSITION, "整体偏移（GCJ-02、BD-09）", "以正确的 --coordsys 重新导入");
        put(titles, "shape-of-class", LOGIC, "图形类型与类别", "按类别改用点、线、面");
        put(titles, "department-code", ATTRIBUTE, "部门代码校验位", "核对 18 位统一社会信用代码");
        put(titles, "part-twice", LOGIC, "同类部件位置重复", "删除重复的一个");
        put(titles, "no-column", COMPLETE, "必填字段缺失", "补充字段");
        put(titles, "blank", COMPLETE, "必填属性为空", "补填；无主的写“无主”");
        put(titles, "state", ATTRIBUTE, "部件状态值域", "完好、破损、丢失、废弃之一");
        put(titles, "dates", ATTRIBUTE, "日期先后", "核对日期");
        put(titles, "no-position", COMPLETE, "没有图形", "补测位置");
        put(titles, "invalid-part", LOGIC, "面图形无效", "修改图形");
        put(titles, "in-building", LOGIC, "井盖位于建筑物内", "核对位置或类别");
        put(titles, "far-from-road", LOGIC, "路灯、立杆远离道路", "核对位置；小区内部的可保留");
        put(titles, "omitted", COMPLETE, "外业发现遗漏", "补测并赋码");
        put(titles, "surplus", COMPLETE, "实地不存在", "核实后注销");
        put(titles, "sample-open", COMPLETE, "样本未查完", "查完全部样本再下结论");
        put(titles, "omission-share", COMPLETE, "遗漏率超限", "返工后重新抽样检查");
        put(titles, "field-attribute", ATTRIBUTE, "属性与实地不符", "改正属性");
        put(titles, "attribute-share", ATTRIBUTE, "属性正确率不足", "返工后重新抽样检查");
        put(titles, "position-error", POSITION, "点位误差超限", "重新测定位置");
        put(titles, "position-share", POSITION, "位置合格率不足", "返工后重新抽样检查");
        put(titles, "position-rms", POSITION, "点位中误差超限", "整批复测");
        return titles;
    }

    private static void put(
            Map<String, RuleTitles.Title> titles, String rule, String element, String text, String advice) {
        titles.put(rule, new RuleTitles.Title(element, text, advice));
    }
}

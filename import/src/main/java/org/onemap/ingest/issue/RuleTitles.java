package org.onemap.ingest.issue;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a rule is called in a 检查报告, under which 质量元素 it stands, and what to do. */
final class RuleTitles {

    private static final Map<String, Title> TITLES = new LinkedHashMap<>();

    static {
        crs("crs", "坐标系声明", "用 --crs 或 --coordsys 指明坐标系后重新检查");
        crs("crs-caution", "基准转换精度", "核对转换参数");
        crs("beyond-date-line", "坐标略超范围", "核对日界线附近的坐标");
        crs("outside-the-earth", "坐标范围", "核对坐标系,经纬度应在有效范围内");
        logic("invalid-geometry", "图形有效性", "在所示位置修改图形,或用 --repair 修复");
        logic("repaired-geometry", "图形修复", "已自动修复,请核对");
        logic("null-geometry", "空图形", "补画图形或删除该行");
        logic("geometry-type", "图形类型", "改用与图层一致的点、线、面类型");
        logic("overlap", "面重叠", "修改边界,相邻单元应共用同一条边");
        logic("gap", "面缝隙", "修改边界,使下级单元铺满上级单元");
        logic("outside-parent", "超出上级范围", "修改边界,使其位于上级单元之内");
        logic("missing-parent", "上级不存在", "先导入上级,或改正上级编码");
        logic("no-parent-layer", "上级图层缺失", "先导入上级图层,再检查隶属关系");
        logic("no-children", "上级无下级单元", "核对是否漏画下级单元");
        logic("parent-found", "上级编码补全", "无需处理");
        attribute("code-syntax", "编码格式", "按编码规则改正");
        attribute("duplicate-code", "编码唯一性", "每个单元使用自己的编码");
        attribute("duplicate-key", "关键字唯一性", "改用唯一的关键字段");
        attribute("retired-code", "使用已作废编码", "作废编码不再启用,请赋新编码");
        attribute("field-type", "字段类型", "改正字段类型或映射到其他字段");
        attribute("invisible-character", "不可见字符", "删除名称中的不可见字符");
        attribute("renamed-column", "字段改名", "如需其他名称,请用 --mapping 指定");
        completeness("missing-value", "必填项", "补填");
        completeness("missing-key", "关键字缺失", "补填关键字段");
        completeness("missing-column", "字段缺失", "核对是否漏交字段");
        completeness("new-column", "新增字段", "无需处理");
        completeness("row-number-key", "按行号识别", "用 --key 指定唯一字段");
        completeness("unreadable", "文件完整性", "重新导出或重新传输文件");
        completeness("layer-name", "图层识别", "无需处理");
    }

    private RuleTitles() {}

    private static void crs(String rule, String title, String advice) {
        TITLES.put(rule, new Title("空间参考系", title, advice));
    }

    private static void logic(String rule, String title, String advice) {
        TITLES.put(rule, new Title("逻辑一致性", title, advice));
    }

    private static void attribute(String rule, String title, String advice) {
        TITLES.put(rule, new Title("属性精度", title, advice));
    }

    private static void completeness(String rule, String title, String advice) {
        TITLES.put(rule, new Title("完整性", title, advice));
    }

    static Title of(String rule) {
        return TITLES.getOrDefault(rule, new Title("数据文件", rule, "按说明处理"));
    }

    /**
     * A rule in Chinese.
     *
     * @param element 质量元素
     * @param text 检查项
     * @param advice 处理建议
     */
    record Title(String element, String text, String advice) {}
}

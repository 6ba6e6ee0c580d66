package org.onemap.ingest.issue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule is called in a 检查报告, under which 质量元素 it stands, and what to do. */
final class RuleTitles {

    private static final Map<String, Title> TITLES = new LinkedHashMap<>();
    private static final Pattern NUMBERED = Pattern.compile("([RP]\\d+)-(.+)");

    private static final Map<String, String> NUMBER_AT_IMPORT = Map.of(
            "outside-parent", "R2",
            "missing-parent", "R2",
            "overlap", "R3",
            "gap", "R4",
            "no-children", "R4",
            "invalid-geometry", "R6",
            "null-geometry", "R6");

    static {
        crs("crs", "坐标系声明", "用 --crs 或 --coordsys 指明坐标系后重新检查");
        crs("moved-far", "位置整体偏移", "核对 --crs；如非本意，请撤销该变更集");
        crs("crs-caution", "基准转换精度", "核对转换参数");
        crs("beyond-date-line", "坐标略超范围", "核对日界线附近的坐标");
        crs("outside-the-earth", "坐标范围", "核对坐标系，经纬度应在有效范围内");
        logic("invalid-geometry", "图形有效性", "在所示位置修改图形，或用 --repair 修复");
        logic("repaired-geometry", "图形修复", "已自动修复，请核对");
        logic("null-geometry", "空图形", "补画图形或删除该行");
        logic("geometry-type", "图形类型", "改用与图层一致的点、线、面类型");
        logic("overlap", "面重叠", "修改边界，相邻单元应共用同一条边");
        logic("gap", "面缝隙", "修改边界，使下级单元铺满上级单元");
        logic("outside-parent", "超出上级范围", "修改边界，使其位于上级单元之内");
        logic("missing-parent", "上级不存在", "先导入上级，或改正上级编码");
        logic("no-parent-layer", "上级图层缺失", "先导入上级图层，再检查隶属关系");
        logic("no-children", "上级无下级单元", "核对是否漏画下级单元");
        logic("orphaned-children", "下级失去上级", "与下级图层一并导入");
        logic("parent-found", "上级编码补全", "无需处理");
        logic("no-lines", "道路中心线", "以线图层导入道路中心线");
        logic("no-block-closed", "道路未闭合", "补齐断开的道路，或指定区域界线");
        logic("road-end-near-miss", "路端未相接", "实地相接的，延长道路使其相接");
        logic("glued-by-a-point", "仅一点相连", "补画所缺道路，或分区域生成");
        logic("separate-parts", "路网不连片", "补画所缺道路，或指定区域界线");
        logic("euler", "平面图拓扑", "请报告此缺陷");
        logic("empty-line", "空线", "补画或删除");
        logic("not-a-position", "坐标无效", "改正坐标");
        logic("zero-length", "零长度线", "补画或删除");
        logic("not-a-line", "非线图形", "道路应以中心线表示");
        attribute("unknown-class", "道路等级不识别", "改用快速路、主干路、次干路、支路、街巷");
        attribute("no-county-code", "县级代码缺失", "用 --district 指定六位代码");
        attribute("code-capacity", "编码容量告警", "规划扩码或分区编码");
        completeness("no-road", "非地面道路", "无需处理");
        attribute("code-syntax", "编码格式", "按编码规则改正");
        attribute("code-prefix", "编码与上级一致", "下级编码宜以上级编码开头");
        attribute("duplicate-code", "编码唯一性", "每个单元使用自己的编码");
        attribute("duplicate-key", "关键字唯一性", "改用唯一的关键字段");
        attribute("retired-code", "使用已作废编码", "作废编码不再启用，请赋新编码");
        attribute("field-type", "字段类型", "改正字段类型或映射到其他字段");
        attribute("invisible-character", "不可见字符", "删除名称中的不可见字符");
        attribute("renamed-column", "字段改名", "如需其他名称，请用 --mapping 指定");
        completeness("missing-value", "必填项", "补填");
        completeness("missing-key", "关键字缺失", "补填关键字段");
        completeness("no-rows", "没有记录", "核对是否交错文件");
        completeness("missing-column", "字段缺失", "核对是否漏交字段");
        completeness("new-column", "新增字段", "无需处理");
        completeness("row-number-key", "按行号识别", "用 --key 指定唯一字段");
        completeness("unreadable", "文件完整性", "重新导出或重新传输文件");
        file("charset-guessed", "字符集推断", "用 --charset 指定字符集");
        file("charset-contradicted", "字符集矛盾", "核对 .cpg 与实际编码");
        file("charset-doubtful", "字符集存疑", "用 --charset 指定字符集");
        file("charset-unknown-name", "字符集名称不识别", "改正 .cpg 或用 --charset");
        file("malformed-text", "文字无法解码", "核对字符集");
        file("cut-text", "文字被截断", "核对字段宽度");
        file("cut-name", "字段名被截断", "核对字段名");
        file("zero-width-column", "零宽度字段", "重新导出该字段");
        file("duplicate-column", "字段重名", "改正字段名");
        file("column-without-name", "字段无名", "补字段名");
        file("column-type", "字段类型不识别", "改正字段类型");
        file("binary-column", "二进制字段", "无需处理");
        file("not-a-date", "日期无效", "改正日期");
        file("date-order", "日期顺序", "核对日期，按月、日、年读取");
        file("not-a-number", "数值无效", "改正数值");
        file("not-a-logical", "逻辑值无效", "改正逻辑值");
        file("number-overflow", "数值溢出", "核对字段宽度");
        file("number-as-text", "数值按文字保存", "核对字段类型");
        file("decimal-comma", "小数点为逗号", "改用小数点");
        file("value-type", "取值类型不一致", "统一取值类型");
        file("count-differs", "图形与属性行数不符", "重新导出");
        file("dbf-count", "属性行数不符", "重新导出");
        file("dbf-header", "属性表头异常", "重新导出");
        file("dbf-marks", "删除标记异常", "核对属性表");
        file("dbf-missing", "缺少 .dbf", "补交 .dbf");
        file("memo-missing", "备注缺失", "补交备注文件");
        file("memo-file-missing", "缺少备注文件", "补交备注文件");
        file("file-cut", "文件被截断", "重新传输文件");
        file("shp-length", ".shp 长度不符", "重新导出");
        file("shp-trailing-bytes", ".shp 多余字节", "重新导出");
        file("shp-missing", "缺少 .shp", "补交 .shp");
        file("shx-differs", ".shx 与 .shp 不符", "重建索引");
        file("shx-wrong", ".shx 有误", "重建索引");
        file("shape-unreadable", "图形无法读取", "重新导出");
        file("shape-type-differs", "图形类型不一致", "重新导出");
        file("ring-orientation", "环方向不规范", "无需处理，已按包含关系判定");
        file("unclosed-ring", "环未闭合", "已闭合，请核对");
        file("degenerate-part", "退化图形部分", "删除退化部分");
        file("empty-point", "空点", "补坐标");
        file("empty-shape", "空图形", "补画图形");
        file("geometry-mended", "图形已修整", "请核对");
        file("feature-malformed", "要素格式错误", "改正要素");
        file("foreign-member", "多余成员", "无需处理");
        file("csv-cells", "CSV 列数不符", "改正该行");
        file("csv-quote", "CSV 引号不成对", "改正该行");
        file("srs-differs", "坐标系声明不一致", "核对坐标系");
        logic("sliver-gap", "狭长缝隙", "移动边界消除缝隙，相邻单元共用同一条边");
        logic("sliver-overlap", "狭长重叠", "移动边界消除重叠，相邻单元共用同一条边");
        logic("duplicate", "图形重复", "核对编码，删除重复的一个");
        logic("missing-vertex", "公共边缺节点", "补节点，使公共边节点一致");
        logic("t-junction", "丁字交点缺节点", "补节点，使公共边节点一致");
        logic("invalid", "图形无效", "在所示位置修改图形");
        logic("multi-part", "多部件图形", "每个单元应为一个连续的面");
        logic("empty", "没有图形", "补画图形");
        logic("not-a-union", "专业图层另行划线", "各专业网应由完整的网格组成");
        position("off-line", "边界未沿路沿线", "移到道路中心线等明显地物上");
        position("compound-split", "院落被拆分", "使院落整体归一个单元");
        position("building-cut", "边界穿越建筑物", "使建筑整体归一个单元");
        position("scale-unknown", "底图比例尺未注明", "填写底图比例尺");
        position("scale-coarse", "底图比例尺过小", "改用更大比例尺的底图");
        attribute("not-compact", "形状不紧凑", "调整边界");
        attribute("too-wide", "跨度过大", "人口稀少处可保留，否则宜划小");
        attribute("crossed", "被阻隔线穿过", "宜以其为界");
        attribute("load-below", "户数偏少", "合并，或确认为单位、空地网格");
        attribute("load-above", "户数偏多", "沿道路拆分，或调整边界");
        attribute("load-variation", "负载不均衡", "重新平衡");
        attribute("order", "编码次序", "仅供首次编码参考");
        completeness("much-change", "变更频繁", "保持网格相对稳定");
        completeness("no-leader", "没有网格长", "任命网格长");
        completeness("no-full-time", "没有专职网格员", "配备专职网格员");
        completeness("phone", "联系电话", "核对联系电话");
        completeness("vacancy", "网格长空缺", "核对任职、离任日期");
        completeness("too-many-grids", "一人多格", "调整分工");
        completeness("layer-name", "图层识别", "无需处理");
        PartTitles.all().forEach(TITLES::put);
    }

    private RuleTitles() {}

    private static void crs(String rule, String title, String advice) {
        TITLES.put(rule, new Title("空间参考系", title, advice));
    }

    private static void logic(String rule, String title, String advice) {
        TITLES.put(rule, new Title("逻辑一致性", title, advice));
    }

    private static void position(String rule, String title, String advice) {
        TITLES.put(rule, new Title("位置精度", title, advice));
    }

    private static void attribute(String rule, String title, String advice) {
        TITLES.put(rule, new Title("属性精度", title, advice));
    }

    private static void completeness(String rule, String title, String advice) {
        TITLES.put(rule, new Title("完整性", title, advice));
    }

    private static void file(String rule, String title, String advice) {
        TITLES.put(rule, new Title("数据文件", title, advice));
    }

    /** The title of a rule with its number: {@code R3-overlap} is {@code overlap}, which the importer tells itself. */
    static Title of(String rule) {
        Matcher numbered = NUMBERED.matcher(rule);
        String name = numbered.matches() ? numbered.group(2) : rule;
        String number = numbered.matches() ? numbered.group(1) : NUMBER_AT_IMPORT.getOrDefault(rule, "");
        Title title = TITLES.getOrDefault(name, new Title("数据文件", name, "按说明处理"));
        return new Title(title.element(), (number + " " + title.text()).trim(), title.advice());
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

package org.onemap.ingest.cli;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onemap.ingest.issue.Inspection;
import org.onemap.ingest.load.ImportOptions;
import org.onemap.ingest.load.ImportResult;
import org.onemap.ingest.load.LayerPlan;
import org.onemap.ingest.mapping.ColumnMapping;

/** What the 检查报告 says of an import beside its issues. */
final class Inspections {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Inspections() {}

    static Inspection of(ImportResult result, ImportOptions options) {
        List<Inspection.Subject> subjects = result.plans().stream()
                .map(plan -> subject(plan, result.rows()))
                .toList();
        String name = result.plans().stream()
                .map(plan -> plan.source().displayName())
                .distinct()
                .collect(Collectors.joining("、"));
        return new Inspection(
                name,
                subjects,
                parameters(result, options),
                conclusion(result, options),
                Inspection.PASSED,
                LocalDateTime.now(SHANGHAI));
    }

    private static Inspection.Subject subject(LayerPlan plan, Map<String, Long> rows) {
        String layer = plan.layer().name();
        String title = plan.layer().title();
        Long count = rows.get(layer);
        return new Inspection.Subject(
                plan.source().displayName(),
                title.equals(layer) ? layer : title + " " + layer,
                count == null ? "未读" : String.format(Locale.ROOT, "%,d", count),
                plan.position().label(),
                Charsets.of(plan.source()),
                plan.source().sha256());
    }

    private static Map<String, String> parameters(ImportResult result, ImportOptions options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("检查方式", "全数检查");
        parameters.put("入库方式", options.rows().mode().name().equals("REPLACE") ? "整层替换" : "部分更新");
        parameters.put("生效日期", options.run().effective().map(Object::toString).orElse("当日"));
        parameters.put("图形修复", options.run().repair() ? "是" : "否");
        parameters.put("面积与宽度容差", "1 m²，0.05 m（小于者视为绘制误差）");
        for (LayerPlan plan : result.plans()) {
            parameters.put("字段对应 " + plan.layer().title(), mapping(plan));
            parameters.put("识别字段 " + plan.layer().title(), plan.layer().keyField());
        }
        parameters.put("检查项", "坐标系、图形有效性、编码格式与唯一性、必填项、上级存在、位于上级之内、重叠、缝隙、作废编码、字段类型");
        return parameters;
    }

    private static String mapping(LayerPlan plan) {
        String text = plan.mapping().columns().stream()
                .filter(column -> column.system() != ColumnMapping.SystemColumn.NONE)
                .map(column -> column.source().name() + " → " + column.system().column())
                .collect(Collectors.joining("，"));
        return text.isEmpty() ? "无" : text;
    }

    private static String conclusion(ImportResult result, ImportOptions options) {
        if (result.isRefused()) {
            return "存在错误，未入库；请按清单修改后重新提交。";
        }
        if (options.run().dryRun()) {
            return "试运行，未入库。";
        }
        return result.changeSet()
                .map(set -> "已入库，变更集 " + set.number() + "，自 " + set.effective() + " 起生效。")
                .orElse("未入库。");
    }
}

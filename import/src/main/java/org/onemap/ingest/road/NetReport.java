package org.onemap.ingest.road;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onemap.StoreUnavailable;
import org.onemap.ingest.issue.Inspection;
import org.onemap.ingest.issue.ReportFiles;
import org.onemap.road.NetCounts;
import org.onemap.road.RoadNet;
import org.onemap.road.RoadNetOptions;
import org.onemap.road.StreetBlock;

/** What a build says: lines for the terminal, a 检查报告 with a picture for the folder. */
public final class NetReport {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private NetReport() {}

    /** The numbers, for the terminal. */
    public static List<String> lines(RoadBuildResult result) {
        RoadNet net = result.net();
        NetCounts counts = net.report().counts();
        NetCounts.Euler euler = counts.euler();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "roads    %,d centrelines, %,d used, %,d ends joined; codes of %s",
                counts.centrelines(),
                counts.usedLines(),
                counts.snappedEnds(),
                result.countyCode()));
        lines.add(String.format(
                Locale.ROOT,
                "net      %,d segments, %,d nodes, %,d dead ends",
                net.segments().size(),
                net.nodes().size(),
                counts.deadEnds()));
        lines.add(String.format(
                Locale.ROOT,
                "blocks   %,d of %,d faces, %,d slivers joined, %.2f km²",
                net.blocks().size(),
                counts.faces(),
                counts.slivers(),
                areaM2(net) / 1e6));
        lines.add(String.format(
                Locale.ROOT,
                "Euler    V %,d − E %,d + F %,d = %d, 1 + C = %d: %s",
                euler.vertices(),
                euler.edges(),
                euler.faces(),
                euler.vertices() - euler.edges() + euler.faces(),
                1 + euler.components(),
                euler.holds() ? "holds" : "does not hold"));
        return lines;
    }

    private static double areaM2(RoadNet net) {
        return net.blocks().stream().mapToDouble(StreetBlock::areaM2).sum();
    }

    /**
     * Writes {@code report.html}, {@code issues.geojson} and {@code roads.svg}.
     *
     * @throws StoreUnavailable if the folder cannot be written
     */
    public static void write(Path folder, RoadBuildResult result, RoadBuildOptions options) {
        ReportFiles.write(folder, inspection(result, options), result.issues());
        try {
            Files.writeString(folder.resolve("roads.svg"), NetPicture.svg(result.net()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreUnavailable("the picture cannot be written into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Inspection inspection(RoadBuildResult result, RoadBuildOptions options) {
        NetCounts counts = result.net().report().counts();
        List<Inspection.Subject> subjects = options.layers().roads().stream()
                .map(layer -> new Inspection.Subject("本库", "道路 " + layer, "—", "EPSG:4490", "—", "—"))
                .toList();
        return new Inspection(
                "道路物理网",
                subjects,
                parameters(result, options, counts),
                conclusion(result),
                Inspection.PASSED,
                LocalDateTime.now(SHANGHAI));
    }

    private static Map<String, String> parameters(RoadBuildResult result, RoadBuildOptions options, NetCounts counts) {
        RoadNetOptions.Tolerances tolerances = options.tolerances();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("县级代码", result.countyCode());
        facts.put("区域界线", options.layers().outline().map(layer -> "图层 " + layer).orElse("无"));
        facts.put("道路中心线", number(counts.centrelines()) + " 条，采用 " + number(counts.usedLines()) + " 条");
        facts.put("接边端点", number(counts.snappedEnds()) + " 处（容差 " + tolerances.snapM() + " m）");
        facts.put("路段", number(result.net().segments().size()) + " 段，其中断头路 " + number(counts.deadEnds()) + " 段");
        facts.put("道路节点", number(result.net().nodes().size()) + " 个");
        facts.put(
                "街坊",
                number(result.net().blocks().size()) + " 个，由 " + number(counts.faces()) + " 个面构成，合并碎块 "
                        + number(counts.slivers()) + " 个");
        facts.put("街坊总面积", String.format(Locale.ROOT, "%.3f km²", areaM2(result.net()) / 1e6));
        facts.put(
                "碎块标准",
                "面积小于 " + tolerances.leastBlock().areaM2() + " m²，或平均宽度小于 "
                        + tolerances.leastBlock().widthM() + " m，或同一道路两幅之间宽度小于 "
                        + tolerances.leastBlock().medianM() + " m");
        NetCounts.Euler euler = counts.euler();
        facts.put(
                "欧拉公式",
                String.format(
                        Locale.ROOT,
                        "V − E + F = %d − %d + %d = %d，1 + C = %d，%s",
                        euler.vertices(),
                        euler.edges(),
                        euler.faces(),
                        euler.vertices() - euler.edges() + euler.faces(),
                        1 + euler.components(),
                        euler.holds() ? "成立" : "不成立"));
        facts.put("编码", "道路、路段、节点、街坊编码为本系统自拟方案，非国家标准");
        return facts;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String conclusion(RoadBuildResult result) {
        if (result.isRefused()) {
            return "存在错误，未入库；请按清单修改道路后重新生成。";
        }
        if (result.isUnchanged()) {
            return "与库中路网一致，无需更新。";
        }
        return result.changeSet()
                .map(set -> "已入库，变更集 " + set.number() + "，自 " + set.effective() + " 起生效。")
                .orElse("试运行，未入库。");
    }
}

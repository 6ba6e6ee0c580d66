package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onemap check --parts}: from a store to the report, to the field and back. */
class CheckPartsTest {

    private static final String HEAD = "code,部件名称,所属网格,主管部门,权属单位,养护单位,部件状态,初始日期,变更日期,定位精度,数据来源,wkt\n";

    @TempDir
    private Path folder;

    @Test
    void aSoundSurveyGoesToTheFieldAndComesBack() throws IOException {
        String store = store("");
        Path report = folder.resolve("report");
        Cli.Outcome first = Cli.run("check", "--parts", "--store", store, "--report", report, "--sample-seed", 5);
        assertThat(first.code()).as(first.toString()).isEqualTo(ExitCode.DONE);
        assertThat(first.out())
                .contains("not judged: 外业核查（P8 至 P10）：未提供外业结果")
                .contains(
                        "check: 0 errors, 0 warnings; 24 parts in 1 batch, sample 5, passed indoors, the field check is still to come\n");
        assertThat(Files.readString(report.resolve("report.html")))
                .contains("检查报告", "批量", "样本量", "检查参数", "结论", "<svg", ">内业合格<", "不代替验收", "未经核实")
                .doesNotContain("已核实");

        Path sample = report.resolve("sample.csv");
        Cli.Outcome unfilled = Cli.run("check", "--parts", "--store", store, "--survey", sample, "--sample-seed", 5);
        assertThat(unfilled.code()).as(unfilled.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(unfilled.out()).contains("样本中 5 个部件没有外业结果");

        Path filled = fill(sample, "合格", 0.3);
        Path second = folder.resolve("second");
        Cli.Outcome done = Cli.run(
                "check", "--parts", "--store", store, "--survey", filled, "--sample-seed", 5, "--report", second);
        assertThat(done.code()).as(done.toString()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(second.resolve("report.json")))
                .contains(
                        "\"passes\" : true",
                        "\"fieldChecked\" : true",
                        "\"sampleSeed\" : 5",
                        "\"measured\" : 5",
                        "\"rmsM\" : 0.3",
                        "\"looked\" : 5");
        assertThat(Files.readString(second.resolve("report.html"))).contains("外业核查各项指标在限值内", ">合格<", "位置合格率", "100.0%");

        Cli.Outcome wrong =
                Cli.run("check", "--parts", "--store", store, "--survey", fill(sample, "fault", 3), "--sample-seed", 5);
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.out()).contains("decided by P9, P10").contains("P10-position-share");
    }

    @Test
    void faultsStandInPageJsonAndGeoPackage() throws IOException, SQLException {
        String store = store(row("4101720118000901", "路灯", SmallTown.ZONE + "002", 113.5042, 34.8061)
                + row("4101720118000902", "路灯", SmallTown.FIRST, 113.5045, 34.8200)
                + row("4101720102000903", "污水井盖", SmallTown.FIRST, 113.50205, 34.80505));
        Path report = folder.resolve("report");
        Cli.Outcome outcome = Cli.run("check", "--parts", "--store", store, "--report", report);
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.out()).contains("decided by P2, P3, P7");
        assertThat(Files.readString(report.resolve("report.html")))
                .contains("不合格", "P2 所属网格与位置不符", "P3 位于辖区外", "P7 井盖位于建筑物内", "决定项：P2 所属网格");
        assertThat(Files.readString(report.resolve("report.html")))
                .contains("图外 2 处", "rotate(-90)", "未检查的内容", "成果等级（优、良、合格）", "part-16-6226");
        assertThat(Files.readString(report.resolve("report.json")))
                .contains("\"codeScheme\" : \"part-16-6226\"")
                .contains("\"passes\" : false", "\"decidedBy\" : [ \"P2\", \"P3\", \"P7\" ]", "4101720118000901");
        assertThat(rules(report.resolve("findings.gpkg")))
                .contains("P2 grid-differs 4101720118000901")
                .contains("P3 outside 4101720118000902")
                .contains("P7 in-building 4101720102000903");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        String store = store("");
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                "编码,结果,经度,纬度\n4101720118009999,合格,,\n4101720118000001,大概,,\n4101720118000002,合格,,\n"
                        + "4101720118000002,合格,,\n4101720118000003,合格,500000,3800000\n");
        assertThat(Cli.run("check", "--parts", "--store", store, "--survey", list)
                        .err())
                .contains("row 1: the store has no part '4101720118009999'")
                .contains("row 2: the result '大概' is none of 合格, 属性错误, 多余, 遗漏")
                .contains("row 4: the part '4101720118000002' is there twice")
                .contains("row 5: the position of '4101720118000003' is no longitude and latitude");
        Path other = Files.writeString(folder.resolve("other.csv"), "名称,经度,纬度\n灯,113.5,34.8\n");
        assertThat(Cli.run("check", "--parts", "--store", store, "--survey", other)
                        .err())
                .contains("has no column 编码");
        assertThat(Cli.run("check", "--store", store, "--survey", list).err()).contains("go with --parts");
        assertThat(Cli.run("check", "--parts", "--store", store, "--part-scheme", "part-17")
                        .err())
                .contains("there is no code scheme 'part-17' for parts; there are part-16-6226, part-16-6235");
        assertThat(Cli.run("check", "--parts", "--store", store, "--part-scheme", "part-16-6235")
                        .out())
                .contains("not judged: 部件类别");
        assertThat(Cli.run("check", "--parts", "--store", store, "--repair").err())
                .contains("goes with none of");
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "parts: {tidyM: 1}\n");
        assertThat(Cli.run("check", "--parts", "--store", store, "--rules", rules)
                        .err())
                .contains("no parameter 'tidyM' of a part survey");
        Path empty = Files.createDirectories(folder.resolve("bare"));
        assertThat(Cli.run("check", "--parts", "--store", SmallTown.in(SmallTown.Place.GEOPACKAGE, empty))
                        .err())
                .contains("the store has no parts to check");
    }

    private String store(String more) throws IOException {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < 24; i++) {
            rows.append(
                    row("410172011800" + String.format("%04d", i), "路灯", SmallTown.FIRST, 113.5039, 34.801 + i * 1e-4));
        }
        Path csv = Files.writeString(folder.resolve("part.csv"), rows + more);
        Cli.Outcome outcome = Cli.run("import", csv, "--store", store, "--layer", "part", "--coordsys", "cgcs2000");
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.DONE);
        return store;
    }

    private static String row(String code, String name, String grid, double lon, double lat) {
        return String.format(
                Locale.ROOT, "%s,%s,%s,市政,市政,市政,完好,2024-05-01,,A,普查,POINT(%.7f %.7f)\n", code, name, grid, lon, lat);
    }

    /** The sample with a result and a position that is so far north of the stored one. */
    private Path fill(Path sample, String result, double offM) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(sample)) {
            if (line.endsWith(",,,")) {
                String[] cells = line.split(",");
                String[] stored = cells[4].split(" ");
                double lat = Double.parseDouble(stored[1]) + offM / 110_935;
                lines.add(line.substring(0, line.length() - 2) + result + "," + stored[0] + "," + lat);
            } else {
                lines.add(line);
            }
        }
        return Files.write(folder.resolve("filled.csv"), lines);
    }

    private static List<String> rules(Path file) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT rule, defect, codes FROM finding WHERE geom IS NOT NULL")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return found;
    }
}

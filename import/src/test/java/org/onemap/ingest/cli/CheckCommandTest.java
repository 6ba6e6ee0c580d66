package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String ZONE =
            "code,name,wkt\n410172560601,一片区,\"POLYGON((113.5 34.8,113.508 34.8,113.508 34.804,113.5 34.804,113.5 34.8))\"\n";
    private static final String GRIDS = """
            code,name,parent_code,户数,wkt
            410172560601001,01网格,410172560601,400,"POLYGON((113.5 34.8,113.504 34.8,113.504 34.804,113.5 34.804,113.5 34.8))"
            410172560601002,02网格,410172560601,400,"POLYGON((113.504 34.8,113.508 34.8,113.508 34.804,113.504 34.804%s,113.504 34.8))"
            """;

    @TempDir
    private Path folder;

    @Test
    void aSoundStorePassesAndSaysWhatWasNotJudged() throws IOException {
        Path store = store("");
        Cli.Outcome outcome = Cli.run("check", "--store", store);
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .contains("not judged: R16 人员配备：库中没有人员任用图层（assignment）")
                .contains("check: 0 errors");
    }

    @Test
    void aMissingVertexIsAnErrorWithAReport() throws IOException {
        Path store = store(",113.504 34.801");
        Path report = folder.resolve("report");
        Cli.Outcome outcome = Cli.run("check", "--store", store, "--report", report);
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.out()).contains("R5-missing-vertex");
        assertThat(Files.readString(report.resolve("report.html")))
                .contains("检查报告", "批量", "样本量", "检查参数", "结论", "<svg", "网格四定卡片", "R5 公共边缺节点");
        assertThat(Files.readString(report.resolve("issues.geojson"))).contains("R5-missing-vertex");
        assertThat(Files.readString(report.resolve("report.json"))).contains("\"passes\" : false", "\"定格\" : 70");
        assertThat(report.resolve("findings.gpkg")).isNotEmptyFile();
    }

    @Test
    void anImportIsRefusedForTheSameFault() throws IOException {
        Path zone = Files.writeString(folder.resolve("zone.csv"), ZONE);
        Path grid = Files.writeString(folder.resolve("grid.csv"), String.format(GRIDS, ",113.504 34.801"));
        Path store = folder.resolve("new.gpkg");
        Path report = folder.resolve("report");
        Cli.Outcome outcome =
                Cli.run("import", zone, grid, "--store", store, "--coordsys", "cgcs2000", "--report", report);
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.out()).contains("R5-missing-vertex", "--rules FILE.yaml");
        assertThat(Files.readString(report.resolve("report.html"))).contains("R5 公共边缺节点", "不合格");
        assertThat(store).doesNotExist();
    }

    @Test
    void parametersChangeTheVerdict() throws IOException {
        Path store = store(",113.504 34.801");
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "R5: {severity: warning}\n");
        assertThat(Cli.run("check", "--store", store, "--rules", rules).code()).isEqualTo(ExitCode.DONE);
        assertThat(Cli.run("check", "--store", store, "--only", "no-overlap").code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void repairWritesOneChangeSetAndADryRunNone() throws IOException {
        Path store = store(",113.504 34.801");
        Cli.Outcome rehearsal = Cli.run("check", "--store", store, "--repair", "--dry-run");
        assertThat(rehearsal.code()).as(rehearsal.toString()).isEqualTo(ExitCode.DONE);
        assertThat(rehearsal.out())
                .contains("would mend: 网格410172560601001（01网格） 补节点，位于 113.5040000, 34.8010000")
                .contains("nothing was written");
        assertThat(Cli.run("check", "--store", store).code()).isEqualTo(ExitCode.REFUSED);
        Cli.Outcome repair = Cli.run("check", "--store", store, "--repair", "--author", "张三");
        assertThat(repair.code()).as(repair.toString()).isEqualTo(ExitCode.DONE);
        assertThat(repair.out()).contains("change 2: grid created 0, replaced 1, unchanged 0, retired 0");
        assertThat(Cli.run("check", "--store", store).code()).isEqualTo(ExitCode.DONE);
        assertThat(Cli.run("check", "--store", store, "--dry-run").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        Path store = store("");
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "R77: {share: 1}\n");
        assertThat(Cli.run("check", "--store", store, "--rules", rules).err())
                .contains("there is no rule 'R77'; the rules are R1 source-scale");
        assertThat(Cli.run("check", "--store", store, "--only", "tidy").err()).contains("there is no rule 'tidy'");
        assertThat(Cli.run("check", "--store", store, "--professional", "police")
                        .err())
                .contains("there is no layer 'police' in the store; it has ");
        Path other = folder.resolve("other.gpkg");
        Path csv = Files.writeString(
                folder.resolve("tree.csv"), "code,wkt\n1,POINT(113.5 34.8)\n", StandardCharsets.UTF_8);
        Cli.run("import", csv, "--store", other, "--coordsys", "cgcs2000");
        Cli.Outcome empty = Cli.run("check", "--store", other);
        assertThat(empty.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(empty.err()).contains("the store has no divisions to check");
    }

    private Path store(String vertex) throws IOException {
        Path store = folder.resolve("store.gpkg");
        Path zone = Files.writeString(folder.resolve("zone.csv"), ZONE);
        Path grid = Files.writeString(folder.resolve("grid.csv"), String.format(GRIDS, vertex));
        Path lenient = Files.writeString(folder.resolve("lenient.yaml"), "R5: {severity: warning}\n");
        Cli.Outcome outcome =
                Cli.run("import", zone, grid, "--store", store, "--coordsys", "cgcs2000", "--rules", lenient);
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.DONE);
        return store;
    }
}

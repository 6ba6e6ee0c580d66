package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onemap code}. */
class CodeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void explainsWithoutAStore() {
        Cli.Outcome said = Cli.run("code", "explain", "410172560001003");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("2 种读法", "单元网格代码", "网格代码", "郑州高新技术产业开发区", "枫杨街道", "锦华苑社区居委会", "第 3 号")
                .contains("未经核实", "410102 中原区");
        Cli.Outcome wrong = Cli.run("code", "explain", "41017256000100");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("不符合任何编码方案", "只有 14 位,应为 15 位");
        assertThat(Cli.run("code", "explain").code()).isEqualTo(64);
        assertThat(Cli.run("code").code()).isEqualTo(64);
    }

    @Test
    void validatesWithThePlaceOfTheFault() throws IOException {
        Path file = Files.writeString(folder.resolve("codes.txt"), "410172560601001\n410172560601O01\n\n");
        Cli.Outcome said = Cli.run("code", "validate", "--scheme", "grid-15", "--file", file);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out().lines())
                .contains("410172560601001  ok", "            ^", "2 codes, 1 wrong")
                .anyMatch(line -> line.startsWith("410172560601O01  wrong:") && line.contains("第 13 位"));
        assertThat(Cli.run("code", "validate", "410172J00001").code()).isZero();
        assertThat(Cli.run("code", "validate", "410172", "--scheme", "nonsense").err())
                .contains("grid-15");
        assertThat(Cli.run("code", "validate", "410172", "--scheme", "building").err())
                .contains("空模板", "未查得");
    }

    @Test
    void mintsAboveWhatWasEverGiven() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        Path store = folder.resolve("s.gpkg");
        String square = "POLYGON ((113.5 34.8, 113.51 34.8, 113.51 34.81, 113.5 34.81, 113.5 34.8))";
        String beside = "POLYGON ((113.51 34.8, 113.52 34.8, 113.52 34.81, 113.51 34.81, 113.51 34.8))";
        Path two = Cli.shapefile(
                folder.resolve("a"),
                "grid",
                Cli.CGCS2000,
                "网格编码 网格名称",
                square + "|410172560601001|甲",
                beside + "|410172560601005|乙");
        Path one = Cli.shapefile(folder.resolve("b"), "grid", Cli.CGCS2000, "网格编码 网格名称", square + "|410172560601001|甲");
        assertThat(Cli.run("import", two, "--store", store).code()).isZero();
        assertThat(Cli.run("import", one, "--store", store).code()).isZero();
        Cli.Outcome minted = Cli.run(
                "code", "mint", "--store", store, "--scheme", "grid-15", "--under", "410172560601", "--count", "2");
        assertThat(minted.code()).as(minted.toString()).isZero();
        assertThat(minted.out().lines())
                .as("005 is retired, and stays given")
                .containsExactly("410172560601006", "410172560601007");
        assertThat(minted.err()).contains("7 of 999");
        assertThat(Cli.run("code", "mint", "--store", store, "--scheme", "grid-15", "--under", "4101")
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run(
                                "code",
                                "mint",
                                "--store",
                                store,
                                "--scheme",
                                "grid-15",
                                "--under",
                                "410172560601",
                                "--count",
                                "990")
                        .err())
                .as("the last number is 999")
                .contains("warning", "容量告警");
        assertThat(Cli.run("code", "explain", "410172560601001", "--store", store)
                        .out())
                .contains("甲");
    }

    @Test
    void convertsAndLists() {
        Cli.Outcome converted = Cli.run("code", "convert", "3205080101000001", "--mapping", "6226-6235");
        assertThat(converted.out()).contains("3205080101000001 → 3205080100100001");
        assertThat(converted.err()).contains("未经核实");
        assertThat(Cli.run("code", "convert", "4403062101000007", "--mapping", "longhua-chaoyang")
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("code", "schemes").out()).contains("grid-15", "6+3+3+3", "自拟方案，非国家标准", "（空模板）", "6226-6235");
    }
}

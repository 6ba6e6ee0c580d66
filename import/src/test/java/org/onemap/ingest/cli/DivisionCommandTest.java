package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.cli.Cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/** The life of a grid of {@link SmallTown} from the command line. */
class DivisionCommandTest {

    private static final String ZONE = SmallTown.ZONE;
    private static final String FIRST = SmallTown.FIRST;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @TempDir
    private Path folder;

    private String store;

    @BeforeEach
    void importTheTown() {
        store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
    }

    private List<String> rows(String layer, String... fields) {
        List<String> texts = new ArrayList<>();
        try (OpenedStore opened = OpenedStore.existing(store);
                ReadView view = opened.store().read();
                FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
            cursor.forEachRemaining(row -> {
                StringBuilder text = new StringBuilder(
                        row.code().orElse("-") + "<" + row.parentCode().orElse("-"));
                for (String field : fields) {
                    text.append(' ').append(row.content().value(field).orElse("-"));
                }
                texts.add(text.toString());
            });
        }
        return texts;
    }

    @Test
    void splitsAGridAlongARoadThroughDraftSignaturesAndADay() throws IOException {
        Path register = folder.resolve("register.html");
        Cli.Outcome split = run(
                "division",
                "split",
                FIRST,
                "--along",
                "梧桐街",
                "--store",
                store,
                "--note",
                "人口过多",
                "--author",
                "张编制",
                "--register",
                register);
        assertThat(split.code()).as("%s", split).isZero();
        assertThat(split.out()).contains("draft 6: grid " + FIRST + " split into " + ZONE + "003, " + ZONE + "004");
        assertThat(rows("grid")).as("a draft changes nothing").hasSize(4);
        assertThat(Files.readString(register))
                .contains("网格划分登记表", "人口过多", "张编制", "草案", "拆分", "40.0%", "30.0%", ZONE + "003", "（签字）");

        assertThat(run("division", "accept", 6, "--store", store).err()).contains("not signed by 社区、办事处、区");
        assertThat(run("division", "sign", 6, "--level", "区", "--by", "王", "--store", store)
                        .err())
                .contains("signed by 社区 before 区");
        for (String level : List.of("社区", "办事处", "区")) {
            Cli.Outcome signed = run("division", "sign", 6, "--level", level, "--by", "签" + level, "--store", store);
            assertThat(signed.code()).as("%s", signed).isZero();
        }
        assertThat(run("division", "sign", 6, "--level", "区", "--by", "王", "--store", store)
                        .err())
                .contains("signed draft 6 already");

        Cli.Outcome ahead = run("division", "accept", 6, "--effective", TODAY.plusDays(30), "--store", store);
        assertThat(ahead.out()).contains("takes effect on " + TODAY.plusDays(30));
        assertThat(rows("grid")).hasSize(4);
        run("division", "register", 6, "--output", register, "--store", store);
        assertThat(Files.readString(register)).contains("已批准，待生效", "签办事处");
        Cli.Outcome twice = run("division", "accept", 6, "--store", store);
        assertThat(twice.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(twice.err()).contains("accepted already");
    }

    @Test
    void carriesAllThatLiesInASplitGridOver() {
        Cli.Outcome split = run("division", "split", FIRST, "--along", "梧桐街", "--effective", TODAY, "--store", store);
        assertThat(split.code()).as("%s", split).isZero();
        assertThat(rows("grid", "户数"))
                .containsExactlyInAnyOrder(
                        ZONE + "002<" + ZONE + " 0",
                        "410172560602001<410172560602 0",
                        "410172560602002<410172560602 0",
                        ZONE + "003<" + ZONE + " 30",
                        ZONE + "004<" + ZONE + " 70");
        assertThat(rows("building"))
                .containsExactlyInAnyOrder("410172F000001<" + ZONE + "003", "410172F000002<" + ZONE + "004");
        assertThat(rows("lineage", "kind", "from_code", "to_code"))
                .containsExactly(
                        "6-1<- SPLIT " + FIRST + " " + ZONE + "003", "6-2<- SPLIT " + FIRST + " " + ZONE + "004");
        assertThat(run("changes", "undo", 6, "--store", store).code()).isZero();
        assertThat(rows("grid")).hasSize(4);
        assertThat(rows("building")).allMatch(row -> row.endsWith("<" + FIRST));
    }

    @Test
    void tellsOldFiguresForNewGrids() throws IOException {
        run("division", "split", FIRST, "--along", "梧桐街", "--effective", TODAY, "--store", store);
        run("division", "merge", ZONE + "004", ZONE + "002", "--effective", TODAY, "--store", store);
        Path cases = Files.writeString(folder.resolve("cases.csv"), "网格,件数\n" + FIRST + ",100\n" + ZONE + "002,11\n");
        Cli.Outcome households = run("division", "reproject", cases, "--from", TODAY.minusDays(1), "--store", store);
        assertThat(households.out().lines()).containsExactly("code,figure", ZONE + "003,30.0000", ZONE + "005,81.0000");
        Cli.Outcome area =
                run("division", "reproject", cases, "--from", TODAY.minusDays(1), "--by", "area", "--store", store);
        assertThat(area.out().lines()).containsExactly("code,figure", ZONE + "003,40.0000", ZONE + "005,71.0000");
        assertThat(run("division", "reproject", cases, "--from", TODAY, "--store", store)
                        .out())
                .contains(FIRST + ",100.000");
    }

    @Test
    void keepsThePermanentIdOfARecodedGrid() {
        Cli.Outcome recoded =
                run("division", "recode", ZONE + "002", ZONE + "099", "--effective", TODAY, "--store", store);
        assertThat(recoded.code()).as("%s", recoded).isZero();
        assertThat(rows("grid")).contains(ZONE + "099<" + ZONE);
        Cli.Outcome again = run("division", "recode", FIRST, ZONE + "002", "--effective", TODAY, "--store", store);
        assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err()).contains("was retired before");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no such grid        | split 410172560601077 --along 梧桐街          | no division has the code
            no such road        | split 410172560601001 --along 长安街          | no road is called
            no line             | split 410172560601001                         | Missing required
            a broken line       | split 410172560601001 --line LINESTRING(1     | neither WKT nor GeoJSON
            a line elsewhere    | split 410172560602002 --along 梧桐街          | does not cut
            grids apart         | merge 410172560601001 410172560602002         | different parents
            the past            | rename 410172560601001 新 --effective 2025-06-01 | before today
            a retired parent    | transfer 410172560601001 410172560609         | no zone 410172560609
            no draft            | accept 1                                      | accepted already
            not a draft         | discard 1                                     | is no draft
            unknown level       | list --level lake                             | lake
            """)
    void refusesInOneSentenceAndWritesNothing(String row, String words, String message) {
        List<Object> all = new ArrayList<>(List.of("division"));
        all.addAll(List.of(words.split(" ")));
        all.addAll(List.of("--store", store));
        List<String> before = rows("grid");
        Cli.Outcome outcome = run(all.toArray());
        assertThat(outcome.code()).as("%s", outcome).isIn(ExitCode.REFUSED, ExitCode.USAGE);
        assertThat(outcome.err()).contains(message);
        assertThat(rows("grid")).isEqualTo(before);
        assertThat(run("changes", "list", "--store", store).out()).doesNotContain("draft");
    }

    @Test
    void listsTheDivisionsOfAnotherDay() {
        run("division", "rename", FIRST, "科大网格", "--effective", TODAY, "--store", store);
        assertThat(run("division", "list", "--store", store).out()).contains("科大网格");
        assertThat(run("division", "list", "--as-of", TODAY.minusDays(1), "--store", store)
                        .out())
                .doesNotContain("科大网格");
    }
}

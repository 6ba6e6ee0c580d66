package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.cli.Cli.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/** Draft, check, signatures, acceptance in {@link SmallTown}, on both engines. */
class DraftFlowTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String FIRST = SmallTown.FIRST;
    private static final String SECOND = SmallTown.ZONE + "002";

    /** From edge to edge through the eastern building of the first grid, at 113.507. */
    private static final String THROUGH_A_BUILDING = "LINESTRING (113.50705 34.79, 113.50705 34.82)";

    @TempDir
    private Path folder;

    private static String grids(String store) {
        return run("division", "list", "--store", store).out();
    }

    @ParameterizedTest
    @EnumSource(SmallTown.Place.class)
    void goesThroughCheckAndSignaturesToItsDay(SmallTown.Place place) {
        String store = SmallTown.in(place, folder);
        assertThat(run("division", "rename", FIRST, "科大网格", "--draft", "--store", store)
                        .out())
                .contains("draft 6");
        Cli.Outcome check = run("division", "check", 6, "--store", store);
        assertThat(check.code()).as("%s", check).isZero();
        assertThat(check.out()).contains("check: 0 errors that the draft adds");
        for (String level : List.of("社区", "办事处", "区")) {
            assertThat(run("division", "accept", 6, "--store", store).err()).contains("is not signed by " + level);
            assertThat(run("division", "sign", 6, "--level", level, "--by", "签", "--store", store)
                            .code())
                    .isZero();
        }
        assertThat(run("division", "accept", 6, "--effective", TODAY, "--author", "批", "--store", store)
                        .code())
                .isZero();
        assertThat(grids(store)).contains("科大网格");
        assertThat(run("changes", "show", 6, "--store", store).out())
                .contains("accepted by 批 on")
                .doesNotContain("未经");
    }

    @ParameterizedTest
    @EnumSource(SmallTown.Place.class)
    void aDraftThatAddsAnErrorIsNeitherSignedNorAccepted(SmallTown.Place place) {
        String store = SmallTown.in(place, folder);
        String before = grids(store);
        assertThat(run("division", "split", FIRST, "--line", THROUGH_A_BUILDING, "--store", store)
                        .code())
                .isZero();
        Cli.Outcome check = run("division", "check", 6, "--store", store);
        assertThat(check.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(check.err()).contains("draft 6 adds", "R10");
        for (Object[] words : new Object[][] {
            {"division", "sign", 6, "--level", "社区", "--by", "签", "--store", store},
            {"division", "accept", 6, "--unsigned", "--store", store},
            {"division", "split", FIRST, "--line", THROUGH_A_BUILDING, "--effective", TODAY, "--store", store}
        }) {
            Cli.Outcome outcome = run(words);
            assertThat(outcome.code()).as("%s", outcome).isEqualTo(ExitCode.REFUSED);
            assertThat(outcome.err()).contains("adds", "R10");
        }
        assertThat(grids(store)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(SmallTown.Place.class)
    void whatComesBetweenDraftAndAcceptanceGoesWithItsPartToo(SmallTown.Place place) {
        String store = SmallTown.in(place, folder);
        assertThat(run("division", "split", FIRST, "--along", "梧桐街", "--store", store)
                        .code())
                .isZero();
        Path late = Cli.shapefile(
                folder,
                "building",
                Cli.CGCS2000,
                "建筑编码 建筑名称 户数 所属网格",
                "POLYGON ((113.501 34.802, 113.5011 34.802, 113.5011 34.803, 113.501 34.803, 113.501 34.802))"
                        + " | 410172F000003 | 西楼 | 5 | " + FIRST,
                "POLYGON ((113.509 34.802, 113.5091 34.802, 113.5091 34.803, 113.509 34.803, 113.509 34.802))"
                        + " | 410172F000004 | 东楼 | 5 | " + FIRST);
        assertThat(run("import", late, "--layer", "building", "--mode", "upsert", "--store", store)
                        .code())
                .isZero();
        Cli.Outcome accepted = run("division", "accept", 6, "--unsigned", "--store", store);
        assertThat(accepted.code()).as("%s", accepted).isZero();
        List<String> grids = new ArrayList<>();
        try (OpenedStore opened = OpenedStore.existing(store);
                ReadView view = opened.store().read();
                FeatureCursor rows = view.query(Principal.anonymous(), FeatureQuery.of("building"))) {
            rows.forEachRemaining(
                    row -> grids.add(row.content().parentCode().orElseThrow().substring(SmallTown.ZONE.length())));
        }
        assertThat(grids).as("west, east, west, east of the street").containsExactly("003", "004", "003", "004");
    }

    @Test
    void errorsThatStandAlreadyStopNobody() {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        Cli.Outcome forced = run("check", "--only", "R10", "--store", store);
        assertThat(forced.code()).as("%s", forced).isZero();
        Path cut = Cli.shapefile(
                folder,
                "building",
                Cli.CGCS2000,
                "建筑编码 建筑名称 户数",
                "POLYGON ((113.5199 34.805, 113.5201 34.805, 113.5201 34.806, 113.5199 34.806, 113.5199 34.805))"
                        + " | 410172F000003 | 楼 | 5");
        assertThat(run("import", cut, "--layer", "building", "--mode", "upsert", "--store", store)
                        .code())
                .isZero();
        assertThat(run("check", "--only", "R10", "--store", store).code())
                .as("a building across the border of two grids")
                .isEqualTo(ExitCode.REFUSED);
        Cli.Outcome renamed = run("division", "rename", FIRST, "科大网格", "--effective", TODAY, "--store", store);
        assertThat(renamed.code()).as("%s", renamed).isZero();
        assertThat(renamed.out()).contains("0 errors that the draft adds, 1 that stand already");
    }

    @Test
    void whatWasAcceptedUnsignedIsRecorded() {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        run("division", "rename", FIRST, "甲", "--store", store);
        run("division", "sign", 6, "--level", "社区", "--by", "签", "--store", store);
        run("division", "accept", 6, "--unsigned", "--author", "批", "--store", store);
        assertThat(run("changes", "show", 6, "--store", store).out()).contains("accepted by 批（未经办事处、区会签）");
        run("division", "rename", FIRST, "乙", "--effective", TODAY, "--author", "编", "--store", store);
        assertThat(run("changes", "list", "--store", store).out()).contains("未经社区、办事处、区会签");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            before today         | accept 6 --unsigned --effective 2025-06-01       | before today
            undecided number     | accept 77 --unsigned                             | 77
            accepted twice       | accept 8 --unsigned                              | accepted already
            signed after         | sign 8 --level 社区 --by 签                      | is no draft any more
            checked after        | check 8                                          | is no draft
            discarded after      | discard 8                                        | is no draft
            accepted, discarded  | accept 7 --unsigned                              | was discarded or undone
            out of turn          | sign 6 --level 区 --by 签                        | is signed by 社区 before 区
            no such level        | sign 6 --level 省 --by 签                        | signs no drafts
            unsigned             | accept 6                                         | is not signed by 社区
            a retired grid       | rename 410172560601001 新                        | is retired (作废) since
            its successors       | split 410172560601001 --along 梧桐街             | now 410172560601003, 410172560601004
            merged away          | merge 410172560601001 410172560601002            | is retired (作废)
            a draft with a day   | rename 410172560601002 新 --draft --effective 2030-01-01 | give one of them
            """)
    void refusesInOneSentenceAndWritesNothing(String row, String words, String message) {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        run("division", "rename", SECOND, "草案", "--store", store);
        run("division", "rename", SECOND, "别的", "--store", store);
        run("division", "discard", 7, "--store", store);
        run("division", "split", FIRST, "--along", "梧桐街", "--effective", TODAY, "--store", store);
        String before = grids(store) + run("changes", "list", "--store", store).out();
        List<Object> all = new ArrayList<>(List.of("division"));
        all.addAll(List.of(words.split(" ")));
        all.addAll(List.of("--store", store));
        Cli.Outcome outcome = run(all.toArray());
        assertThat(outcome.code()).as("%s", outcome).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.err()).contains(message);
        assertThat(grids(store) + run("changes", "list", "--store", store).out())
                .isEqualTo(before);
    }
}

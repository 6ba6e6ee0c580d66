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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The people of {@link SmallTown} from the command line, on both engines. */
class PeopleCommandTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String FIRST = SmallTown.FIRST;

    @TempDir
    private Path folder;

    private static String who(String store, Object... words) {
        List<Object> all = new ArrayList<>(List.of("people", "who"));
        all.addAll(List.of(words));
        all.addAll(List.of("--store", store));
        Cli.Outcome outcome = run(all.toArray());
        assertThat(outcome.code()).as("%s", outcome).isZero();
        return outcome.out();
    }

    @ParameterizedTest
    @EnumSource(SmallTown.Place.class)
    void assignsEndsAndShowsPeopleOfAnyDay(SmallTown.Place place) {
        String store = SmallTown.in(place, folder);
        Cli.Outcome leader = run(
                "people",
                "assign",
                FIRST,
                "王伟",
                "--role",
                "网格长",
                "--phone",
                "13812345678",
                "--matters",
                "消防,治安",
                "--store",
                store);
        assertThat(leader.code()).as("%s", leader).isZero();
        assertThat(leader.out()).contains("RY000001 王伟 网格长 " + FIRST).doesNotContain("13812345678");
        Cli.Outcome substitute = run(
                "people",
                "assign",
                FIRST,
                "刘洋",
                "--role",
                "专职",
                "--stands-in-for",
                "RY000001",
                "--from",
                TODAY,
                "--effective",
                TODAY.plusDays(3),
                "--store",
                store);
        assertThat(substitute.out()).contains("takes effect on " + TODAY.plusDays(3));

        assertThat(who(store, FIRST)).contains("王伟", "138****5678", "消防、治安").doesNotContain("刘洋", "13812345678");
        assertThat(who(store, FIRST, "--show-phones")).contains("13812345678");
        assertThat(who(store, FIRST, "--matter", "环保")).contains("nobody");
        assertThat(who(store, "--person", "王伟", "--matter", "治安")).contains("RY000001");
        assertThat(who(store, FIRST, "--as-of", TODAY.minusDays(1))).contains("nobody");

        Cli.Outcome end = run("people", "end", "RY000001", "--until", TODAY.plusDays(10), "--store", store);
        assertThat(end.code()).as("the substitute is not in force yet: %s", end).isZero();
        assertThat(who(store, FIRST)).contains(TODAY + "–" + TODAY.plusDays(10));
    }

    @ParameterizedTest
    @EnumSource(SmallTown.Place.class)
    void loadsAListTwiceWithoutDoublingIt(SmallTown.Place place) throws IOException {
        String store = SmallTown.in(place, folder);
        Path list = Files.writeString(folder.resolve("people.csv"), """
                姓名,岗位,区划编码,任职日期,联系电话,责任事项
                王伟,网格长,%1$s001,2025-03-01,13812345678,消防、治安
                李芳,专职网格员,%1$s001,2025-03-01,0371-67981234,
                李芳,专职网格员,%1$s002,2025-03-01,0371-67981234,
                """.formatted(SmallTown.ZONE));
        assertThat(run("people", "load", list, "--store", store).code()).isZero();
        assertThat(who(store).lines().filter(line -> line.contains("RY"))).hasSize(3);
        Cli.Outcome again = run("people", "load", list, "--store", store);
        assertThat(again.err()).contains("nothing changes");
        Files.writeString(list, Files.readString(list).replace("消防、治安", "消防"));
        assertThat(run("people", "load", list, "--store", store).out()).contains("1");
        assertThat(who(store, "--matter", "治安")).doesNotContain("王伟");
    }

    @Test
    void carriesThePeopleOfASplitGridToEveryPart() {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        run("people", "assign", FIRST, "王伟", "--role", "网格长", "--store", store);
        run("people", "assign", SmallTown.ZONE + "002", "张敏", "--role", "网格长", "--store", store);
        Cli.Outcome split = run("division", "split", FIRST, "--along", "梧桐街", "--effective", TODAY, "--store", store);
        assertThat(split.code()).as("%s", split).isZero();
        assertThat(who(store, SmallTown.ZONE + "003")).contains("王伟 ");
        assertThat(who(store, SmallTown.ZONE + "004")).contains("王伟 ");
        run(
                "division",
                "merge",
                SmallTown.ZONE + "004",
                SmallTown.ZONE + "002",
                "--effective",
                TODAY,
                "--store",
                store);
        assertThat(who(store, SmallTown.ZONE + "005")).contains("王伟", "张敏", "副网格长");
        assertThat(run("people", "assign", FIRST, "陈静", "--role", "专职", "--store", store)
                        .err())
                .contains("is retired (作废)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown grid     | assign 410172560601077 王 --role 网格长              | no division has the code 410172560601077
            no role          | assign 410172560601001 王 --role 皇帝                | 皇帝' is no role
            a second leader  | assign 410172560601001 陈静 --role 网格长            | has a 网格长 in this time
            no A             | assign 410172560601001 陈静 --role 专职 --stands-in-for RY9 | RY9, which is no assignment
            no phone         | assign 410172560601001 陈静 --role 专职 --phone 123  | is neither a mobile number
            no such post     | end RY000009                                         | no assignment has the code RY000009
            ended before     | end RY000001 --until 2020-01-01                      | ends on or before its first day
            the past         | assign 410172560601001 陈静 --role 专职 --effective 2025-06-01 | before today
            no file          | load nowhere.csv                                     | there is no file
            """)
    void refusesInOneSentenceAndWritesNothing(String row, String words, String message) {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        run("people", "assign", FIRST, "王伟", "--role", "网格长", "--from", "2024-01-01", "--store", store);
        String before = who(store, "--all");
        List<Object> all = new ArrayList<>(List.of("people"));
        all.addAll(List.of(words.split(" ")));
        all.addAll(List.of("--store", store));
        Cli.Outcome outcome = run(all.toArray());
        assertThat(outcome.code()).as("%s", outcome).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.err()).contains(message);
        assertThat(who(store, "--all")).isEqualTo(before);
        assertThat(run("changes", "list", "--store", store).out()).doesNotContain("draft");
    }

    @Test
    void namesTheRowsOfAListThatAreWrong() throws IOException {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        Path list = Files.writeString(folder.resolve("people.csv"), """
                姓名,岗位,区划编码,联系电话
                王伟,网格长,%1$s001,13812345678
                ,网格长,%1$s002,
                李芳,,%1$s001,
                张敏,专职,,
                刘洋,专职,%1$s001,123456
                """.formatted(SmallTown.ZONE));
        Cli.Outcome outcome = run("people", "load", list, "--store", store);
        assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.err())
                .contains(
                        "row 2: no person",
                        "row 3: 李芳 has no role",
                        "row 4: 张敏 has no division",
                        "row 5: 刘洋: ****56 is no");
        assertThat(who(store)).contains("nobody");
    }
}

package org.onemap.division.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.division.life.Lineage;
import org.onemap.division.people.AssignmentRules.Known;

/** Assignments in a table: {@code code person role division from to A岗}, a dash for nothing. */
class RosterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Map<String, Double> HOUSEHOLDS = Map.of("g1", 100.0, "g2", 300.0, "g3", 50.0);

    private static Assignment one(String text) {
        String[] words = (text.strip() + " - - - -").split("\\s+");
        return new Assignment(
                words[0].equals("-") ? "" : words[0],
                words[1],
                new Assignment.Post(Role.parse(words[2]).title(), words[3]),
                new Assignment.Term(
                        words[4].equals("-") ? LocalDate.of(2024, 1, 1) : LocalDate.parse(words[4]),
                        words[5].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(words[5]))),
                new Assignment.Details(Phone.of("13812345678"), List.of(), words[6].equals("-") ? "" : words[6]));
    }

    private static Roster roster(String rows) {
        List<Assignment> all = new ArrayList<>();
        for (String row : rows.split(";")) {
            all.add(one(row));
        }
        return new Roster(all, all.stream().map(Assignment::code).toList());
    }

    private static Known known(String division) {
        return division.startsWith("g") ? Known.CURRENT : division.startsWith("r") ? Known.RETIRED : Known.NEVER;
    }

    private static String problems(Roster roster, int leaders) {
        return String.join(
                "\n", AssignmentRules.problems(roster.list(), roster.changed().keySet(), RosterTest::known, leaders));
    }

    private static final String TOWN = "RY000001 王伟 网格长 g1; RY000002 李芳 专职 g1; RY000003 张敏 网格长 g2;"
            + "RY000004 刘洋 网格长 g1 - - RY000001; RY000005 赵强 网格长 g3 2024-01-01 2025-01-01";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one more worker          | - 陈静 兼职 g1                                | 1 |
            a second post            | - 李芳 楼栋长 g1                              | 1 |
            the same person, n to m  | - 李芳 专职 g2                                | 1 |
            leader after a leader    | - 陈静 网格长 g3 2025-01-01                   | 1 |
            leader of a day too many | - 陈静 网格长 g3 2024-12-31                   | 1 | g3 has a 网格长 in this time: RY000005 赵强
            two leaders              | - 陈静 网格长 g1                              | 1 | g1 has a 网格长 in this time: RY000001 王伟
            two leaders allowed      | - 陈静 网格长 g1                              | 2 |
            the same post twice      | - 李芳 专职 g1 2025-01-01                     | 1 | the same person holds this post already: RY000002
            a substitute             | - 陈静 网格长 g2 - - RY000003                 | 1 |
            B without A              | - 陈静 网格长 g2 - - RY000077                 | 1 | RY000077, which is no assignment
            B of another grid        | - 陈静 网格长 g1 - - RY000003                 | 1 | which is of another division
            B of a B                 | - 陈静 网格长 g1 - - RY000004                 | 1 | which is a B岗 itself
            B of himself             | - 张敏 专职 g2 - - RY000003                   | 1 | which is the same person
            B before A               | - 陈静 网格长 g2 2023-01-01 - RY000003        | 1 | held without its A岗
            B after A                | - 陈静 网格长 g3 2024-01-01 - RY000005        | 1 | held without its A岗
            A that ends before its B | RY000001 王伟 网格长 g1 2024-01-01 2026-08-01 | 1 | RY000004 刘洋 网格长 g1 2024-01-01–: the B岗 is held without
            unknown grid             | - 陈静 专职 x1                                | 1 | no division has the code x1
            retired grid             | - 陈静 专职 r1                                | 1 | r1 is retired (作废)
            was in a retired grid    | - 陈静 专职 r1 2023-01-01 2024-01-01          | 1 |
            ends before it begins    | - 陈静 专职 g1 2025-01-01 2025-01-01          | 1 | ends on or before its first day
            """)
    void judgesWhatChanges(String row, String put, int leaders, String problem) {
        Roster roster = roster(TOWN);
        roster.put(one(put));
        String found = problems(roster, leaders);
        if (problem == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(problem).doesNotContain("13812345678");
        }
    }

    @Test
    void judgesNothingElse() {
        Roster roster = roster("RY000001 王伟 网格长 x1; RY000002 李芳 网格长 x1; RY000003 张敏 专职 g1");
        roster.end("RY000003", TODAY);
        assertThat(problems(roster, 1)).isEmpty();
        assertThatThrownBy(() -> roster.end("RY000003", TODAY.plusDays(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> roster.end("RY000009", TODAY)).isInstanceOf(NotFound.class);
    }

    private static Lineage step(String text) {
        String[] words = text.strip().split(" ");
        String[] ends = (words[2] + " ").split(">");
        return new Lineage(
                Integer.parseInt(words[0]),
                Lineage.Kind.valueOf(words[1]),
                "grid",
                ends[0],
                ends[1].strip(),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[3]));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a split: all go to all      | 1 SPLIT g1>g4 0.3; 1 SPLIT g1>g5 0.7 | g2 张敏 网格长; g3 赵强 网格长; g4 刘洋 网格长 B RY000006; g4 李芳 专职网格员; g4 王伟 网格长; g5 刘洋 网格长 B RY000001; g5 李芳 专职网格员; g5 王伟 网格长
            a part keeps the code       | 1 SPLIT g2>g2 0.3; 1 SPLIT g2>g4 0.7 | g1 刘洋 网格长 B RY000001; g1 李芳 专职网格员; g1 王伟 网格长; g2 张敏 网格长; g3 赵强 网格长; g4 张敏 网格长
            merged: the larger one's    | 1 MERGE g1>g4 1; 1 MERGE g2>g4 1     | g3 赵强 网格长; g4 刘洋 副网格长 B RY000001; g4 张敏 网格长; g4 李芳 专职网格员; g4 王伟 副网格长
            merged into the smaller one | 1 MERGE g1>g1 1; 1 MERGE g2>g1 1     | g1 刘洋 网格长 B RY000001; g1 张敏 副网格长; g1 李芳 专职网格员; g1 王伟 网格长; g3 赵强 网格长
            abolished into a neighbour  | 1 ABOLISH g2>g1 1                    | g1 刘洋 网格长 B RY000001; g1 张敏 副网格长; g1 李芳 专职网格员; g1 王伟 网格长; g3 赵强 网格长
            abolished                   | 1 ABOLISH g1> 1                      | g2 张敏 网格长; g3 赵强 网格长
            recoded                     | 1 RECODE g2>g7 1                     | g1 刘洋 网格长 B RY000001; g1 李芳 专职网格员; g1 王伟 网格长; g3 赵强 网格长; g7 张敏 网格长
            a boundary moved            | 1 ADJUST g1>g1 0.5; 1 ADJUST g1>g2 0.5 | g1 刘洋 网格长 B RY000001; g1 李芳 专职网格员; g1 王伟 网格长; g2 张敏 网格长; g3 赵强 网格长
            split and merged again      | 1 SPLIT g2>g4 0.4; 1 SPLIT g2>g5 0.6; 2 MERGE g4>g6 1; 2 MERGE g5>g6 1 | g1 刘洋 网格长 B RY000001; g1 李芳 专职网格员; g1 王伟 网格长; g3 赵强 网格长; g6 张敏 网格长
            a post that had ended stays | 1 RECODE g3>g7 1                     | g1 刘洋 网格长 B RY000001; g1 李芳 专职网格员; g1 王伟 网格长; g2 张敏 网格长; g3 赵强 网格长
            """)
    void goAlongWithTheirDivision(String row, String lineage, String expected) {
        Roster roster = roster(TOWN);
        new Succession(roster, TODAY, code -> HOUSEHOLDS.getOrDefault(code, 0.0)).follow(steps(lineage));
        assertThat(say(roster)).isEqualTo(expected);
        assertThat(problems(roster, 1)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            with the largest part       | 1 ADJUST g1>g1 0.7; 1 ADJUST g1>g2 0.3; 1 ADJUST g2>g2 1    | g1 刘洋 网格长 B RY000001; g1 李芳 专职网格员; g1 王伟 网格长; g2 张敏 网格长; g3 赵强 网格长
            a part of one alone         | 1 SPLIT g2>g4 0.6; 1 SPLIT g2>g5 0.4                        | g1 刘洋 网格长 B RY000001; g1 李芳 专职网格员; g1 王伟 网格长; g3 赵强 网格长; g4 张敏 网格长; g5 张敏 网格长
            mostly of one               | 1 SPLIT g1>g4 0.6; 1 SPLIT g1>g5 0.4; 1 SPLIT g2>g6 0.9; 1 SPLIT g2>g5 0.1 | g3 赵强 网格长; g4 刘洋 网格长 B RY000001; g4 李芳 专职网格员; g4 王伟 网格长; g5 刘洋 网格长 B RY000006; g5 李芳 专职网格员; g5 王伟 网格长; g6 张敏 网格长
            mostly of none              | 1 SPLIT g1>g4 0.7; 1 SPLIT g1>g5 0.3; 1 SPLIT g2>g6 0.9; 1 SPLIT g2>g5 0.1; 1 ADJUST g3>g3 0.8; 1 ADJUST g3>g5 0.2 | g3 赵强 网格长; g4 刘洋 网格长 B RY000001; g4 李芳 专职网格员; g4 王伟 网格长; g6 张敏 网格长
            of one without a leader     | 1 ADJUST g3>g3 0.6; 1 SPLIT g3>g4 0.4                       | g1 刘洋 网格长 B RY000001; g1 李芳 专职网格员; g1 王伟 网格长; g2 张敏 网格长; g3 赵强 网格长
            """)
    void goAlongWithAPlan(String row, String lineage, String expected) {
        Roster roster = roster(TOWN);
        new Succession(roster, TODAY, code -> HOUSEHOLDS.getOrDefault(code, 0.0)).followPlan(steps(lineage));
        assertThat(say(roster)).isEqualTo(expected);
        assertThat(problems(roster, 1)).isEmpty();
    }

    private static List<Lineage> steps(String lineage) {
        List<Lineage> steps = new ArrayList<>();
        for (String text : lineage.split(";")) {
            steps.add(step(text));
        }
        return steps;
    }

    private static String say(Roster roster) {
        return roster.list().stream()
                .map(one -> one.post().division() + " " + one.person() + " "
                        + one.post().title()
                        + (one.isSubstitute() ? " B " + one.details().standsInFor() : ""))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource({
        "网格长,LEADER",
        "第一网格长,LEADER",
        "副网格长,DEPUTY_LEADER",
        "微网格长,MICRO_LEADER",
        "办事处网格总长,OFFICE_LEADER",
        "专职,FULL_TIME",
        "专职网格员,FULL_TIME",
        "兼职网格员,PART_TIME",
        "楼栋长,BUILDING_LEADER",
        "网格警员,POLICE",
        "片区长,ZONE_LEADER",
        "下沉干部,OTHER",
        "网,OTHER"
    })
    void knowsRolesByTheirTitles(String title, Role role) {
        assertThat(Role.of(title)).isEqualTo(role);
    }
}

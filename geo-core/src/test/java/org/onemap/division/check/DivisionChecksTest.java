package org.onemap.division.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Geometry in units of 0.001° (some 91 m by 111 m) from 113.5, 34.8. */
class DivisionChecksTest {

    private static final String WEST = SmallTown.WEST;
    private static final String EAST = SmallTown.EAST;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"coverages", "shapes", "borders", "peopleAndLoads"})
    void judgesTowns(String row, SmallTown town, String expected) {
        assertThat(say(DivisionChecks.run(town.input(), CheckSettings.defaults())))
                .isEqualTo(expected);
    }

    static Stream<Arguments> coverages() {
        return Stream.of(
                Arguments.of("nothing wrong", SmallTown.sound(), ""),
                Arguments.of(
                        "gap",
                        two(WEST, "POLYGON((5 0,8 0,8 4,5 4,5 0))"),
                        "ERROR R4 gap [1, 2], WARNING R7 off-line [2]"),
                Arguments.of(
                        "gap at the rim",
                        two(WEST, "POLYGON((4 0,7 0,7 4,4 4,4 0))"),
                        "ERROR R4 gap [2], WARNING R7 off-line [2]"),
                Arguments.of(
                        "thin gap",
                        two(WEST, "POLYGON((4.004 0,8 0,8 4,4.004 4,4.004 0))"),
                        "ERROR R4 sliver-gap [1, 2]"),
                Arguments.of(
                        "overlap",
                        two("POLYGON((0 0,5 0,5 4,0 4,0 0))", EAST),
                        "ERROR R3 overlap [1, 2], WARNING R7 off-line [1]"),
                Arguments.of(
                        "thin overlap",
                        two("POLYGON((0 0,4.004 0,4.004 4,0 4,0 0))", EAST),
                        "ERROR R3 sliver-overlap [1, 2]"),
                Arguments.of("twice", two(WEST, EAST).grid("3", EAST, 400).people("3"), "ERROR R3 duplicate [2, 3]"),
                Arguments.of(
                        "vertex missing",
                        two(WEST, "POLYGON((4 0,8 0,8 4,4 4,4 1,4 0))"),
                        "ERROR R5 missing-vertex [1, 2]"),
                Arguments.of(
                        "outside",
                        two(WEST, "POLYGON((4 0,9 0,9 4,4 4,4 0))"),
                        "ERROR R2 outside-parent [2], WARNING R7 off-line [2]"),
                Arguments.of(
                        "no such parent",
                        two(WEST, EAST)
                                .grid("3", "y", "POLYGON((8 0,9 0,9 4,8 4,8 0))", 400)
                                .people("3"),
                        "ERROR R2 missing-parent [3], WARNING R7 off-line [3]"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(
                        "bow tie",
                        SmallTown.empty()
                                .grid("1", "POLYGON((0 0,8 4,8 0,0 4,0 0))", 400)
                                .people("1"),
                        "ERROR R4 gap [1], ERROR R4 gap [1], ERROR R6 invalid [1], WARNING R7 off-line [1]"),
                Arguments.of(
                        "two parts",
                        SmallTown.empty()
                                .grid("1", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((6 0,8 0,8 4,6 4,6 0)))", 400)
                                .grid("2", "POLYGON((4 0,6 0,6 4,4 4,4 0))", 400)
                                .line("LINESTRING(6 0,6 4)", false)
                                .people("1")
                                .people("2"),
                        "ERROR R6 multi-part [1]"),
                Arguments.of(
                        "empty", two(WEST, EAST).grid("3", "POLYGON EMPTY", 400).people("3"), "ERROR R6 empty [3]"));
    }

    static Stream<Arguments> borders() {
        return Stream.of(
                Arguments.of(
                        "off the road",
                        two("POLYGON((0 0,4 0,2 1,6 2,2 3,4 4,0 4,0 0))", "POLYGON((4 0,8 0,8 4,4 4,2 3,6 2,2 1,4 0))"),
                        "WARNING R7 off-line [1], WARNING R7 off-line [2]"),
                Arguments.of(
                        "compound split",
                        SmallTown.sound().compound("POLYGON((3 1,5 1,5 2,3 2,3 1))"),
                        "ERROR R8 compound-split [1, 2]"),
                Arguments.of(
                        "compound barely touched",
                        SmallTown.sound().compound("POLYGON((2 1,4.01 1,4.01 2,2 2,2 1))"),
                        ""),
                Arguments.of(
                        "small compound split",
                        SmallTown.sound().compound("POLYGON((3.6 1,4.4 1,4.4 2,3.6 2,3.6 1))"),
                        ""),
                Arguments.of(
                        "building cut",
                        SmallTown.sound().building("POLYGON((3.9 1,4.1 1,4.1 1.1,3.9 1.1,3.9 1))"),
                        "ERROR R10 building-cut [1, 2]"),
                Arguments.of(
                        "building at the border",
                        SmallTown.sound().building("POLYGON((4 1,4.1 1,4.1 1.1,4 1.1,4 1))"),
                        ""),
                Arguments.of(
                        "expressway through",
                        SmallTown.sound().line("LINESTRING(2 -1,2 5)", true),
                        "WARNING R9 crossed [1]"));
    }

    static Stream<Arguments> peopleAndLoads() {
        return Stream.of(
                Arguments.of(
                        "too many households",
                        SmallTown.empty()
                                .grid("1", WEST, 900)
                                .grid("2", EAST, 400)
                                .people("1")
                                .people("2"),
                        "WARNING R13 load-above [1]"),
                Arguments.of("police within", SmallTown.sound().police(WEST).police(SmallTown.ZONE), ""),
                Arguments.of(
                        "police cuts",
                        SmallTown.sound().police("POLYGON((0 0,5 0,5 4,0 4,0 0))"),
                        "ERROR R14 not-a-union [1]"),
                Arguments.of(
                        "no leader",
                        SmallTown.empty()
                                .grid("1", WEST, 400)
                                .grid("2", EAST, 400)
                                .people("1")
                                .post("丙", "专职网格员", "2", "2024-01-01", ""),
                        "ERROR R16 no-leader [2]"),
                Arguments.of(
                        "leader left yesterday",
                        SmallTown.empty()
                                .grid("1", WEST, 400)
                                .grid("2", EAST, 400)
                                .people("1")
                                .post("丙", "网格长", "2", "2024-01-01", "2026-05-01")
                                .post("丁", "专职网格员", "2", "2024-01-01", ""),
                        "ERROR R16 no-leader [2]"),
                Arguments.of(
                        "vacancy",
                        SmallTown.sound().post("戊", "网格长", "1", "2022-01-01", "2023-06-01"),
                        "WARNING R16 vacancy [1]"));
    }

    @Test
    void saysWhichRulesCouldNotBeJudged() {
        CheckResult result = DivisionChecks.run(
                SmallTown.sound().withoutPeople().withoutLines().input(), CheckSettings.defaults());
        assertThat(result.findings()).isEmpty();
        assertThat(result.notRun().keySet()).containsExactly(Rule.R2, Rule.R7, Rule.R8, Rule.R10, Rule.R14, Rule.R16);
        assertThat(result.cards().get(0).scores().people()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void scoresEachGrid() {
        CheckResult result = DivisionChecks.run(
                two(WEST, EAST)
                        .grid("3", EAST, 400)
                        .post("丙", "网格长", "3", "2024-01-01", "")
                        .input(),
                CheckSettings.defaults());
        assertThat(result.cards().stream()
                        .map(card ->
                                card.division().code() + " " + card.scores().shape() + " "
                                        + card.scores().people().orElse(-1) + " "
                                        + card.scores().duties().orElse(-1) + " "
                                        + card.scores().posts().orElse(-1) + " "
                                        + card.scores().total() + " " + card.leader()))
                .containsExactly("1 100 100 100 100 100 甲1", "2 70 100 100 100 93 甲2", "3 70 60 100 100 83 丙");
    }

    @Test
    void settingsChangeSeverityAndParameters() {
        CheckSettings settings = CheckSettings.of(Map.of(
                "R3", Map.of("severity", "warning"),
                "load-range", Map.of("grid.max", 390),
                "R5", Map.of("severity", "off")));
        SmallTown town = two("POLYGON((0 0,5 0,5 4,0 4,0 0))", EAST);
        assertThat(say(DivisionChecks.run(town.input(), settings)))
                .isEqualTo(
                        "WARNING R13 load-above [1], WARNING R13 load-above [2], WARNING R3 overlap [1, 2], WARNING R7 off-line [1]");
        assertThat(say(DivisionChecks.run(town.input(), settings.only(List.of("r3")))))
                .isEqualTo("WARNING R3 overlap [1, 2]");
    }

    private static SmallTown two(String west, String east) {
        return SmallTown.empty()
                .grid("1", west, 400)
                .grid("2", east, 400)
                .people("1")
                .people("2");
    }

    private static String say(CheckResult result) {
        return result.findings().stream()
                .map(finding -> finding.severity() + " " + finding.rule() + " " + finding.defect() + " "
                        + finding.subject().codes())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

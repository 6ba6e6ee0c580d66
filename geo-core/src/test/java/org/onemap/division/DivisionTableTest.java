package org.onemap.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTableTest {

    @ParameterizedTest(name = "{0} divisions")
    @ValueSource(ints = {0, 1, 2, 3, 1000, 50_000})
    void findsEveryDivisionByPlaceAndByCode(int size) {
        List<DivisionNode> divisions = IntStream.range(0, size)
                .mapToObj(i -> node(String.format("4101725606%05d", i)))
                .toList();
        DivisionTable table = DivisionTable.of("grid", divisions);
        for (DivisionTable one : List.of(table, DivisionTable.open("grid", table.bytes()))) {
            assertEquals(size, one.size());
            for (int place = 0; place < size; place++) {
                assertEquals(place, one.placeOf(divisions.get(place).code()));
            }
            assertEquals(divisions, one);
            assertEquals(DivisionTable.NONE, one.placeOf("4101725607"));
            assertThat(one.find("")).isEmpty();
        }
    }

    /** All strings of these two letters have the same hash code, so all compete for one slot. */
    @Test
    void findsCodesOfTheSameHash() {
        List<String> codes = new ArrayList<>(List.of(""));
        for (int i = 0; i < 6; i++) {
            codes = codes.stream()
                    .flatMap(code -> List.of(code + "Aa", code + "BB").stream())
                    .toList();
        }
        assertThat(codes.stream().map(String::hashCode).distinct()).hasSize(1);
        DivisionTable table = DivisionTable.of(
                "grid",
                codes.subList(1, 64).stream().map(DivisionTableTest::node).toList());
        for (int i = 1; i < 64; i++) {
            assertEquals(i - 1, table.placeOf(codes.get(i)));
        }
        assertEquals(DivisionTable.NONE, table.placeOf(codes.get(0)));
    }

    @Test
    void keepsTextsAsTheyAre() {
        List<DivisionNode> divisions = List.of(
                new DivisionNode("grid", "丙-1/甲", "", Optional.empty()),
                new DivisionNode("grid", "Ä 🏙", "第一网格\n", Optional.of("")),
                new DivisionNode("grid", "1", "name", Optional.of("上级")));
        assertEquals(
                divisions,
                DivisionTable.open("grid", DivisionTable.of("grid", divisions).bytes()));
    }

    @Test
    void makesADivisionOnce() {
        DivisionTable table = DivisionTable.open(
                "grid", DivisionTable.of("grid", List.of(node("1"), node("2"))).bytes());
        assertSame(table.get(1), table.find("2").orElseThrow());
        assertThat(table.codes(1)).containsExactly("1");
    }

    @Test
    void refusesTheSameCodeTwiceAndOtherLevels() {
        assertThatThrownBy(() -> DivisionTable.of("grid", List.of(node("1"), node("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the code 1");
        assertThatThrownBy(() -> DivisionTable.of("zone", List.of(node("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of level grid, not zone");
    }

    private static DivisionNode node(String code) {
        return new DivisionNode("grid", code, "name of " + code, Optional.of("parent"));
    }
}

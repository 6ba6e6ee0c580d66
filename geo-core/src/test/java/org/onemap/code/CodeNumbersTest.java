package org.onemap.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;

/** New codes. */
class CodeNumbersTest {

    private final CodeNumbers grids = CodeNumbers.of(CodeSchemes.get("grid-15"));

    @ParameterizedTest(name = "{0} under {1} after [{2}] → {3}")
    @CsvSource(delimiter = '|', textBlock = """
            grid-15      | 410172560601    | ''                                | 410172560601001
            grid-15      | 410172560601    | 410172560601001 410172560601007   | 410172560601008
            grid-15      | 410172560601    | 410172560602009                   | 410172560601001
            grid-15      | 410172560601    | 410172560601 410172560601001x     | 410172560601001
            zone-12      | 410172560       | ''                                | 410172560601
            zone-12      | 410172560       | 410172560601 410172560211         | 410172560602
            unit-grid-15 | 410172560001    | 410172560001998                   | 410172560001999
            part-16-6226 | 4101720101      | 4101720101000041                  | 4101720101000042
            node-12      | 410172J         | 410172J00007                      | 410172J00008
            segment-14   | 410172B0002     | 410172B0002003                    | 410172B0002004
            """)
    void theNextIsAboveTheHighest(String scheme, String prefix, String given, String next) {
        CodeNumbers numbers = CodeNumbers.of(CodeSchemes.get(scheme));
        assertThat(numbers.next(prefix, List.of(given.split(" ")), 1).codes()).containsExactly(next);
    }

    @Test
    void givesSeveralAndWarnsWhenFourFifthsAreGone() {
        assertThat(grids.next("410172560601", Set.of(), 3).codes())
                .containsExactly("410172560601001", "410172560601002", "410172560601003");
        assertThat(grids.next("410172560601", given(798), 1)).satisfies(minted -> {
            assertThat(minted.isAlarm()).isFalse();
            assertThat(minted.capacity()).isEqualTo(999);
            assertThat(minted.used()).isEqualTo(799);
        });
        assertThat(grids.next("410172560601", given(799), 1).isAlarm()).isTrue();
        assertThat(grids.next("410172560601", Set.of("410172560601900"), 1)).satisfies(minted -> {
            assertThat(minted.used()).isEqualTo(2);
            assertThat(minted.isAlarm())
                    .as("numbers below the highest are not given")
                    .isTrue();
        });
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            4101720101000001 4101720101000002 4101720204000001 | part-16-6226
            4101720101099999 4101720101100001 4101720101123456 | part-16-6226
            4101720100100001 4101720100100002 4101720204400001 | part-16-6235
            4101720198000001 4101720101200004                  | part-16-6235
            41017201 x                                         |
            """)
    void tellsBySerialNumbersWhichOfTwoLayoutsALayerFollows(String given, String scheme) {
        List<CodeScheme> both = List.of(CodeSchemes.get("part-16-6226"), CodeSchemes.get("part-16-6235"));
        assertThat(CodeNumbers.findFollowed(both, List.of(given.split(" "))).map(CodeScheme::id))
                .isEqualTo(Optional.ofNullable(scheme));
    }

    @Test
    void saysHowFullEachParentIs() {
        Set<String> codes = new HashSet<>(given(3));
        codes.addAll(Set.of("410172560602900", "410172560602001", "4101725606020010", "410172560602"));
        assertThat(grids.fill(codes))
                .containsOnlyKeys("410172560601", "410172560602")
                .satisfies(fill -> {
                    assertThat(fill.get("410172560601").consumed()).isEqualTo(3);
                    assertThat(fill.get("410172560602").used()).isEqualTo(2);
                    assertThat(fill.get("410172560602").isAlarm()).isTrue();
                });
    }

    @Test
    void endsWhereTheNumbersEnd() {
        assertThat(grids.next("410172560601", given(998), 1).codes()).containsExactly("410172560601999");
        assertThatThrownBy(() -> grids.next("410172560601", given(999), 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("410172560601")
                .hasMessageContaining("999");
    }

    @Test
    void refusesAPrefixThatDoesNotFit() {
        assertThatThrownBy(() -> grids.next("41017256060", Set.of(), 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("12 characters");
        assertThatThrownBy(() -> grids.next("41017256O601", Set.of(), 1)).hasMessageContaining("第 9 位");
        assertThatThrownBy(() -> CodeNumbers.of(CodeSchemes.get("division-9"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CodeNumbers.of(CodeSchemes.get("building"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theFirstCodingReadsFromNorthToSouthAndWestToEast() {
        record Place(String name, double east, double north) {}
        List<Place> places = List.of(
                new Place("south west", 0, 10),
                new Place("north east", 900, 1010),
                new Place("north west, a little lower", 100, 1005),
                new Place("south east", 800, 20));
        assertThat(CodeNumbers.firstOrder(places, Place::east, Place::north, 500))
                .extracting(Place::name)
                .containsExactly("north west, a little lower", "north east", "south west", "south east");
    }

    private static Set<String> given(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "410172560601" + String.format("%03d", number))
                .collect(Collectors.toSet());
    }
}

package org.onemap.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.onemap.road.RoadNetBuilderTest.codes;
import static org.onemap.road.RoadNetBuilderTest.line;
import static org.onemap.road.RoadNetBuilderTest.lines;
import static org.onemap.road.RoadNetBuilderTest.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A net that is built anew keeps its codes. */
class StableCodesTest {

    private static final RoadNetOptions OPTIONS = RoadNetOptions.of("410172");
    private static final String LADDER = """
            甲路 | B | 0 0, 400 0
            乙路 | B | 0 200, 400 200
            一街 | B | 0 0, 0 200
            二街 | B | 200 0, 200 200
            三街 | B | 400 0, 400 200
            """;
    private final RoadNet before = RoadNetBuilder.build(lines(LADDER), OPTIONS, PriorNet.NONE);

    private RoadNet rebuild(List<Centreline> lines) {
        return RoadNetBuilder.build(lines, OPTIONS, PriorNet.of(before, Set.of()));
    }

    @Test
    void theSameRoadsInAnyOrderGiveTheSameNet() {
        for (int seed = 1; seed <= 5; seed++) {
            List<Centreline> shuffled = lines(LADDER);
            Collections.shuffle(shuffled, new Random(seed));
            RoadNet after = rebuild(shuffled);
            assertThat(after.segments()).as("seed " + seed).isEqualTo(before.segments());
            assertThat(after.nodes()).isEqualTo(before.nodes());
            assertThat(after.blocks()).isEqualTo(before.blocks());
        }
    }

    @Test
    void aNewStreetSplitsSegmentsAndBlocksAndLeavesTheRestAlone() {
        RoadNet after = rebuild(lines(LADDER + "四街 | B | 50 0, 50 200\n"));
        String parent = codes(before, "甲路").get(0);
        List<String> now = codes(after, "甲路");
        assertThat(now)
                .hasSize(3)
                .doesNotContain(parent)
                .contains(codes(before, "甲路").get(1));
        List<RoadSegment.Origin> origins = now.stream()
                .flatMap(code -> segment(after, code).origins().stream())
                .toList();
        assertThat(origins).hasSize(2).allMatch(origin -> origin.code().equals(parent));
        assertThat(origins.get(0).fromM()).isEqualTo(0);
        assertThat(origins.get(0).toM()).isCloseTo(50, within(0.05));
        assertThat(origins.get(1).fromM()).isCloseTo(50, within(0.05));
        assertThat(origins.get(1).toM()).isCloseTo(200, within(0.05));
        assertThat(codes(after, "二街")).isEqualTo(codes(before, "二街"));
        assertThat(blockCodes(after))
                .as("150 m of 200 m are less than four fifths")
                .containsExactly("410172Q00002", "410172Q00003", "410172Q00004");
        assertThat(after.nodes()).extracting(RoadNode::code).hasSize(8).contains("410172J00001", "410172J00008");
    }

    @Test
    void theNextBuildKeepsTheOrigins() {
        List<Centreline> more = lines(LADDER + "四街 | B | 50 0, 50 200\n");
        RoadNet second = rebuild(more);
        RoadNet third = RoadNetBuilder.build(more, OPTIONS, PriorNet.of(second, given(before)));
        assertThat(third.segments()).isEqualTo(second.segments());
        assertThat(third.blocks()).isEqualTo(second.blocks());
    }

    @Test
    void retiredCodesAreNeverGivenAgain() {
        RoadNet second = rebuild(lines(LADDER + "四街 | B | 50 0, 50 200\n"));
        Set<String> ever = given(before);
        ever.addAll(given(second));
        RoadNet third = RoadNetBuilder.build(lines(LADDER), OPTIONS, PriorNet.of(second, ever));
        List<String> now = codes(third, "甲路");
        assertThat(now).hasSize(2).contains(codes(before, "甲路").get(1));
        String merged = now.stream()
                .filter(code -> !code.equals(codes(before, "甲路").get(1)))
                .findFirst()
                .orElseThrow();
        assertThat(ever).doesNotContain(merged);
        assertThat(segment(third, merged).origins()).hasSize(2);
    }

    @Test
    void aBlockKeepsItsCodeWhileFourFifthsAreTheSame() {
        RoadNet small = rebuild(lines(LADDER.replace("二街 | B | 200 0, 200 200", "二街 | B | 225 0, 225 200")));
        assertThat(blockCodes(small)).containsExactly("410172Q00001", "410172Q00002");
        RoadNet large = rebuild(lines(LADDER.replace("二街 | B | 200 0, 200 200", "二街 | B | 260 0, 260 200")));
        assertThat(blockCodes(large)).containsExactly("410172Q00003", "410172Q00004");
    }

    @Test
    void aNewNameLeavesTheCodes() {
        RoadNet after = rebuild(lines(LADDER.replace("甲路", "科学大道")));
        assertThat(codes(after, "科学大道")).isEqualTo(codes(before, "甲路"));
    }

    @Test
    void aRoadThatMovesByTwoMetresKeepsItsCode() {
        List<Centreline> moved = new ArrayList<>(lines(LADDER));
        moved.set(3, Centreline.of("4", "二街", RoadClass.LOCAL, line("200 0, 202 60, 202 140, 200 200")));
        assertThat(codes(rebuild(moved), "二街")).isEqualTo(codes(before, "二街"));
    }

    private static List<String> blockCodes(RoadNet net) {
        return net.blocks().stream().map(StreetBlock::code).toList();
    }

    private static Set<String> given(RoadNet net) {
        Set<String> codes = net.segments().stream().map(RoadSegment::code).collect(Collectors.toSet());
        net.nodes().forEach(node -> codes.add(node.code()));
        net.blocks().forEach(block -> codes.add(block.code()));
        return codes;
    }
}

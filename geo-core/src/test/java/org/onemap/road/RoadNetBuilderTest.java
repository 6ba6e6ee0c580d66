package org.onemap.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.crs.GaussKruger;
import org.onemap.road.Centreline.Naming;
import org.onemap.road.Centreline.Nodes;

/** Nets of a few streets, drawn in metres east and north of a corner. */
class RoadNetBuilderTest {

    private static final GaussKruger ZONE = GaussKruger.fitting(113.5);
    private static final RoadNetOptions OPTIONS = RoadNetOptions.of("410172");

    /** Two by one blocks of 200 m × 200 m: 甲路 in the south, 乙路 in the north, three streets between them. */
    private static final String LADDER = """
            甲路 | B | 0 0, 400 0
            乙路 | B | 0 200, 400 200
            一街 | B | 0 0, 0 200
            二街 | B | 200 0, 200 200
            三街 | B | 400 0, 400 200
            """;

    @Test
    void cutsStreetsWhereTheyMeetAndEnclosesBlocks() {
        RoadNet net = build(LADDER);
        assertThat(net.report().issues()).isEmpty();
        assertThat(net.blocks()).hasSize(2).allSatisfy(block -> {
            assertThat(block.areaM2()).isCloseTo(40_000, within(1.0));
            assertThat(block.segments()).hasSize(4);
        });
        assertThat(net.segments()).hasSize(7);
        assertThat(net.nodes()).hasSize(6);
        assertThat(net.graph().borders()).hasSize(1).first().satisfies(border -> {
            assertThat(border.lengthM()).isCloseTo(200, within(0.05));
            assertThat(border.pieces()).extracting(BlockGraph.Piece::roadClass).containsExactly(RoadClass.LOCAL);
        });
        assertThat(net.graph().outerM(0)).isCloseTo(600, within(0.1));
        assertThat(net.report().counts().euler()).isEqualTo(new NetCounts.Euler(6, 7, 3, 1));
    }

    @Test
    void numbersFromWestToEastAndNorthToSouth() {
        RoadNet net = build(LADDER);
        assertThat(codes(net, "甲路")).containsExactly("410172B0003001", "410172B0003002");
        assertThat(segment(net, "410172B0003001").line().getStartPoint().getX())
                .isLessThan(segment(net, "410172B0003001").line().getEndPoint().getX());
        assertThat(segment(net, "410172B0003002").course().fromM()).isCloseTo(200, within(0.05));
        RoadSegment street = segment(net, codes(net, "二街").get(0));
        assertThat(street.line().getStartPoint().getY())
                .isGreaterThan(street.line().getEndPoint().getY());
        assertThat(net.nodes())
                .extracting(RoadNode::code)
                .startsWith("410172J00001")
                .isSorted();
        assertThat(net.blocks()).extracting(StreetBlock::code).containsExactly("410172Q00001", "410172Q00002");
        assertThat(net.blocks().get(0).polygon().getCentroid().getX())
                .isLessThan(net.blocks().get(1).polygon().getCentroid().getX());
    }

    @Test
    void takesCodesOfTheSource() {
        List<Centreline> lines = lines(LADDER);
        lines.set(3, coded(lines.get(3), "410172C0007", "410172C0007012"));
        lines.set(0, coded(lines.get(0), "410172B0500", "410172B0500001"));
        RoadNet net = RoadNetBuilder.build(lines, OPTIONS, PriorNet.NONE);
        assertThat(codes(net, "二街")).containsExactly("410172C0007012");
        assertThat(codes(net, "甲路"))
                .as("two segments: the line's own code fits neither")
                .hasSize(2);
        assertThat(codes(net, "甲路")).allMatch(code -> code.startsWith("410172B0500"));
    }

    @Test
    void countsADirectionAndItsOppositeOnce() {
        List<Centreline> lines = lines(LADDER);
        List<Centreline> both = new ArrayList<>(lines);
        lines.forEach(line -> both.add(Centreline.of(
                "-" + line.id(),
                line.naming().name(),
                line.roadClass(),
                line.line().reverse())));
        RoadNet net = RoadNetBuilder.build(both, OPTIONS, PriorNet.NONE);
        assertThat(net.segments()).hasSize(7);
        assertThat(net.blocks()).hasSize(2);
        assertThat(net.segments().get(0).kind().sources()).hasSize(2);
    }

    @Test
    void joinsEndsOfOneNameEvenWhereLanesAreDrawnApart() {
        RoadNet net = RoadNetBuilder.build(
                List.of(
                        at("1", "0 0, 200 0", "a", "b"),
                        at("2", "201.6 1, 201.6 199", "b", "c"),
                        at("3", "190 210, 0 200", "c", "d"),
                        at("4", "-1.6 200, -1.6 0", "d", "a")),
                OPTIONS,
                PriorNet.NONE);
        assertThat(net.blocks()).hasSize(1);
        assertThat(net.nodes()).hasSize(4);
    }

    @Test
    void joinsTheMedianOfADualCarriagewayWithOneSide() {
        RoadNet net = build("""
                大道 | Z | 0 0, 400 0
                大道 | Z | 400 24, 0 24
                北路 | B | 0 224, 400 224
                南路 | B | 0 -200, 400 -200
                一街 | B | 0 -200, 0 224
                二街 | B | 200 -200, 200 224
                三街 | B | 400 -200, 400 224
                """);
        assertThat(net.report().counts().faces()).isEqualTo(6);
        assertThat(net.report().counts().slivers()).isEqualTo(2);
        assertThat(net.blocks()).hasSize(4);
        assertThat(net.blocks().stream().mapToDouble(StreetBlock::areaM2).sum()).isCloseTo(400 * 424, within(5.0));
        assertThat(net.blocks().get(0).areaM2())
                .as("both strips go to the north")
                .isCloseTo(200 * 224, within(2.0));
        assertThat(net.blocks().get(1).areaM2()).isCloseTo(200 * 224, within(2.0));
    }

    @Test
    void joinsASliverOverTheLeastImportantRoad() {
        RoadNet net = build("""
                大道 | Z | 0 0, 200 0
                小巷 | X | 0 8, 200 8
                北路 | B | 0 200, 200 200
                南路 | B | 0 -200, 200 -200
                一街 | B | 0 -200, 0 200
                二街 | B | 200 -200, 200 200
                """);
        assertThat(net.blocks())
                .extracting(block -> Math.round(block.areaM2() / 100))
                .containsExactly(400L, 400L);
        assertThat(net.graph().borders().get(0).byClass()).containsOnlyKeys(RoadClass.ARTERIAL);
    }

    @Test
    void keepsDeadEndsButNotAsBoundaries() {
        RoadNet net = build(LADDER + "死巷 | X | 100 0, 100 120\n");
        assertThat(net.blocks()).hasSize(2);
        assertThat(net.report().counts().deadEnds()).isEqualTo(1);
        RoadSegment alley = segment(net, codes(net, "死巷").get(0));
        assertThat(alley.course().sides().left()).contains("410172Q00001");
        assertThat(alley.course().sides().right()).contains("410172Q00001");
        assertThat(net.blocks())
                .allSatisfy(block -> assertThat(block.segments()).doesNotContain(alley.code()));
        assertThat(codes(net, "甲路")).as("it still makes an intersection").hasSize(3);
    }

    @Test
    void levelsDoNotCutEachOther() {
        RoadNet net = build(LADDER + "高架 | K | -300 100, 700 100 | 1\n");
        assertThat(net.segments()).hasSize(8);
        assertThat(net.blocks()).hasSize(2);
        RoadSegment viaduct = segment(net, codes(net, "高架").get(0));
        assertThat(viaduct.kind().level()).isEqualTo(1);
        assertThat(net.report().counts().euler().holds()).isTrue();
    }

    @Test
    void levelsMeetWhereALineEnds() {
        RoadNet net = build(LADDER + "匝道 | K | 200 100, 600 100 | 1\n");
        assertThat(codes(net, "二街"))
                .as("no vertex of the street lies there: the ramp ends above it")
                .hasSize(1);
        String bent = LADDER.replace("200 0, 200 200", "200 0, 200 100, 200 200");
        assertThat(codes(build(bent + "匝道 | K | 200 100, 600 100 | 1\n"), "二街")).hasSize(2);
    }

    @Test
    void aShortBridgeOfAStreetStillBoundsBlocks() {
        String river = LADDER.replace("二街 | B | 200 0, 200 200\n", "")
                + "二街 | B | 200 0, 200 80\n二街 | B | 200 80, 200 120 | 1\n二街 | B | 200 120, 200 200\n"
                + "河 | H | -50 100, 450 100\n";
        RoadNet net = build(river);
        assertThat(net.blocks()).hasSize(4);
        assertThat(codes(net, "二街"))
                .as("one segment: the bridge is no intersection")
                .hasSize(1);
        assertThat(net.report().counts().euler().holds()).isTrue();
    }

    @Test
    void anOutlineClosesTheOuterBlocks() throws ParseException {
        Geometry district = ZONE.unproject(
                shift(new WKTReader().read("POLYGON ((-100 -100, 500 -100, 500 300, -100 300, -100 -100))")));
        RoadNet open = build(LADDER.replace("三街 | B | 400 0, 400 200\n", ""));
        assertThat(open.blocks()).hasSize(1);
        RoadNet net = RoadNetBuilder.build(
                lines("甲路 | B | -200 100, 600 100\n一街 | B | 200 -300, 200 500\n"),
                OPTIONS.within(district),
                PriorNet.NONE);
        assertThat(net.blocks()).hasSize(4);
        assertThat(net.blocks().stream().mapToDouble(StreetBlock::areaM2).sum()).isCloseTo(600 * 400, within(5.0));
        assertThat(net.segments()).as("the outline is no road").hasSize(4);
    }

    @Test
    void blocksHaveTheSourcesOwnVertices() {
        List<Centreline> lines = lines(LADDER);
        Set<Coordinate> given = lines.stream()
                .flatMap(line -> List.of(line.line().getCoordinates()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        RoadNet net = RoadNetBuilder.build(lines, OPTIONS, PriorNet.NONE);
        Set<Coordinate> made = net.blocks().stream()
                .flatMap(block -> List.of(block.polygon().getCoordinates()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(made).containsAll(given).hasSize(6);
    }

    @ParameterizedTest(name = "{0}: {2} {1}")
    @CsvSource(delimiter = ';', textBlock = """
            nothing at all          ; no-lines            ; ERROR   ; ''
            roads that do not close ; no-block-closed     ; ERROR   ; 甲路 | B | 0 0, 400 0 / 乙路 | B | 0 200, 400 200
            an end that misses      ; road-end-near-miss  ; WARNING ; LADDER / 短街 | B | 100 0, 100 197
            two nets and one point  ; glued-by-a-point    ; ERROR   ; LADDER / 甲 | B | 400 200, 600 200, 600 400, 400 400, 400 200
            two nets apart          ; separate-parts      ; WARNING ; LADDER / 甲 | B | 900 200, 1100 200, 1100 400, 900 400, 900 200
            no length               ; zero-length         ; WARNING ; LADDER / 点 | B | 100 100, 100 100
            """)
    void reportsBadInputByName(String row, String rule, RoadIssue.Severity severity, String streets) {
        RoadNet net = build(streets.replace("LADDER", LADDER.strip()).replace(" / ", "\n"));
        assertThat(net.report().issues()).as(row).anySatisfy(issue -> {
            assertThat(issue.rule()).isEqualTo(rule);
            assertThat(issue.severity()).isEqualTo(severity);
            assertThat(issue.message()).isNotEmpty();
        });
        assertThat(net.report().isRefused()).isEqualTo(severity == RoadIssue.Severity.ERROR);
    }

    @Test
    void leavesOutWhatIsNoPosition() {
        GeometryFactory factory = new GeometryFactory();
        List<Centreline> lines = lines(LADDER);
        LineString nan = factory.createLineString(
                new Coordinate[] {new Coordinate(113.5, 34.8), new Coordinate(Double.NaN, 34.8)});
        LineString metres =
                factory.createLineString(new Coordinate[] {new Coordinate(455_000, 3_848_000), new Coordinate(1, 2)});
        lines.add(Centreline.of("nan", "", RoadClass.LOCAL, nan));
        lines.add(Centreline.of("metres", "", RoadClass.LOCAL, metres));
        lines.add(Centreline.of("empty", "", RoadClass.LOCAL, factory.createLineString()));
        RoadNet net = RoadNetBuilder.build(lines, OPTIONS, PriorNet.NONE);
        assertThat(net.blocks()).hasSize(2);
        assertThat(net.report().issues())
                .extracting(RoadIssue::rule)
                .containsExactly("not-a-position", "not-a-position", "empty-line");
        assertThat(net.report().issues()).extracting(RoadIssue::id).containsExactly("nan", "metres", "empty");
    }

    @Test
    void aLineThatCrossesItselfIsCutThere() {
        RoadNet net = build("环路 | B | 0 0, 200 200, 200 0, 0 200\n");
        assertThat(net.blocks()).hasSize(1);
        assertThat(net.segments()).hasSize(3);
        assertThat(net.report().isRefused()).isFalse();
    }

    @Test
    void marksThatNobodySeesMakeNoOtherRoad() {
        RoadNet net = build(LADDER + "甲路\u200E | B | 400 0, 600 0\n");
        assertThat(codes(net, "甲路")).hasSize(3).allMatch(code -> code.startsWith("410172B0003"));
        assertThat(Naming.of("??").name()).isEmpty();
    }

    @Test
    void aLoopWithoutAnIntersectionIsOneSegment() {
        RoadNet net = build("环路 | B | 0 0, 200 0, 200 200, 0 200, 0 0\n");
        assertThat(net.segments()).hasSize(1);
        assertThat(net.segments().get(0).course().nodes().from())
                .isEqualTo(net.segments().get(0).course().nodes().to());
        assertThat(net.blocks()).hasSize(1);
    }

    static RoadNet build(String streets) {
        return RoadNetBuilder.build(lines(streets), OPTIONS, PriorNet.NONE);
    }

    /** Lines of the form {@code name | letter of the class | x y, x y … | level}. */
    static List<Centreline> lines(String streets) {
        List<Centreline> lines = new ArrayList<>();
        for (String row : streets.strip().split("\n", -1)) {
            String[] cells = row.split("\\|", -1);
            if (cells.length >= 3) {
                RoadClass roadClass = List.of(RoadClass.values()).stream()
                        .filter(one -> one.letter().equals(cells[1].strip()))
                        .findFirst()
                        .orElseThrow();
                int level = cells.length > 3 ? Integer.parseInt(cells[3].strip()) : 0;
                lines.add(Centreline.of(Integer.toString(lines.size() + 1), cells[0], roadClass, line(cells[2]))
                        .onLevel(level));
            }
        }
        return lines;
    }

    static LineString line(String vertices) {
        try {
            return (LineString) ZONE.unproject(shift(new WKTReader().read("LINESTRING (" + vertices + ")")));
        } catch (ParseException e) {
            throw new IllegalArgumentException(vertices, e);
        }
    }

    private static Geometry shift(Geometry metres) {
        metres.apply((org.locationtech.jts.geom.CoordinateFilter) vertex -> {
            vertex.x += 455_000;
            vertex.y += 3_849_010;
        });
        metres.geometryChanged();
        return metres;
    }

    private static Centreline at(String id, String vertices, String from, String to) {
        return new Centreline(id, Naming.of("路" + id), RoadClass.LOCAL, 0, new Nodes(from, to), line(vertices));
    }

    private static Centreline coded(Centreline line, String road, String segment) {
        Naming naming = new Naming(line.naming().name(), road, segment);
        return new Centreline(line.id(), naming, line.roadClass(), line.level(), line.nodes(), line.line());
    }

    static List<String> codes(RoadNet net, String road) {
        return net.segments().stream()
                .filter(segment -> segment.road().name().equals(road))
                .map(RoadSegment::code)
                .toList();
    }

    static RoadSegment segment(RoadNet net, String code) {
        return net.segments().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static List<Centreline> edited(List<Centreline> lines, int index, UnaryOperator<Centreline> edit) {
        List<Centreline> copy = new ArrayList<>(lines);
        copy.set(index, edit.apply(copy.get(index)));
        return copy;
    }
}

package org.onemap.division.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.division.coverage.ExactUnion;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;

class OverlaysTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static DedicatedGrid grid(String code, int precedence, String... matters) {
        return new DedicatedGrid(code, code, List.of(matters), precedence, List.of());
    }

    /** A campus for everything, a mall for fire and order, its garage for parking before the mall, a station as an import has it. */
    private static final Overlays TOWN = Overlays.of(
            List.of(grid("campus", 5), grid("mall", 2, "消防", "治安"), grid("garage", 1, "停车"), grid("market", 5, "消防")),
            List.of(
                    new NetArea("环保", "H2", "", List.of("g2", "g1")),
                    new NetArea("城管", "C1", "", List.of("g1")),
                    new NetArea("城管", "C2", "", List.of("g2", "g3"))));

    @ParameterizedTest(name = "{0}: {1} for {2} → {3}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody else               |                    | 消防 | grid of the tree
            of all matters            | campus             | 市容 | campus
            of its matters            | mall               | 治安 | mall
            not of its matters        | mall               | 市容 | grid of the tree
            the lower number          | campus mall        | 消防 | mall
            the lower has no say      | garage mall        | 消防 | mall
            neither has a say         | garage mall        | 市容 | grid of the tree
            the one that names it     | campus market      | 消防 | market
            the order does not matter | market campus      | 消防 | market
            an import without columns | station campus     | 消防 | campus
            only that                 | station            | 消防 | station
            """)
    void answersByMatterAndPrecedence(String row, String covering, String matter, String expected) {
        List<String> codes = covering == null ? List.of() : List.of(covering.split(" "));
        assertThat(TOWN.responsible(codes, matter).map(DedicatedGrid::code).orElse("grid of the tree"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"g1,C1 H2", "g2,C2 H2", "g3,C2", "g4,''"})
    void findsTheAreasOfAGrid(String code, String expected) {
        assertThat(TOWN.areas(code).stream().map(NetArea::code).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void rowsSayAllAndKeepOtherColumns() {
        Layer layer = DedicatedGrid.layer(Optional.empty());
        DedicatedGrid mall = new DedicatedGrid("Z1", "商圈", List.of("消防", "治安"), 3, List.of("B1", "B2"));
        Content row = mall.write(layer, Optional.empty(), "410172560601", FACTORY.createPolygon());
        assertThat(DedicatedGrid.read(row)).isEqualTo(mall);
        assertThat(DedicatedGrid.layer(Optional.of(layer)))
                .as("no column twice")
                .isEqualTo(layer);
        NetArea area = new NetArea("城管", "C1", "一中队", List.of("g2", "g1", "g2"));
        assertThat(area.members()).containsExactly("g1", "g2");
        assertThat(NetArea.read(area.write(NetArea.LAYER, Optional.empty(), FACTORY.createPolygon())))
                .isEqualTo(area);
    }

    /** Cells of a lattice whose inner nodes are shaken: a coverage with shared vertices. */
    private static List<Geometry> lattice(int size, Random random) {
        Coordinate[][] nodes = new Coordinate[size + 1][size + 1];
        for (int i = 0; i <= size; i++) {
            for (int j = 0; j <= size; j++) {
                nodes[i][j] = new Coordinate(
                        113.5 + (i + 0.6 * random.nextDouble()) / 100, 34.8 + (j + 0.6 * random.nextDouble()) / 100);
            }
        }
        List<Geometry> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                cells.add(FACTORY.createPolygon(new Coordinate[] {
                    nodes[i][j].copy(),
                    nodes[i + 1][j].copy(),
                    nodes[i + 1][j + 1].copy(),
                    nodes[i][j + 1].copy(),
                    nodes[i][j].copy()
                }));
            }
        }
        return cells;
    }

    @Test
    void unionsKeepEveryVertexAndAgreeWithOverlay() {
        Random random = new Random(20261127);
        for (int draw = 0; draw < 200; draw++) {
            List<Geometry> cells = lattice(6, random);
            List<Geometry> some =
                    cells.stream().filter(cell -> random.nextInt(3) > 0).toList();
            Geometry union = ExactUnion.find(some).orElseThrow();
            List<Coordinate> vertices = some.stream()
                    .flatMap(cell -> Arrays.stream(cell.getCoordinates()))
                    .toList();
            assertThat(vertices).as("draw %d", draw).containsAll(List.of(union.getCoordinates()));
            Geometry overlay = OverlayNGRobust.union(new ArrayList<>(some));
            assertThat(union.symDifference(overlay).getArea())
                    .as("draw %d", draw)
                    .isLessThan(1e-14);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            side by side | 0 0 1 1 | 1 0 2 1     | true
            apart        | 0 0 1 1 | 3 0 4 1     | true
            overlapping  | 0 0 1 1 | 0.9 0 2 1   | false
            """)
    void refusesWhatIsNoCoverage(String row, String a, String b, boolean exact) {
        assertThat(ExactUnion.find(List.of(box(a), box(b))).isPresent()).isEqualTo(exact);
    }

    private static Geometry box(String text) {
        String[] words = text.split(" ");
        return FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[3])));
    }
}

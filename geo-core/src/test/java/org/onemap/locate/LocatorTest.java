package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;
import org.onemap.feature.StandardLayers;

class LocatorTest {

    /**
     * Office 1 has zones 11 (grids 111, 112) and 12 (grid 121); office 2 has zone 21 with grid 211. From west to east
     * 111, 112, 121, 211, each one degree wide. Grid 121 does not say its zone. A micro grid and two communities share
     * the edges; two dedicated grids overlap at 110.4.
     */
    private static final String WORLD = """
            office    | 1   |    | 110 113
            office    | 2   |    | 113 114
            zone      | 11  | 1  | 110 112
            zone      | 12  | 1  | 112 113
            zone      | 21  | 2  | 113 114
            grid      | 111 | 11 | 110 111
            grid      | 112 | 11 | 111 112
            grid      | 121 |    | 112 113
            grid      | 211 | 21 | 113 114
            micro_grid| 1119| 111| 110.5 111
            micro_grid| 0121| 112| 111 111.5
            community | 901 | 2  | 113 114
            community | 902 | 1  | 110 113
            dedicated_grid | d2 | | 110.2 110.5
            dedicated_grid | d1 | | 110.3 110.6
            """;

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            in a grid                | 110.1 | inside grid=111 zone=11 office=1 community=902
            dedicated grids overlap  | 110.4 | inside grid=111 zone=11 office=1 community=902 overlays d1 d2
            edge of two grids        | 111   | boundary grid=111 zone=11 office=1 community=902 micro_grid=1119 also 112
            grid without parent code | 112.5 | inside grid=121 zone=12 office=1 community=902
            edge of two offices      | 113   | boundary grid=121 zone=12 office=1 community=902 also 211
            outer edge               | 114   | boundary grid=211 zone=21 office=2 community=901
            outside                  | 115   | outside
            """)
    void answersAllLevels(String row, double lonDeg, String expected) {
        assertEquals(expected, say(locator(WORLD).locate(new Cgcs2000(lonDeg, 30.5))));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            grid,zone,office,community,micro_grid | grid
            zone,office,community                 | zone
            zone,office,micro_grid                | micro_grid
            office,community                      | community
            office                                | office
            micro_grid,community                  | micro_grid
            dedicated_grid                        | none
            """)
    void theGridLevelAnswersElseTheLowestThatIsThere(String levels, String expected) {
        String world = WORLD.lines()
                .filter(line -> List.of(levels.split(",", -1))
                        .contains(line.substring(0, line.indexOf('|')).trim()))
                .collect(Collectors.joining("\n"));
        Locator locator = locator(world);
        assertEquals(expected, locator.answeringLevel().orElse("none"));
        assertEquals(
                expected.equals("none"),
                locator.locate(new Cgcs2000(110.7, 30.5)).edgeDistanceM().isEmpty());
    }

    @Test
    void edgeDistanceIsToTheNearestBoundaryOnBothSides() {
        Locator locator = locator(WORLD);
        double inside =
                locator.locate(new Cgcs2000(110.01, 30.5)).edgeDistanceM().orElseThrow();
        double outside =
                locator.locate(new Cgcs2000(109.99, 30.5)).edgeDistanceM().orElseThrow();
        assertThat(inside).isBetween(955.0, 965.0);
        assertThat(outside).isBetween(955.0, 965.0);
        assertThat(locator.locate(new Cgcs2000(110, 30.5)).edgeDistanceM()).hasValue(0);
    }

    @Test
    void aParentThatIsNotThereIsFoundByItsArea() {
        String world = WORLD.replace("grid      | 111 | 11", "grid      | 111 | 99");
        assertEquals(
                "inside grid=111 zone=11 office=1 community=902",
                say(locator(world).locate(new Cgcs2000(110.1, 30.5))));
    }

    @Test
    void whereNoGridLiesTheLevelsAboveStillAnswer() {
        String world = WORLD.lines().filter(line -> !line.contains("| 211 |")).collect(Collectors.joining("\n"));
        assertEquals(
                "outside zone=21 office=2 community=901", say(locator(world).locate(new Cgcs2000(113.5, 30.5))));
    }

    @Test
    void anEmptyMapAnswersOutside() {
        Location location = Locator.of(List.of()).locate(new Cgcs2000(113.5, 34.8));
        assertEquals("outside", say(location));
        assertThat(location.edgeDistanceM()).isEmpty();
    }

    private static Locator locator(String world) {
        Map<String, List<DivisionShape>> byLayer = new TreeMap<>();
        world.lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            String[] lon = parts[3].trim().split(" ", -1);
            DivisionNode node = new DivisionNode(
                    parts[0].trim(),
                    parts[1].trim(),
                    "",
                    Optional.of(parts[2].trim()).filter(code -> !code.isEmpty()));
            byLayer.computeIfAbsent(node.level(), unused -> new ArrayList<>())
                    .add(new DivisionShape(node, strip(lon[0], lon[1])));
        });
        return Locator.of(StandardLayers.list().stream()
                .map(layer -> LocateLevel.of(layer, byLayer.getOrDefault(layer.name(), List.of())))
                .toList());
    }

    private static Geometry strip(String west, String east) {
        String wkt = String.format("POLYGON ((%1$s 30, %2$s 30, %2$s 31, %1$s 31, %1$s 30))", west, east);
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static String say(Location location) {
        StringBuilder text = new StringBuilder(location.status().label());
        location.grid().ifPresent(grid -> text.append(" grid=").append(grid.code()));
        location.zone().ifPresent(zone -> text.append(" zone=").append(zone.code()));
        location.office().ifPresent(office -> text.append(" office=").append(office.code()));
        location.community().ifPresent(community -> text.append(" community=").append(community.code()));
        location.at("micro_grid").ifPresent(micro -> text.append(" micro_grid=").append(micro.code()));
        if (!location.onBoundary().isEmpty()) {
            text.append(" also ").append(String.join(" ", location.onBoundary()));
        }
        if (!location.overlays().isEmpty()) {
            text.append(" overlays");
            location.overlays().forEach(overlay -> text.append(' ').append(overlay.code()));
        }
        return text.toString();
    }
}

package org.onemap.ingest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.GaussKruger;
import org.onemap.ingest.read.LookupOracle;

/** What is promised of the demo district, checked against the district itself. */
class DemoDistrictTest {

    private static final GaussKruger ZONE_38 = GaussKruger.fitting(113.55);

    private static DemoDistrict district;

    @BeforeAll
    static void makeDistrict() {
        district = DemoDistrict.generate(410172);
    }

    static Stream<List<Division>> levels() {
        DivisionTree tree = district.divisions();
        return Stream.of(tree.offices(), tree.zones(), tree.grids());
    }

    @Test
    void hasTheNumbersOfTheZone() {
        assertThat(levels().map(List::size)).containsExactly(5, 30, 189);
        assertThat(district.population().buildings()).hasSizeBetween(18_000, 22_000);
        assertThat(district.parts()).hasSize(60_000);
        assertThat(district.addresses()).hasSize(15_000);
        assertThat(residents(district.divisions().grids()).values().stream()
                        .mapToInt(n -> n)
                        .sum())
                .isBetween(790_000, 810_000);
    }

    @Test
    void hasTheOfficesOfTheZone() {
        assertThat(district.divisions().offices())
                .extracting(office -> office.code() + " " + office.name())
                .containsExactly(
                        "410172160 石佛办事处", "410172360 沟赵办事处", "410172560 枫杨办事处", "410172561 梧桐办事处", "410172562 双桥办事处");
    }

    @Test
    void itsGridsAreFoundAsJtsFindsThem() {
        LookupOracle.agrees(
                LookupOracle.shapes(district.divisions().grids().stream()
                        .map(grid -> ZONE_38.unproject(grid.polygon()))
                        .toList()),
                40_000);
    }

    @Test
    void liesWhereTheZoneLies() {
        Geometry outline = CoverageUnion.union(polygons(district.divisions().offices()));
        assertThat(outline.getArea()).isBetween(95e6, 103e6);
        Envelope lonLat = ZONE_38.unproject(outline).getEnvelopeInternal();
        assertThat(new Envelope(113.45, 113.60, 34.77, 34.88).contains(lonLat))
                .as("%s", lonLat)
                .isTrue();
    }

    @Test
    void hasThePositionOfTheManualWellInsideAGrid() {
        Point position = Site.GEOMETRY.createPoint(new Coordinate(458_825.4449, 3_853_606.8268));
        List<Division> around = district.divisions().grids().stream()
                .filter(grid -> grid.polygon().intersects(position))
                .toList();
        assertThat(around).hasSize(1);
        assertThat(around.get(0).polygon().getBoundary().distance(position)).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("levels")
    void coversItselfOnceAtEachLevel(List<Division> level) {
        assertThat(CoverageValidator.validate(polygons(level))).containsOnlyNulls();
        Geometry[] lonLat = Stream.of(polygons(level)).map(ZONE_38::unproject).toArray(Geometry[]::new);
        assertThat(CoverageValidator.validate(lonLat)).containsOnlyNulls();
        Geometry outline = CoverageUnion.union(polygons(level));
        assertThat(outline).as("one piece").isInstanceOf(Polygon.class);
        assertThat(((Polygon) outline).getNumInteriorRing()).as("gaps").isZero();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void isConnectedAndValidAtEachLevel(List<Division> level) {
        assertThat(level).allSatisfy(division -> {
            assertThat(division.polygon().isValid()).as(division.code()).isTrue();
            assertThat(ZONE_38.unproject(division.polygon()).isValid())
                    .as(division.code())
                    .isTrue();
        });
    }

    @Test
    void childrenMakeUpTheirParentVertexForVertex() {
        DivisionTree tree = district.divisions();
        Map<String, List<Division>> children = Stream.concat(tree.zones().stream(), tree.grids().stream())
                .collect(Collectors.groupingBy(Division::parentCode));
        Stream.concat(tree.offices().stream(), tree.zones().stream()).forEach(parent -> {
            Geometry union = CoverageUnion.union(polygons(children.get(parent.code())));
            assertThat(union.norm().equalsExact(parent.polygon().norm()))
                    .as(parent.code())
                    .isTrue();
        });
    }

    @Test
    void codesAreUniqueAndBeginWithTheParents() {
        DivisionTree tree = district.divisions();
        assertThat(tree.zones()).allSatisfy(zone -> {
            assertThat(zone.code()).matches("410172\\d{3}6\\d\\d");
            assertThat(zone.parentCode()).isEqualTo(zone.code().substring(0, 9));
        });
        assertThat(tree.grids()).allSatisfy(grid -> {
            assertThat(grid.code()).matches("410172\\d{3}6\\d\\d0\\d\\d");
            assertThat(grid.parentCode()).isEqualTo(grid.code().substring(0, 12));
        });
        assertUnique(tree.zones(), Division::code);
        assertUnique(tree.grids(), Division::code);
        assertUnique(tree.grids(), Division::name);
        assertUnique(district.roads(), RoadSegment::code);
        assertUnique(district.parts(), Part::code);
        assertUnique(district.addresses(), Address::code);
        assertThat(district.parts()).allSatisfy(part -> assertThat(part.code()).matches("410172\\d{10}"));
        assertThat(district.roads()).allSatisfy(road -> assertThat(road.code()).matches("410172[KZCBX]\\d{7}"));
    }

    @Test
    void gridsHaveAboutAsManyResidents() {
        Map<String, Integer> residents = residents(district.divisions().grids());
        double mean = residents.values().stream().mapToInt(n -> n).average().orElseThrow();
        assertThat(residents).hasSize(189);
        assertThat(residents.values()).allSatisfy(n -> assertThat(n / mean).isBetween(0.75, 1.25));
    }

    @Test
    void boundariesRunAlongRoads() {
        Set<Segment> roads = new HashSet<>();
        district.roads().forEach(road -> roads.addAll(segments(road.line())));
        assertThat(district.divisions().grids()).allSatisfy(grid -> assertThat(roads)
                .containsAll(segments(grid.polygon().getExteriorRing().getCoordinates())));
    }

    @Test
    void noBuildingMeetsARoadOrAnotherBuilding() {
        STRtree roads = new STRtree();
        for (RoadSegment road : district.roads()) {
            LineString line = Site.GEOMETRY.createLineString(road.line());
            roads.insert(line.getEnvelopeInternal(), line);
        }
        STRtree buildings = new STRtree();
        for (Building building : district.population().buildings()) {
            buildings.insert(building.polygon().getEnvelopeInternal(), building.polygon());
        }
        for (Building building : district.population().buildings()) {
            Polygon polygon = building.polygon();
            assertThat(polygon.isValid()).isTrue();
            assertThat(near(roads, polygon)).noneMatch(road -> road.isWithinDistance(polygon, 4));
            assertThat(near(buildings, polygon)).noneMatch(other -> other != polygon && other.intersects(polygon));
        }
    }

    @Test
    void everyBuildingLiesInTheGridItNames() {
        assertThat(district.population().buildings())
                .allMatch(building -> district.grid(building.block()).polygon().contains(building.polygon()));
    }

    @Test
    void everyPartAndAddressLiesInsideTheGridItNames() {
        Map<Division, IndexedPointInAreaLocator> locators = new HashMap<>();
        district.divisions()
                .grids()
                .forEach(grid -> locators.put(grid, new IndexedPointInAreaLocator(ZONE_38.unproject(grid.polygon()))));
        List<String> outside = new ArrayList<>();
        district.parts().forEach(part -> {
            if (!isInside(locators.get(district.grid(part.block())), part.at())) {
                outside.add(part.code());
            }
        });
        district.addresses().forEach(address -> {
            if (!isInside(locators.get(district.grid(address.door().block())), address.at())) {
                outside.add(address.code());
            }
        });
        assertThat(outside).isEmpty();
    }

    @Test
    void everyDivisionHasItsPeople() {
        Map<String, List<String>> posts = district.assignments().stream()
                .collect(Collectors.groupingBy(
                        a -> a.division().code(), Collectors.mapping(Assignment::post, Collectors.toList())));
        DivisionTree tree = district.divisions();
        assertThat(tree.offices())
                .allSatisfy(d -> assertThat(posts.get(d.code())).containsExactly("办事处网格总长"));
        assertThat(tree.zones()).allSatisfy(d -> assertThat(posts.get(d.code())).containsExactly("片区长"));
        assertThat(tree.grids()).allSatisfy(d -> assertThat(posts.get(d.code())).containsExactly("网格长", "专职网格员"));
        assertThat(district.assignments()).allSatisfy(a -> assertThat(a.phone()).matches("1\\d\\d\\*{4}\\d{4}"));
    }

    @Test
    void addressesAreToldApartByStreetAndNumber() {
        assertThat(district.addresses().stream().filter(a -> a.building().isEmpty()))
                .extracting(a -> a.door().text())
                .doesNotHaveDuplicates();
    }

    private static boolean isInside(IndexedPointInAreaLocator grid, Coordinate at) {
        return grid.locate(ZONE_38.unproject(Site.GEOMETRY.createPoint(at)).getCoordinate()) == Location.INTERIOR;
    }

    private static Map<String, Integer> residents(List<Division> grids) {
        Map<String, Integer> residents = new HashMap<>();
        List<Building> buildings = district.population().buildings();
        for (int i = 0; i < buildings.size(); i++) {
            String grid = district.grid(buildings.get(i).block()).code();
            residents.merge(grid, district.population().residents().residents(i), Integer::sum);
        }
        assertThat(grids).extracting(Division::code).containsAll(residents.keySet());
        return residents;
    }

    private static List<Segment> segments(Coordinate[] line) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i + 1 < line.length; i++) {
            segments.add(Segment.of(line[i], line[i + 1]));
        }
        return segments;
    }

    @SuppressWarnings("unchecked")
    private static List<Geometry> near(STRtree tree, Geometry geometry) {
        Envelope around = geometry.getEnvelopeInternal().copy();
        around.expandBy(5);
        return tree.query(around);
    }

    private static Geometry[] polygons(List<Division> divisions) {
        return divisions.stream().map(Division::polygon).toArray(Geometry[]::new);
    }

    private static <T> void assertUnique(List<T> things, Function<T, String> code) {
        assertThat(things.stream().map(code).distinct().count()).isEqualTo(things.size());
    }
}

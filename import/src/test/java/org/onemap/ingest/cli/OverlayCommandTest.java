package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.cli.Cli.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.coverage.ExactUnion;
import org.onemap.division.overlay.NetArea;
import org.onemap.feature.Content;
import org.onemap.locate.Locator;
import org.onemap.rights.Principal;
import org.onemap.snapshot.SnapshotLoader;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/** Dedicated grids and professional nets of {@link SmallTown} from the command line, on both engines. */
class OverlayCommandTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String ZONE = SmallTown.ZONE;
    private static final String FIRST = SmallTown.FIRST;
    private static final String MALL =
            "POLYGON ((113.501 34.802, 113.505 34.802, 113.505 34.808, 113.501 34.808, 113.501 34.802))";

    @TempDir
    private Path folder;

    private static void done(Object... words) {
        Cli.Outcome outcome = run(words);
        assertThat(outcome.code()).as("%s: %s", Arrays.toString(words), outcome).isZero();
    }

    private static String responsible(String store, double lon, String matter) {
        try (Store opened = Stores.open(StoreLocation.parse(store), Clock.system(ZoneId.of("Asia/Shanghai")))) {
            Locator locator = SnapshotLoader.load(opened, Principal.anonymous()).locator();
            return locator.responsible(locator.locate(new Cgcs2000(lon, 34.805)), matter)
                    .map(node -> node.level() + " " + node.code())
                    .orElse("nobody");
        }
    }

    private void makeOverMall(String store, String name, Object... options) {
        List<Object> words = new ArrayList<>(List.of("division", "dedicated", "make", name, "--parent", ZONE));
        words.addAll(List.of("--area", MALL, "--effective", TODAY, "--store", store));
        words.addAll(List.of(options));
        done(words.toArray());
    }

    @ParameterizedTest
    @EnumSource(SmallTown.Place.class)
    void dedicatedGridsAnswerForTheirMattersByPrecedence(SmallTown.Place place) {
        String store = SmallTown.in(place, folder);
        makeOverMall(store, "商圈", "--matters", "消防,治安", "--precedence", 2);
        makeOverMall(store, "园区");
        assertThat(responsible(store, 113.503, "消防")).isEqualTo("dedicated_grid " + ZONE + "Z01");
        assertThat(responsible(store, 113.503, "市容")).isEqualTo("dedicated_grid " + ZONE + "Z02");
        assertThat(responsible(store, 113.508, "消防")).isEqualTo("grid " + FIRST);
        assertThat(responsible(store, 113.6, "消防")).isEqualTo("nobody");

        done(
                "division",
                "dedicated",
                "alter",
                ZONE + "Z02",
                "--precedence",
                1,
                "--matters",
                "消防",
                "--effective",
                TODAY,
                "--store",
                store);
        assertThat(responsible(store, 113.503, "消防")).isEqualTo("dedicated_grid " + ZONE + "Z02");
        assertThat(responsible(store, 113.503, "市容")).isEqualTo("grid " + FIRST);
        assertThat(run("division", "dedicated", "list", "--store", store).out()).contains("园区", "消防、治安");
        done("people", "assign", ZONE + "Z02", "王伟", "--role", "网格长", "--store", store);

        done("division", "dedicated", "end", ZONE + "Z02", "--effective", TODAY, "--store", store);
        assertThat(responsible(store, 113.503, "消防")).isEqualTo("dedicated_grid " + ZONE + "Z01");
        done("division", "dedicated", "make", "学校", "--parent", ZONE, "--area", MALL, "--draft", "--store", store);
        assertThat(run("division", "dedicated", "make", "医院", "--parent", ZONE, "--area", MALL, "--store", store)
                        .out())
                .as("neither the code of one that ended nor that of a draft is given again")
                .contains("next: onemap division check");
        assertThat(run("division", "dedicated", "list", "--store", store).out()).doesNotContain("学校");
    }

    @ParameterizedTest
    @EnumSource(SmallTown.Place.class)
    void premisesMakeTheGround(SmallTown.Place place) {
        String store = SmallTown.in(place, folder);
        done(
                "division",
                "dedicated",
                "make",
                "楼宇",
                "--parent",
                FIRST,
                "--premises",
                "410172F000001,410172F000002",
                "--effective",
                TODAY,
                "--store",
                store);
        assertThat(responsible(store, 113.50205, "治安"))
                .as("on the edge of a building")
                .isEqualTo("dedicated_grid " + FIRST + "Z01");
        assertThat(responsible(store, 113.5045, "治安"))
                .as("between the buildings")
                .isEqualTo("grid " + FIRST);
    }

    private static Map<String, Content> rows(String store, String layer) {
        Map<String, Content> found = new TreeMap<>();
        try (Store opened = Stores.open(StoreLocation.parse(store), Clock.system(ZoneId.of("Asia/Shanghai")));
                ReadView view = opened.read();
                FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
            cursor.forEachRemaining(row -> found.put(row.code().orElseThrow(), row.content()));
        }
        return found;
    }

    /** Every area is the union of its members, vertex by vertex. */
    private static String areas(String store) {
        Map<String, Content> grids = rows(store, "grid");
        List<String> said = new ArrayList<>();
        rows(store, NetArea.LAYER.name()).values().forEach(row -> {
            NetArea area = NetArea.read(row);
            List<Geometry> members = area.members().stream()
                    .map(code -> grids.get(code).geometry().orElseThrow())
                    .toList();
            Geometry polygon = row.geometry().orElseThrow();
            assertThat(ExactUnion.find(members).orElseThrow().norm().getCoordinates())
                    .as("%s", area)
                    .isEqualTo(polygon.norm().getCoordinates());
            List<Coordinate> vertices = members.stream()
                    .flatMap(member -> Arrays.stream(member.getCoordinates()))
                    .toList();
            assertThat(vertices).containsAll(List.of(polygon.getCoordinates()));
            said.add(area.code() + "=" + String.join(",", area.members()).replace("410172560", ""));
        });
        return String.join(" ", said);
    }

    @ParameterizedTest
    @EnumSource(SmallTown.Place.class)
    void netsAreExactUnionsAndFollowTheirGrids(SmallTown.Place place) {
        String store = SmallTown.in(place, folder);
        done("division", "net", "build", "城管", "--effective", TODAY, "--store", store);
        assertThat(areas(store)).isEqualTo("城管-410172560601=601001,601002 城管-410172560602=602001,602002");
        done("division", "net", "set", "环保", "H1", "--members", FIRST, "--effective", TODAY, "--store", store);
        done(
                "division",
                "net",
                "set",
                "环保",
                "H2",
                "--members",
                ZONE + "002",
                "--below",
                "410172560602",
                "--effective",
                TODAY,
                "--store",
                store);
        done("division", "split", FIRST, "--along", "梧桐街", "--effective", TODAY, "--store", store);
        assertThat(areas(store))
                .isEqualTo("H1=601003,601004 H2=601002,602001,602002 城管-410172560601=601002,601003,601004"
                        + " 城管-410172560602=602001,602002");
        done(
                "division",
                "move",
                ZONE + "002",
                "410172560602001",
                "--area",
                "POLYGON ((113.518 34.79, 113.53 34.79, 113.53 34.82, 113.518 34.82, 113.518 34.79))",
                "--effective",
                TODAY,
                "--store",
                store);
        done("division", "merge", ZONE + "004", ZONE + "002", "--effective", TODAY, "--store", store);
        assertThat(areas(store))
                .as("the merged grid goes with the more households")
                .isEqualTo("H1=601003,601005 H2=602001,602002 城管-410172560601=601003,601005"
                        + " 城管-410172560602=602001,602002");
        try (Store opened = Stores.open(StoreLocation.parse(store), Clock.system(ZoneId.of("Asia/Shanghai")))) {
            Locator locator = SnapshotLoader.load(opened, Principal.anonymous()).locator();
            assertThat(locator.netAreas(locator.locate(new Cgcs2000(113.519, 34.805))))
                    .extracting(NetArea::code)
                    .containsExactly("城管-410172560602", "H2");
            assertThat(locator.netAreas(locator.locate(new Cgcs2000(113.6, 34.805))))
                    .isEmpty();
        }
        done("changes", "undo", lastChange(store), "--store", store);
        assertThat(areas(store)).contains("601002", "601004");
    }

    private static long lastChange(String store) {
        try (Store opened = Stores.open(StoreLocation.parse(store), Clock.system(ZoneId.of("Asia/Shanghai")));
                ReadView view = opened.read()) {
            return view.listChangeSets().get(0).number();
        }
    }

    @Test
    void theCheckJudgesNets() {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        done("division", "net", "set", "环保", "H1", "--members", FIRST, "--effective", TODAY, "--store", store);
        assertThat(run("check", "--only", "R14", "--store", store).out()).contains("未划入", "环保");
        done("division", "net", "set", "环保", "H1", "--below", "410172560", "--effective", TODAY, "--store", store);
        assertThat(run("check", "--only", "R14", "--store", store).out()).doesNotContain("未划入");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no ground          | dedicated make 甲 --parent 410172560601                        | needs an area or premises
            no parent          | dedicated make 甲 --parent 9 --area MALL                       | no division has the code 9
            a line             | dedicated make 甲 --parent 410172560601 --area LINESTRING(1~1,2~2) | must be a valid polygon
            crossing itself    | dedicated make 甲 --parent 410172560601 --area POLYGON((0~0,1~1,1~0,0~1,0~0)) | crosses itself
            unknown premises   | dedicated make 甲 --parent 410172560601 --premises 大厦,410172F000001 | has the address 大厦
            precedence 0       | dedicated make 甲 --parent 410172560601 --area MALL --precedence 0 | a precedence of 0
            none to alter      | dedicated alter Z9 --precedence 1                              | no dedicated grid has the code Z9
            none to end        | dedicated end Z9                                               | no dedicated grid has the code Z9
            both ways          | dedicated make 甲 --parent 410172560601 --area MALL --premises x | mutually exclusive
            draft with a day   | dedicated make 甲 --parent 410172560601 --area MALL --draft --effective 2030-01-01 | give one of them
            the past           | dedicated make 甲 --parent 410172560601 --area MALL --effective 2025-06-01 | before today
            no members         | net set 城管 C1                                                | an area needs members
            unknown member     | net set 城管 C1 --members 410172560601009                      | no grid has the code 410172560601009
            a member twice     | net set 环保 H2 --members 410172560601001                      | is a member of H1
            code of a net      | net set 城管 H1 --members 410172560601002                      | belongs to the net 环保
            the same again     | net set 环保 H1 --members 410172560601001                      | nothing changes
            built before       | net build 环保                                                 | the net 环保 is there
            none to drop       | net drop C9                                                    | no area of a professional net has the code C9
            """)
    void refusesInOneSentenceAndWritesNothing(String row, String words, String message) {
        String store = SmallTown.in(SmallTown.Place.GEOPACKAGE, folder);
        done("division", "net", "set", "环保", "H1", "--members", FIRST, "--effective", TODAY, "--store", store);
        long before = lastChange(store);
        List<Object> all = new ArrayList<>(List.of("division"));
        for (String word : words.split(" +")) {
            all.add(word.equals("MALL") ? MALL : word.replace('~', ' '));
        }
        all.addAll(List.of("--store", store));
        Cli.Outcome outcome = run(all.toArray());
        assertThat(outcome.code()).as("%s", outcome).isIn(ExitCode.REFUSED, ExitCode.USAGE);
        assertThat(outcome.err()).contains(message);
        assertThat(run("changes", "list", "--store", store).out()).doesNotContain("draft ");
        assertThat(areas(store)).isEqualTo("H1=601001");
        assertThat(lastChange(store)).satisfiesAnyOf(last -> assertThat(last).isEqualTo(before), last -> assertThat(
                        run("changes", "show", last, "--store", store).out())
                .contains("undone"));
    }
}

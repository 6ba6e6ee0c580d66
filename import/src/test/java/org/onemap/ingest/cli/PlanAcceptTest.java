package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;
import org.onemap.store.postgis.PostgisCluster;

/**
 * A plan in force, with all that follows: a street of four blocks with 30, 10, 10 and 30 households. Grid 001 has the first
 * block, 002 the three others; two equal grids need the second block to go over.
 */
class PlanAcceptTest {

    private static final String ZONE = "410172560601";
    private static final String A = ZONE + "001";
    private static final String B = ZONE + "002";
    private static final int[] HOUSEHOLDS = {30, 10, 10, 30};
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.now(SHANGHAI);

    @TempDir
    private Path folder;

    private String store = "";

    static Stream<String> engines() {
        return Stream.of("GeoPackage", "PostGIS");
    }

    private void buildTown(String engine) throws IOException {
        Supplier<String> file = () -> folder.resolve("town.gpkg").toString();
        store = engine.equals("PostGIS") ? PostgisCluster.shared().newDatabase().url() : file.get();
        load("road", roads());
        load("zone", "code,name,wkt\n" + ZONE + ",一片区,\"" + box(0, 4, 0) + "\"\n");
        load(
                "grid",
                "code,name,parent_code,户数,建筑数,wkt\n" + A + ",一网格," + ZONE + ",30,1,\"" + box(0, 1, 0) + "\"\n" + B
                        + ",二网格," + ZONE + ",50,3,\"" + box(1, 4, 0) + "\"\n");
        StringBuilder houses = new StringBuilder("code,name,parent_code,户数,wkt\n");
        StringBuilder lamps = new StringBuilder("code,name,parent_code,wkt\n");
        for (int i = 0; i < 4; i++) {
            String grid = i == 0 ? A : B;
            houses.append("F%d,楼,%s,%d,\"%s\"%n".formatted(i, grid, HOUSEHOLDS[i], box(i + 0.4, i + 0.6, 0.4)));
            lamps.append("L%d,灯,%s,POINT (%s)%n".formatted(i, grid, position(i + 0.5, 0.2)));
        }
        load("building", houses.toString());
        load("part", lamps.toString());
        load("assignment", "code,name,parent_code,岗位\nP1,张三," + A + ",网格长\nP2,李四," + B + ",网格长\n");
        Cli.Outcome built = Cli.run("roads", "build", "--store", store, "--district", "410172");
        assertThat(built.code()).as(built.toString()).isZero();
    }

    private void load(String layer, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(layer + ".csv"), csv);
        Cli.Outcome imported = Cli.run(
                "import",
                file,
                "--layer",
                layer,
                "--store",
                store,
                "--coordsys",
                "cgcs2000",
                "--effective",
                "2025-01-01");
        assertThat(imported.code()).as(imported.toString()).isZero();
    }

    private static String roads() {
        StringBuilder csv = new StringBuilder("code,name,wkt\n");
        for (int i = 0; i <= 4; i++) {
            csv.append("V%d,经%d路,\"LINESTRING (%s,%s)\"%n".formatted(i, i, position(i, 0), position(i, 1)));
        }
        for (int i = 0; i <= 1; i++) {
            csv.append("H%d,纬%d路,\"LINESTRING (%s,%s)\"%n".formatted(i, i, position(0, i), position(4, i)));
        }
        return csv.toString();
    }

    /** An area from west to east; whole blocks have a vertex at every corner. */
    private static String box(double west, double east, double inset) {
        List<String> ring = new ArrayList<>();
        double step = inset > 0 ? east - west : 1;
        for (double x = west; x <= east + 1e-9; x += step) {
            ring.add(position(x, inset));
        }
        for (double x = east; x >= west - 1e-9; x -= step) {
            ring.add(position(x, 1 - inset));
        }
        ring.add(position(west, inset));
        return "POLYGON ((" + String.join(",", ring) + "))";
    }

    private static String position(double x, double y) {
        return String.format(Locale.ROOT, "%.6f %.6f", 113.5 + 0.0015 * x, 34.8 + 0.0013 * y);
    }

    private Cli.Outcome plan(Object... more) {
        List<Object> words = new ArrayList<>(List.of("plan"));
        words.addAll(List.of(more));
        words.addAll(List.of("--store", store));
        return Cli.run(words.toArray());
    }

    private String draft(String... more) {
        List<Object> words = new ArrayList<>(List.of("new", "--levels", "grid:2"));
        words.addAll(List.of(more));
        Cli.Outcome made = plan(words.toArray());
        assertThat(made.code()).as(made.toString()).isZero();
        return made.out().replaceAll("(?s).*draft ([0-9]+) is written.*", "$1");
    }

    private List<String> rows(String layer, String... fields) {
        List<String> texts = new ArrayList<>();
        try (OpenedStore opened = OpenedStore.existing(store);
                ReadView view = opened.store().read()) {
            if (view.layers(Principal.anonymous()).find(layer).isEmpty()) {
                return texts;
            }
            try (FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
                cursor.forEachRemaining(row -> {
                    StringBuilder text = new StringBuilder(row.code().orElse("-"));
                    row.parentCode().ifPresent(code -> text.append('<').append(code));
                    for (String field : fields) {
                        text.append(' ').append(row.content().value(field).orElse("-"));
                    }
                    texts.add(text.toString().replace(ZONE + "00", "g"));
                });
            }
        }
        texts.sort(null);
        return texts;
    }

    private long changeNumber() {
        try (OpenedStore opened = OpenedStore.existing(store)) {
            return opened.store().changeNumber();
        }
    }

    private void assertAsBefore(long number) {
        assertThat(changeNumber()).isEqualTo(number);
        assertThat(rows("grid", "户数", "建筑数")).containsExactly("g1<" + ZONE + " 30 1", "g2<" + ZONE + " 50 3");
        assertThat(rows("building")).containsExactly("F0<g1", "F1<g2", "F2<g2", "F3<g2");
        assertThat(rows("lineage")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatLiesInTheGridsMovesWithThem(String engine) throws IOException {
        buildTown(engine);
        long before = changeNumber();
        String number = draft();
        assertAsBefore(before);
        Cli.Outcome accepted = plan("accept", number);
        assertThat(accepted.code()).as(accepted.toString()).isZero();
        assertThat(accepted.out()).contains("check: 0 errors", "plan " + number + " is in force from " + TODAY);

        assertThat(rows("grid", "户数", "建筑数")).containsExactly("g1<" + ZONE + " 40 2", "g2<" + ZONE + " 40 2");
        assertThat(rows("building")).containsExactly("F0<g1", "F1<g1", "F2<g2", "F3<g2");
        assertThat(rows("part")).containsExactly("L0<g1", "L1<g1", "L2<g2", "L3<g2");
        assertThat(rows("assignment", "岗位")).containsExactly("P1<g1 网格长", "P2<g2 网格长");
        assertThat(rows("lineage", "kind", "from_code", "to_code", "area_share", "household_share"))
                .usingElementComparator((a, b) -> rounded(a).compareTo(rounded(b)))
                .containsExactly(
                        number + "-1 ADJUST g1 g1 1.0 1.0",
                        number + "-2 ADJUST g2 g1 0.333 0.2",
                        number + "-3 ADJUST g2 g2 0.667 0.8");

        Path register = folder.resolve("register.html");
        assertThat(Cli.run("division", "register", number, "--store", store, "--output", register)
                        .code())
                .isZero();
        assertThat(Files.readString(register)).contains("界线调整", "33.3%", "20.0%", "已生效");
    }

    /** Shares of areas are not to the last digit what the blocks say. */
    private static String rounded(String row) {
        String[] words = row.split(" ");
        for (int i = 4; i < words.length; i++) {
            words[i] = String.format(Locale.ROOT, "%.2f", Double.parseDouble(words[i]));
        }
        return String.join(" ", words);
    }

    @Test
    void saysHowManyGridsAreWithoutALeader() throws IOException {
        buildTown("GeoPackage");
        load("assignment", "code,name,parent_code,岗位\nP1,张三," + A + ",网格长\n");
        Cli.Outcome accepted = plan("accept", draft());
        assertThat(accepted.code()).as(accepted.toString()).isZero();
        assertThat(accepted.out()).contains("next: 1 grid has no 网格长", "onemap people assign");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aDayAheadChangesNothingYetAndASecondAcceptanceIsRefused(String engine) throws IOException {
        buildTown(engine);
        String number = draft();
        long before = changeNumber();
        Cli.Outcome past = plan("accept", number, "--effective", TODAY.minusDays(1));
        assertThat(past.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(past.err()).contains("before today");
        assertAsBefore(before);

        assertThat(plan("accept", number, "--effective", TODAY.plusDays(3)).out())
                .contains("scheduled for " + TODAY.plusDays(3));
        assertAsBefore(before);
        Cli.Outcome twice = plan("accept", number);
        assertThat(twice.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(twice.err()).contains("accepted already");
        assertAsBefore(before);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatComesBeforeTheDayAheadGoesWithItsGridToo(String engine) throws IOException {
        buildTown(engine);
        String number = draft();
        LocalDate day = TODAY.plusDays(3);
        assertThat(plan("accept", number, "--effective", day).code()).isZero();
        // a house and a lamp in the block that will go over, one of each that stay; F1 is surveyed anew, F2 is torn
        // down
        load(
                "building",
                "code,name,parent_code,户数,wkt\n" + house("F0", 0, A, 30) + house("F1", 1, B, 12) + house("F3", 3, B, 30)
                        + "F8,新楼," + B + ",5,\"" + box(1.1, 1.2, 0.4) + "\"\n" + "F9,新楼," + B + ",5,\""
                        + box(2.1, 2.2, 0.4) + "\"\n");
        load(
                "address",
                "code,name,parent_code,wkt\nD1,门牌," + B + ",POINT (" + position(1.5, 0.3) + ")\nD2,门牌," + B + ",POINT ("
                        + position(3.5, 0.3) + ")\n");
        assertThat(Cli.run("people", "assign", B, "王五", "--role", "专职网格员", "--store", store)
                        .code())
                .isZero();
        assertThat(rows("building")).containsExactly("F0<g1", "F1<g2", "F3<g2", "F8<g2", "F9<g2");

        assertThat(applyOn(day)).containsExactly(Long.valueOf(number));
        assertThat(rows("building", "户数")).containsExactly("F0<g1 30", "F1<g1 12", "F3<g2 30", "F8<g1 5", "F9<g2 5");
        assertThat(rows("part")).containsExactly("L0<g1", "L1<g1", "L2<g2", "L3<g2");
        assertThat(rows("address")).containsExactly("D1<g1", "D2<g2");
        assertThat(rows("assignment", "岗位")).containsExactly("P1<g1 网格长", "P2<g2 网格长", "RY000001<g2 专职网格员");
        try (OpenedStore opened = OpenedStore.existing(store)) {
            opened.store().undo(Long.parseLong(number), "tester");
        }
        assertThat(rows("building", "户数"))
                .as("undone with the plan")
                .containsExactly("F0<g1 30", "F1<g2 12", "F3<g2 30", "F8<g2 5", "F9<g2 5");
    }

    private String house(String code, int block, String grid, int households) {
        return "%s,楼,%s,%d,\"%s\"%n".formatted(code, grid, households, box(block + 0.4, block + 0.6, 0.4));
    }

    /** Applies what is due on a day; the numbers of the change sets that were applied. */
    private List<Long> applyOn(LocalDate day) {
        Clock clock = Clock.fixed(day.atStartOfDay(SHANGHAI).toInstant(), SHANGHAI);
        try (Store later = Stores.open(StoreLocation.parse(store), clock)) {
            return later.applyDue().stream().map(ChangeSet::number).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aPlanOfYesterdaysRowsIsRefused(String engine) throws IOException {
        buildTown(engine);
        String stale = draft();
        load("building", "code,name,parent_code,户数,wkt\nF9,新楼," + B + ",5,\"" + box(2.1, 2.2, 0.4) + "\"\n");
        Cli.Outcome refused = plan("accept", stale);
        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("layer 'building' was changed by", "make the plan anew");
        assertThat(rows("grid", "户数")).containsExactly("g1<" + ZONE + " 30", "g2<" + ZONE + " 50");
        assertThat(rows("lineage")).isEmpty();
    }

    @Test
    void aPlanThatBreaksRulesIsRefusedWithTheList() throws IOException {
        buildTown("GeoPackage");
        load(
                "building",
                "code,name,parent_code,户数,wkt\nF0,楼," + A + ",30,\"" + box(0.4, 0.6, 0.4) + "\"\nF1,跨街楼," + B
                        + ",50,\"" + box(1.7, 2.1, 0.4) + "\"\nF2,楼," + B + ",10,\"" + box(2.4, 2.6, 0.4)
                        + "\"\nF3,楼," + B + ",70,\"" + box(3.4, 3.6, 0.4) + "\"\n");
        String number = draft("--cut", "buildings");
        long before = changeNumber();
        Path report = folder.resolve("report");
        Cli.Outcome refused = plan("accept", number, "--report", report);
        assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.out()).contains("error", "R10-", "F1", "is not accepted, nothing was written");
        assertThat(Files.readString(report.resolve("report.html"))).contains("不穿越建筑物");
        assertThat(changeNumber()).isEqualTo(before);
        assertThat(rows("lineage")).isEmpty();
        Cli.Outcome same = Cli.run("check", "--store", store, "--draft", number, "--only", "R10");
        assertThat(same.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(Cli.run("check", "--store", store, "--only", "R10").code()).isZero();

        Path rules = Files.writeString(folder.resolve("rules.yaml"), "R10: {severity: warning}\n");
        assertThat(plan("accept", number, "--rules", rules).code()).isZero();
    }

    @Test
    void aKilledAcceptanceLeavesTheStoreAsBeforeOrAsAfter() throws Exception {
        buildTown("GeoPackage");
        String number = draft();
        long before = changeNumber();
        Path whole = copy("whole");
        long wholeMs = Cli.process(Long.MAX_VALUE, "plan", "accept", number, "--store", whole);
        long seed = 20260612;
        Random random = new Random(seed);
        int killed = 0;
        for (int i = 0; i < 8; i++) {
            Path victim = copy("kill" + i);
            long afterMs = (long) (wholeMs * (0.5 + 0.6 * random.nextDouble()));
            killed += Cli.process(afterMs, "plan", "accept", number, "--store", victim) < 0 ? 1 : 0;
            store = victim.toString();
            if (changeNumber() == before) {
                assertAsBefore(before);
            } else {
                assertThat(rows("building"))
                        .as("seed " + seed + " kill " + i)
                        .containsExactly("F0<g1", "F1<g1", "F2<g2", "F3<g2");
                assertThat(rows("grid", "户数")).containsExactly("g1<" + ZONE + " 40", "g2<" + ZONE + " 40");
                assertThat(rows("lineage")).hasSize(3);
            }
        }
        assertThat(killed).as("acceptances that the signal met").isPositive();
    }

    private Path copy(String name) throws IOException {
        return Files.copy(folder.resolve("town.gpkg"), folder.resolve(name + ".gpkg"));
    }
}

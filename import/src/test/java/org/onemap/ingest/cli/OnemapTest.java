package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.cli.Cli.CGCS2000;
import static org.onemap.ingest.cli.Cli.ZONE_38;
import static org.onemap.ingest.cli.Cli.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line from outside: exit codes, messages, what is left behind. */
class OnemapTest {

    private static final String LEFT =
            "POLYGON((113.50 34.80, 113.50 34.81, 113.51 34.81, 113.51 34.80, 113.50 34.80))";
    private static final String RIGHT =
            "POLYGON((113.51 34.80, 113.51 34.81, 113.52 34.81, 113.52 34.80, 113.51 34.80))";
    private static final String WIDE =
            "POLYGON((113.50 34.80, 113.50 34.81, 113.515 34.81, 113.515 34.80, 113.50 34.80))";
    private static final String NARROW =
            "POLYGON((113.50 34.80, 113.50 34.81, 113.508 34.81, 113.508 34.80, 113.50 34.80))";
    private static final String BOTH =
            "POLYGON((113.50 34.80, 113.50 34.81, 113.51 34.81, 113.52 34.81, 113.52 34.80, 113.51 34.80, 113.50 34.80))";
    private static final String A = " | 410172560601001 | 甲 | 410172560601";
    private static final String B = " | 410172560601002 | 乙 | 410172560601";

    @TempDir
    private Path folder;

    private Path store;

    @BeforeEach
    void nameStore() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        store = folder.resolve("s.gpkg");
    }

    @ParameterizedTest(name = "onemap {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        --version                                        | 0  |
        --help                                           | 0  |
        import --help                                    | 0  |
        changes --help                                   | 0  |
        changes list --help                              | 0  |
        demo --help                                      | 0  |
        serve --help                                     | 0  |
                                                         | 64 | say what to do
        frobnicate                                       | 64 | Unmatched argument
        import                                           | 64 | Missing required
        import a.shp                                     | 64 | --store
        import --store s.gpkg                            | 64 | FILE
        import a.shp --store s.gpkg --frob               | 64 | Unknown option
        import a.shp --store s.gpkg --mode sideways      | 64 | sideways
        import a.shp --store s.gpkg --effective soon     | 64 | soon
        import a.shp --store s.gpkg --charset klingon    | 64 | klingon
        import a.shp --store s.gpkg --coordsys wgs72     | 64 | give one of wgs84
        import a.shp --store s.gpkg --effective 2024-5-1 | 64 | 2024-05-01
        import a.shp --store s.gpkg --report DIR/file    | 64 | give a folder
        import a.shp b.shp --store s.gpkg --layer x      | 64 | --layer names one layer
        import a.shp --store s.gpkg --crs 4547 --coordsys gcj02 | 64 | give one of them
        import nowhere.shp --store DIR/s.gpkg            | 2  | there is no file nowhere.shp
        import nowhere.shp --store s.txt                 | 2  | is no store
        import nowhere.shp --store postgresql://u:secret@127.0.0.1:1/d | 1 | cannot be reached
        changes                                          | 64 | list, show N or undo N
        changes show                                     | 64 | N
        changes show seven --store s.gpkg                | 64 | seven
        changes list --store DIR/none.gpkg               | 2  | there is no store
        changes undo 1 --store DIR/none.gpkg             | 2  | there is no store
        serve --store DIR/none.gpkg                      | 2  | there is no store
        serve --store DIR/none.gpkg --port 99999         | 64 | no port
        """)
    void saysWhatIsWrongInOneSentence(String words, int code, String message) {
        String line = words == null ? "" : words.replace("DIR", folder.toString());
        Cli.Outcome outcome = run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        if (message != null) {
            assertThat(outcome.err()).contains(message).doesNotContain("\tat ").doesNotContain("secret");
            assertThat(outcome.err().lines().findFirst().orElse("")).startsWith("onemap: ");
        }
        assertThat(folder.resolve("s.gpkg")).doesNotExist();
    }

    @Test
    void importsShowsAndUndoes() {
        Path offices = Cli.shapefile(folder, "office", CGCS2000, "编码 名称", BOTH + " | 410172560 | 枫杨办事处");
        Path zones = Cli.shapefile(folder, "片区", CGCS2000, "编码 名称 所属办事处", BOTH + " | 410172560601 | 枫杨一片区 | 410172560");
        Path grids = Cli.shapefile(folder, "grid", CGCS2000, "网格编码 网格名称 所属片区", LEFT + A, RIGHT + B);

        Cli.Outcome dry = run("import", grids, zones, offices, "--store", store, "--dry-run");
        assertThat(dry.code()).as(dry.toString()).isZero();
        assertThat(dry.out())
                .contains("grid.shp → layer grid: 2 rows, EPSG:4490", "网格编码  text  code", "automatic")
                .contains("dry run: grid created 2, replaced 0, unchanged 0, retired 0", "nothing was written");
        assertThat(store).doesNotExist();

        Cli.Outcome made = run("import", grids, zones, offices, "--store", store, "--author", "张三");
        assertThat(made.code()).as(made.toString()).isZero();
        assertThat(made.out())
                .contains("'片区' goes into layer zone")
                .contains("change 1: office created 1, replaced 0, unchanged 0, retired 0")
                .contains("change 1: grid created 2, replaced 0, unchanged 0, retired 0");

        assertThat(run("changes", "list", "--store", store).out())
                .contains("张三", "applied", "office.shp, 片区.shp, grid.shp");
        assertThat(run("changes", "show", 1, "--store", store).out())
                .contains("EPSG:4490", "sha256", "zone created 1", "张三");
        assertThat(run("changes", "show", 9, "--store", store).code()).isEqualTo(2);

        Cli.Outcome again = run("import", grids, "--store", store);
        assertThat(again.out()).contains("change 2: grid created 0, replaced 0, unchanged 2, retired 0");

        Cli.Outcome future = run("import", grids, "--store", store, "--effective", "2999-01-01");
        assertThat(future.out()).contains("scheduled, valid from 2999-01-01");

        assertThat(run("changes", "undo", 3, "--store", store).out()).contains("called off");
        assertThat(run("changes", "undo", 2, "--store", store).code()).isZero();
        Cli.Outcome undone = run("changes", "undo", 1, "--store", store);
        assertThat(undone.code()).as(undone.toString()).isZero();
        assertThat(undone.out()).contains("change 1 is undone by change");
        Cli.Outcome twice = run("changes", "undo", 1, "--store", store);
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("1").doesNotContain("\tat ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        overlap;        WIDE A;  RIGHT B;                                   overlap by
        gap;            NARROW A; RIGHT B;                                  no grid covers
        duplicate code; LEFT A;  RIGHT | 410172560601001 | 乙 | 410172560601; stands in
        missing parent; LEFT A;  RIGHT | 410172560601002 | 乙 | 410172560777; there is no zone with the code 410172560777
        no name;        LEFT A;  RIGHT | 410172560601002 | | 410172560601;  has no name
        blank name;     LEFT A;  RIGHT | 410172560601002 | 　 | 410172560601; has no name
        no code;        LEFT A;  RIGHT | | 乙 | 410172560601;               has no code
        bad code;       LEFT A;  RIGHT | 41017256060100X | 乙 | 410172560601; 41017256060100X
        bow tie;        LEFT A;  BOW B;                                     self-intersection
        sticks out;     LEFT A;  FAR B;                                     outside zone 410172560601
        """)
    void refusesWhatIsWrongWithGrids(String row, String first, String second, String message) throws IOException {
        importZones();
        Path grids = Cli.shapefile(folder, "grid", CGCS2000, "code name parent", wkt(first), wkt(second));
        Path report = folder.resolve("report");
        Cli.Outcome outcome = run("import", grids, "--store", store, "--report", report);
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.out()).contains("error", "grid.shp", message);
        assertThat(outcome.err()).contains("onemap: refused: ", "nothing was written");
        assertThat(Files.readString(report.resolve("report.html"))).contains("检查报告", "不合格", "grid.shp");
        assertThat(Files.readString(report.resolve("issues.geojson")))
                .contains("\"severity\":\"error\"")
                .doesNotContain("\"geometry\":null"); // every row here has a shape, so every issue has a spot
        assertThat(run("changes", "list", "--store", store).out())
                .contains("office")
                .doesNotContain("grid");
    }

    private static String wkt(String text) {
        return text.replace("WIDE", WIDE)
                .replace("NARROW", NARROW)
                .replace("LEFT", LEFT)
                .replace("RIGHT", RIGHT)
                .replace("BOW", "POLYGON((113.51 34.80, 113.52 34.81, 113.51 34.81, 113.52 34.80, 113.51 34.80))")
                .replace("FAR", RIGHT.replace("113.52", "113.53"))
                .replaceFirst(" A$", A)
                .replaceFirst(" B$", B);
    }

    private void importZones() {
        Path offices = Cli.shapefile(folder, "office", CGCS2000, "code name", BOTH + " | 410172560 | 枫杨办事处");
        Path zones = Cli.shapefile(
                folder, "zone", CGCS2000, "code name parent", BOTH + " | 410172560601 | 枫杨一片区 | 410172560");
        assertThat(run("import", offices, zones, "--store", store).code()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        no prj;            none;     POINT(113.55 34.81);           ;                  --coordsys wgs84
        no prj, but --crs; none;     POINT(113.55 34.81);           --crs EPSG:4490;
        unknown code;      none;     POINT(113.55 34.81);           --crs EPSG:99999;  99999
        no code;           none;     POINT(113.55 34.81);           --crs banana;      banana
        coordsys;          none;     POINT(113.55 34.81);           --coordsys gcj02;
        metres;            zone;     POINT(458825.4449 3853606.8268);;
        swapped degrees;   degrees;  POINT(34.81 113.55);           ;                  put longitude first
        swapped metres;    zone;     POINT(3853606.8268 458825.4449);;                 put the easting first
        zone-prefixed;     zone;     POINT(38458825.4449 3853606.8268);;               EPSG:4526
        metres as degrees; degrees;  POINT(458825.4449 3853606.8268);;                 --crs
        """)
    void refusesCoordinatesThatAreNotWhatTheySay(String row, String prj, String wkt, String option, String message) {
        String text = prj.equals("none") ? "" : prj.equals("zone") ? ZONE_38 : CGCS2000;
        Path file = Cli.shapefile(folder, "dots", text, "code", wkt + " | x1", wkt.replace("1)", "2)") + " | x2");
        Stream<Object> words = Stream.concat(
                Stream.of("import", file, "--store", store),
                option == null ? Stream.empty() : Stream.of((Object[]) option.split(" ")));
        Cli.Outcome outcome = run(words.toArray());
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(message == null ? 0 : 2);
        if (message != null) {
            assertThat(outcome.out() + outcome.err()).contains(message);
            assertThat(store).doesNotExist();
        }
    }

    @Test
    void aFileInGcj02IsDiagnosedAgainstTheStore() {
        Path right = Cli.shapefile(folder, "spots", CGCS2000, "code", dots(0, 0));
        assertThat(run("import", right, "--store", store).code()).isZero();
        Path shifted =
                Cli.shapefile(folder, "spots", CGCS2000, "code", dots(0.006127, -0.001084)); // as GCJ-02 is there
        Cli.Outcome refused = run("import", shifted, "--store", store);
        assertThat(refused.code()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.out()).contains("--coordsys gcj02");
        Cli.Outcome told = run("import", shifted, "--store", store, "--coordsys", "gcj02");
        assertThat(told.code()).as(told.toString()).isZero();
    }

    @Test
    void aLayerThatMovesAsAWholeIsWarnedAbout() {
        Path right = Cli.shapefile(folder, "spots", CGCS2000, "code", dots(0, 0));
        assertThat(run("import", right, "--store", store).code()).isZero();
        Path wrong = Cli.shapefile(folder, "spots", CGCS2000, "code", dots(6, 0)); // as in the wrong zone
        Cli.Outcome moved = run("import", wrong, "--store", store);
        assertThat(moved.code()).as(moved.toString()).isZero();
        assertThat(moved.out()).contains("moved-far", "9 things", "km (median)");
        Path back = Cli.shapefile(folder, "spots", CGCS2000, "code", dots(0, 0));
        assertThat(run("import", back, "--store", store).out()).contains("moved-far", "replaced 9");
        assertThat(run("import", back, "--store", store).out()).doesNotContain("moved-far");
    }

    private static String[] dots(double eastDeg, double northDeg) {
        String[] rows = new String[9];
        for (int i = 0; i < 9; i++) {
            double lon = 113.55 + 0.001 * (i % 3) + eastDeg;
            double lat = 34.81 + 0.001 * (i / 3) + northDeg;
            rows[i] = "POINT(" + lon + " " + lat + ") | d" + i;
        }
        return rows;
    }

    @Test
    void anEmptyFileIsRefusedAndALayerThatBecomesEmptyWarnedAbout() throws IOException {
        Path things = Files.writeString(folder.resolve("things.csv"), "code,lon,lat\na,113.5,34.8\nb,113.6,34.8\n");
        assertThat(run("import", things, "--store", store, "--coordsys", "wgs84")
                        .code())
                .isZero();
        Path nothing = Files.writeString(folder.resolve("things.geojson"), "");
        Cli.Outcome refused = run("import", nothing, "--store", store);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("things.geojson is empty");
        Files.writeString(things, "code,lon,lat\n");
        Cli.Outcome emptied = run("import", things, "--store", store, "--coordsys", "wgs84");
        assertThat(emptied.code()).as(emptied.toString()).isZero();
        assertThat(emptied.out()).contains("no-rows", "all 2 rows of layer things are retired", "retired 2");
    }

    @Test
    void everyImportByRowNumberIsWarnedAboutUntilItIsUndone() {
        Path file = Cli.shapefile(folder, "things", CGCS2000, "label", LEFT + " | x", RIGHT + " | y");
        for (int i = 0; i < 2; i++) {
            assertThat(run("import", file, "--store", store).out()).contains("row-number-key", "--key");
        }
        Cli.Outcome late = run("import", file, "--store", store, "--key", "label");
        assertThat(late.code()).isEqualTo(2);
        assertThat(late.err()).contains("undo");
        assertThat(run("changes", "undo", 2, "--store", store).code()).isZero();
        assertThat(run("changes", "undo", 1, "--store", store).code()).isZero();
        Cli.Outcome keyed = run("import", file, "--store", store, "--key", "label");
        assertThat(keyed.code()).as(keyed.toString()).isZero();
        assertThat(keyed.out()).contains("key label").doesNotContain("row-number-key");
    }

    @Test
    void layerNamesThatCannotBeAreRefused() {
        Path file = Cli.shapefile(folder, "1st", CGCS2000, "code", LEFT + " | x");
        assertThat(run("import", file, "--store", store).err()).contains("'1st' cannot name a layer", "--layer");
        assertThat(run("import", file, "--store", store, "--layer", "gpkg_x").code())
                .isEqualTo(2);
        assertThat(run("import", file, "--store", store, "--layer", "first").code())
                .isZero();
    }

    @Test
    void aReportIsWrittenOnSuccessToo() throws IOException {
        Path file = Cli.shapefile(folder, "things", CGCS2000, "code", LEFT + " | x");
        Path report = folder.resolve("deep/report");
        assertThat(run("import", file, "--store", store, "--report", report).code())
                .isZero();
        assertThat(Files.readString(report.resolve("report.html"))).contains("合格", "things.shp", "变更集 1");
        assertThat(Files.readString(report.resolve("issues.geojson"))).contains("FeatureCollection");
    }

    @Test
    void everyCommandExplainsItselfWithoutAWordToStandardError() {
        PrintStream before = System.err;
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        System.setErr(new PrintStream(warned, true, StandardCharsets.UTF_8));
        List<String> seen = new ArrayList<>();
        try {
            explain(List.of(), seen);
        } finally {
            System.setErr(before);
        }
        assertThat(warned.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(seen).contains("code capacity", "division split", "plan accept", "serve", "publish apply");
    }

    private static void explain(List<String> command, List<String> seen) {
        Cli.Outcome help =
                run(Stream.concat(command.stream(), Stream.of("--help")).toArray());
        assertThat(help.code()).as(help.toString()).isZero();
        assertThat(help.err()).isEmpty();
        seen.add(String.join(" ", command));
        boolean listed = false;
        for (String line : help.out().lines().toList()) {
            if (line.equals("Commands:")) {
                listed = true;
            } else if (listed && !line.startsWith(" ")) {
                listed = false;
            } else if (listed && line.matches("  [a-z].*")) {
                String name = line.trim().split(" ", 2)[0];
                explain(Stream.concat(command.stream(), Stream.of(name)).toList(), seen);
            }
        }
    }
}

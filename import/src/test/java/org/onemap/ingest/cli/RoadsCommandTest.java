package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.crs.Distances;
import org.onemap.feature.Feature;
import org.onemap.ingest.demo.DemoDistrict;
import org.onemap.ingest.demo.DemoFiles;
import org.onemap.ingest.read.SharedData;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/** {@code onemap roads build} on nets that people drew, and on the demo district. */
class RoadsCommandTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A4-roadnet-shenzhen-futian/derived/FuTian_edges.geojson | 440304 | 3206 | 1013 | 387
            A3-osm-beijing-haidian/derived/tsinghua_roads.geojson   | 110108 | 634  | 236  | 169
            A3-osm-beijing-haidian/derived/bupt_roads.geojson       | 110108 | 189  | 44   | 34
            A9-taipei-roads/road.geojson                            | 710001 | 3500 | 1442 | 466
            """)
    void buildsRealNets(String file, String district, int lines, int faces, int blocks) {
        Path store = folder.resolve("s.gpkg");
        assertThat(Cli.run("import", SharedData.path(file), "--layer", "road", "--store", store)
                        .code())
                .isZero();
        Cli.Outcome built = Cli.run("roads", "build", "--store", store, "--district", district);
        assertThat(built.code()).as(built.toString()).isZero();
        assertThat(built.out())
                .contains(String.format("%,d used", lines), "1 + C", ": holds")
                .contains(String.format("%,d of %,d faces", blocks, faces));
        List<Feature> stored = rows(store, "block");
        assertThat(stored).hasSize(blocks);
        assertNothingIsLostOrTwice(stored);
        Set<String> codes = new HashSet<>();
        for (Feature segment : rows(store, "road_segment")) {
            String code = segment.code().orElseThrow();
            assertThat(code).startsWith(district).hasSize(14);
            assertThat(codes.add(code)).as(code).isTrue();
            assertThat(segment.content().value("road_code")).contains(code.substring(0, 11));
        }

        Cli.Outcome again = Cli.run("roads", "build", "--store", store, "--district", district);
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains("nothing was written", "created 0, replaced 0")
                .contains("retired 0");
    }

    /** The blocks are as large as what they cover together. */
    private static void assertNothingIsLostOrTwice(List<Feature> blocks) {
        List<Geometry> shapes = new ArrayList<>();
        double sum = 0;
        for (Feature block : blocks) {
            Geometry shape = block.geometry().orElseThrow();
            assertThat(shape.isValid()).as(block.code().orElse("")).isTrue();
            shapes.add(shape);
            sum += ((Number) block.content().value("area_m2").orElseThrow()).doubleValue();
        }
        assertThat(Distances.areaM2(OverlayNGRobust.union(shapes))).isCloseTo(sum, within(1e-6 * sum));
    }

    @Test
    void findsTheBlocksOfTheDemoDistrictAndKeepsItsCodes() {
        Path store = folder.resolve("demo.gpkg");
        Path shapes = folder.resolve("shp");
        DemoFiles.write(DemoDistrict.generate(410172), shapes);
        Cli.Outcome imported =
                Cli.run("import", shapes.resolve("office.shp"), shapes.resolve("road.shp"), "--store", store);
        assertThat(imported.code()).as(imported.toString()).isZero();
        Path report = folder.resolve("report");
        Cli.Outcome built = Cli.run("roads", "build", "--store", store, "--report", report);
        assertThat(built.code()).as(built.toString()).isZero();
        assertThat(built.out())
                .contains("codes of 410172", "0 slivers joined", ": holds")
                .doesNotContain("warning");
        List<Feature> segments = rows(store, "road_segment");
        List<Feature> roads = rows(store, "road");
        assertThat(segments).hasSameSizeAs(roads);
        assertThat(segments.stream().map(Feature::name)).as("names").allMatch(name -> name.isPresent());
        assertThat(codes(segments)).isEqualTo(codes(roads));
        double district = rows(store, "office").stream()
                .mapToDouble(office -> Distances.areaM2(office.geometry().orElseThrow()))
                .sum();
        double blocks = rows(store, "block").stream()
                .mapToDouble(block -> Distances.areaM2(block.geometry().orElseThrow()))
                .sum();
        assertThat(blocks).isCloseTo(district, within(1.0));
        assertThat(report.resolve("roads.svg")).content().contains("<svg", "快速路");
        assertThat(report.resolve("report.html")).content().contains("道路物理网", "欧拉公式", "非国家标准");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            roads that do not close ; no-block-closed ; LINESTRING (113.5 34.8, 113.51 34.8)|甲路 / LINESTRING (113.5 34.81, 113.51 34.81)|乙路
            two nets and one point  ; glued-by-a-point ; LINESTRING (113.5 34.8, 113.502 34.8, 113.502 34.802, 113.5 34.802, 113.5 34.8)|甲路 / LINESTRING (113.502 34.802, 113.504 34.802, 113.504 34.804, 113.502 34.804, 113.502 34.802)|乙路
            """)
    void refusesANetOfNoUseAndWritesNothing(String name, String rule, String rows) {
        Path store = folder.resolve("bad.gpkg");
        Path shp = Cli.shapefile(folder, "road", Cli.CGCS2000, "道路名称", rows.split(" / "));
        assertThat(Cli.run("import", shp, "--store", store).code()).isZero();
        Cli.Outcome built = Cli.run("roads", "build", "--store", store);
        assertThat(built.code()).as(built.toString()).isEqualTo(2);
        assertThat(built.out()).contains(rule);
        assertThat(built.err()).contains("nothing was written");
        assertThat(Cli.run("changes", "list", "--store", store).out()).doesNotContain("road_segment");
    }

    @Test
    void saysWhatIsMissing() {
        Path store = folder.resolve("none.gpkg");
        Path shp = Cli.shapefile(folder, "lamp", Cli.CGCS2000, "名称", "POINT (113.5 34.8)|灯");
        assertThat(Cli.run("import", shp, "--store", store).code()).isZero();
        Cli.Outcome built = Cli.run("roads", "build", "--store", store);
        assertThat(built.code()).isEqualTo(2);
        assertThat(built.err()).contains("no layer named 'road'", "lamp");
        assertThat(Cli.run("roads", "build", "--store", store, "--district", "41017")
                        .code())
                .isEqualTo(64);
        assertThat(Files.exists(folder.resolve("nowhere.gpkg"))).isFalse();
        assertThat(Cli.run("roads", "build", "--store", folder.resolve("nowhere.gpkg"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aCutSegmentIsRetiredAndItsPartsSayWhereTheyComeFrom() {
        Path store = folder.resolve("cut.gpkg");
        String[] ladder = {
            "LINESTRING (113.5 34.8, 113.504 34.8)|甲路|支路",
            "LINESTRING (113.5 34.802, 113.504 34.802)|乙路|支路",
            "LINESTRING (113.5 34.8, 113.5 34.802)|一街|支路",
            "LINESTRING (113.504 34.8, 113.504 34.802)|二街|支路"
        };
        build(store, "first", ladder);
        Set<String> before = codes(rows(store, "road_segment"));
        assertThat(before).hasSize(4);
        List<String> more = new ArrayList<>(List.of(ladder));
        more.add("LINESTRING (113.5005 34.8, 113.5005 34.802)|三街|街巷");
        Cli.Outcome built = build(store, "second", more.toArray(new String[0]));
        assertThat(built.out())
                .contains("road_segment created 5, replaced 1, unchanged 1, retired 2")
                .contains("block created 1, replaced 1, unchanged 0, retired 0");
        List<String> origins = rows(store, "road_segment").stream()
                .flatMap(segment -> segment.content().value("origins").stream())
                .map(Object::toString)
                .toList();
        assertThat(origins).hasSize(4).allMatch(text -> text.matches("999999B000[0-9]001 [0-9.]+-[0-9.]+"));
        assertThat(Cli.run("changes", "undo", "4", "--store", store).code()).isZero();
        assertThat(codes(rows(store, "road_segment"))).isEqualTo(before);
    }

    private Cli.Outcome build(Path store, String name, String... rows) {
        Path source = folder.resolve(name);
        assertThat(source.toFile().mkdirs()).isTrue();
        Path shp = Cli.shapefile(source, "road", Cli.CGCS2000, "道路名称 道路等级", rows);
        assertThat(Cli.run("import", shp, "--store", store).code()).isZero();
        Cli.Outcome built = Cli.run("roads", "build", "--store", store);
        assertThat(built.code()).as(built.toString()).isZero();
        assertThat(built.out()).contains("no-county-code");
        return built;
    }

    private static Set<String> codes(List<Feature> rows) {
        Set<String> codes = new HashSet<>();
        rows.forEach(row -> codes.add(row.code().orElseThrow()));
        return codes;
    }

    private static List<Feature> rows(Path store, String layer) {
        List<Feature> rows = new ArrayList<>();
        try (Store opened = GeoPackageStore.open(store, Clock.systemUTC());
                ReadView view = opened.read();
                FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
            while (cursor.hasNext()) {
                rows.add(cursor.next());
            }
        }
        return rows;
    }
}

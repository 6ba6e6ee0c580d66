package org.onemap.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Reading.Layer;

/** Real files: counts, exact values, twins in two character sets. */
class RealDataTest {

    @ParameterizedTest(name = "{0}: {1} rows, {2} geometries of {3}")
    @CsvSource(delimiter = '|', textBlock = """
        B1-taiwan-villages/derived/utf8/villages.shp       | 7701 | 7701 | POLYGON
        B1-taiwan-villages/derived/utf8/towns.shp          | 368  | 368  | POLYGON
        B1-taiwan-villages/derived/utf8/counties.shp       | 22   | 22   | POLYGON
        B1-taiwan-villages/derived/big5/villages_twd97.shp | 7701 | 7701 | POLYGON
        B1-taiwan-villages/nlsc-2025/VILLAGE_NLSC_1140825.dbf | 7954 | 0 | NONE
        B2-swiss-municipalities/2020/municipalities.shp    | 2205 | 2205 | POLYGON
        B2-swiss-municipalities/2025/municipalities.shp    | 2124 | 2124 | POLYGON
        B2-swiss-municipalities/2026/municipalities.shp    | 2113 | 2113 | POLYGON
        B2-swiss-municipalities/2026/districts.shp         | 144  | 144  | POLYGON
        B3-us-counties/derived/counties.shp                | 3231 | 3230 | POLYGON
        A3-osm-beijing-haidian/derived/bupt_roads_gbk/roads.shp | 190 | 190 | LINE
        A3-osm-beijing-haidian/derived/tsinghua_buildings.geojson | 521 | 521 | POLYGON
        A4-roadnet-shenzhen-futian/derived/FuTian_nodes.geojson | 1745 | 1745 | POINT
        A6-buslines-zhengzhou/derived/zhengzhou_lines.geojson | 401 | 401 | LINE
        A2-datav-henan/410100_full.json                    | 12   | 12   | POLYGON
        A9-taipei-roads/housing_age.csv                    | 110515 | 110515 | POINT
        A1-zhengzhou-poi/中原区.csv                         | 1954 | 1954 | POINT
        """)
    void readsEveryRow(String file, int rows, long geometries, GeometryKind kind) {
        Reading reading = Reading.of(SharedData.path(file));
        Layer layer = reading.layer();
        assertThat(layer.rows()).hasSize(rows);
        assertThat(layer.rowCount()).isEqualTo(rows);
        assertThat(layer.geometries()).isEqualTo(geometries);
        assertThat(layer.kind()).isEqualTo(kind);
        assertThat(reading.rules(Severity.ERROR)).isEmpty();
    }

    @Test
    void readsVillagesInBig5AsInUtf8ButForCharactersOutsideOfIt() {
        Layer utf8 = Reading.of(SharedData.path("B1-taiwan-villages/derived/utf8/villages.shp"))
                .layer();
        Layer big5 = Reading.of(SharedData.path("B1-taiwan-villages/derived/big5/villages_twd97.shp"))
                .layer();
        CharsetEncoder cp950 = Charset.forName("x-windows-950").newEncoder();
        List<String> differences = new ArrayList<>();
        for (int row = 0; row < 7701; row++) {
            for (int column = 0; column < utf8.fields().size(); column++) {
                Object there = utf8.rows().get(row).values().get(column);
                Object here = big5.rows().get(row).values().get(column);
                if (!java.util.Objects.equals(there, here)) {
                    assertThat(cp950.canEncode(String.valueOf(there)))
                            .as("%s %s", there, here)
                            .isFalse();
                    differences.add(there + "→" + here);
                }
            }
        }
        assertThat(differences).hasSize(88);
        assertThat(utf8.value(0, "VILLNAME")).isEqualTo("中門里");
        assertThat(utf8.column("id")).containsOnlyNulls();
        assertThat(utf8.column("VILLCODE")).doesNotHaveDuplicates();
    }

    @Test
    void readsRoadsInGbkAsInUtf8ButForInvisibleMarks() {
        Reading gbk = Reading.of(SharedData.path("A4-roadnet-shenzhen-futian/derived/edges_gbk/edges.shp"));
        Reading utf8 = Reading.of(SharedData.path("A4-roadnet-shenzhen-futian/derived/edges_utf8/edges.shp"));
        assertThat(gbk.layer().charset()).contains(Charset.forName("GB18030"));
        int marks = 0;
        for (int row = 0; row < 3216; row++) {
            List<Object> here = gbk.layer().rows().get(row).values();
            List<Object> there = utf8.layer().rows().get(row).values();
            if (!here.equals(there)) {
                marks++;
                assertThat(String.valueOf(there)).contains("\u200E");
            }
            assertThat(gbk.layer().rows().get(row).geometry())
                    .isEqualTo(utf8.layer().rows().get(row).geometry());
        }
        assertThat(marks).isEqualTo(38);
        assertThat(utf8.issue("invisible-character").message()).contains("38 values", "U+200E", "石厦<U+200E>北一街");
        assertThat(gbk.issues()).isEmpty();
    }

    @Test
    void leavesOutTheNameOfWidthZeroOf2025() {
        Reading before = Reading.of(SharedData.path("B2-swiss-municipalities/2020/municipalities.shp"));
        Reading after = Reading.of(SharedData.path("B2-swiss-municipalities/2025/municipalities.shp"));
        assertThat(before.layer().columns()).containsExactly("id:INTEGER", "name:TEXT", "KTNR:INTEGER");
        assertThat(before.layer().column("name")).contains("Zürich", "Genève", "Aeugst am Albis");
        assertThat(before.layer().charset()).contains(StandardCharsets.UTF_8);
        assertThat(after.layer().columns()).containsExactly("id:INTEGER", "KTNR:INTEGER");
        assertThat(after.issue("zero-width-column").place().field()).isEqualTo("name");
        List<Object> retired = new ArrayList<>(before.layer().column("id"));
        retired.removeAll(after.layer().column("id"));
        assertThat(retired).hasSize(101);
    }

    @Test
    void readsATableWhoseShapesAreMissing() {
        Reading reading = Reading.of(SharedData.path("B1-taiwan-villages/nlsc-2025/VILLAGE_NLSC_1140825.dbf"));
        assertThat(reading.layer().value(0, "COUNTYNAME")).isEqualTo("臺南市");
        assertThat(reading.rules(Severity.WARNING)).contains("shp-missing");
    }

    @Test
    void refusesACsvWithoutColumnNames() {
        Reading reading = Reading.of(SharedData.path("A1-zhengzhou-poi/金水区.csv"));
        assertThat(reading.failure().orElseThrow()).hasMessageContaining("line of column names");
    }

    @Test
    void readsPositionsAndAttributesOfPointsOfInterest() {
        Layer layer = Reading.of(SharedData.path("A1-zhengzhou-poi/中原区.csv")).layer();
        assertThat(layer.wkt(0)).isEqualTo("POINT (113.597099 34.735589)");
        assertThat(layer.value(0, "POI名称")).isEqualTo("阿五黄河大鲤鱼(郑州陇海西路店)");
        assertThat(layer.columns()).doesNotContain("经度(lon):REAL").hasSize(6);
    }
}

package org.onemap.ingest.read.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Reading;
import org.onemap.ingest.read.Source;

/** Tables in text. */
class CsvSourceTest {

    @TempDir
    Path folder;

    private Reading read(String text) throws Exception {
        return Reading.of(Files.writeString(folder.resolve("a.csv"), text));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
        1;2                | INTEGER
        0;-5               | INTEGER
        0371;0372          | TEXT
        410172560001;410172560002 | INTEGER
        41017256000100000001;1 | TEXT
        +5;6               | TEXT
        1.5;2              | REAL
        01.5;2             | TEXT
        1e5;2              | TEXT
        12345678901234.123456;1.5 | TEXT
        2024-02-29;2024-03-01 | DATE
        2023-02-29;2024-03-01 | TEXT
        true;false         | BOOLEAN
        true;1             | TEXT
        1;x                | TEXT
        """)
    void makesNumbersOnlyOfWhatPrintsBack(String values, String type) throws Exception {
        String[] cells = values.split(";");
        Reading reading = read("v,w\n" + cells[0] + ",a\n" + cells[1] + ",b\n");
        assertThat(reading.layer().columns()).containsExactly("v:" + type, "w:TEXT");
        if (!type.equals("REAL")) {
            assertThat(reading.layer().column("v").stream().map(String::valueOf))
                    .containsExactly(cells);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws Exception {
        Reading reading = read("name" + delimiter + "note\n" + "\"a,b;c|d\"" + delimiter + "\"q\"\"r\"\n");
        assertThat(reading.layer().rows().get(0).values()).containsExactly("a,b;c|d", "q\"r");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        lon,lat,n            | 113.5,34.8,a | POINT (113.5 34.8)
        LNG,Latitude,n       | 113.5,34.8,a | POINT (113.5 34.8)
        纬度,经度,n          | 34.8,113.5,a | POINT (113.5 34.8)
        n,经度(lon),纬度（度） | a,113.5,34.8 | POINT (113.5 34.8)
        Y,X,n                | 34.8,113.5,a | POINT (113.5 34.8)
        lon,lat,n            | ,,a          | null
        n,wkt                | a,"LINESTRING (1 2, 3 4)" | LINESTRING (1 2, 3 4)
        the_geom,n           | 0101000000000000000000F03F0000000000000040,a | POINT (1 2)
        n,m                  | a,b          | null
        """)
    void findsPositions(String header, String row, String wkt) throws Exception {
        Reading reading = read(header + "\n" + row + "\n");
        assertThat(reading.layer().wkt(0)).isEqualTo(wkt);
        assertThat(reading.layer().value(0, "n")).isEqualTo("a");
        assertThat(reading.layer().crs()).isEqualTo(Source.DeclaredCrs.none());
        assertThat(reading.rules(Severity.WARNING)).isEmpty();
        assertThat(reading.rules(Severity.ERROR)).isEmpty();
        if (!header.equals("n,m")) {
            assertThat(reading.layer().columns()).containsExactly("n:TEXT");
        }
    }

    @Test
    void takesTheReferenceSystemOfExtendedWkt() throws Exception {
        Reading reading = read("geom,n\nSRID=4547;POINT (1 2),a\n");
        assertThat(reading.layer().crs().authority()).contains("EPSG:4547");
        assertThat(reading.layer().kind()).isEqualTo(GeometryKind.POINT);
    }

    @Test
    void readsQuotesWithLineBreaks() throws Exception {
        Reading reading = read("name,note\r\n\"a\r\nb\", c \r\n\r\nd,\"e \"\r\n");
        assertThat(reading.layer().column("name")).containsExactly("a\nb", "d");
        assertThat(reading.layer().column("note")).containsExactly("c", "e ");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        a,b,c     | csv-cells  | ERROR
        a         | csv-cells  | WARNING
        "a"x,b    | csv-quote  | ERROR
        a,"b      | csv-quote  | ERROR
        """)
    void saysWhichRowDoesNotFit(String row, String rule, Severity severity) throws Exception {
        Reading reading = read("n,m\nok,ok\n" + row);
        assertThat(reading.issue(rule).severity()).isEqualTo(severity);
        assertThat(reading.issue(rule).place().row()).isEqualTo(2);
        assertThat(reading.issue(rule).message()).contains("line 3");
    }

    @Test
    void saysWhichPositionIsNone() throws Exception {
        Reading reading = read("lon,lat\n113.5,34.8\nabc,34.8\n113.5,\n");
        assertThat(reading.issues()).hasSize(2).allMatch(issue -> issue.rule().equals("shape-unreadable"));
        assertThat(reading.issues().get(0).place().row()).isEqualTo(2);
        assertThat(reading.layer().geometries()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"113.5,34.8,a", "410172560001,秋棠社区", "1,2,a"})
    void refusesAFirstLineOfData(String line) throws Exception {
        assertThat(read(line + "\n" + line + "\n").failure().orElseThrow())
                .hasMessageContaining("line of column names");
    }

    @Test
    void acceptsYearsAmongColumnNames() throws Exception {
        assertThat(read("区,人口,2019\na,1,2\n").layer().columns())
                .containsExactly("区:TEXT", "人口:INTEGER", "2019:INTEGER");
    }

    @Test
    void readsGbkByJudgementAndByOrder() throws Exception {
        Path file = folder.resolve("gbk.csv");
        Files.write(file, "编码,名称\n001,桐柏路\n002,建设路\n".getBytes(Charset.forName("GBK")));
        Reading guessed = Reading.of(file);
        assertThat(guessed.layer().column("名称")).containsExactly("桐柏路", "建设路");
        assertThat(guessed.rules(Severity.WARNING)).containsExactly("charset-guessed");
        assertThat(Reading.of(file, Optional.of(Charset.forName("GBK"))).issues())
                .isEmpty();
        Reading wrong = Reading.of(file, Optional.of(Charset.forName("UTF-8")));
        assertThat(wrong.rules(Severity.WARNING)).contains("malformed-text");
    }

    @Test
    void takesAGeometryColumnWithOtherTextsAsAnAttribute() throws Exception {
        Reading reading = read("geometry,name\nround,a\nsquare,b\n");
        assertThat(reading.layer().columns()).containsExactly("geometry:TEXT", "name:TEXT");
        assertThat(reading.layer().kind()).isEqualTo(GeometryKind.NONE);
    }
}

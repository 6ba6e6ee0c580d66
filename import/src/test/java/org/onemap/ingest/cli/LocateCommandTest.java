package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.crs.Cgcs2000;
import org.onemap.feature.Content;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.locate.Location;
import org.onemap.locate.Locator;
import org.onemap.rights.Principal;
import org.onemap.snapshot.SnapshotLoader;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/**
 * {@code onemap locate} from outside. The town: office 9, zone 91, grids 911 (113.54 to 113.55 E) and 912 (to 113.56),
 * 34.80 to 34.81 N, the dedicated grid Z1 in the middle of 911. Until 2024-06-01 all of it was grid 910.
 */
class LocateCommandTest {

    @TempDir
    static Path folder;

    static Path store;

    @BeforeAll
    static void makeStore() {
        store = folder.resolve("town.gpkg");
        try (Store town = GeoPackageStore.openOrCreate(store, Clock.systemUTC())) {
            load(
                    town,
                    LocalDate.of(2024, 1, 1),
                    "office 9 - 113.54 113.56",
                    "zone 91 9 113.54 113.56",
                    "grid 910 91 113.54 113.56");
            load(
                    town,
                    LocalDate.of(2024, 6, 1),
                    "grid 911 91 113.54 113.55",
                    "grid 912 91 113.55 113.56",
                    "dedicated_grid Z1 - 113.544 113.546");
        }
    }

    private static void load(Store town, LocalDate from, String... divisions) {
        try (ChangeSetWriter writer =
                town.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "test", Effective.from(from), ""))) {
            for (String layer : Stream.of(divisions)
                    .map(one -> one.split(" ")[0])
                    .distinct()
                    .toList()) {
                writer.load(StandardLayers.find(layer).orElseThrow(), ChangeSetWriter.Mode.REPLACE);
                Stream.of(divisions)
                        .map(one -> one.split(" "))
                        .filter(one -> one[0].equals(layer))
                        .forEach(one -> writer.put(Content.builder(Schema.empty())
                                .code(one[1])
                                .name("名" + one[1])
                                .parentCode(one[2].replace("-", ""))
                                .geometry(strip(one[3], one[4]))
                                .build()));
                writer.finishLayer();
            }
            writer.commit();
        }
    }

    private static org.locationtech.jts.geom.Geometry strip(String west, String east) {
        try {
            return new WKTReader()
                    .read(String.format(
                            "POLYGON((%1$s 34.80, %2$s 34.80, %2$s 34.81, %1$s 34.81, %1$s 34.80))", west, east));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void addsDivisionsToATable() {
        Outcome outcome = locate("""
                id,name,lon,lat,remark
                1,甲,113.545,34.805,in 911 and Z1
                2,"a, ""b""
                c",113.555,34.805,in 912
                3,edge,113.55,34.805,lowest code wins

                4,out,113.6,34.805,outside
                5,bad,113°,34.805,no number
                6,swapped,34.805,113.545,
                7,nan,113.545,NaN,
                8,,,,
                9,short,113.545,34.802
                10,long,113.545,34.802,a,b
                11,no line end,113.545,34.802,""", "--coordsys", "wgs84");
        assertThat(outcome.out).isEqualTo("""
                id,name,lon,lat,remark,grid,zone,office,dedicated_grid,locate_note
                1,甲,113.545,34.805,in 911 and Z1,911,91,9,Z1,
                2,"a, ""b""
                c",113.555,34.805,in 912,912,91,9,,
                3,edge,113.55,34.805,lowest code wins,911,91,9,,

                4,out,113.6,34.805,outside,,,,,
                5,bad,113°,34.805,no number,,,,,lon is no number
                6,swapped,34.805,113.545,,,,,,lat is not within -90 and 90; the other way round it would lie inside: longitude comes first
                7,nan,113.545,NaN,,,,,,lat is no number
                8,,,,,,,,,lon is missing
                9,short,113.545,34.802,,911,91,9,Z1,
                10,long,113.545,34.802,a,b,,,,,more cells than the header has
                11,no line end,113.545,34.802,,911,91,9,Z1,""");
        assertThat(outcome.code).isZero();
        assertThat(outcome.err).contains("11 rows", "5 inside, 1 outside, 5 marked");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            names of their own     ~ --lon east --lat north  ~ east,north;113.542,34.802        ~ east,north,grid,zone,office,dedicated_grid,locate_note;113.542,34.802,911,91,9,,
            recognised by case     ~                         ~ LAT,LON;34.802,113.542           ~ LAT,LON,grid,zone,office,dedicated_grid,locate_note;34.802,113.542,911,91,9,,
            lng before x           ~                         ~ x,y,lng,lat;1,2,113.542,34.802   ~ x,y,lng,lat,grid,zone,office,dedicated_grid,locate_note;1,2,113.542,34.802,911,91,9,,
            quoted                 ~                         ~ "lon","lat";"113.542"," 34.802"  ~ "lon","lat",grid,zone,office,dedicated_grid,locate_note;"113.542"," 34.802",,,,,lat is no number
            chosen columns         ~ --columns office,grid_name,status ~ lon,lat;113.542,34.802 ~ lon,lat,office,grid_name,status,locate_note;113.542,34.802,9,名911,inside,
            a prefix               ~ --columns grid --prefix onemap_ ~ lon,lat,grid;113.542,34.802,x ~ lon,lat,grid,onemap_grid,onemap_locate_note;113.542,34.802,x,911,
            a past day             ~ --columns grid --as-of 2024-03-01 ~ lon,lat;113.542,34.802 ~ lon,lat,grid,locate_note;113.542,34.802,910,
            before all             ~ --columns grid --as-of 2023-03-01 ~ lon,lat;113.542,34.802 ~ lon,lat,grid,locate_note;113.542,34.802,,
            only names             ~                         ~ lon,lat                          ~ lon,lat,grid,zone,office,dedicated_grid,locate_note;
            blanks around numbers  ~ --columns grid          ~ lon , lat; 113.542 , 34.802      ~ lon , lat,grid,locate_note; 113.542 , 34.802,911,
            an open quote          ~ --columns grid          ~ n,lon,lat;"a,113.542,34.802;b,113.542,34.802; ~ n,lon,lat,grid,locate_note;"a,113.542,34.802,,a quote is opened and never closed;b,113.542,34.802,911,;
            """)
    void understandsTables(String row, String options, String in, String expected) {
        String[] words = options == null || options.isBlank()
                ? new String[0]
                : options.strip().split(" ");
        Outcome outcome = locate(in.replace(';', '\n'), withCoordsys(words));
        assertThat(outcome.out).as(outcome.err).isEqualTo(expected.replace(';', '\n'));
    }

    private static String[] withCoordsys(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--coordsys";
        all[words.length + 1] = "cgcs2000";
        return all;
    }

    @ParameterizedTest(name = "delimiter {0}")
    @CsvSource({"';', '\n'", "'\t', '\r\n'", "'|', '\r'"})
    void keepsDelimitersAndLineEnds(String delimiter, String lineEnd) {
        String in = String.join(lineEnd, "lon,lat", "113.542,34.802", "113.6,34.802", "")
                .replace(",", delimiter);
        String expected = String.join(lineEnd, "lon,lat,grid,locate_note", "113.542,34.802,911,", "113.6,34.802,,", "")
                .replace(",", delimiter);
        assertThat(locate(in, "--columns", "grid", "--coordsys", "wgs84").out).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8, false", "UTF-8, true", "GBK, false", "GB18030, false"})
    void keepsBytesOfEveryCharset(String charset, boolean mark) {
        Charset set = Charset.forName(charset);
        byte[] in = ((mark ? "\uFEFF" : "") + "名称,经度,纬度\n科学大道|路,113.542,34.802\n").getBytes(set);
        Outcome outcome = locate(in, "--columns", "grid,grid_name", "--coordsys", "wgs84");
        assertThat(new String(outcome.data, set))
                .as(outcome.err)
                .isEqualTo((mark ? "\uFEFF" : "")
                        + "名称,经度,纬度,grid,grid_name,locate_note\n科学大道|路,113.542,34.802,911,名911,\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"gcj02, 113.548126, 34.800915", "EPSG:4547, 458089.5, 3852719.0", "4490, 113.542, 34.802"})
    void undoesWhatTheNumbersMean(String coordsys, String x, String y) {
        Outcome outcome = locate("x,y\n" + x + "," + y + "\n", "--columns", "grid", "--coordsys", coordsys);
        assertThat(outcome.out).isEqualTo("x,y,grid,locate_note\n" + x + "," + y + ",911,\n");
    }

    @Test
    void addsMembersToLinesOfJson() {
        Outcome outcome = locate("""
                {"id":1,"lon":113.545,"lat":34.802}
                 { "lat" : "34.805", "lon" : 113.555 , "a":{"lon":1} } \t
                {"lon":113.6,"lat":34.805}

                {"id":4}
                {"lon":113.5,"lat":34.8
                [113.5,34.8]
                {"lon":null,"lat":34.8}
                {}""", "--coordsys", "wgs84", "--columns", "grid,zone");
        assertThat(outcome.out).isEqualTo("""
                {"id":1,"lon":113.545,"lat":34.802,"grid":"911","zone":"91","locate_note":null}
                 { "lat" : "34.805", "lon" : 113.555 , "a":{"lon":1} ,"grid":"912","zone":"91","locate_note":null} \t
                {"lon":113.6,"lat":34.805,"grid":null,"zone":null,"locate_note":null}

                {"id":4,"grid":null,"zone":null,"locate_note":"lon is missing"}
                {"row":"{\\"lon\\":113.5,\\"lat\\":34.8","grid":null,"zone":null,"locate_note":"the row is no JSON object with lon and lat, and no pair [lon, lat]"}
                {"row":"[113.5,34.8]","grid":null,"zone":null,"locate_note":"the row is no JSON object with lon and lat, and no pair [lon, lat]"}
                {"lon":null,"lat":34.8,"grid":null,"zone":null,"locate_note":"lon is missing"}
                {"grid":null,"zone":null,"locate_note":"lon is missing"}""");
    }

    @Test
    void saysHowSureItIs() {
        Outcome outcome = locate("""
                lon,lat,acc
                113.55,34.805,30
                113.5499,34.805,30
                113.545,34.805,5
                113.545,34.805,
                113.545,34.805,-1
                113.545,34.805,far
                """, "--coordsys", "wgs84", "--columns", "grid", "--accuracy", "acc");
        assertThat(outcome.out).isEqualTo("""
                lon,lat,acc,grid,locate_probability,locate_alternatives,locate_note
                113.55,34.805,30,911,0.500,911:0.500 912:0.500,
                113.5499,34.805,30,911,0.677,911:0.677 912:0.323,
                113.545,34.805,5,911,1.000,911:1.000,
                113.545,34.805,,911,,,
                113.545,34.805,-1,911,,,the accuracy is no number of metres above 0 and up to 5000
                113.545,34.805,far,911,,,the accuracy is no number of metres above 0 and up to 5000
                """);
    }

    @ParameterizedTest(name = "{0} → {2}: {3}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                                              ~ lon,lat        ~ 64 ~ --coordsys
            --coordsys mars                   ~ lon,lat        ~ 64 ~ wgs84, cgcs2000, gcj02, bd09
            --coordsys EPSG:99999             ~ lon,lat        ~ 64 ~ 99999
            --coordsys wgs84 --lon a          ~ lon,lat        ~ 64 ~ both
            --coordsys wgs84 --delimiter ab   ~ lon,lat        ~ 64 ~ no delimiter
            --coordsys wgs84 --as-of soon     ~ lon,lat        ~ 64 ~ 2024-05-01
            --coordsys wgs84                  ~ name,place     ~ 2  ~ name, place
            --coordsys wgs84 --lon a --lat b  ~ lon,lat        ~ 2  ~ there is no column 'a'
            --coordsys wgs84 --accuracy acc   ~ lon,lat        ~ 2  ~ there is no column 'acc'
            --coordsys wgs84                  ~ lon,lat,grid   ~ 2  ~ --prefix
            --coordsys wgs84 --columns street ~ lon,lat        ~ 2  ~ no column 'street'
            --coordsys wgs84                  ~ 113.5,34.8     ~ 2  ~ a row of column names
            --coordsys wgs84                  ~ [[113.5,34.8]] ~ 2  ~ one JSON array
            --coordsys wgs84                  ~ {"lon":1       ~ 2  ~ no JSON object
            --coordsys wgs84 --input none.csv ~ lon,lat        ~ 2  ~ there is no file none.csv
            """)
    void refusesBeforeAnythingIsWritten(String options, String in, int code, String part) {
        Outcome outcome = locate(in, options == null ? new String[0] : options.split(" "));
        assertThat(outcome.err).contains(part);
        assertThat(outcome.code).isEqualTo(code);
        assertThat(outcome.out).isEmpty();
    }

    @Test
    void theFileAppearsWhenItIsWhole() throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), "lon,lat\n113.542,34.802\n");
        Path out = Files.writeString(folder.resolve("out.csv"), "what was there before");
        Outcome refused = locate(
                "",
                "--coordsys",
                "wgs84",
                "--lon",
                "a",
                "--lat",
                "b",
                "--input",
                in.toString(),
                "--output",
                out.toString());
        assertThat(refused.code).isEqualTo(2);
        assertThat(out).hasContent("what was there before");
        Outcome outcome = locate(
                "", "--coordsys", "wgs84", "--columns", "grid", "--input", in.toString(), "--output", out.toString());
        assertThat(outcome.code).as(outcome.err).isZero();
        assertThat(out).hasContent("lon,lat,grid,locate_note\n113.542,34.802,911,\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void anEmptyInputGivesAnEmptyOutput() {
        Outcome outcome = locate("", "--coordsys", "wgs84");
        assertThat(outcome.code).isZero();
        assertThat(outcome.out).isEmpty();
    }

    @Test
    void agreesWithLookingUpEachRowAndKeepsEveryByte() {
        long seed = 20240607;
        Random random = new Random(seed);
        StringBuilder in = new StringBuilder("id,lon,lat,text\n");
        int rows = 30_000;
        for (int i = 0; i < rows; i++) {
            in.append(i)
                    .append(',')
                    .append(number(random, 113.53, 0.04))
                    .append(',')
                    .append(number(random, 34.795, 0.02))
                    .append(",\"")
                    .append("x,\n".repeat(random.nextInt(30)))
                    .append("\"\n");
        }
        Outcome outcome = locate(in.toString(), "--coordsys", "wgs84", "--columns", "grid");
        assertThat(outcome.out.replaceAll("\",(\\d*),(?=\n)", "\"").replace("text,grid,locate_note", "text"))
                .isEqualTo(in.toString());
        Locator locator = locator();
        List<String> found = Arrays.stream(outcome.out.split("\"\n?")).toList();
        String[] records = outcome.out.substring(outcome.out.indexOf('\n') + 1).split("(?<=,)\n(?=\\d+,)");
        assertThat(records).hasSize(rows);
        assertThat(found).isNotEmpty();
        for (String record : records) {
            String[] cells = record.split(",", 4);
            Location location =
                    locator.locate(new Cgcs2000(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
            String expected = location.grid().map(grid -> grid.code()).orElse("");
            assertThat(record.stripTrailing()).as("seed " + seed).endsWith("\"," + expected + ",");
        }
    }

    /** Whatever a table may hold, over several blocks of rows: line ends of both kinds, in quotes as well, exponents, signs. */
    @Test
    void oddRowsComeOutAsTheyWere() {
        String[] contents = { // before the bar the row, behind it what is added
            "1,113.542,34.802,plain|,911,",
            "2,1.13542e2,3.4802E+1,exponents|,911,",
            "3,+113.542,034.8020000000000000000000001,signs and digits|,911,",
            "4,113542000000000000000e-18,34.802,|,911,",
            "\"5\nof \"\"two\"\" lines\",113.542,34.802,\"a,\r\nb\"|,911,",
            "6,\"113.542\",\"34.802\",\"\"|,911,",
            "7,\t113.542 , 34.802\t,\ttabs\t|,,lon is no number",
            "8,113.6,34.802,outside|,,",
            "9,113.542,34.802|,,911,",
            "10|,,,,,lon is missing",
            "11,113.542,1e999,|,,lat is not within -90 and 90",
            "12,.1135e3,34.8020e0,half|,,",
            "13,113.542,34.802,😀 冬青街|,911,",
            "14,113.542,34.802,a \"quote\" within|,911,",
            "|"
        };
        Random random = new Random(20240607);
        StringBuilder in = new StringBuilder("\uFEFFid,lon,lat,text\r\n");
        StringBuilder expected = new StringBuilder("\uFEFFid,lon,lat,text,grid,locate_note\r\n");
        for (int row = 0; row < 10_000; row++) {
            String[] parts = contents[random.nextInt(contents.length)].split("\\|", 2);
            String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
            in.append(parts[0]).append(lineEnd);
            expected.append(parts[0]).append(parts[1]).append(lineEnd);
        }
        Outcome outcome = locate(in.toString(), "--columns", "grid", "--coordsys", "wgs84");
        assertThat(outcome.out.split("\n", -1))
                .as(outcome.err)
                .isEqualTo(expected.toString().split("\n", -1));
    }

    @Test
    void linesOfJsonMayBeginWithAByteOrderMark() {
        String in = "\uFEFF{\"lon\":113.542,\"lat\":3.4802e1}\r\n\r\n{ }\n{\"lat\":34.802,\"lon\":\"113.542\"}";
        Outcome outcome = locate(in, "--columns", "grid", "--coordsys", "wgs84");
        assertThat(outcome.out)
                .as(outcome.err)
                .isEqualTo("\uFEFF{\"lon\":113.542,\"lat\":3.4802e1,\"grid\":\"911\",\"locate_note\":null}\r\n\r\n"
                        + "{ \"grid\":null,\"locate_note\":\"lon is missing\"}\n"
                        + "{\"lat\":34.802,\"lon\":\"113.542\",\"grid\":\"911\",\"locate_note\":null}");
        Outcome refused = locate(in.getBytes(StandardCharsets.UTF_16LE), "--coordsys", "wgs84");
        assertThat(refused.err).contains("UTF-16");
        assertThat(refused.out).isEmpty();
    }

    private static Locator locator() {
        try (Store town = GeoPackageStore.open(store, Clock.systemUTC())) {
            return SnapshotLoader.load(town, Principal.anonymous()).locator();
        }
    }

    private static String number(Random random, double from, double width) {
        return String.format(Locale.ROOT, "%." + (2 + random.nextInt(12)) + "f", from + width * random.nextDouble());
    }

    private record Outcome(int code, byte[] data, String out, String err) {}

    private static Outcome locate(String in, String... words) {
        return locate(in.getBytes(StandardCharsets.UTF_8), words);
    }

    private static Outcome locate(byte[] in, String... words) {
        StringWriter err = new StringWriter();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        InputStream stdin = new ByteArrayInputStream(in) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1000)); // as a pipe gives it
            }
        };
        String[] all = new String[words.length + 3];
        all[0] = "locate";
        all[1] = "--store";
        all[2] = store.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        Console console = new Console(
                new PrintWriter(OutputStream.nullOutputStream()), new PrintWriter(err, true), false, stdin, data);
        int code = Onemap.run(console, all);
        return new Outcome(code, data.toByteArray(), data.toString(StandardCharsets.UTF_8), err.toString());
    }
}

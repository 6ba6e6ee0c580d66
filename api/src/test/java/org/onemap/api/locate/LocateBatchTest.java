package org.onemap.api.locate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemap.api.Served;

/** {@code POST /v1/locate:batch} over real HTTP, in all its forms. */
class LocateBatchTest {

    private static final long SEED = 20240607;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    static Served served;

    @BeforeAll
    static void serve() {
        served = Served.town(folder);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pair                | [113.542,34.802]                              | inside 410172160601001
            pair with a height  | [113.542,34.802,90]                           | inside 410172160601001
            object              | {"lon":113.558,"lat":34.802}                  | inside 410172160601002
            other names         | {"lng":113.558,"latitude":34.802}             | inside 410172160601002
            numbers in quotes   | {"lon":"113.558","lat":"34.802"}              | inside 410172160601002
            more members        | {"a":[1,{"b":"]}"}],"lat":34.802,"c":null,"lon":113.558,"d":"\\"}"} | inside 410172160601002
            on an edge          | [113.55,34.805]                               | inside 410172160601001
            dedicated           | [113.545,34.805]                              | inside 410172160601001 Z001
            outside             | [113.53,34.805]                               | outside
            own coordsys        | {"lon":113.548126723,"lat":34.800915974,"coordsys":"gcj02"} | inside 410172160601001
            unknown coordsys    | {"lon":113.5,"lat":34.8,"coordsys":"mars"}    | invalid coordsys is none of wgs84, cgcs2000, gcj02, bd09
            lon missing         | {"lat":34.802}                                | invalid lon is missing
            lon null            | {"lon":null,"lat":34.802}                     | invalid lon is missing
            lat missing         | [113.5]                                       | invalid lat is missing
            no number           | {"lon":"east","lat":34.802}                   | invalid lon is no number
            NaN                 | {"lon":113.5,"lat":"NaN"}                     | invalid lat is no number
            out of range        | [181,34]                                      | invalid lon is not within -180 and 180
            swapped             | [34.802,113.542]                              | invalid lat is not within -90 and 90; the other way round it would lie inside: longitude comes first
            swapped and outside | [34.802,112]                                  | invalid lat is not within -90 and 90; the other way round it would be a position: longitude comes first
            swapped, own coordsys | {"lon":34.800915974,"lat":113.548126723,"coordsys":"gcj02"} | invalid lat is not within -90 and 90; the other way round it would lie inside: longitude comes first
            empty object        | {}                                            | invalid the row is no JSON object with lon and lat, and no pair [lon, lat]
            a number            | 5                                             | invalid the row is no JSON object with lon and lat, and no pair [lon, lat]
            """)
    void answersEveryElementInItsPlace(String row, String element, String expected) throws IOException {
        String good = "[113.542,34.802]";
        JsonNode array = json("[" + good + " , " + element + "\n," + good + "]");
        assertThat(array).hasSize(3);
        assertThat(say(array.get(0))).isEqualTo("inside 410172160601001");
        assertThat(say(array.get(1))).isEqualTo(expected);
        assertThat(say(array.get(2))).isEqualTo("inside 410172160601001");
        String lines = Served.text(post("application/x-ndjson", good + "\n\n" + element + "\r\n" + good));
        assertThat(lines.lines().map(LocateBatchTest::read).map(LocateBatchTest::say))
                .containsExactly("inside 410172160601001", expected, "inside 410172160601001");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            names and numbers    | lon,lat;113.542,34.802;113.558,34.802             | inside,1 inside,2
            no names             | 113.542,34.802;113.558,34.802                     | inside,1 inside,2
            other columns        | id,纬度,经度;7,34.802,113.542;8,34.802,113.558      | inside,1 inside,2
            a quoted text        | name,lon,lat;"a, ""b"" c",113.542,34.802;c,113.558,34.802 | inside,1 inside,2
            blank lines          | lon,lat;;113.542,34.802;;113.558,34.802;;         | inside,1 inside,2
            empty cells          | lon,lat;,34.802;113.542,;,                        | invalid,lon is missing invalid,lat is missing invalid,lon is missing
            a short row          | name,lon,lat;a,113.542;b,113.542,34.802           | invalid,lat is missing inside,1
            a long row           | lon,lat;113.542,34.802,9;113.542,34.802           | invalid,more cells than the header has inside,1
            no number            | lon,lat;113°,34.802;113.542,NaN;113.542,34.802    | invalid,lon is no number invalid,lat is no number inside,1
            an open quote        | name,lon,lat;"a,113.542,34.802;b,113.542,34.802   | invalid,a quote is opened and never closed inside,1
            coordsys in rows     | lon,lat,coordsys;113.542,34.802,;113.5,34.8,x;113.542,34.802,WGS84 | inside,1 invalid,coordsys is none of wgs84, cgcs2000, gcj02, bd09 inside,1
            only names           | lon,lat                                           | -
            """)
    void answersEveryRowOfATable(String row, String rows, String expected) {
        String answer = Served.text(post("text/csv", rows.replace(';', '\n')));
        List<String> lines = answer.lines().toList();
        assertThat(lines.get(0)).isEqualTo("status,grid,zone,office,community,dedicated,note");
        String said = lines.stream()
                .skip(1)
                .map(line -> line.split(",", 7))
                .map(c -> c[0] + "," + (c[1].isEmpty() ? c[6].replace("\"", "") : c[1].substring(14)))
                .collect(Collectors.joining(" "));
        assertThat(said).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void allFormsAgreeWithEachOtherAndWithSingleCalls() throws IOException {
        double[] points = points(3_000);
        List<String> single = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            JsonNode answer =
                    served.json("/v1/locate?lon=" + points[2 * i] + "&lat=" + points[2 * i + 1] + "&coordsys=wgs84");
            single.add(say(answer).replace("boundary", "inside"));
        }
        List<String> json = saidOf(json(asJson(points)));
        assertThat(json.subList(0, 400)).isEqualTo(single);
        List<String> lines = Served.text(post("application/x-ndjson", asLines(points)))
                .lines()
                .map(LocateBatchTest::read)
                .map(LocateBatchTest::say)
                .toList();
        assertThat(lines).isEqualTo(json);
        List<String> csv = rows(Served.text(post("text/csv", "lon,lat\r\n" + asCsv(points))));
        assertThat(csv).isEqualTo(json);
        assertThat(ofBinary(post("application/octet-stream", asBinary(points)).body(), points.length / 2))
                .isEqualTo(json);
    }

    @Test
    void theAnswerComesInAnotherFormIfThatIsAskedFor() throws IOException {
        byte[] body = asBinary(new double[] {113.542, 34.802, Double.NaN, 34.802, 113.5, 0});
        HttpResponse<byte[]> csv =
                served.post("/v1/locate:batch?coordsys=wgs84", "application/octet-stream", body, "Accept", "text/csv");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(csv.headers().firstValue("Onemap-Change-Number")).hasValue("1");
        assertThat(rows(Served.text(csv)))
                .containsExactly("inside 410172160601001", "invalid lon is no number", "outside");
        JsonNode json =
                Served.json(served.post("/v1/locate:batch?coordsys=wgs84&f=json", "application/octet-stream", body));
        assertThat(saidOf(json)).containsExactly("inside 410172160601001", "invalid lon is no number", "outside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/locate:batch", "/v1/locate%3Abatch", "/v1/locate%3abatch"})
    void theColonMayBeEscaped(String path) throws IOException {
        byte[] body = asBinary(new double[] {113.542, 34.802});
        HttpResponse<byte[]> answer =
                served.post(path + "?coordsys=wgs84", "application/octet-stream", body, "Accept", "text/csv");
        assertThat(rows(Served.text(answer))).containsExactly("inside 410172160601001");
    }

    @Test
    void takesAHundredThousandPointsAndNotOneMore() throws IOException {
        double[] points = points(LocateBatch.MOST_POINTS);
        assertThat(json(asJson(points))).hasSize(LocateBatch.MOST_POINTS);
        assertThat(rows(Served.text(post("text/csv", asCsv(points))))).hasSize(LocateBatch.MOST_POINTS);
        double[] more = Arrays.copyOf(points, points.length + 2);
        for (HttpResponse<byte[]> refused : List.of(
                post("application/json", asJson(more)),
                post("application/x-ndjson", asLines(more)),
                post("text/csv", asCsv(more)),
                post("application/octet-stream", asBinary(more)))) {
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(Served.json(refused).path("detail").asText()).contains("more than 100000 points", "in parts");
        }
    }

    @Test
    void takesAndGivesGzip() throws IOException {
        byte[] body = gzip(asCsv(points(5_000)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = served.post(
                "/v1/locate:batch?coordsys=wgs84",
                "text/csv",
                body,
                "Content-Encoding",
                "gzip",
                "Accept-Encoding",
                "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
            assertThat(rows(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .hasSize(5_000);
        }
    }

    /** Some programs begin a text with a byte order mark; that of UTF-8 is passed over, any other text is told what it is. */
    @Test
    void knowsTheTextByItsFirstBytes() {
        for (String type : List.of("application/json", "application/x-ndjson", "text/csv")) {
            String body = type.equals("text/csv")
                    ? "lon,lat\n113.542,34.802"
                    : type.equals("application/json") ? "[[113.542,34.802]]" : "[113.542,34.802]";
            assertThat(Served.text(post(type, "\uFEFF" + body)))
                    .isEqualTo(Served.text(post(type, body)))
                    .contains("inside");
            for (byte[] other : List.of(
                    body.getBytes(StandardCharsets.UTF_16),
                    body.getBytes(StandardCharsets.UTF_16LE),
                    body.getBytes(StandardCharsets.UTF_16BE))) {
                HttpResponse<byte[]> refused = post(type, other);
                assertThat(refused.statusCode()).as(type).isEqualTo(400);
                assertThat(Served.text(refused)).contains("the text is UTF-16", "save it as UTF-8");
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAGzip() throws IOException {
        byte[] whole = gzip("lon,lat\n113.542,34.802\n".getBytes(StandardCharsets.UTF_8));
        for (byte[] body : List.of(new byte[0], new byte[] {'x'}, Arrays.copyOf(whole, 5), Arrays.copyOf(whole, 25))) {
            HttpResponse<byte[]> answer =
                    served.post("/v1/locate:batch?coordsys=wgs84", "text/csv", body, "Content-Encoding", "gzip");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Served.text(answer)).contains("is no whole gzip: ").doesNotContain("null");
        }
        HttpResponse<byte[]> other =
                served.post("/v1/locate:batch?coordsys=wgs84", "text/csv", whole, "Content-Encoding", "br");
        assertThat(other.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest(name = "{0} → {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?coordsys=mars   | application/json       | [[1,2]]      | 400 | wgs84, cgcs2000, gcj02, bd09
            ?coordsy=wgs84   | application/json       | [[1,2]]      | 400 | no parameter 'coordsy'
            ``               | text/csv               | lon,lat      | 400 | a column coordsys
            ``               | application/octet-stream | x          | 400 | 'coordsys' is missing
            ?coordsys=wgs84  | application/octet-stream | 0123456789abcdefg | 400 | has 1 bytes of 16
            ?coordsys=wgs84  | text/csv               | name,place   | 400 | no columns of a position
            ?coordsys=wgs84  | text/csv               | lon,lon,lat  | 400 | is there 2 times
            ?coordsys=wgs84  | application/json       | {"lon":1}    | 400 | no JSON array
            ?coordsys=wgs84  | application/json       | [[1,2]       | 400 | the array has no end
            ?coordsys=wgs84  | application/json       | [[1,2] [3,4]] | 400 | neither a comma
            ?coordsys=wgs84  | application/json       | [[1,2],[3 4]] | 400 | element 1 (from 0)
            ?coordsys=wgs84  | application/json       | [[1,2]] x    | 400 | something follows
            ?coordsys=wgs84  | application/json; charset=gbk | [[1,2]] | 400 | JSON is read as UTF-8
            ?coordsys=wgs84  | application/x-ndjson; charset=utf-16le | [1,2] | 400 | JSON is read as UTF-8
            ?coordsys=wgs84  | text/csv; charset=latin-99 | lon,lat | 400 | 'latin-99', which is none
            ?coordsys=wgs84  | image/png              | x            | 415 | application/x-ndjson
            ?coordsys=wgs84&f=png | application/json  | []           | 400 | no format 'png'
            """)
    void saysWhatIsWrongWithTheWhole(String query, String type, String body, int status, String part) {
        HttpResponse<byte[]> answer =
                served.post("/v1/locate:batch" + query, type, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(Served.text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Served.json(answer).path("detail").asText()).contains(part);
    }

    @Test
    void withoutCoordsysEveryRowSaysItItself() throws IOException {
        JsonNode answer = Served.json(served.post(
                "/v1/locate:batch",
                "application/json",
                "[{\"lon\":113.542,\"lat\":34.802,\"coordsys\":\"wgs84\"},[113.542,34.802]]"
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(saidOf(answer))
                .containsExactly(
                        "inside 410172160601001", "invalid coordsys is missing: wgs84, cgcs2000, gcj02 or bd09");
    }

    @Test
    void nothingInNothingOut() throws IOException {
        assertThat(json("[ ]")).isEmpty();
        assertThat(post("application/octet-stream", new byte[0]).statusCode()).isEqualTo(200);
        assertThat(Served.text(post("application/x-ndjson", ""))).isEmpty();
        assertThat(Served.text(post("text/csv", ""))).hasLineCount(1);
    }

    @Test
    void isOnlyPosted() {
        HttpResponse<byte[]> read = served.get("/v1/locate:batch");
        assertThat(read.statusCode()).isEqualTo(405);
        assertThat(read.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
        HttpResponse<byte[]> preflight = served.send("OPTIONS", "/v1/locate:batch", "Origin", "http://elsewhere");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("POST, OPTIONS");
    }

    /** Off and on the edges of the town, and rounded so that many lie on them. */
    private static double[] points(int count) {
        Random random = new Random(SEED);
        return IntStream.range(0, 2 * count)
                .mapToDouble(i -> Math.round((i % 2 == 0
                                        ? 113.535 + 0.03 * random.nextDouble()
                                        : 34.795 + 0.03 * random.nextDouble())
                                * (i % 6 < 2 ? 1e3 : 1e7))
                        / (i % 6 < 2 ? 1e3 : 1e7))
                .toArray();
    }

    private static String asJson(double[] points) {
        return IntStream.range(0, points.length / 2)
                .mapToObj(i -> "[" + points[2 * i] + "," + points[2 * i + 1] + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String asLines(double[] points) {
        return IntStream.range(0, points.length / 2)
                .mapToObj(i -> "{\"lon\":" + points[2 * i] + ",\"lat\":" + points[2 * i + 1] + "}\n")
                .collect(Collectors.joining());
    }

    private static String asCsv(double[] points) {
        return IntStream.range(0, points.length / 2)
                .mapToObj(i -> points[2 * i] + "," + points[2 * i + 1] + "\r\n")
                .collect(Collectors.joining());
    }

    private static byte[] asBinary(double[] points) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * points.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(points).forEach(bytes::putDouble);
        return bytes.array();
    }

    private static List<String> ofBinary(byte[] answer, int count) {
        ByteBuffer bytes = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        List<String> table = rows(new String(answer, 4 * count, answer.length - 4 * count, StandardCharsets.UTF_8));
        return IntStream.range(0, count)
                .mapToObj(i -> table.get(bytes.getInt(4 * i)))
                .toList();
    }

    private static List<String> rows(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.split(",", 7))
                .map(c -> String.join(" ", c[0], c[1], c[5], c[6].replace("\"", ""))
                        .replaceAll(" +", " ")
                        .strip())
                .toList();
    }

    private static List<String> saidOf(JsonNode array) {
        List<String> said = new ArrayList<>();
        array.forEach(answer -> said.add(say(answer)));
        return said;
    }

    private static String say(JsonNode answer) {
        StringBuilder text = new StringBuilder(answer.path("status").asText());
        text.append(' ').append(answer.at("/grid/code").asText());
        answer.path("dedicated")
                .forEach(one -> text.append(' ').append(one.path("code").asText()));
        return text.append(answer.path("error").asText()).toString().strip();
    }

    private static JsonNode json(String body) throws IOException {
        return MAPPER.readTree(post("application/json", body).body());
    }

    private static JsonNode read(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(line, e);
        }
    }

    private static HttpResponse<byte[]> post(String type, String body) {
        return post(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> post(String type, byte[] body) {
        return served.post("/v1/locate:batch?coordsys=" + "WGS84".toLowerCase(Locale.ROOT), type, body);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}

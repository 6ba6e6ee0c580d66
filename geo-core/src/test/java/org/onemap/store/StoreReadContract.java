package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.rights.Principal;
import org.onemap.rights.Scope;
import org.onemap.store.ChangeSetWriter.Mode;

/** Queries: boxes, filters, pages, ids, extents and rights, on whatever engine. */
public abstract class StoreReadContract extends StoreContract {

    private static final Schema SCHEMA = Schema.of(List.of(
            Field.of("名称", FieldType.TEXT),
            Field.of("Floors", FieldType.INTEGER),
            Field.of("area", FieldType.REAL),
            Field.of("open", FieldType.BOOLEAN),
            Field.of("built", FieldType.DATE),
            Field.of("seen", FieldType.DATETIME)));

    private static final Layer SITE = Layer.builder("site")
            .role(LayerRole.ELEMENT)
            .geometry(GeometryKind.POLYGON)
            .schema(SCHEMA)
            .build();

    private void loadSites() {
        try (ChangeSetWriter writer = begin("2024-01-01")) {
            writer.load(SITE, Mode.REPLACE);
            writer.put(site("S1", "甲", 3L, square(113.5, 34.8)));
            writer.put(site("S2", "乙", -7L, square(113.6, 34.8)));
            writer.put(
                    Content.builder(SCHEMA).code("S3").name("空").parentCode("P").build());
            writer.put(site("S4", "it's \"丙\"", 3L, wkt("POLYGON EMPTY")));
            writer.finishLayer();
            writer.commit();
        }
    }

    private static Content site(String code, String name, Long floors, Geometry geometry) {
        return Content.builder(SCHEMA)
                .code(code)
                .value(0, name)
                .value(1, floors)
                .value(2, 0.1 + floors)
                .value(3, floors > 0)
                .value(4, LocalDate.of(2020, 2, 29))
                .value(5, Instant.parse("2024-05-01T08:00:00.5Z"))
                .geometry(geometry)
                .build();
    }

    private static Geometry square(double lon, double lat) {
        return wkt("POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                .formatted(lon, lat, lon + 0.01, lat + 0.01));
    }

    @ParameterizedTest(name = "{0} = {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            code        | S1                       | S1
            CODE        | S1                       | S1
            name        | 空                       | S3
            parent_code | P                        | S3
            oid         | 2                        | S2
            valid_from  | 2024-01-01               | S1 S2 S3 S4
            change_set  | 1                        | S1 S2 S3 S4
            名称        | 甲                       | S1
            名称        | it's "丙"                | S4
            floors      | 3                        | S1 S4
            FLOORS      | 3.0                      | S1 S4
            Floors      | -7                       | S2
            Floors      | 3.5                      | ``
            Floors      | 99999999999999999999     | ``
            area        | 3.1                      | S1 S4
            area        | 31e-1                    | S1 S4
            open        | true                     | S1 S4
            open        | 0                        | S2
            built       | 2020-02-29               | S1 S2 S4
            seen        | 2024-05-01T08:00:00.500Z | S1 S2 S4
            """)
    void filters(String column, String value, String expected) {
        loadSites();
        try (ReadView view = store.read()) {
            FeatureQuery query = FeatureQuery.of("site").where(column, value);
            assertThat(codes(view, query)).isEqualTo(expected);
            assertThat(view.count(ALL, query)).isEqualTo(expected.isEmpty() ? 0 : expected.split(" ").length);
        }
    }

    @ParameterizedTest(name = "{0} = {1} is refused: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            height | 3          | oid, code, name, parent_code, valid_from, change_set, 名称, Floors
            geom   | 3          | has no column 'geom'
            Floors | three      | whole numbers
            area   | wide       | numbers
            open   | yes        | true or false
            built  | 2020-02-30 | dates
            seen   | yesterday  | moments
            """)
    void refusesFilters(String column, String value, String reason) {
        loadSites();
        try (ReadView view = store.read()) {
            assertThatThrownBy(() -> codes(view, FeatureQuery.of("site").where(column, value)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(reason)
                    .hasMessageContaining(column);
        }
    }

    private static String codes(ReadView view, FeatureQuery query) {
        return String.join(
                " ",
                features(view, query).stream().map(f -> f.code().orElse("-")).toList());
    }

    @Test
    void combinesFiltersAndBox() {
        loadSites();
        try (ReadView view = store.read()) {
            Envelope box = new Envelope(113.55, 114, 34, 35);
            assertThat(codes(view, FeatureQuery.of("site").within(box))).isEqualTo("S2");
            assertThat(codes(view, FeatureQuery.of("site").within(box).where("名称", "甲")))
                    .isEmpty();
            assertThat(view.count(ALL, FeatureQuery.of("site").within(box).where("名称", "乙")))
                    .isEqualTo(1);
        }
    }

    @Test
    void meetsBoxesExactlyToTheLastBit() {
        loadSites();
        double edge = 113.6;
        try (ReadView view = store.read()) {
            FeatureQuery query = FeatureQuery.of("site");
            double past = 113.51; // the right side of S1
            assertThat(codes(view, query.within(new Envelope(Math.nextUp(past), Math.nextDown(edge), 34.8, 34.81))))
                    .isEmpty();
            assertThat(codes(view, query.within(new Envelope(Math.nextUp(past), edge, 34.8, 34.81))))
                    .isEqualTo("S2");
            assertThat(view.count(ALL, query.within(new Envelope(past, Math.nextDown(edge), 34.8, 34.81))))
                    .isEqualTo(1);
            assertThat(codes(view, query.within(new Envelope(113.505, 113.505, 34.805, 34.805))))
                    .isEqualTo("S1");
        }
    }

    @Test
    void agreesWithScanningEveryBox() {
        long seed = 20240607;
        Random random = new Random(seed);
        List<Envelope> boxes = new ArrayList<>();
        try (ChangeSetWriter writer = begin("2024-01-01")) {
            writer.load(SITE, Mode.REPLACE);
            for (int i = 0; i < 3000; i++) {
                Geometry g = square(113 + random.nextInt(1000) / 1000.0, 34 + random.nextInt(1000) / 1000.0);
                boxes.add(g.getEnvelopeInternal());
                writer.put(site("S" + i, "x", (long) i % 5, g));
            }
            writer.finishLayer();
            writer.commit();
        }
        try (ReadView view = store.read()) {
            for (int draw = 0; draw < 100; draw++) {
                Envelope box = new Envelope(boxes.get(random.nextInt(boxes.size())));
                box.expandBy(random.nextInt(4) == 0 ? random.nextDouble() : -0.01 * random.nextInt(2));
                long expected = boxes.stream().filter(box::intersects).count();
                FeatureQuery query = FeatureQuery.of("site").within(box);
                assertThat(view.count(ALL, query))
                        .as("seed %d draw %d", seed, draw)
                        .isEqualTo(expected);
                List<Feature> found = features(view, query);
                assertThat(found).as("seed %d draw %d", seed, draw).hasSize((int) expected);
                assertThat(found).isSortedAccordingTo((a, b) -> Long.compare(a.oid(), b.oid()));
                assertThat(view.count(ALL, query.where("floors", "3")))
                        .isEqualTo(found.stream()
                                .filter(f -> f.content().value(1).equals(java.util.Optional.of(3L)))
                                .count());
            }
        }
    }

    @Test
    void pagesWithoutGapOrRepetition() {
        String[] rows = new String[50];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "C" + i + " " + i;
        }
        replace("2024-01-01", rows);
        Envelope everywhere = new Envelope(-180, 180, -90, 90);
        try (ReadView view = store.read()) {
            for (FeatureQuery query :
                    List.of(FeatureQuery.of("plot"), FeatureQuery.of("plot").within(everywhere))) {
                List<Long> oids = new ArrayList<>();
                List<Feature> page = features(view, query.limit(7));
                while (!page.isEmpty()) {
                    page.forEach(f -> oids.add(f.oid()));
                    page = features(view, query.after(oids.get(oids.size() - 1)).limit(7));
                }
                assertThat(oids).hasSize(50).doesNotHaveDuplicates().isSorted();
                assertThat(view.count(ALL, query.after(30).limit(7))).isEqualTo(50);
                assertThat(features(view, query.limit(0))).isEmpty();
            }
        }
    }

    @Test
    void findsByCodeThenKeyThenOid() {
        Schema schema = Schema.of(List.of(Field.of("id", FieldType.TEXT)));
        Layer layer = Layer.builder("thing")
                .schema(schema)
                .keyField("id")
                .geometry(GeometryKind.NONE)
                .build();
        try (ChangeSetWriter writer = begin("2024-01-01")) {
            writer.load(layer, Mode.REPLACE);
            writer.put(Content.builder(schema).code("c/1").value(0, "k1").build());
            writer.put(Content.builder(schema).value(0, "k 2").build());
            writer.put(Content.builder(schema).name("neither").build());
            writer.finishLayer();
            writer.commit();
        }
        try (ReadView view = store.read()) {
            assertThat(find(view, "c/1")).isEqualTo(1);
            assertThat(find(view, "k1")).isZero();
            assertThat(find(view, "k 2")).isEqualTo(2);
            assertThat(find(view, "3")).isEqualTo(3);
            assertThat(find(view, "1")).isZero();
            assertThat(view.extent(ALL, "thing")).isEmpty();
            assertThat(view.count(ALL, FeatureQuery.of("thing").within(new Envelope(-180, 180, -90, 90))))
                    .isZero();
        }
    }

    private static long find(ReadView view, String id) {
        return view.find(ALL, "thing", id, ValidTime.now()).map(Feature::oid).orElse(0L);
    }

    @Test
    void knowsTheExtentExactly() {
        loadSites();
        try (ReadView view = store.read()) {
            Envelope both = square(113.5, 34.8).getEnvelopeInternal();
            both.expandToInclude(square(113.6, 34.8).getEnvelopeInternal());
            assertThat(view.extent(ALL, "site")).contains(both);
        }
        try (ChangeSetWriter writer = begin("2024-02-01")) {
            writer.load(SITE, Mode.REPLACE);
            writer.put(site("S1", "甲", 3L, square(113.5, 34.8)));
            writer.finishLayer();
            writer.commit();
        }
        try (ReadView view = store.read()) {
            assertThat(view.extent(ALL, "site")).contains(square(113.5, 34.8).getEnvelopeInternal());
        }
        store.undo(2, "tester");
        try (ReadView view = store.read()) {
            assertThat(view.extent(ALL, "site").orElseThrow().getMaxX())
                    .isEqualTo(113.61, org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void namesWhatIsMissing() {
        loadSites();
        try (ReadView view = store.read()) {
            assertThatThrownBy(() -> features(view, FeatureQuery.of("sites")))
                    .isInstanceOf(NotFound.class)
                    .hasMessageContaining("'sites'")
                    .hasMessageContaining("site");
            assertThatThrownBy(() -> view.count(ALL, FeatureQuery.of("nothing")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> view.extent(ALL, "nothing")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> view.find(ALL, "nothing", "1", ValidTime.now()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void listsLayersFromTheTopOfTheDivisions() {
        for (String name : List.of("zebra", "grid", "road", "office", "apple")) {
            Layer layer = Layer.builder(name)
                    .geometry(GeometryKind.POINT)
                    .schema(PLOT.schema())
                    .build();
            load("2024-01-01", layer, Mode.REPLACE, name.toUpperCase(java.util.Locale.ROOT) + " 1");
        }
        try (ReadView view = store.read()) {
            assertThat(view.layers(ALL).list())
                    .extracting(Layer::name)
                    .containsExactly("office", "grid", "road", "zebra", "apple");
        }
    }

    @Test
    void showsAScopeItsDivisionsOnly() {
        Layer grid = Layer.builder("grid")
                .role(LayerRole.DIVISION)
                .geometry(GeometryKind.POINT)
                .build();
        Layer part = Layer.builder("part")
                .role(LayerRole.ELEMENT)
                .geometry(GeometryKind.POINT)
                .build();
        try (ChangeSetWriter writer = begin("2024-01-01")) {
            writer.load(grid, Mode.REPLACE);
            writer.put(division(grid, "410172160601001", "410172160601", 1));
            writer.put(division(grid, "410172360601001", "410172360601", 2));
            writer.finishLayer();
            writer.load(part, Mode.REPLACE);
            writer.put(division(part, "4101721600000001", "410172360601001", 3));
            writer.put(division(part, "4101722600000001", "410172160601001", 4));
            writer.put(division(part, "4101722600000002", "", 5));
            writer.finishLayer();
            writer.commit();
        }
        Principal office = new Principal("office", new Scope(false, Set.of("410172160")));
        Principal nobody = new Principal("nobody", new Scope(false, Set.of()));
        try (ReadView view = store.read()) {
            assertThat(seen(view, office, "grid")).containsExactly("410172160601001");
            assertThat(seen(view, office, "part")).containsExactly("4101722600000001");
            assertThat(view.count(office, FeatureQuery.of("part"))).isEqualTo(1);
            assertThat(view.extent(office, "part")).contains(new Envelope(4, 4, 30, 30));
            assertThat(view.find(office, "part", "4101721600000001", ValidTime.now()))
                    .isEmpty();
            assertThat(seen(view, nobody, "grid")).isEmpty();
            assertThat(view.extent(nobody, "grid")).isEmpty();
        }
    }

    private static Content division(Layer layer, String code, String parent, double lon) {
        return Content.builder(layer.schema())
                .code(code)
                .parentCode(parent)
                .geometry(point(lon, 30))
                .build();
    }

    private static List<String> seen(ReadView view, Principal principal, String layer) {
        List<String> codes = new ArrayList<>();
        try (FeatureCursor cursor = view.query(principal, FeatureQuery.of(layer))) {
            cursor.forEachRemaining(f -> codes.add(f.code().orElse("-")));
        }
        return codes;
    }
}

package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;

/** Columns: all field types, all geometries, odd names, schemas that grow, on whatever engine. */
public abstract class StoreColumnContract extends StoreContract {

    private Feature only(String layer) {
        try (ReadView view = store.read()) {
            List<Feature> features = features(view, FeatureQuery.of(layer));
            assertThat(features).hasSize(1);
            return features.get(0);
        }
    }

    private Outcome put(String effective, Layer layer, Content content) {
        try (ChangeSetWriter writer = begin(effective)) {
            writer.load(layer, Mode.UPSERT);
            Outcome outcome = writer.put(content);
            writer.finishLayer();
            writer.commit();
            return outcome;
        }
    }

    @Test
    void givesValuesBackInTheClassOfTheirField() {
        List<Object> values = List.of(
                "文本\n'\"\\ 𠮷 ",
                Long.MIN_VALUE,
                1L,
                3.0,
                Double.MIN_VALUE,
                -1.7976931348623157e308,
                true,
                false,
                LocalDate.of(1900, 1, 1),
                LocalDate.of(9999, 12, 31),
                Instant.parse("1969-12-31T23:59:59.999Z"),
                Instant.parse("2024-05-01T08:00:00Z"),
                "");
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            for (FieldType type : FieldType.values()) {
                if (type.accepts(values.get(i))) {
                    fields.add(Field.of("f" + i, type));
                }
            }
        }
        Layer layer = Layer.builder("typed")
                .geometry(GeometryKind.NONE)
                .schema(Schema.of(fields))
                .build();
        Content.Builder full = Content.builder(layer.schema()).code("A");
        for (int i = 0; i < values.size(); i++) {
            full.value(i, values.get(i));
        }
        assertThat(put("2024-01-01", layer, full.build())).isEqualTo(Outcome.CREATED);
        assertThat(only("typed").content()).isEqualTo(full.build());
        assertThat(put("2024-01-02", layer, full.build())).isEqualTo(Outcome.UNCHANGED);

        Content empty = Content.builder(layer.schema()).code("A").build();
        assertThat(put("2024-01-03", layer, empty)).isEqualTo(Outcome.REPLACED);
        assertThat(only("typed").content()).isEqualTo(empty);
        try (ReadView view = store.read()) {
            FeatureQuery before = FeatureQuery.of("typed").at(ValidTime.asOf(LocalDate.parse("2024-01-02")));
            assertThat(features(view, before).get(0).content()).isEqualTo(full.build());
        }
    }

    @Test
    void keepsMomentsToTheMillisecondAndNoMinusZero() {
        Layer layer = Layer.builder("typed")
                .geometry(GeometryKind.NONE)
                .schema(Schema.of(List.of(Field.of("t", FieldType.DATETIME), Field.of("r", FieldType.REAL))))
                .build();
        Content content = Content.builder(layer.schema())
                .code("A")
                .value(0, Instant.parse("2024-05-01T08:00:00.123456789Z"))
                .value(1, -0.0)
                .build();
        put("2024-01-01", layer, content);
        assertThat(only("typed").content().value("t")).contains(Instant.parse("2024-05-01T08:00:00.123Z"));
        assertThat(only("typed").content().value("r")).contains(0.0);
        assertThat(put("2024-01-02", layer, content)).isEqualTo(Outcome.UNCHANGED);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            POINT      | POINT(113.5 34.8)                              | POINT(113.5 34.8)
            POINT      | POINT Z(113.5 34.8 -0.5)                       | POINT Z(113.5 34.8 -0.5)
            POINT      | POINT M(113.5 34.8 7)                          | POINT M(113.5 34.8 7)
            POINT      | POINT ZM(113.5 34.8 1 7)                       | POINT ZM(113.5 34.8 1 7)
            POINT      | POINT EMPTY                                    | POINT EMPTY
            POINT      | MULTIPOINT((1 2))                              | POINT(1 2)
            MULTIPOINT | POINT(1 2)                                     | MULTIPOINT((1 2))
            MULTIPOINT | MULTIPOINT Z((1 2 3), (4 5 6))                 | MULTIPOINT Z((1 2 3), (4 5 6))
            LINE       | LINESTRING(1 2, 3 4)                           | MULTILINESTRING((1 2, 3 4))
            LINE       | LINESTRING ZM(1 2 3 4, 5 6 7 8)                | MULTILINESTRING ZM((1 2 3 4, 5 6 7 8))
            LINE       | LINESTRING EMPTY                               | MULTILINESTRING EMPTY
            POLYGON    | POLYGON((0 0, 9 0, 9 9, 0 0), (6 3, 8 3, 8 4, 6 3)) | MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0), (6 3, 8 3, 8 4, 6 3)))
            POLYGON    | MULTIPOLYGON Z(((0 0 1, 9 0 2, 9 9 3, 0 0 1))) | MULTIPOLYGON Z(((0 0 1, 9 0 2, 9 9 3, 0 0 1)))
            POLYGON    | POLYGON EMPTY                                  | MULTIPOLYGON EMPTY
            ANY        | LINESTRING(1 2, 3 4)                           | LINESTRING(1 2, 3 4)
            ANY        | GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4)) | GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))
            """)
    void keepsGeometries(GeometryKind kind, String given, String kept) {
        Layer layer = Layer.builder("shape").geometry(kind).build();
        Content content =
                Content.builder(layer.schema()).code("A").geometry(wkt(given)).build();
        assertThat(put("2024-01-01", layer, content)).isEqualTo(Outcome.CREATED);
        Content expected = content.toBuilder().geometry(wkt(kept)).build();
        assertThat(only("shape").content()).isEqualTo(expected);
        assertThat(put("2024-01-02", layer, content)).isEqualTo(Outcome.UNCHANGED);
        Geometry moved = wkt(kept);
        moved.apply((org.locationtech.jts.geom.CoordinateFilter) c -> c.x = Math.nextUp(c.x));
        Outcome outcome =
                put("2024-01-03", layer, content.toBuilder().geometry(moved).build());
        assertThat(outcome).isEqualTo(moved.isEmpty() ? Outcome.UNCHANGED : Outcome.REPLACED);
    }

    @Test
    void noticesAChangeOfZAlone() {
        Layer layer = Layer.builder("shape").geometry(GeometryKind.POINT).build();
        Content.Builder content = Content.builder(layer.schema()).code("A");
        put("2024-01-01", layer, content.geometry(wkt("POINT Z(1 2 3)")).build());
        assertThat(put(
                        "2024-01-02",
                        layer,
                        content.geometry(wkt("POINT Z(1 2 4)")).build()))
                .isEqualTo(Outcome.REPLACED);
        assertThat(put("2024-01-03", layer, content.geometry(wkt("POINT(1 2)")).build()))
                .isEqualTo(Outcome.REPLACED);
        assertThat(put("2024-01-04", layer, content.geometry(null).build())).isEqualTo(Outcome.REPLACED);
        assertThat(only("shape").geometry()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fid",
                "rowid",
                "_rowid_",
                "ogc_fid",
                "id",
                "select",
                "ORDER",
                "two words",
                "a\"b",
                "a'b",
                "a;b",
                "[x]",
                "100%",
                "?1",
                "网格 名称",
                "名称（旧）",
                "x'); DROP TABLE t; --",
                "ÄÖ",
                "🏠",
                "valid",
                "history",
                "rank",
                "%s"
            })
    void takesAnyColumnName(String name) {
        Schema schema = Schema.of(List.of(Field.of(name, FieldType.TEXT), Field.of("plain", FieldType.INTEGER)));
        Layer layer =
                Layer.builder("odd").geometry(GeometryKind.POINT).schema(schema).build();
        Content content = Content.builder(schema)
                .code("A")
                .value(0, "值")
                .value(1, 5L)
                .geometry(point(1, 2))
                .build();
        put("2024-01-01", layer, content);
        put("2024-01-02", layer, content.toBuilder().value(0, "x").build());
        store.undo(2, "tester");
        assertThat(only("odd").content()).isEqualTo(content);
        try (ReadView view = store.read()) {
            assertThat(features(view, FeatureQuery.of("odd").where(name, "值"))).hasSize(1);
            assertThat(view.layers(ALL).get("odd").schema()).isEqualTo(schema);
        }
    }

    @Test
    void takesAnOddColumnNameAsKey() {
        Schema schema = Schema.of(List.of(Field.of("a\"b '编号'", FieldType.TEXT)));
        Layer layer = Layer.builder("网格-2024_a")
                .geometry(GeometryKind.LINE)
                .keyField("a\"b '编号'")
                .schema(schema)
                .build();
        Content content = Content.builder(schema)
                .value(0, "k")
                .geometry(wkt("LINESTRING(1 1, 2 2)"))
                .build();
        put("2024-01-01", layer, content);
        assertThat(put("2024-01-02", layer, content)).isEqualTo(Outcome.UNCHANGED);
        assertThat(put("2024-01-02", layer, content.toBuilder().name("x").build()))
                .isEqualTo(Outcome.REPLACED);
    }

    @Test
    void addsNewFieldsAndLeavesMissingOnesNull() {
        replace("2024-01-01", "A 1", "B 2");
        Schema other = Schema.of(List.of(Field.of("备注", FieldType.TEXT), Field.of("VALUE", FieldType.INTEGER)));
        Layer given = PLOT.toBuilder().title("ignored").schema(other).build();
        try (ChangeSetWriter writer = begin("2024-02-01")) {
            Layer stored = writer.load(given, Mode.REPLACE);
            assertThat(stored.title()).isEqualTo(PLOT.title());
            assertThat(stored.schema().fields()).extracting(Field::name).containsExactly("value", "备注");
            Content a = Content.builder(other)
                    .code("A")
                    .value(1, 1L)
                    .geometry(point(1, 30))
                    .build();
            assertThat(writer.put(a)).isEqualTo(Outcome.UNCHANGED);
            Content b = Content.builder(other)
                    .code("B")
                    .value(0, "新")
                    .geometry(point(2, 30))
                    .build();
            assertThat(writer.put(b)).isEqualTo(Outcome.REPLACED);
            writer.finishLayer();
            writer.commit();
        }
        try (ReadView view = store.read()) {
            List<Feature> features = features(view, FeatureQuery.of("plot"));
            assertThat(features.get(1).content().value("value")).isEmpty();
            assertThat(features.get(1).content().value("备注")).contains("新");
        }
        store.undo(2, "tester");
        assertThat(rows("now")).containsExactly("1 A 1 2024-01-01 #1", "2 B 2 2024-01-01 #1");
        assertThat(load("2024-02-01", PLOT, Mode.REPLACE, "A 1").counts())
                .containsEntry("plot", new Counts(0, 0, 1, 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            type     | is INTEGER in the store and TEXT in the source
            geometry | holds POINT geometries, not POLYGON
            key      | knows its rows by "code", not by "value"
            """)
    void refusesWhatCannotBeTheSameLayer(String what, String message) {
        replace("2024-01-01", "A 1");
        Layer.Builder given = PLOT.toBuilder();
        switch (what) {
            case "type" -> given.schema(Schema.of(List.of(Field.of("Value", FieldType.TEXT))));
            case "geometry" -> given.geometry(GeometryKind.POLYGON);
            default -> given.keyField("value");
        }
        try (ChangeSetWriter writer = begin("2024-02-01")) {
            assertThatThrownBy(() -> writer.load(given.build(), Mode.REPLACE))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(message.replace('"', '\''));
        }
        assertThat(rows("now")).hasSize(1);
    }

    @Test
    void keepsTheWholeDescriptionOfALayer() {
        Layer layer = Layer.builder("grid")
                .title("网格")
                .role(org.onemap.feature.LayerRole.DIVISION)
                .geometry(GeometryKind.POLYGON)
                .parentLayer("zone")
                .schema(Schema.of(List.of(new Field("hs", FieldType.INTEGER, "户数"))))
                .keyField("hs")
                .build();
        Content row = Content.builder(layer.schema())
                .code("410172560601001")
                .value(0, 1L)
                .build();
        put("2024-01-01", layer, row);
        try (ReadView view = store.read()) {
            assertThat(view.layers(ALL).find("grid")).isEqualTo(Optional.of(layer));
        }
    }
}

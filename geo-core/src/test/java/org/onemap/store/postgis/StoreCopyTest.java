package org.onemap.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.ValidTime;
import org.onemap.store.geopackage.GeoPackageStore;
import org.onemap.store.sql.StoreCheck;
import org.onemap.store.sql.StoreCopy;

/** A store is the same after it went to the other engine and back, and its check finds what does not fit. */
class StoreCopyTest {

    private static final Principal ALL = Principal.anonymous();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-15T04:00:00Z"), ZoneOffset.UTC);
    private static final Layer GRID = Layer.builder("网格")
            .title("基础网格")
            .role(LayerRole.DIVISION)
            .geometry(GeometryKind.POLYGON)
            .schema(Schema.of(List.of(
                    Field.of("户数", FieldType.INTEGER),
                    Field.of("面积", FieldType.REAL),
                    Field.of("启用", FieldType.BOOLEAN),
                    Field.of("建档", FieldType.DATE),
                    Field.of("更新", FieldType.DATETIME))))
            .build();
    private static final Layer LIST =
            Layer.builder("list").geometry(GeometryKind.NONE).build();

    private static PostgisCluster.Database database;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeDatabase() {
        database = PostgisCluster.shared().newDatabase();
    }

    private Store file(String name) {
        return GeoPackageStore.openOrCreate(folder.resolve(name), CLOCK);
    }

    private static Store schema(String name) {
        return PostgisStore.openOrCreate(StoreLocation.parse(database.url(name)), CLOCK);
    }

    /** Loads, replacements, retirements, an undo, a scheduled change and a draft. */
    private static void fill(Store store) {
        load(store, GRID, Effective.from(LocalDate.of(2024, 1, 1)), 1, 40);
        load(store, GRID, Effective.from(LocalDate.of(2024, 3, 1)), 11, 60);
        load(store, LIST, Effective.from(LocalDate.of(2024, 3, 1)), 1, 3);
        load(store, GRID, Effective.from(LocalDate.of(2024, 4, 1)), 21, 70);
        store.undo(4, "tester");
        load(store, GRID, Effective.from(LocalDate.of(2030, 1, 1)), 31, 80);
        load(store, GRID, Effective.draft(), 41, 90);
    }

    private static void load(Store store, Layer layer, Effective effective, int from, int to) {
        try (ChangeSetWriter writer =
                store.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "王芳", effective, "from " + from))) {
            writer.addSource(new ChangeSet.Source("网格.shp", "ab", "EPSG:4547"));
            writer.load(layer, Mode.REPLACE);
            for (int i = from; i < to; i++) {
                writer.put(content(layer, i, from));
            }
            writer.finishLayer();
            writer.commit();
        }
    }

    private static Content content(Layer layer, int i, int from) {
        Content.Builder content = Content.builder(layer.schema()).code("C" + i);
        if (layer == LIST) {
            return content.build();
        }
        double x = 113 + i / 97.0;
        return content.name(i % 7 == 0 ? null : "第" + i + "网格")
                .value(0, i % 3 == 0 ? (long) from : (Object) 1L)
                .value(1, i / 7.0)
                .value(2, i % 5 == 0 ? null : (Object) (i % 2 == 0))
                .value(3, LocalDate.of(2020, 1, 1).plusDays(i))
                .value(4, Instant.parse("2024-05-01T08:00:00.123Z").plusSeconds(i))
                .geometry(i % 11 == 0 ? null : polygon(x, 34 + i / 89.0))
                .build();
    }

    private static Geometry polygon(double x, double y) {
        String ring = "((" + x + " " + y + ", " + (x + 0.01) + " " + y + ", " + x + " " + (y + 0.01) + ", " + x + " "
                + y + "))";
        try {
            return new WKTReader().read("POLYGON" + ring);
        } catch (ParseException e) {
            throw new IllegalArgumentException(ring, e);
        }
    }

    /** All that a store answers, as texts. */
    private static List<String> answers(Store store) {
        List<String> answers = new ArrayList<>();
        try (ReadView view = store.read()) {
            answers.add("change " + view.changeNumber());
            view.listChangeSets().forEach(set -> answers.add(set.toString()));
            view.forEachChangeSince(0, entry -> answers.add(entry.toString()));
            for (Layer layer : view.layers(ALL).list()) {
                answers.add(layer + " " + view.extent(ALL, layer.name()));
                for (String day : List.of("now", "2024-02-01", "2024-03-31", "2024-04-02")) {
                    ValidTime when = day.equals("now") ? ValidTime.now() : ValidTime.asOf(LocalDate.parse(day));
                    FeatureQuery query = FeatureQuery.of(layer.name()).at(when);
                    answers.add(layer.name() + " " + day + " " + view.count(ALL, query));
                    add(answers, view.query(ALL, query));
                    FeatureQuery box = query.within(new Envelope(113.2, 113.400000001, 34, 35));
                    answers.add("in box " + view.count(ALL, box));
                    add(answers, view.query(ALL, box.limit(3)));
                }
            }
            for (ChangeSet set : view.listChangeSets()) {
                for (StagedLayer staged : view.listStaged(set.number())) {
                    answers.add(staged.toString());
                    add(
                            answers,
                            view.queryStaged(ALL, set.number(), staged.layer().name()));
                }
            }
        }
        return answers;
    }

    private static void add(List<String> answers, FeatureCursor features) {
        try (features) {
            features.forEachRemaining(f -> answers.add(say(f)));
        }
    }

    private static String say(Feature f) {
        return f.oid() + " " + f.validFrom() + " #" + f.changeSet() + " " + f.content();
    }

    @Test
    void isTheSameInTheOtherEngineAndBack() {
        try (Store first = file("a.gpkg");
                Store second = schema("there");
                Store third = file("b.gpkg")) {
            fill(first);
            StoreCopy.copy(first, second);
            StoreCopy.copy(second, third);
            List<String> expected = answers(first);
            assertThat(expected).hasSizeGreaterThan(400);
            assertThat(answers(second)).isEqualTo(expected);
            assertThat(answers(third)).isEqualTo(expected);
            for (Store store : List.of(first, second, third)) {
                assertThat(StoreCheck.check(store)).as(store.location()).isEmpty();
                store.accept(7, Effective.today(), "tester");
                store.undo(7, "tester");
                store.undo(2, "tester");
            }
            assertThat(answers(second)).isEqualTo(answers(first));
            assertThat(answers(third)).isEqualTo(answers(first));
            assertThatThrownBy(() -> StoreCopy.copy(first, second))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("is not empty");
        }
    }

    @Test
    void answersTheSameWhenFilledByItself() {
        try (Store file = file("a.gpkg");
                Store schema = schema("itself")) {
            fill(file);
            fill(schema);
            assertThat(answers(schema)).isEqualTo(answers(file));
        }
    }
}

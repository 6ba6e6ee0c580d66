package org.onemap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.sql.StoreCheck;

/**
 * What every part of the store contract needs: a fresh store, a clock that the test turns, and rows as short texts. The
 * parts are {@link StoreChangeContract}, {@link StoreTimeContract}, {@link StoreDraftContract}, {@link StoreReadContract},
 * {@link StoreColumnContract}, {@link StoreMergeContract}, {@link StoreDamageContract} and {@link StoreProcessContract}; an engine's test class has a nested class for each and
 * says how its store is opened.
 */
public abstract class StoreContract {

    /** Everyone's principal. */
    protected static final Principal ALL = Principal.anonymous();

    /** A layer whose rows are recognised by code and whose codes are never reused. */
    protected static final Layer PLOT = Layer.builder("plot")
            .role(LayerRole.ELEMENT)
            .geometry(GeometryKind.POINT)
            .schema(Schema.of(List.of(Field.of("value", FieldType.INTEGER))))
            .build();

    /** The clock of the store; the test turns it. */
    protected final TurnableClock clock = new TurnableClock("2025-06-15T04:00:00Z");

    /** The store under test. */
    protected Store store;

    /** A folder of this test alone. */
    @TempDir
    protected Path folder;

    /** Opens the store of this folder; the first time in a test it is empty. */
    protected abstract Store openStore(Path folder, Clock clock);

    @BeforeEach
    void openFresh() {
        store = openStore(folder, clock);
    }

    /** Whether the test leaves a store that agrees with itself, which is looked at then. */
    protected boolean staysSound() {
        return true;
    }

    @AfterEach
    void closeStore() {
        try (Store tested = store) {
            if (staysSound()) {
                assertThat(StoreCheck.check(tested)).isEmpty();
            }
        }
    }

    protected final ChangeSetWriter begin(String effective) {
        return begin(store, effective);
    }

    protected static ChangeSetWriter begin(Store store, String effective) {
        Effective from = effective.isEmpty() ? Effective.today() : Effective.from(LocalDate.parse(effective));
        return store.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "tester", from, ""));
    }

    /** Loads {@link #PLOT} as a whole from rows such as {@code A 1}: code and value; the point lies at (value, 30). */
    protected final ChangeSet replace(String effective, String... rows) {
        return load(effective, PLOT, Mode.REPLACE, rows);
    }

    protected final ChangeSet upsert(String effective, String... rows) {
        return load(effective, PLOT, Mode.UPSERT, rows);
    }

    protected final ChangeSet load(String effective, Layer layer, Mode mode, String... rows) {
        try (ChangeSetWriter writer = begin(effective)) {
            writer.load(layer, mode);
            for (String row : rows) {
                writer.put(plot(layer, row));
            }
            writer.finishLayer();
            return writer.commit();
        }
    }

    protected static Content plot(Layer layer, String row) {
        String[] parts = row.split(" ", -1);
        long value = Long.parseLong(parts[1]);
        return Content.builder(layer.schema())
                .code(parts[0])
                .value(0, value)
                .geometry(layer.geometry().isSpatial() ? point((double) value, 30) : null)
                .build();
    }

    protected static Geometry point(double lon, double lat) {
        return new GeometryFactory().createPoint(new Coordinate(lon, lat));
    }

    protected static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The plots now or as of a day, as {@code oid code value validFrom #changeSet}. */
    protected final List<String> rows(String when) {
        return rows("plot", when);
    }

    protected final List<String> rows(String layer, String when) {
        ValidTime time = when.equals("now") ? ValidTime.now() : ValidTime.asOf(LocalDate.parse(when));
        try (ReadView view = store.read()) {
            return texts(view, FeatureQuery.of(layer).at(time));
        }
    }

    protected static List<String> texts(ReadView view, FeatureQuery query) {
        List<String> texts = new ArrayList<>();
        for (Feature f : features(view, query)) {
            texts.add(f.oid() + " " + f.code().orElse("-") + " "
                    + f.content().value("value").orElse("-") + " " + f.validFrom() + " #" + f.changeSet());
        }
        return texts;
    }

    protected static List<Feature> features(ReadView view, FeatureQuery query) {
        List<Feature> features = new ArrayList<>();
        try (FeatureCursor cursor = view.query(ALL, query)) {
            cursor.forEachRemaining(features::add);
        }
        return features;
    }

    /** A clock that stands where the test puts it. */
    protected static final class TurnableClock extends Clock {

        private volatile Instant now;

        TurnableClock(String now) {
            this.now = Instant.parse(now);
        }

        /** Puts the clock to noon of a day in Asia/Shanghai. */
        public void turnTo(String day) {
            now = Instant.parse(day + "T04:00:00Z");
        }

        /** Puts the clock to a moment. */
        public void turnToInstant(String moment) {
            now = Instant.parse(moment);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

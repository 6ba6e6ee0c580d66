package org.onemap.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.locate.Location;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

class SnapshotTest {

    private static final Cgcs2000 IN_THE_WEST = new Cgcs2000(113.51, 34.81);
    private static final Principal ALL = Principal.anonymous();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path folder;

    private SettableClock clock;
    private Store store;

    @BeforeEach
    void open() {
        clock = new SettableClock(Instant.parse("2024-05-01T04:00:00Z"));
        store = GeoPackageStore.openOrCreate(folder.resolve("map.gpkg"), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEmptyStoreAnswersOutside() {
        Snapshot snapshot = SnapshotLoader.load(store, ALL);
        assertEquals(0, snapshot.changeNumber());
        assertThat(snapshot.layers().list()).isEmpty();
        assertThat(snapshot.extent()).isEmpty();
        assertThat(snapshot.locator().locate(IN_THE_WEST).status()).isEqualTo(Location.Status.OUTSIDE);
    }

    @Test
    void readsDivisionsLookupAndExtents() {
        load("zone", "410172560601 410172560 113.5 113.6");
        load("grid", "410172560601001 410172560601 113.5 113.55", "410172560601002 410172560601 113.55 113.6");
        load("dedicated_grid", "D1 - 113.50 113.52");
        load("road", "R1 - 113.4 113.6");
        Snapshot snapshot = SnapshotLoader.load(store, ALL);
        assertEquals(4, snapshot.changeNumber());
        assertThat(snapshot.divisions().list("grid")).hasSize(2);
        assertThat(snapshot.divisions()
                        .path(snapshot.divisions().find("410172560601002").orElseThrow()))
                .hasSize(2);
        Location location = snapshot.locator().locate(IN_THE_WEST);
        assertThat(location.grid().map(DivisionNode::code)).contains("410172560601001");
        assertThat(location.zone().map(DivisionNode::name)).contains("name of 410172560601");
        assertThat(location.overlays()).extracting(DivisionNode::code).containsExactly("D1");
        assertThat(location.edgeDistanceM().orElseThrow()).isBetween(900.0, 930.0);
        assertThat(snapshot.extent("grid")).contains(new Envelope(113.5, 113.6, 34.8, 34.9));
        assertThat(snapshot.extent()).contains(new Envelope(113.4, 113.6, 34.8, 34.9));
        assertThat(snapshot.extent("nothing")).isEmpty();
    }

    @Test
    void onlyTouchedLayersAreReadAgain() {
        load("zone", "410172560601 410172560 113.5 113.6");
        load("grid", "410172560601001 410172560601 113.5 113.6");
        Snapshot first = SnapshotLoader.load(store, ALL);
        assertThat(SnapshotLoader.load(store, ALL, Optional.of(first))).isSameAs(first);

        load("grid", "410172560601001 410172560601 113.5 113.505", "410172560601002 410172560601 113.505 113.6");
        Snapshot second = SnapshotLoader.load(store, ALL, Optional.of(first));
        assertThat(second.state("zone")).containsSame(first.state("zone").orElseThrow());
        assertThat(second.lastChange("zone")).isEqualTo(2);
        assertThat(second.lastChange("grid")).isEqualTo(3);
        assertThat(grid(second)).isEqualTo("410172560601002");
        assertThat(grid(first)).as("the old one stays as it was").isEqualTo("410172560601001");

        store.undo(3, "tester");
        Snapshot third = SnapshotLoader.load(store, ALL, Optional.of(second));
        assertThat(grid(third)).isEqualTo("410172560601001");
        assertThat(third.lastChange("grid")).isEqualTo(4);
        assertThat(third.lastChange("nothing")).isZero();
    }

    @Test
    void theHolderShowsImportsUndosAndDueChanges() {
        load("grid", "410172560601001 410172560601 113.5 113.6");
        try (SnapshotHolder holder = SnapshotHolder.start(store, ALL, Duration.ofMillis(20))) {
            List<Long> swaps = new CopyOnWriteArrayList<>();
            holder.onSwap(snapshot -> swaps.add(snapshot.changeNumber()));
            assertEquals("410172560601001", grid(holder.current()));

            load("grid", "410172560601007 410172560601 113.5 113.6");
            until(() -> grid(holder.current()).equals("410172560601007"));

            ChangeSet scheduled = loadFrom(LocalDate.of(2024, 6, 1), "410172560601009 410172560601 113.5 113.6");
            assertThat(scheduled.state()).isEqualTo(ChangeSet.State.SCHEDULED);
            assertEquals("410172560601007", grid(holder.refresh()));
            clock.set(Instant.parse("2024-05-31T16:00:00Z")); // midnight in Shanghai
            until(() -> grid(holder.current()).equals("410172560601009"));
            assertThat(swaps).hasSize(2);
        }
    }

    @Test
    void aFailingListenerDoesNotStopTheHolder() {
        try (SnapshotHolder holder = SnapshotHolder.start(store, ALL, Duration.ofMillis(20))) {
            holder.onSwap(snapshot -> {
                throw new IllegalStateException("on purpose");
            });
            load("grid", "410172560601001 410172560601 113.5 113.6");
            until(() -> holder.current().changeNumber() == 1);
            load("grid", "410172560601002 410172560601 113.5 113.6");
            until(() -> holder.current().changeNumber() == 2);
        }
    }

    @Test
    void aStoreThatIsGoneLeavesTheLastSnapshot() {
        load("grid", "410172560601001 410172560601 113.5 113.6");
        SnapshotHolder holder = SnapshotHolder.start(store, ALL, Duration.ofMillis(10));
        store.close();
        until(() -> !holder.lastFailure().isEmpty());
        assertEquals("410172560601001", grid(holder.current()));
        holder.close();
        assertEquals("410172560601001", grid(holder.current()));
    }

    @Test
    void whoAsksWhileTheFirstIsReadWaitsForIt() {
        load("grid", "410172560601001 410172560601 113.5 113.6");
        try (SnapshotHolder holder = SnapshotHolder.begin(store, ALL)) {
            assertEquals("410172560601001", grid(holder.current()));
        }
    }

    @Test
    void whatKeepsTheFirstFromBeingReadIsToldToWhoAsks() {
        store.close();
        SnapshotHolder holder = SnapshotHolder.begin(store, ALL);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(holder::current)
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOf(CompletionException.class)
                    .hasMessageContaining("map.gpkg");
        }
        assertThatThrownBy(() -> SnapshotHolder.start(store, ALL)).hasMessageContaining("map.gpkg");
        holder.close();
    }

    @Test
    void closingStopsTheThread() {
        SnapshotHolder holder = SnapshotHolder.start(store, ALL);
        holder.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("onemap-snapshot"));
    }

    private static String grid(Snapshot snapshot) {
        return snapshot.locator()
                .locate(IN_THE_WEST)
                .grid()
                .map(DivisionNode::code)
                .orElse("none");
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 20 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private ChangeSet load(String layer, String... rows) {
        return load(layer, ChangeSetRequest.Effective.today(), List.of(rows));
    }

    private ChangeSet loadFrom(LocalDate day, String... rows) {
        return load("grid", ChangeSetRequest.Effective.from(day), List.of(rows));
    }

    private ChangeSet load(String name, ChangeSetRequest.Effective effective, List<String> rows) {
        Layer layer = StandardLayers.find(name).orElseThrow();
        ChangeSetRequest request = new ChangeSetRequest(ChangeSet.Kind.IMPORT, "tester", effective, "");
        try (ChangeSetWriter writer = store.begin(request)) {
            writer.load(layer, ChangeSetWriter.Mode.REPLACE);
            rows.forEach(row -> writer.put(content(layer, new ArrayList<>(List.of(row.split(" ", -1))))));
            writer.finishLayer();
            return writer.commit();
        }
    }

    private static Content content(Layer layer, List<String> row) {
        String shape = layer.name().equals("road")
                ? "LINESTRING (%1$s 34.8, %2$s 34.9)"
                : "POLYGON ((%1$s 34.8, %2$s 34.8, %2$s 34.9, %1$s 34.9, %1$s 34.8))";
        try {
            return Content.builder(Schema.empty())
                    .code(row.get(0))
                    .name("name of " + row.get(0))
                    .parentCode(row.get(1).equals("-") ? "" : row.get(1))
                    .geometry(new WKTReader().read(String.format(shape, row.get(2), row.get(3))))
                    .build();
        } catch (ParseException e) {
            throw new IllegalArgumentException(shape, e);
        }
    }

    /** A clock that a test moves. */
    private static final class SettableClock extends Clock {

        private volatile Instant now;

        private SettableClock(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return SHANGHAI;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

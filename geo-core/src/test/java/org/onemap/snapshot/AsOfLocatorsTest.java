package org.onemap.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.locate.Locator;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

class AsOfLocatorsTest {

    private static final Layer GRID = StandardLayers.find("grid").orElseThrow();
    private static final LocalDate MAY = LocalDate.of(2024, 5, 1);

    @TempDir
    private Path folder;

    private Store store;
    private AsOfLocators locators;

    /** Grid 1 from 1 May on, grid 2 in its place from 1 June on. */
    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2024-07-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
        store = GeoPackageStore.openOrCreate(folder.resolve("map.gpkg"), clock);
        load("410172560601001", MAY);
        load("410172560601002", LocalDate.of(2024, 6, 1));
        locators = new AsOfLocators(store, Principal.anonymous(), 2);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void answersAsItWasOnTheDay() {
        assertEquals("none", grid(locators.at(LocalDate.of(2024, 4, 30))));
        assertEquals("410172560601001", grid(locators.at(MAY)));
        assertEquals("410172560601001", grid(locators.at(LocalDate.of(2024, 5, 31))));
        assertEquals("410172560601002", grid(locators.at(LocalDate.of(2024, 6, 1))));
        assertEquals("410172560601002", grid(locators.at(LocalDate.of(2030, 1, 1))));
    }

    @Test
    void keepsTheDaysAskedLast() {
        Locator may = locators.at(MAY);
        Locator june = locators.at(LocalDate.of(2024, 6, 2));
        assertThat(locators.at(MAY)).isSameAs(may);
        locators.at(LocalDate.of(2024, 4, 1));
        assertThat(locators.size()).isEqualTo(2);
        assertThat(locators.at(MAY)).isSameAs(may);
        assertThat(locators.at(LocalDate.of(2024, 6, 2))).isNotSameAs(june);
    }

    @Test
    void aChangeOfTheStoreIsSeen() {
        Locator before = locators.at(LocalDate.of(2024, 6, 30));
        load("410172560601003", LocalDate.of(2024, 6, 20));
        assertEquals("410172560601002", grid(before));
        assertEquals("410172560601003", grid(locators.at(LocalDate.of(2024, 6, 30))));
    }

    @Test
    void manyWhoAskAtOnceGetOneLocator() {
        List<Locator> all = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> locators.at(MAY))
                .distinct()
                .toList();
        assertThat(all).hasSize(1);
    }

    @Test
    void aFailureIsThrownAndNotKept() {
        store.close();
        assertThatThrownBy(() -> locators.at(MAY)).isInstanceOf(RuntimeException.class);
        assertThat(locators.size()).isZero();
    }

    private static String grid(Locator locator) {
        return locator.locate(new Cgcs2000(113.51, 34.81))
                .grid()
                .map(DivisionNode::code)
                .orElse("none");
    }

    private void load(String code, LocalDate from) {
        ChangeSetRequest request =
                new ChangeSetRequest(ChangeSet.Kind.IMPORT, "tester", ChangeSetRequest.Effective.from(from), "");
        try (ChangeSetWriter writer = store.begin(request)) {
            writer.load(GRID, ChangeSetWriter.Mode.REPLACE);
            writer.put(Content.builder(Schema.empty())
                    .code(code)
                    .geometry(new GeometryFactory().toGeometry(new Envelope(113.5, 113.6, 34.8, 34.9)))
                    .build());
            writer.finishLayer();
            writer.commit();
        }
    }
}

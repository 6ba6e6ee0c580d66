package org.onemap.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

class IndexCacheTest {

    private static final Layer GRID = StandardLayers.find("grid").orElseThrow();
    private static final Principal ALL = Principal.anonymous();

    @TempDir
    private Path folder;

    private Store store;
    private Path files;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2024-07-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
        store = GeoPackageStore.openOrCreate(folder.resolve("map.gpkg"), clock);
        files = folder.resolve("files");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theNextStartTakesTheFile() throws IOException {
        load("410172560601001");
        assertEquals("410172560601001", grid(start()));
        Path written = list().get(0);
        byte[] content = Files.readAllBytes(written);
        Files.setLastModifiedTime(written, FileTime.fromMillis(12345));
        assertEquals("410172560601001", grid(start()));
        assertThat(start().divisions().find("grid", "410172560601001").map(DivisionNode::name))
                .contains("name of 410172560601001");
        assertThat(list()).containsExactly(written);
        assertThat(Files.getLastModifiedTime(written).toMillis()).isEqualTo(12345);
        assertThat(Files.readAllBytes(written)).isEqualTo(content);
    }

    @Test
    void aDamagedFileIsBuiltAnew() throws IOException {
        load("410172560601001");
        start();
        Path written = list().get(0);
        byte[] good = Files.readAllBytes(written);
        byte[] bad = good.clone();
        bad[good.length / 2] ^= 4;
        Files.write(written, bad);
        assertEquals("410172560601001", grid(start()));
        assertThat(Files.readAllBytes(written)).isEqualTo(good);
    }

    /** Names are read from the file when they are asked for; what is damaged there is found before anything is asked. */
    @Test
    void aDamagedNameIsBuiltAnew() throws IOException {
        load("410172560601001");
        start();
        Path written = list().get(0);
        byte[] bad = Files.readAllBytes(written);
        int name = new String(bad, StandardCharsets.ISO_8859_1).indexOf("name of 410172560601001");
        bad[name] = 'N';
        Files.write(written, bad);
        assertThat(start().divisions().find("grid", "410172560601001").map(DivisionNode::name))
                .contains("name of 410172560601001");
        assertThat(Files.readAllBytes(written)).contains("name of".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aFileOfAnotherVersionIsBuiltAnew() throws IOException {
        load("410172560601001");
        start();
        Path written = list().get(0);
        byte[] good = Files.readAllBytes(written);
        ByteBuffer old = ByteBuffer.wrap(good.clone()).order(ByteOrder.nativeOrder());
        Files.write(written, old.putInt(12, 2).array());
        assertEquals("410172560601001", grid(start()));
        assertThat(Files.readAllBytes(written)).isEqualTo(good);
    }

    @Test
    void aChangeOfTheLayerIsAnotherFileAndOldOnesGo() {
        for (int i = 1; i <= 5; i++) {
            load("41017256060100" + i);
            assertEquals("41017256060100" + i, grid(start()));
            assertThat(list()).hasSize(Math.min(i, 2));
        }
        store.undo(5, "tester");
        assertEquals("410172560601004", grid(start()));
    }

    @Test
    void aChangeOfAnotherLayerIsNone() {
        load("410172560601001");
        start();
        List<Path> before = list();
        load(StandardLayers.find("dedicated_grid").orElseThrow(), "D1");
        start();
        assertThat(list()).containsAll(before).hasSize(2);
    }

    @Test
    void withoutAFolderToWriteToItWorksWithout() throws IOException {
        load("410172560601001");
        Files.writeString(files, "a file where the folder should be");
        assertEquals("410172560601001", grid(start()));
    }

    @Test
    void smallLevelsAreNotWorthAFile() {
        load("410172560601001");
        SnapshotHolder holder = SnapshotHolder.start(store, ALL);
        holder.close();
        assertThat(folder.resolve("map.gpkg-index")).doesNotExist();
    }

    private Snapshot start() {
        return SnapshotLoader.load(store, ALL, Optional.empty(), Optional.of(IndexCache.in(files, 1)));
    }

    private List<Path> list() {
        try (Stream<Path> all = Files.list(files)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String grid(Snapshot snapshot) {
        return snapshot.locator()
                .locate(new Cgcs2000(113.51, 34.81))
                .grid()
                .map(DivisionNode::code)
                .orElse("none");
    }

    private void load(String code) {
        load(GRID, code);
    }

    private void load(Layer layer, String code) {
        ChangeSetRequest request =
                new ChangeSetRequest(ChangeSet.Kind.IMPORT, "tester", ChangeSetRequest.Effective.today(), "");
        try (ChangeSetWriter writer = store.begin(request)) {
            writer.load(layer, ChangeSetWriter.Mode.REPLACE);
            writer.put(Content.builder(Schema.empty())
                    .code(code)
                    .name("name of " + code)
                    .geometry(new GeometryFactory().toGeometry(new Envelope(113.5, 113.6, 34.8, 34.9)))
                    .build());
            writer.finishLayer();
            writer.commit();
        }
    }
}

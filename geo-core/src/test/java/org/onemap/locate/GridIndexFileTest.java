package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.CorruptData;
import org.onemap.NotFound;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;

class GridIndexFileTest {

    private static final Layer GRID = StandardLayers.find("grid").orElseThrow();
    private static final byte[] FINGERPRINT = new byte[32];

    @TempDir
    private Path folder;

    private Path file;
    private LocateLevel level;

    @BeforeEach
    void save() {
        List<DivisionShape> shapes = new ArrayList<>(new Mosaic(7, 12, 20).shapes("grid"));
        shapes.add(new DivisionShape(
                new DivisionNode("grid", "没有面积", "名称", Optional.empty()), Mosaic.LON_LAT.createPolygon()));
        level = LocateLevel.of(GRID, shapes);
        file = folder.resolve("grid.gridindex");
        level.save(file, FINGERPRINT);
    }

    @Test
    void answersAsTheLevelThatWasSaved() {
        LocateLevel opened = LocateLevel.open(GRID, file, FINGERPRINT);
        assertEquals(level.divisions(), opened.divisions());
        Random random = new Random(3);
        for (int draw = 0; draw < 20_000; draw++) {
            Cgcs2000 p = new Cgcs2000(113.44 + random.nextDouble() * 0.17, 34.76 + random.nextDouble() * 0.17);
            assertEquals(
                    level.index().find(p.lonDeg(), p.latDeg()), opened.index().find(p.lonDeg(), p.latDeg()));
            if (draw % 20 == 0) {
                assertEquals(level.index().locate(p), opened.index().locate(p));
                assertEquals(
                        level.boundaries().distanceM(p), opened.boundaries().distanceM(p));
            }
        }
    }

    @Test
    void aLevelWithoutAreasIsSavedToo() {
        Path empty = folder.resolve("empty.gridindex");
        LocateLevel.of(GRID, List.of()).save(empty, FINGERPRINT);
        LocateLevel opened = LocateLevel.open(GRID, empty, FINGERPRINT);
        assertThat(opened.isEmpty()).isTrue();
        assertEquals(GridIndex.NONE, opened.index().find(113.5, 34.8));
        assertThat(opened.boundaries().distanceM(new Cgcs2000(113.5, 34.8))).isEmpty();
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again.gridindex");
        LocateLevel.open(GRID, file, FINGERPRINT).save(again, FINGERPRINT);
        assertEquals(-1, Files.mismatch(file, again));
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void whoHasItOpenKeepsItWhenAnotherTakesItsPlace() {
        GridIndex before = LocateLevel.open(GRID, file, FINGERPRINT).index();
        int expected = before.find(113.52, 34.84);
        LocateLevel.of(GRID, List.of()).save(file, FINGERPRINT);
        assertEquals(expected, before.find(113.52, 34.84));
        assertThat(LocateLevel.open(GRID, file, FINGERPRINT).isEmpty()).isTrue();
    }

    /** One byte after another, so that every section meets it, and the header and the checksums. */
    @Test
    void anyByteThatIsDamagedIsNoticed() throws IOException {
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int draw = 0; draw < 300; draw++) {
            byte[] bad = good.clone();
            int at = draw < 100 ? draw : draw < 110 ? bad.length - 1 - draw + 100 : random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            assertThatThrownBy(() -> LocateLevel.open(GRID, file, FINGERPRINT))
                    .as("byte %s", at)
                    .isInstanceOf(CorruptData.class)
                    .hasMessageContaining("is refused: ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing in it        | 0       | it is shorter than its header
            header cut off       | 1000    | it is shorter than its header
            header only          | 4096    | bytes instead of
            half of it           | 500000  | bytes instead of
            something behind it  | 9000000 | bytes instead of
            """)
    void aFileOfAnotherLengthIsRefused(String row, int length, String reason) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertThatThrownBy(() -> LocateLevel.open(GRID, file, FINGERPRINT))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void foreignFilesAreRefusedWithTheReason() throws IOException {
        byte[] good = Files.readAllBytes(file);
        refused(ByteBuffer.wrap(good.clone()).put(0, (byte) 'X').array(), "it is no index of onemap");
        byte[] swapped = good.clone();
        for (int i = 0; i < 4; i++) {
            swapped[8 + i] = good[11 - i];
        }
        refused(swapped, "another byte order");
        ByteBuffer newer = ByteBuffer.wrap(good.clone()).order(ByteOrder.nativeOrder());
        refused(newer.putInt(12, 99).array(), "it is of version 99");
        Files.write(file, good);
        byte[] other = new byte[32];
        other[5] = 1;
        assertThatThrownBy(() -> LocateLevel.open(GRID, file, other))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("other content");
        assertThatThrownBy(() -> LocateLevel.open(GRID, folder, FINGERPRINT)).isInstanceOf(CorruptData.class);
        assertThatThrownBy(() -> LocateLevel.open(GRID, folder.resolve("none"), FINGERPRINT))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatAKilledWriterLeftIsRemovedByTheNextAndNothingElse() throws IOException {
        Path killed = abandoned("grid.gridindex.1.part");
        Path foreign = abandoned("grid.csv.1.part");
        Path young = Files.createFile(folder.resolve("grid.gridindex.2.part"));
        Path inUse = abandoned("grid.gridindex.3.part");
        try (FileChannel channel = FileChannel.open(inUse, StandardOpenOption.WRITE)) {
            channel.lock();
            level.save(file, FINGERPRINT);
            try (Stream<Path> all = Files.list(folder)) {
                assertThat(all).containsExactlyInAnyOrder(file, foreign, young, inUse);
            }
        }
        level.save(file, FINGERPRINT);
        assertThat(killed).doesNotExist();
        assertThat(inUse).doesNotExist();
        assertEquals(
                level.divisions(), LocateLevel.open(GRID, file, FINGERPRINT).divisions());
    }

    private Path abandoned(String name) throws IOException {
        Path part = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private void refused(byte[] content, String reason) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> LocateLevel.open(GRID, file, FINGERPRINT))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(reason);
    }
}

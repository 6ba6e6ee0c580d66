package org.onemap.ingest.read.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.NotFound;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Reading;
import org.onemap.ingest.read.Reading.Layer;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.dbf.DbfBytes;

/** Files, folders and archives. */
class SourcesTest {

    private static final byte[] CSV = "name,n\na,1\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DBF =
            new DbfBytes().column("A", 'C', 3, 0).row("one").bytes();

    @TempDir
    Path folder;

    private Path zip(Charset names, Object... entries) throws Exception {
        Path zip = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream members = new ZipOutputStream(out, names)) {
            for (int i = 0; i < entries.length; i += 2) {
                members.putNextEntry(new ZipEntry((String) entries[i]));
                members.write((byte[]) entries[i + 1]);
                members.closeEntry();
            }
        }
        return zip;
    }

    @ParameterizedTest(name = "names in {0}")
    @CsvSource({"UTF-8", "GBK"})
    void readsEveryLayerOfAnArchiveUnderItsChineseName(String names) throws Exception {
        Path zip = zip(
                Charset.forName(names),
                "高新区/网格.dbf",
                DBF,
                "高新区/片区/网格.csv",
                CSV,
                "__MACOSX/高新区/._网格.dbf",
                DBF,
                "高新区/说明.docx",
                new byte[9]);
        Reading reading = Reading.of(zip);
        assertThat(reading.layers().stream().map(Layer::displayName))
                .containsExactly("a.zip!高新区/网格.dbf", "a.zip!高新区/片区/网格.csv");
        assertThat(reading.layers().stream().map(Layer::name)).containsOnly("网格");
        assertThat(reading.layers().get(0).value(0, "A")).isEqualTo("one");
    }

    @Test
    void deletesWhatWasUnpackedWhenTheLastSourceIsClosed() throws Exception {
        Path zip = zip(StandardCharsets.UTF_8, "a.csv", CSV, "b.csv", CSV);
        long before = unpacked();
        List<Source> sources = Sources.open(zip, new ReadOptions(Optional.empty(), issue -> {}));
        sources.get(0).close();
        sources.get(0).close();
        assertThat(unpacked()).isEqualTo(before + 1);
        assertThat(sources.get(1).rows().next().values()).containsExactly("a", 1L);
        sources.get(1).close();
        assertThat(unpacked()).isEqualTo(before);
    }

    private static long unpacked() throws Exception {
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return temporary
                    .filter(path -> path.getFileName().toString().startsWith("onemap-zip-"))
                    .count();
        }
    }

    @Test
    void refusesArchivesInArchivesAndArchivesWithoutSources() throws Exception {
        long before = unpacked();
        assertThat(Reading.of(zip(StandardCharsets.UTF_8, "a.csv", CSV, "inner.zip", CSV))
                        .failure()
                        .orElseThrow())
                .hasMessageContaining("another archive, inner.zip");
        assertThat(Reading.of(zip(StandardCharsets.UTF_8, "a.txt", CSV))
                        .failure()
                        .orElseThrow())
                .hasMessageContaining("holds no source");
        assertThat(Reading.of(zip(StandardCharsets.UTF_8, "x.gdb/a.gdbtable", CSV))
                        .failure()
                        .orElseThrow())
                .hasMessageContaining("Geodatabase");
        Path damaged = folder.resolve("damaged.zip");
        Files.write(damaged, CSV);
        assertThat(Reading.of(damaged).failure().orElseThrow()).hasMessageContaining("no zip");
        assertThat(unpacked()).isEqualTo(before);
    }

    @Test
    void refusesABomb() throws Exception {
        byte[] zeros = new byte[1 << 20];
        Path zip = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream members = new ZipOutputStream(out)) {
            members.putNextEntry(new ZipEntry("a.csv"));
            for (int i = 0; i < 400; i++) {
                members.write(zeros);
            }
            members.closeEntry();
        }
        assertThat(Reading.of(zip).failure().orElseThrow()).hasMessageContaining("unpacks to more than");
    }

    @Test
    void staysInItsFolderWhateverMembersAreCalled() throws Exception {
        Path zip = zip(StandardCharsets.UTF_8, "../../evil.csv", CSV, "..\\other.csv", CSV, "/etc/third.csv", CSV);
        assertThat(Reading.of(zip).layers()).hasSize(3);
        assertThat(folder.resolveSibling("evil.csv")).doesNotExist();
    }

    @Test
    void readsEachSourceOfAFolder() throws Exception {
        Files.write(folder.resolve("b.csv"), CSV);
        Files.write(folder.resolve("a.DBF"), DBF);
        Files.write(folder.resolve("notes.txt"), CSV);
        Files.createDirectory(folder.resolve("inner"));
        assertThat(Reading.of(folder).layers().stream().map(Layer::name)).containsExactly("a", "b");
        assertThat(Reading.of(folder.resolve("inner")).failure().orElseThrow()).hasMessageContaining("no source");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "a.tar.gz, not unpacked here",
        "a.7z, not unpacked here",
        "a.shx, part of a shapefile",
        "a.prj, part of a shapefile",
        "a.dwg, no format that can be read",
        "a, no format that can be read"
    })
    void saysWhatItCannotRead(String name, String sentence) throws Exception {
        Files.write(folder.resolve(name), CSV);
        assertThat(Reading.of(folder.resolve(name)).failure().orElseThrow())
                .hasMessageContaining(sentence)
                .hasMessageContaining(name);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(Reading.of(folder.resolve("none.shp")).failure().orElseThrow())
                .isInstanceOf(NotFound.class);
    }
}

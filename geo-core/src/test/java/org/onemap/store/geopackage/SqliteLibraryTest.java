package org.onemap.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.StoreUnavailable;

class SqliteLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void unpacksAFileThatTheDriverOfAnotherProcessLoads() throws IOException, InterruptedException {
        Path file = SqliteLibrary.unpack(folder.resolve("libraries"));
        assertThat(file.getFileName()).hasToString(System.mapLibraryName("sqlitejdbc"));
        byte[] first = Files.readAllBytes(file);
        assertThat(first.length).isGreaterThan(500_000);
        assertThat(versionInAProcess(file.getParent())).matches("3[.0-9]+");
        assertThat(SqliteLibrary.unpack(folder.resolve("libraries"))).isEqualTo(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> SqliteLibrary.unpack(file))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(file.toString());
    }

    /** A second library in this process would take over functions of the first one, which never set it up. */
    private String versionInAProcess(Path libraries) throws IOException, InterruptedException {
        Path unpacked = Files.createDirectory(folder.resolve("unpacked")); // stays empty if the driver takes ours
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.sqlite.lib.path=" + libraries,
                        "-Dorg.sqlite.tmpdir=" + unpacked,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Version.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(unpacked).isEmptyDirectory();
        return said.trim();
    }

    /** Prints the version of SQLite. */
    static final class Version {

        public static void main(String[] args) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                System.out.println(connection.getMetaData().getDatabaseProductVersion());
            }
        }
    }
}

package org.onemap.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.StoreUnavailable;

class SqliteLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void unpacksAFileThatTheMachineCanLoad() throws IOException {
        Path file = SqliteLibrary.unpack(folder.resolve("libraries"));
        assertThat(file.getFileName()).hasToString(System.mapLibraryName("sqlitejdbc"));
        byte[] first = Files.readAllBytes(file);
        assertThat(first.length).isGreaterThan(500_000);
        System.load(file.toString());
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
}

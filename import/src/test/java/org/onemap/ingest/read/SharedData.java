package org.onemap.ingest.read;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of real files and peers' suites that lies beside the project. */
public final class SharedData {

    private SharedData() {}

    /** A file or folder in it; the test is skipped, and says so, where it is missing. */
    public static Path path(String name) {
        String shared = System.getProperty("onemap.shared", "");
        Path path = Path.of(shared, "data", name);
        Assumptions.assumeTrue(Files.exists(path), () -> "SKIPPED: " + path + " is missing; set -Dshared.dir");
        return path;
    }
}

package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every odd file of the collections comes in or is refused with a sentence; none crashes, hangs or leaves a store. */
class OddFilesTest {

    private static final List<String> ENDINGS =
            List.of(".shp", ".zip", ".geojson", ".json", ".geojsonl", ".csv", ".gpkg", ".dbf");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"C1-gdal-autotest-shp", "C2-shapelib-pyshp-fiona", "C3-mapshaper", "C4-geotools-shp"})
    void comesInOrIsRefused(String collection) throws IOException {
        Path root = Path.of(System.getProperty("onemap.shared", "../shared"), "data", collection);
        assumeTrue(Files.exists(root), () -> "SKIPPED: there is no " + root);
        List<String> crashes = new ArrayList<>();
        int done = 0;
        for (Path file : files(root)) {
            Path store = folder.resolve("s" + done++ + ".gpkg");
            Cli.Outcome outcome = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> importIt(file, store), () -> "hangs: " + file);
            boolean refused =
                    outcome.code() == ExitCode.REFUSED && outcome.err().startsWith("onemap: ") && !Files.exists(store);
            boolean imported = outcome.code() == ExitCode.DONE && outcome.out().contains("change 1: ");
            if (!refused && !imported) {
                crashes.add(root.relativize(file) + "\n" + outcome);
            }
            if (Boolean.getBoolean("onemap.verdicts")) {
                System.out.println("VERDICT " + collection + "/" + root.relativize(file) + " " + outcome);
            }
        }
        assertThat(crashes).isEmpty();
        assertThat(done).isGreaterThan(20);
    }

    /** A file that says nothing of its system is said to be in degrees, or else in metres of a Swiss map. */
    private static Cli.Outcome importIt(Path file, Path store) {
        String layer = file.toString().toLowerCase(Locale.ROOT).endsWith(".zip") ? "" : "odd";
        Cli.Outcome plain = run(file, store, layer);
        if (plain.code() == ExitCode.REFUSED && (plain.out() + plain.err()).contains("--crs or --coordsys")) {
            Cli.Outcome degrees = run(file, store, layer, "--crs", "EPSG:4326");
            return degrees.code() == ExitCode.DONE ? degrees : run(file, store, layer, "--crs", "EPSG:2056");
        }
        return plain;
    }

    private static Cli.Outcome run(Path file, Path store, String layer, String... more) {
        List<String> words = new ArrayList<>(List.of("import", file.toString(), "--store", store.toString()));
        if (!layer.isEmpty()) {
            words.addAll(List.of("--layer", layer));
        }
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(OddFilesTest::isSource)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSource(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean partner =
                name.endsWith(".dbf") && Files.exists(Path.of(file.toString().replaceAll("(?i)dbf$", "shp")));
        return !partner && ENDINGS.stream().anyMatch(name::endsWith);
    }
}

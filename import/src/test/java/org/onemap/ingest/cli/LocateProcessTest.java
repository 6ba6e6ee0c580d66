package org.onemap.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.feature.Content;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/** {@code onemap locate} as a process of its own, in real pipes and on a real terminal. One grid: 911. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class LocateProcessTest {

    /** A table without an end. */
    private static final String ENDLESS = "(echo id,lon,lat; yes 1,113.545,34.805)";

    /** Whoever is started in the background of a shell ignores the signal of Ctrl-C, and so do its children. */
    private static final String INTERRUPTIBLE = "env --default-signal=INT";

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeStore() {
        try (Store town = GeoPackageStore.openOrCreate(folder.resolve("town.gpkg"), Clock.systemUTC());
                ChangeSetWriter writer = town.begin(new ChangeSetRequest(
                        ChangeSet.Kind.IMPORT, "test", Effective.from(LocalDate.of(2024, 1, 1)), ""))) {
            writer.load(StandardLayers.find("grid").orElseThrow(), ChangeSetWriter.Mode.REPLACE);
            writer.put(Content.builder(Schema.empty())
                    .code("911")
                    .name("网格")
                    .parentCode("")
                    .geometry(new GeometryFactory().toGeometry(new Envelope(113.54, 113.55, 34.8, 34.81)))
                    .build());
            writer.finishLayer();
            writer.commit();
        }
    }

    @Test
    void aReaderThatStopsEndsItQuietly() throws IOException, InterruptedException {
        Ended ended = bash(ENDLESS + " | \"${locate[@]}\" | head -n 3; echo ${PIPESTATUS[1]}");
        assertThat(ended.out).isEqualTo("""
                id,lon,lat,grid,locate_note
                1,113.545,34.805,911,
                1,113.545,34.805,911,
                141
                """);
        assertThat(ended.err).isEmpty();
    }

    @Test
    void aFullDiskIsAFailureThatIsSaid() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");
        Ended ended = bash(ENDLESS + " | \"${locate[@]}\" > /dev/full; echo ${PIPESTATUS[1]}");
        assertThat(ended.out).isEqualTo("1\n");
        assertThat(ended.err).startsWith("onemap: broken off: ").hasLineCount(1);
    }

    @Test
    void standardOutputToAFileIsWhole() throws IOException, InterruptedException {
        Path out = folder.resolve("out.csv");
        Ended ended = bash(ENDLESS + " | head -n 200001 | \"${locate[@]}\" > " + out);
        assertThat(ended.code).as(ended.err).isZero();
        assertThat(ended.out).isEmpty();
        assertThat(ended.err).contains("200,000 rows", "200,000 inside, 0 outside, 0 marked");
        try (Stream<String> lines = Files.lines(out)) {
            assertThat(lines.skip(1).filter("1,113.545,34.805,911,"::equals).count())
                    .isEqualTo(200_000);
        }
    }

    @Test
    void eachRowComesWhenItCame() throws IOException, InterruptedException {
        Process process = start("exec \"${locate[@]}\"");
        try (OutputStream in = process.getOutputStream();
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 3; i++) {
                in.write(((i == 0 ? "id,lon,lat\n" : "") + i + ",113.545,34.805\n").getBytes(StandardCharsets.UTF_8));
                in.flush(); // and no end yet
                if (i == 0) {
                    assertThat(out.readLine()).isEqualTo("id,lon,lat,grid,locate_note");
                }
                assertThat(out.readLine()).isEqualTo(i + ",113.545,34.805,911,");
            }
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void calledOffItLeavesNoFile() throws IOException, InterruptedException {
        Path here = Files.createDirectory(folder.resolve("called-off"));
        Path out = Files.writeString(here.resolve("out.csv"), "what was there before");
        assumeInterruptible();
        Process process = start("exec " + INTERRUPTIBLE + " \"${locate[@]}\" --output " + out);
        try (OutputStream in = process.getOutputStream()) {
            in.write("id,lon,lat\n1,113.545,34.805\n".getBytes(StandardCharsets.UTF_8));
            in.flush();
            while (files(here) < 2) {
                assertThat(process.isAlive()).isTrue();
                Thread.sleep(20);
            }
            bash("kill -INT " + process.pid());
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        }
        assertThat(files(here)).isEqualTo(1);
        assertThat(out).hasContent("what was there before");
    }

    @Test
    void onATerminalALineIsWrittenOverItselfAndGoneAtTheEnd() throws IOException, InterruptedException {
        assumeTrue(bash("command -v script").code == 0, "no 'script' (util-linux) here");
        Path out = folder.resolve("terminal.csv");
        Path command =
                Files.writeString(folder.resolve("terminal.sh"), locate() + "\nstty cols 40\n" + """
                rows() { yes 1,113.545,34.805 | head -n 50000; }
                (echo id,lon,lat; rows; sleep 1; rows; sleep 1; rows) | "${locate[@]}" > %s
                """.formatted(out));
        Ended ended = bash("script -qec 'bash " + command + "' /dev/null < /dev/null");
        assertThat(ended.code).as(ended.out).isZero();
        String[] drawn = ended.out.replace("\u001b[K", "").split("\r(?!\n)");
        assertThat(drawn).as(ended.out).hasSizeGreaterThan(1);
        assertThat(drawn).anyMatch(line -> line.startsWith("locate: ") && line.contains(" rows, "));
        assertThat(drawn).filteredOn(line -> line.startsWith("locate: ")).allMatch(line -> line.length() < 40);
        String last = drawn[drawn.length - 1];
        assertThat(last.strip()).startsWith("150,000 rows").endsWith("0 marked");
        assertThat(out).content().hasLineCount(150_001).doesNotContain("locate:");
    }

    @Test
    void calledOffOnATerminalItLeavesNoFileEither() throws IOException, InterruptedException {
        assumeTrue(bash("command -v script").code == 0, "no 'script' (util-linux) here");
        assumeInterruptible();
        Path here = Files.createDirectory(folder.resolve("called-off-terminal"));
        Path command = Files.writeString(folder.resolve("called-off.sh"), locate() + """

                trap : INT
                rows() { yes 1,113.545,34.805 | head -n 50000; }
                (trap '' INT; echo id,lon,lat; rows; sleep 1; rows; sleep 2; kill -INT 0; sleep 1) |
                    "${locate[@]}" --output %s/out.csv
                echo ended with $?
                """.formatted(here));
        Ended ended = bash("script -qec 'setsid -w " + INTERRUPTIBLE + " bash " + command + "' /dev/null < /dev/null");
        assertThat(ended.out).contains("locate: ").contains("ended with 130");
        assertThat(files(here)).isZero();
    }

    @Test
    void nothingIsDrawnWhereRowsAreOnTheScreen() throws IOException, InterruptedException {
        assumeTrue(bash("command -v script").code == 0, "no 'script' (util-linux) here");
        Path command = Files.writeString(folder.resolve("screen.sh"), locate() + """

                rows() { yes 1,113.545,34.805 | head -n 20000; }
                (echo id,lon,lat; rows; sleep 1; rows) | "${locate[@]}"
                """);
        Ended ended = bash("script -qec 'bash " + command + "' /dev/null < /dev/null");
        assertThat(ended.out)
                .contains("1,113.545,34.805,911,")
                .contains("40,000 rows")
                .doesNotContain("locate: ");
    }

    private static void assumeInterruptible() throws IOException, InterruptedException {
        assumeTrue(bash(INTERRUPTIBLE + " true").code == 0, "no 'env --default-signal' (coreutils 8.31) here");
    }

    private static long files(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.count();
        }
    }

    /** The command as a variable of bash. */
    private static String locate() {
        return String.format(
                "locate=(%s/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m -cp %s %s locate --store %s"
                        + " --coordsys wgs84 --columns grid)",
                System.getProperty("java.home"),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Onemap.class.getName(),
                folder.resolve("town.gpkg"));
    }

    private static Process start(String script) throws IOException {
        return start(script, Files.createTempFile(folder, "err", ".txt"));
    }

    private static Process start(String script, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", locate() + "\n" + script);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm"));
        return builder.redirectError(err.toFile()).start();
    }

    private record Ended(int code, String out, String err) {}

    private static Ended bash(String script) throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = start(script, err);
        process.getOutputStream().close();
        String out;
        try (InputStream in = process.getInputStream()) {
            out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // the class path of the tests has a logger too many, which says so; the jar has not
        String said = Files.readString(err).replaceAll("(?m)^SLF4J: .*\n", "");
        return new Ended(process.exitValue(), out, said);
    }
}

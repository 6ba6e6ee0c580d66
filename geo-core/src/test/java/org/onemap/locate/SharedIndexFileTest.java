package org.onemap.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;

/** Two processes on one index file: both answer, and the kernel holds its pages once. */
class SharedIndexFileTest {

    private static final Layer GRID = StandardLayers.find("grid").orElseThrow();
    private static final byte[] FINGERPRINT = new byte[32];
    private static final int POSITIONS = 100_000;

    @TempDir
    private Path folder;

    @Test
    void twoProcessesAnswerFromTheSamePages() throws Exception {
        Path file = folder.resolve("grid.gridindex");
        LocateLevel level = LocateLevel.of(GRID, new Mosaic(7, 40, 20).shapes("grid"));
        level.save(file, FINGERPRINT);
        int expected = answers(level.index());
        try (Reader first = new Reader(file);
                Reader second = new Reader(file)) {
            assertEquals(String.valueOf(expected), first.answer());
            assertEquals(String.valueOf(expected), second.answer());
            assumeTrue(Files.isReadable(Path.of("/proc/self/smaps")), "no /proc: the sharing is not looked at");
            for (Reader reader : List.of(first, second)) {
                long inMemory = reader.kilobytes(file, "Rss:");
                assertThat(inMemory).isGreaterThan(Files.size(file) / 1024 / 2);
                assertThat(reader.kilobytes(file, "Shared_Clean:") + reader.kilobytes(file, "Shared_Dirty:"))
                        .isEqualTo(inMemory);
                assertThat(reader.kilobytes(file, "Private_Clean:")).isZero();
                assertThat(reader.kilobytes(file, "Private_Dirty:")).isZero();
            }
        }
    }

    /** A hash of many answers. */
    private static int answers(GridIndex index) {
        Random random = new Random(1);
        int hash = 0;
        for (int i = 0; i < POSITIONS; i++) {
            hash = 31 * hash + index.find(113.44 + random.nextDouble() * 0.17, 34.76 + random.nextDouble() * 0.17);
        }
        return hash;
    }

    /** The other process: says its answers, then waits until its input is closed. */
    public static void main(String[] args) throws IOException {
        LocateLevel level = LocateLevel.open(GRID, Path.of(args[0]), FINGERPRINT);
        System.out.println(answers(level.index()));
        while (System.in.read() >= 0) {
            // it stays, so that both have the file open
        }
    }

    private static final class Reader implements AutoCloseable {

        private final Process process;
        private final BufferedReader output;

        private Reader(Path file) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SharedIndexFileTest.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        private String answer() throws IOException {
            return String.valueOf(output.readLine());
        }

        /** What the kernel says about the pages of a file in this process, all its mappings together. */
        private long kilobytes(Path file, String name) throws IOException {
            long sum = 0;
            boolean ofFile = false;
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "smaps"))) {
                if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                    ofFile = line.endsWith(file.toString());
                } else if (ofFile && line.startsWith(name)) {
                    sum += Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
            return sum;
        }

        @Override
        public void close() throws Exception {
            process.getOutputStream().close();
            process.waitFor();
        }
    }
}

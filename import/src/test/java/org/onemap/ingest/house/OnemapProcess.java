package org.onemap.ingest.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The runnable jar as users run it: a process of its own. */
final class OnemapProcess implements AutoCloseable {

    /**
     * What a finished command left behind.
     *
     * @param exitCode its exit code
     * @param output standard output and standard error, as they came
     */
    record Result(int exitCode, String output) {}

    private final Process process;
    private final BufferedReader lines;

    private OnemapProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs a command to its end. */
    static Result run(String... arguments) throws IOException, InterruptedException {
        return run(command(arguments));
    }

    /** Runs any program to its end, standard error with standard output. */
    static Result run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("not finished after 5 minutes: " + command + "\n" + output);
        }
        return new Result(process.exitValue(), output);
    }

    /** Starts a command that stays. */
    static OnemapProcess start(String... arguments) throws IOException {
        return new OnemapProcess(
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).start());
    }

    /** Reads its output up to the first line that fits. */
    String awaitLine(Predicate<String> wanted) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.add(line);
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new IllegalStateException("ended without the awaited line; it said:\n" + String.join("\n", seen));
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> command(String... arguments) {
        Path jar = Path.of(System.getProperty("onemap.home"), "import", "target", "onemap.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("no " + jar + ": run this test through mvn verify");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

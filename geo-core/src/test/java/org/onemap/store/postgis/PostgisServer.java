package org.onemap.store.postgis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A throw-away PostgreSQL server of the machine's own binaries: a folder of its own, a free port of the loopback address,
 * a password made for it, nothing written to disk for safety's sake. It ends with this virtual machine, however that
 * ends: a shell beside it holds a pipe to the virtual machine and stops the server, by its process id, when the pipe
 * closes. Confined to one thread.
 */
public final class PostgisServer implements AutoCloseable {

    private static final Path BINARIES = Path.of("/usr/lib/postgresql");
    private static final Path EXTENSIONS = Path.of("/usr/share/postgresql");
    private static final long START_MS = 60_000;

    /** Starts what follows the folder, waits for the end of its input, stops it and removes the folder if asked to. */
    private static final String KEEPER = "folder=$1; shift; \"$@\" >>\"$folder/server.log\" 2>&1 & server=$!\n"
            + "read -r word; kill -INT $server; wait $server; [ \"$word\" = keep ] || rm -rf \"$folder\"\n";

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final String password;
    private Process keeper;

    private PostgisServer(Path binaries, Path folder, int port, String password) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    static boolean isInstalled() {
        return findBinaries().isPresent();
    }

    /** The newest version that has PostGIS. */
    private static Optional<Path> findBinaries() {
        if (!Files.isDirectory(BINARIES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(BINARIES)) {
            return versions.filter(v -> Files.isExecutable(v.resolve("bin/initdb")))
                    .filter(v ->
                            Files.exists(EXTENSIONS.resolve(v.getFileName()).resolve("extension/postgis.control")))
                    .max(Comparator.comparingInt(
                            v -> Integer.parseInt(v.getFileName().toString())))
                    .map(v -> v.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a cluster and starts its server. */
    public static PostgisServer start() {
        try {
            Path folder = Files.createTempDirectory(
                    "onemap-postgis",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            String password = UUID.randomUUID().toString();
            PostgisServer server = new PostgisServer(findBinaries().orElseThrow(), folder, freePort(), password);
            server.initialise();
            server.resume();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "onemap-test-postgis"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialise() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), password);
        if (isRoot()) {
            for (Path path : List.of(secret, folder)) {
                Files.setOwner(
                        path,
                        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
        }
        List<String> command = asPostgres(
                "initdb",
                "-D",
                data(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
                "--no-instructions");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("initdb.log").toFile())
                .start();
        if (waitFor(process) != 0) {
            throw new IllegalStateException("initdb failed: " + Files.readString(folder.resolve("initdb.log")));
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL refuses to run as root; setpriv becomes the program, so that its process id is the server's. */
    private List<String> asPostgres(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Starts the server again after {@link #stop()}, on the same port. */
    public void resume() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", KEEPER, "sh", folder.toString()));
        command.addAll(asPostgres("postgres", "-D", data(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "full_page_writes=off",
                "max_connections=200",
                "max_wal_size=2GB",
                "jit=off",
                "timezone=UTC",
                "log_min_messages=fatal")) {
            command.addAll(List.of("-c", setting));
        }
        keeper = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitConnection();
    }

    private void awaitConnection() throws IOException {
        long end = System.currentTimeMillis() + START_MS;
        while (true) {
            try (Connection connection = admin().connect()) {
                return;
            } catch (SQLException e) {
                if (System.currentTimeMillis() > end || !keeper.isAlive()) {
                    throw new IllegalStateException(
                            "PostgreSQL does not start: " + Files.readString(folder.resolve("server.log")), e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first database and the user who may do everything. */
    public PostgisCluster.Database admin() {
        return new PostgisCluster.Database("127.0.0.1", port, "postgres", "postgres", password);
    }

    /** Stops the server as an administrator does it (connections are cut off), and keeps its data. */
    public void stop() throws IOException {
        end("keep\n");
    }

    private void end(String word) throws IOException {
        keeper.getOutputStream().write(word.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        keeper.getOutputStream().close();
        int unused = waitFor(keeper);
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }

    /** Stops the server and removes its folder. */
    @Override
    public void close() {
        if (keeper.isAlive()) {
            try {
                end("");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package org.onemap.ingest.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onemap.CorruptData;
import org.onemap.StoreUnavailable;
import org.onemap.api.OnemapServer;
import org.onemap.api.ServerOptions;
import org.onemap.store.geopackage.SqliteLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code onemap rehearse}: imports one grid into a store of its own, locates points in it, serves it, asks for it, and ends. The launcher runs it
 * once after a build, so that the class data archive of the Java machine holds what a start needs (decision 092).
 */
@Command(name = "rehearse", hidden = true, description = "Import, locate, serve and ask once, on data of its own.")
final class RehearseCommand implements Callable<Integer> {

    private static final String GRID = """
            code,name,wkt
            410172560601001,演练网格,"POLYGON ((113.5 34.8,113.6 34.8,113.6 34.9,113.5 34.9,113.5 34.8))"
            """;
    private static final String POINTS = """
            id,lon,lat
            1,113.55,34.81
            2,113.5500001,34.8100001
            3,120,30
            """;
    private static final List<String> QUESTIONS = List.of(
            "/",
            "/health/ready",
            "/collections",
            "/collections/grid/items",
            "/collections/grid/items?f=html",
            "/tiles/WebMercatorQuad/14/6500/13359",
            "/v1/suggest?q=410172",
            "/map",
            "/v1/locate?lon=113.55&lat=34.81&coordsys=wgs84");

    private final Console console;

    @Option(
            names = "--libraries",
            paramLabel = "DIR",
            description = "Unpack the native libraries into this folder, so that no start has to.")
    private @Nullable Path libraries;

    RehearseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (libraries != null) {
            SqliteLibrary.unpack(libraries);
        }
        Path folder = Files.createTempDirectory("onemap-rehearsal");
        try {
            Path store = folder.resolve("rehearsal.gpkg");
            Path grid = Files.writeString(folder.resolve("grid.csv"), GRID, StandardCharsets.UTF_8);
            int imported =
                    Onemap.run(console, "import", grid.toString(), "--store", store.toString(), "--coordsys", "wgs84");
            if (imported == ExitCode.DONE) {
                locate(store, folder);
                serve(store);
            }
            return imported;
        } finally {
            delete(folder);
        }
    }

    private void locate(Path store, Path folder) throws IOException {
        Path points = Files.writeString(folder.resolve("points.csv"), POINTS, StandardCharsets.UTF_8);
        Path located = folder.resolve("located.csv");
        int code = Onemap.run(
                console,
                "locate",
                "--store",
                store.toString(),
                "--coordsys",
                "wgs84",
                "--input",
                points.toString(),
                "--output",
                located.toString());
        if (code != ExitCode.DONE || !Files.readString(located).contains("410172560601001")) {
            throw new CorruptData("onemap locate ended with " + code);
        }
    }

    private static void serve(Path store) {
        try (OpenedStore opened = OpenedStore.existing(store.toString());
                OnemapServer server = OnemapServer.start(opened.store(), ServerOptions.ofPort(0))) {
            HttpClient client = HttpClient.newHttpClient();
            for (String question : QUESTIONS) {
                ask(client, server.url() + question);
            }
        }
    }

    private static void ask(HttpClient client, String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 400) {
                throw new CorruptData(url + " answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(url + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("the rehearsal was interrupted", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package org.onemap.api.locate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.api.OnemapServer;
import org.onemap.api.ServerOptions;
import org.onemap.feature.Content;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/**
 * CPU time that the server process spends for each point of a batch, whole requests over loopback: 100,000 points sent by
 * curl from a process of its own. The peer in the same run is the single call of the same server.
 *
 * <p>Arguments: a store to serve; without one a square of 20,164 grids is made.
 */
public final class LocateBatchBenchmark {

    private static final int POINTS = 100_000;
    private static final int COLUMNS = 142;
    /** Until the compiler has come to rest: what is measured is a service that has run for a while. */
    private static final int WARM = 15;

    private static final int ROUNDS = 7;

    /** Requests in a sample: the clock of a process ticks only every ten milliseconds. */
    private static final int BATCHES = 20;

    private static final int SINGLE_CALLS = 500;

    /** Curl asks once for each number; what stands behind the hash it does not send. */
    private static final String SINGLE = "/v1/locate?lon=113.5&lat=34.8&coordsys=wgs84#[1-" + SINGLE_CALLS + "]";

    private LocateBatchBenchmark() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("onemap-batch");
        try (Store store = args.length > 0 ? Stores.openOrCreate(StoreLocation.parse(args[0])) : squares(folder);
                OnemapServer server = OnemapServer.start(store, ServerOptions.ofPort(0))) {
            double single = measure(server.url(), "single", "");
            System.out.printf(Locale.ROOT, "%-7s %8.0f ns CPU per point%n", "single", single);
            for (String[] form : new String[][] {
                {"binary", "application/octet-stream"},
                {"csv", "text/csv"},
                {"ndjson", "application/x-ndjson"},
                {"json", "application/json"}
            }) {
                Path body = folder.resolve(form[0]);
                Files.write(body, body(form[0]));
                double ns = measure(server.url(), form[1], body.toString());
                System.out.printf(
                        Locale.ROOT,
                        "%-7s %8.0f ns CPU per point, %d bytes in, 1/%.0f of a single call%n",
                        form[0],
                        ns,
                        Files.size(body) / POINTS,
                        single / ns);
            }
        }
    }

    private static double measure(String url, String type, String body) throws IOException, InterruptedException {
        boolean single = body.isEmpty();
        String[] command = single
                ? new String[] {"curl", "-s", "-f", "-o", "/dev/null", url + SINGLE}
                : new String[] {
                    "curl",
                    "-s",
                    "-f",
                    "-o",
                    "/dev/null",
                    "-H",
                    "Content-Type: " + type,
                    "-H",
                    "Expect:",
                    "--data-binary",
                    "@" + body,
                    url + "/v1/locate:batch?coordsys=wgs84#[1-" + BATCHES + "]"
                };
        for (int i = 0; i < WARM; i++) {
            run(command);
        }
        double[] ns = new double[ROUNDS];
        for (int i = 0; i < ns.length; i++) {
            long before = cpuNs();
            run(command);
            ns[i] = (cpuNs() - before) / (double) (single ? SINGLE_CALLS : BATCHES * POINTS);
        }
        Arrays.sort(ns);
        return ns[ns.length / 2];
    }

    private static long cpuNs() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    private static byte[] body(String form) {
        Random random = new Random(20240607);
        ByteBuffer binary = ByteBuffer.allocate(16 * POINTS).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder(form.equals("csv") ? "lon,lat\n" : form.equals("json") ? "[" : "");
        String pattern =
                switch (form) {
                    case "json" -> "%s[%.7f,%.7f]";
                    case "ndjson" -> "%s{\"lon\":%.7f,\"lat\":%.7f}\n";
                    default -> "%s%.7f,%.7f\n";
                };
        for (int i = 0; i < POINTS; i++) {
            double lon = 113.4 + 0.2 * random.nextDouble();
            double lat = 34.7 + 0.2 * random.nextDouble();
            binary.putDouble(lon).putDouble(lat);
            text.append(String.format(Locale.ROOT, pattern, form.equals("json") && i > 0 ? "," : "", lon, lat));
        }
        return form.equals("binary")
                ? binary.array()
                : text.append(form.equals("json") ? "]" : "").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Store squares(Path folder) {
        Store store = Stores.openOrCreate(
                StoreLocation.parse(folder.resolve("squares.gpkg").toString()));
        try (ChangeSetWriter writer = store.begin(
                new ChangeSetRequest(ChangeSet.Kind.IMPORT, "bench", Effective.from(LocalDate.of(2024, 1, 1)), ""))) {
            writer.load(StandardLayers.find("grid").orElseThrow(), ChangeSetWriter.Mode.REPLACE);
            double side = 0.2 / COLUMNS;
            for (int i = 0; i < COLUMNS * COLUMNS; i++) {
                double west = 113.4 + i % COLUMNS * side;
                double south = 34.7 + i / COLUMNS * side;
                writer.put(Content.builder(Schema.empty())
                        .code(String.format(Locale.ROOT, "410172%09d", i))
                        .name("网格" + i)
                        .parentCode("")
                        .geometry(
                                new GeometryFactory().toGeometry(new Envelope(west, west + side, south, south + side)))
                        .build());
            }
            writer.finishLayer();
            writer.commit();
        }
        return store;
    }
}

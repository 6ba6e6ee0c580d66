package org.onemap.ingest.cli;

import java.util.concurrent.CountDownLatch;
import org.onemap.StoreUnavailable;
import org.onemap.api.OnemapServer;
import org.onemap.api.ServerOptions;
import org.onemap.store.Store;

/** Runs the service until the process is told to stop; requests under way are finished then. */
final class Serving {

    private Serving() {}

    static int run(Console console, Store store, ServerOptions options) {
        OnemapServer server = OnemapServer.start(store, options);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    server.close();
                    store.close();
                    stopped.countDown();
                },
                "onemap-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        links(console, server.url(), store);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("the service was interrupted", e);
        }
        return ExitCode.DONE;
    }

    private static void links(Console console, String url, Store store) {
        console.out().println("onemap serves " + store.location() + " at " + url);
        console.out().println("  map          " + url + "/map");
        console.out().println("  plans        " + url + "/plan");
        console.out().println("  collections  " + url + "/collections");
        console.out().println("  whose is it  " + url + "/v1/locate?lon=113.55&lat=34.81&coordsys=cgcs2000");
        console.out().println("Stop it with Ctrl+C.");
        console.out().flush();
    }
}

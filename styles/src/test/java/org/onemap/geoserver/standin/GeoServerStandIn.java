package org.onemap.geoserver.standin;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Stands in for a GeoServer 2.26 where none runs: an HTTP server that keeps a catalogue in memory and answers a publisher
 * as a real one was seen to answer, with all that is odd about it. It opens the real files and databases that stores
 * name; it draws nothing. Thread-safe.
 *
 * <p>As a process: {@code java … org.onemap.geoserver.standin.GeoServerStandIn [port]}.
 */
public final class GeoServerStandIn implements AutoCloseable {

    private static final Set<String> FORBIDDEN = Set.of("HEAD", "OPTIONS", "PATCH");
    private static final Set<String> EXTENSIONS = Set.of("json", "xml", "html", "sld", "zip");

    private final StandInOptions options;
    private final Model model = new Model();
    private final Rooms rooms;
    private final Server server = new Server();
    private final ServerConnector connector;
    private final List<String> log = new ArrayList<>();
    private int writesLeft = Integer.MAX_VALUE;
    private boolean cutAfterWork;
    private int readsToCut;

    private GeoServerStandIn(StandInOptions options, int port) {
        this.options = options;
        this.rooms = new Rooms(model, options);
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                serve(request, response, callback);
                return true;
            }
        });
    }

    /** Starts one on a free port. */
    public static GeoServerStandIn start(StandInOptions options) {
        return start(options, 0);
    }

    /** Starts one on a port; 0 for any that is free. */
    public static GeoServerStandIn start(StandInOptions options, int port) {
        GeoServerStandIn standIn = new GeoServerStandIn(options, port);
        try {
            standIn.server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the stand-in does not start", e);
        }
        return standIn;
    }

    /** Runs one until the process ends; its address is the first line that it prints. */
    public static void main(String[] args) throws InterruptedException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        GeoServerStandIn standIn = start(StandInOptions.usual(), port);
        System.out.println(standIn.url());
        standIn.server.join();
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/geoserver";
    }

    /** Every request since the last {@link #forget}, as {@code METHOD path → status}. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** Those that were no GET. */
    public synchronized List<String> writes() {
        return log.stream().filter(line -> !line.startsWith("GET ")).toList();
    }

    /** Begins the log anew. */
    public synchronized void forget() {
        log.clear();
    }

    /**
     * Cuts the line at every write after this many.
     *
     * @param afterWork whether the write that is cut off has still been done, or not even begun
     */
    public synchronized void cutAfter(int writes, boolean afterWork) {
        writesLeft = writes;
        cutAfterWork = afterWork;
    }

    /** Cuts the line at the next reads. */
    public synchronized void cutReads(int reads) {
        readsToCut = reads;
    }

    /** Lets all writes through again. */
    public synchronized void mend() {
        writesLeft = Integer.MAX_VALUE;
    }

    /** Work that the tile cache was given, as it came. */
    public synchronized List<String> tileWork() {
        return List.copyOf(model.tileWork);
    }

    /** A file of the data directory; empty text where there is none. */
    public synchronized String file(String path) {
        return new String(model.resources.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    /** Takes a parameter out of a store, as a PUT by hand with the rest of the map does. */
    public synchronized void loseParameter(String workspace, String store, String parameter) {
        model.workspaces.get(workspace).stores.get(store).parameters.remove(parameter);
    }

    /** The whole catalogue as text, to be compared. */
    public synchronized String dump() {
        return rooms.dump();
    }

    private synchronized void serve(Request request, Response response, Callback callback) throws Exception {
        String method = request.getMethod();
        boolean reads = method.equals("GET");
        boolean cut = reads ? --readsToCut >= 0 : --writesLeft < 0;
        if (cut && (reads || !cutAfterWork)) {
            log.add(method + " " + request.getHttpURI().getPath() + " → cut");
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new IllegalStateException("cut"));
            return;
        }
        Reply reply = reply(request);
        log.add(method + " " + URLDecoder.decode(request.getHttpURI().getPath(), StandardCharsets.UTF_8) + " → "
                + (cut ? "cut" : reply.status()));
        if (cut) {
            writesLeft = 0; // nothing goes through until the line is mended
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new IllegalStateException("cut"));
            return;
        }
        response.setStatus(reply.status());
        if (!reply.contentType().isEmpty()) {
            response.getHeaders().put("Content-Type", reply.contentType());
        }
        if (!reply.location().isEmpty()) {
            response.getHeaders().put("Location", url() + reply.location());
        }
        if (reply.status() == 401) {
            response.getHeaders().put("WWW-Authenticate", "Basic realm=\"GeoServer Realm\"");
        }
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    private Reply reply(Request request) throws Exception {
        String path = request.getHttpURI().getPath();
        if (!path.startsWith("/geoserver/")) {
            return Reply.html(404, "Not Found");
        }
        Reply denied = denied(request);
        if (denied.status() != 200) {
            return denied;
        }
        if (path.contains("%25")) {
            return Reply.text(
                    500, "The request was rejected because the URL contained a potentially malicious String \"%25\"");
        }
        byte[] body = Content.Source.asByteArrayAsync(request, 100_000_000).get();
        try {
            return rooms.answer(ask(request, path, body), request.getHeaders().get("Accept"));
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private Reply denied(Request request) {
        if (FORBIDDEN.contains(request.getMethod())) {
            return Reply.html(403, "Forbidden");
        }
        String header = request.getHeaders().get("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return Reply.html(401, "Full authentication is required to access this resource");
        }
        String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        if (pair.equals(options.user() + ":" + options.password())) {
            return Reply.empty(200);
        }
        return pair.equals("reader:" + options.password())
                ? Reply.html(403, "Access Denied")
                : Reply.html(401, "Bad credentials");
    }

    private static Ask ask(Request request, String path, byte[] body) {
        List<String> segments = new ArrayList<>(
                Arrays.stream(path.substring("/geoserver/".length()).split("/"))
                        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .toList());
        String extension = "";
        String last = segments.get(segments.size() - 1);
        int dot = last.lastIndexOf('.');
        boolean file = segments.size() > 1 && segments.get(1).equals("resource");
        if (dot > 0 && !file) { // whatever follows the last dot counts as an extension
            segments.set(segments.size() - 1, last.substring(0, dot));
            String eaten = last.substring(dot + 1);
            extension = EXTENSIONS.contains(eaten) ? eaten : "unknown";
        }
        Map<String, String> query = new LinkedHashMap<>();
        String raw = request.getHttpURI().getQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        String type = request.getHeaders().get("Content-Type");
        return new Ask(request.getMethod(), segments, extension, query, type == null ? "" : type, body);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the stand-in does not stop", e);
        }
    }
}

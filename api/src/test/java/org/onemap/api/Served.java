package org.onemap.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.onemap.store.Store;

/** A town served on a free port, and a client that asks it. */
public final class Served implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Store store;
    private final OnemapServer server;

    private Served(Store store, ServerOptions options) {
        this.store = store;
        this.server = OnemapServer.start(store, options);
    }

    /** Serves a store, which is closed with this. */
    public static Served of(Store store, ServerOptions options) {
        return new Served(store, options);
    }

    /** Makes a town in this folder and serves it. */
    public static Served town(Path folder) {
        return of(TestTown.create(folder), ServerOptions.ofPort(0));
    }

    /** The store that is served. */
    public Store store() {
        return store;
    }

    /** Where it is served. */
    public String url() {
        return server.url();
    }

    /** Asks for a path or a URL, with headers given as name, value, … */
    public HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** Asks with any method. */
    public HttpResponse<byte[]> send(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Posts a body of this media type. */
    public HttpResponse<byte[]> post(String path, String mediaType, byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = mediaType;
        return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body), all);
    }

    private HttpResponse<byte[]> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : server.url() + path))
                .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body as text. */
    public String text(String path, String... headers) {
        return text(get(path, headers));
    }

    /** The body as text. */
    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON, whatever the status. */
    public JsonNode json(String path, String... headers) {
        return json(get(path, headers));
    }

    /** The body as JSON. */
    public static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(text(response), e);
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}

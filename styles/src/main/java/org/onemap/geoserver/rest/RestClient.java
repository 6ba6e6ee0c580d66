package org.onemap.geoserver.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.StoreUnavailable;

/**
 * Sends requests to one GeoServer. Thread-safe.
 *
 * <p>Never HEAD, OPTIONS or PATCH, which GeoServer forbids even to its administrator. A GET that is cut off or meets
 * 502, 503 or 504 is tried three times; what writes is sent once. Passwords go into the header {@code Authorization}
 * and nowhere else.
 */
public final class RestClient {

    private static final int TRIES = 3;
    private static final long PAUSE_MS = 200;
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private final GeoServerAddress address;
    private final Credentials credentials;
    private final Duration timeout;
    private final HttpClient http;

    /**
     * A client.
     *
     * @param timeout how long one answer may take; GeoServer itself delays the refusal of a wrong password by up to 5 s
     */
    public RestClient(GeoServerAddress address, Credentials credentials, Duration timeout) {
        this.address = address;
        this.credentials = credentials;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout.compareTo(Duration.ofSeconds(10)) < 0 ? timeout : Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The GeoServer. */
    public GeoServerAddress address() {
        return address;
    }

    /**
     * Reads. A missing thing is an answer (404), not a failure.
     *
     * @throws InvalidInput if user, password or rights do not suffice
     * @throws StoreUnavailable if no answer comes
     */
    public RestAnswer get(RestPath path) {
        return get(path, accept(path));
    }

    /** Reads a path without a suffix, whose form the header {@code Accept} decides. Throws as {@link #get} does. */
    public RestAnswer get(RestPath path, String accept) {
        RestAnswer answer = getPatiently(path, accept);
        if (answer.status() == 403) {
            throw new InvalidInput("GeoServer at " + address + " forbids user '" + credentials.user() + "' to read "
                    + path + (answer.message().isEmpty() ? "" : ": " + answer.message())
                    + "; publishing needs the role ROLE_ADMINISTRATOR");
        }
        return answer;
    }

    private RestAnswer getPatiently(RestPath path, String accept) {
        for (int attempt = 1; ; attempt++) {
            try {
                RestAnswer answer = send("GET", path, accept, Optional.empty());
                if (!PASSING.contains(answer.status()) || attempt == TRIES) {
                    return answer;
                }
            } catch (IOException e) {
                if (attempt == TRIES || e instanceof HttpTimeoutException) {
                    throw silent("GET " + path, e);
                }
            }
            pause(attempt);
        }
    }

    /** Writes; sent once. Throws as {@link #get} does, but 403 is an answer: GeoServer uses it for "exists", too. */
    public RestAnswer put(RestPath path, RestBody body) {
        return once("PUT", path, Optional.of(body));
    }

    /** Writes; sent once. Throws as {@link #put} does. */
    public RestAnswer post(RestPath path, RestBody body) {
        return once("POST", path, Optional.of(body));
    }

    /** Removes; sent once. Throws as {@link #put} does. */
    public RestAnswer delete(RestPath path) {
        return once("DELETE", path, Optional.empty());
    }

    private RestAnswer once(String method, RestPath path, Optional<RestBody> body) {
        try {
            return send(method, path, accept(path), body);
        } catch (IOException e) {
            throw silent(method + " " + path, e);
        }
    }

    private RestAnswer send(String method, RestPath path, String accept, Optional<RestBody> body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.root() + path.text()))
                .timeout(timeout)
                .header("Authorization", credentials.basic())
                .header("Accept", accept);
        body.ifPresent(content -> request.header("Content-Type", content.mediaType()));
        request.method(
                method,
                body.map(content -> BodyPublishers.ofByteArray(content.bytes())).orElse(BodyPublishers.noBody()));
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for GeoServer at " + address, e);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        RestAnswer answer = RestAnswer.of(method + " " + path, response.statusCode(), type, response.body());
        refuse(answer, response);
        return answer;
    }

    /** The suffix decides in GeoServer; Accept is for what stands between, and for paths without one. */
    private static String accept(RestPath path) {
        String plain = path.text().replaceFirst("\\?.*", "");
        if (plain.endsWith(".json")) {
            return "application/json";
        }
        return plain.endsWith(".xml") ? "application/xml, text/xml" : "*/*";
    }

    private void refuse(RestAnswer answer, HttpResponse<byte[]> response) {
        if (answer.status() == 401) {
            throw new InvalidInput("GeoServer at " + address + " refuses user '" + credentials.user()
                    + "' and the password given (401); see ONEMAP_GEOSERVER_USER, ONEMAP_GEOSERVER_PASSWORD or"
                    + " --credentials FILE. Further wrong tries are answered more and more slowly");
        }
        if (answer.status() >= 301 && answer.status() <= 308 && answer.status() != 304) {
            throw new InvalidInput("GeoServer at " + address + " sends "
                    + answer.request().replaceFirst("\\?.*", "") + " on to "
                    + response.headers().firstValue("Location").orElse("another address")
                    + "; give the address that answers itself to --geoserver");
        }
    }

    private StoreUnavailable silent(String request, IOException e) {
        String reason = reason(e);
        boolean reading = request.startsWith("GET ");
        return new StoreUnavailable(
                "GeoServer at " + address + " does not answer " + request.replaceFirst("\\?.*", "") + ": "
                        + ErrorText.shorten(reason)
                        + (reading ? "" : ". What it did until then stays; 'onemap publish apply' finishes the job"),
                e);
    }

    private String reason(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection within the time allowed; is a firewall between?";
        }
        if (e instanceof HttpTimeoutException) {
            return "no answer within " + timeout.toSeconds() + " s (--timeout)";
        }
        if (e instanceof ConnectException) {
            return "nothing listens there, or the host is unknown";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE_MS * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for GeoServer", e);
        }
    }
}

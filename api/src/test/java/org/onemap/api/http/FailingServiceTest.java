package org.onemap.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.StoreUnavailable;

/** What callers see of failures, of large answers, and of the end of the service. */
class FailingServiceTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final CountDownLatch SLOW_BEGUN = new CountDownLatch(1);

    static HttpService service;

    @BeforeAll
    static void start() {
        service = HttpService.start(
                new HttpService.Binding("127.0.0.1", 0, Optional.empty()),
                List.of(
                        endpoint("/fault", exchange -> {
                            throw new IllegalStateException("the secret of the house");
                        }),
                        endpoint("/busy", exchange -> {
                            throw new StoreUnavailable("another writer holds the store");
                        }),
                        endpoint("/late/{count}", exchange -> stream(exchange, true)),
                        endpoint("/large/{count}", exchange -> stream(exchange, false))));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void ourFaultsAreToldByAnIdOnly() throws Exception {
        HttpResponse<String> response = get("/fault");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("under the id").doesNotContain("secret");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aBusyStoreAsksToTryAgain() throws Exception {
        HttpResponse<String> response = get("/busy");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("another writer holds the store");
    }

    /** The store's connection breaks this many times before it holds; what the caller gets, how often the endpoint was asked. */
    @ParameterizedTest(name = "{0} broken {1} times, committed {2}, repeatable {3}")
    @CsvSource({
        "GET,  0, false, true,  200, 1",
        "GET,  1, false, true,  200, 2",
        "HEAD, 1, false, true,  200, 2",
        "GET,  2, false, true,  503, 2",
        "GET,  1, false, false, 503, 1",
        "GET,  1, true,  true,  0,   1",
        "POST, 1, false, true,  503, 1",
    })
    void whatOnlyReadsIsAskedOnceMoreWhereTheConnectionBroke(
            String method, int broken, boolean committed, boolean repeatable, int status, int asked) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Consumer<Exchange> action = exchange -> {
            boolean breaks = calls.incrementAndGet() <= broken;
            stream(exchange, committed ? 100_000 : 3, false, () -> {
                if (breaks) {
                    throw new StoreUnavailable("the line broke", new IOException("cut"), repeatable);
                }
            });
        };
        Endpoint.Method of = method.equals("POST") ? Endpoint.Method.POST : Endpoint.Method.GET;
        try (HttpService own = HttpService.start(
                new HttpService.Binding("127.0.0.1", 0, Optional.empty()), List.of(endpoint(of, "/once", action)))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(own.url() + "/once"))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            if (status == 0) {
                assertThatThrownBy(() -> CLIENT.send(request, HttpResponse.BodyHandlers.ofString()))
                        .isInstanceOf(IOException.class);
            } else {
                HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(answer.headers().firstValue("Retry-After").isPresent())
                        .isEqualTo(status == 503);
                assertThat(answer.body())
                        .isEqualTo(method.equals("HEAD") ? "" : status == 200 ? "[0,1,2]" : answer.body());
            }
        }
        assertThat(calls).hasValue(asked);
    }

    @Test
    void anEarlyFailureOfAStreamIsStillAProblem() throws Exception {
        HttpResponse<String> response = get("/late/10");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).startsWith("{\"type\":\"urn:onemap:problem:internal\"");
    }

    @Test
    void aLateFailureBreaksTheConnectionSoThatNobodyTakesItForWhole() {
        assertThatThrownBy(() -> get("/late/200000")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get("/late/2000000", "Accept-Encoding", "gzip"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void largeAnswersAreStreamed() throws Exception {
        assertThat(get("/large/200000").body()).startsWith("[0,1,2").endsWith(",199999]");
    }

    @Test
    void aTakenPortIsToldAsSuch() {
        int port = URI.create(service.url()).getPort();
        assertThatThrownBy(() ->
                        HttpService.start(new HttpService.Binding("127.0.0.1", port, Optional.empty()), List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--port");
    }

    @Test
    void thePortStaysClosedUntilRequestsCanBeAnswered() throws Exception {
        int port = freePort();
        try (HttpService own = HttpService.start(
                new HttpService.Binding("127.0.0.1", port, Optional.empty()), List.of(), () -> assertThatThrownBy(
                                () -> new Socket("127.0.0.1", port).close())
                        .isInstanceOf(ConnectException.class))) {
            new Socket("127.0.0.1", port).close();
            assertThat(own.url()).endsWith(":" + port);
        }
    }

    @Test
    void whatKeepsItFromBeingReadyIsThrownAsItIs() throws Exception {
        RuntimeException failure = new StoreUnavailable("Failed to bind to the database: Permission denied");
        assertThatThrownBy(() -> HttpService.start(
                        new HttpService.Binding("127.0.0.1", freePort(), Optional.empty()), List.of(), () -> {
                            throw failure;
                        }))
                .isSameAs(failure);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void requestsUnderWayAreFinishedWhenTheServiceStops() throws Exception {
        HttpService own = HttpService.start(
                new HttpService.Binding("127.0.0.1", 0, Optional.empty()), List.of(endpoint("/slow", exchange -> {
                    SLOW_BEGUN.countDown();
                    sleep(1_500); // longer than idle connections may stay open then
                    stream(exchange, 3, false);
                })));
        CompletableFuture<HttpResponse<String>> answer = CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create(own.url() + "/slow")).build(), HttpResponse.BodyHandlers.ofString());
        SLOW_BEGUN.await();
        own.close();
        assertThat(answer.get().body()).isEqualTo("[0,1,2]");
    }

    /** A caller that has just got its answer keeps its connection; that must not hold the end up. */
    @Test
    void endsAtOnceAfterTheLastAnswer() throws Exception {
        for (int i = 0; i < 8; i++) {
            HttpService own = HttpService.start(
                    new HttpService.Binding("127.0.0.1", 0, Optional.empty()), List.of(endpoint("/busy", exchange -> {
                        throw new StoreUnavailable("another writer holds the store");
                    })));
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(own.url() + "/busy")).build();
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(503);
            assertThat(own.stop()).as("nothing is broken off at end %d", i).isTrue();
        }
    }

    private static void stream(Exchange exchange, boolean fails) {
        stream(exchange, Integer.parseInt(exchange.pathPart("count")), fails);
    }

    private static void stream(Exchange exchange, int count, boolean fails) {
        stream(exchange, count, fails, () -> {});
    }

    private static void stream(Exchange exchange, int count, boolean fails, Runnable beforeTheEnd) {
        try {
            exchange.json("application/json", json -> {
                json.writeStartArray();
                for (int i = 0; i < count; i++) {
                    json.writeNumber(i);
                }
                if (fails) {
                    throw new IllegalStateException("in the middle");
                }
                beforeTheEnd.run();
                json.writeEndArray();
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Endpoint endpoint(String path, Consumer<Exchange> action) {
        return endpoint(Endpoint.Method.GET, path, action);
    }

    private static Endpoint endpoint(Endpoint.Method method, String path, Consumer<Exchange> action) {
        return new Endpoint() {
            @Override
            public Method method() {
                return method;
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public void answer(Exchange exchange) {
                action.accept(exchange);
            }
        };
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

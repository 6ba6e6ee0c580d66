package org.onemap.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests with bodies: what they may cost, and that a caller who stops in the middle holds nothing for long. */
@Timeout(60)
class BodiesTest {

    private static final int LARGEST = 100_000;

    /** One at a time, so that a thread that stayed behind would keep the next request out. */
    private static final Limits SMALL = new Limits(LARGEST, 400, 1_500, 1_500, 1);

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpService service;

    @BeforeEach
    void start() {
        Endpoint echo = new Endpoint() {
            @Override
            public String path() {
                return "/echo/{times}";
            }

            @Override
            public Method method() {
                return Method.POST;
            }

            @Override
            public void answer(Exchange exchange) throws IOException {
                int times = Integer.parseInt(exchange.pathPart("times"));
                exchange.bodyForm(Representation.CSV);
                try (InputStream body = exchange.body()) {
                    byte[] bytes = body.readAllBytes();
                    exchange.bytes("text/csv", out -> {
                        for (int i = 0; i < times; i++) {
                            out.write(bytes, 0, bytes.length);
                        }
                    });
                }
            }
        };
        service = HttpService.start(new HttpService.Binding("127.0.0.1", 0, Optional.empty()), List.of(echo), SMALL);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theBodyComesThrough() throws Exception {
        HttpResponse<byte[]> response = post("/echo/2", "1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("1,2\n1,2\n");
    }

    @Test
    void aLargerBodyIsRefusedWhetherOrNotItSaysSo() throws Exception {
        HttpResponse<byte[]> said = post("/echo/1", new byte[LARGEST + 1]);
        assertThat(said.statusCode()).isEqualTo(413);
        assertThat(new String(said.body(), StandardCharsets.UTF_8)).contains("at most 100000", "in parts");
        HttpResponse<byte[]> unsaid = client.send(
                request("/echo/1")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(new byte[3 * LARGEST])))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(unsaid.statusCode()).isEqualTo(413);
        assertThat(post("/echo/1", new byte[LARGEST]).statusCode()).isEqualTo(200);
    }

    @Test
    void gzipIsUnpackedAndMayNotHideALargerBody() throws Exception {
        assertThat(zipped(gzip(new byte[1_000])).body()).hasSize(1_000);
        assertThat(zipped(gzip(new byte[50 * LARGEST])).statusCode()).isEqualTo(413);
        byte[] whole = gzip(new byte[1_000]);
        assertThat(zipped(java.util.Arrays.copyOf(whole, whole.length - 9)).statusCode())
                .isEqualTo(400);
        assertThat(zipped(new byte[100]).statusCode()).isEqualTo(400);
        assertThat(zipped(new byte[0]).statusCode()).isEqualTo(400);
        HttpResponse<byte[]> other = client.send(
                request("/echo/1")
                        .header("Content-Encoding", "br")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(other.statusCode()).isEqualTo(415);
    }

    @Test
    void aCallerWhoStopsSendingIsToldSo() throws Exception {
        try (Socket socket = connect()) {
            begin(socket, "/echo/1", 1_000);
            socket.getOutputStream().write(new byte[10]);
            socket.getOutputStream().flush();
            assertThat(readAll(socket)).startsWith("HTTP/1.1 408").contains("did not come to its end within 0.4 s");
        }
        assertThat(post("/echo/1", new byte[5]).statusCode()).isEqualTo(200);
    }

    @Test
    void aCallerWhoSendsByteByByteIsToldSo() throws Exception {
        try (Socket socket = connect()) {
            begin(socket, "/echo/1", 1_000);
            OutputStream out = socket.getOutputStream();
            try {
                for (int i = 0; i < 100; i++) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (IOException e) {
                assertThat(e).isNotNull(); // the service closed the connection, as it should
            }
        }
        assertThat(post("/echo/1", new byte[5]).statusCode()).isEqualTo(200);
    }

    @Test
    void aCallerWhoStopsReadingHoldsNoThread() throws Exception {
        try (Socket socket = connect()) {
            socket.setReceiveBufferSize(4096);
            begin(socket, "/echo/400", 90_000);
            socket.getOutputStream().write(new byte[90_000]);
            socket.getOutputStream().flush();
            HttpResponse<byte[]> next = post("/echo/1", new byte[5]);
            for (int i = 0; i < 50 && next.statusCode() == 503; i++) {
                assertThat(next.headers().firstValue("Retry-After")).isPresent();
                assertThat(new String(next.body(), StandardCharsets.UTF_8)).contains("under way");
                Thread.sleep(100);
                next = post("/echo/1", new byte[5]);
            }
            assertThat(next.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCallerWhoGoesAwayHoldsNoThread() throws Exception {
        Socket socket = connect();
        begin(socket, "/echo/1", 1_000);
        socket.close();
        HttpResponse<byte[]> next = post("/echo/1", new byte[5]);
        for (int i = 0; i < 50 && next.statusCode() == 503; i++) {
            Thread.sleep(50);
            next = post("/echo/1", new byte[5]);
        }
        assertThat(next.statusCode()).isEqualTo(200);
    }

    private Socket connect() throws IOException {
        URI uri = URI.create(service.url());
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void begin(Socket socket, String path, int length) throws IOException {
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: " + length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path)).header("Content-Type", "text/csv");
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
        return client.send(
                request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> zipped(byte[] body) throws Exception {
        return client.send(
                request("/echo/1")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}

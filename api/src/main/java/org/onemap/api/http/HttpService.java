package org.onemap.api.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running HTTP server: endpoints under their paths, one way of failing, bounded threads and sizes. Thread-safe.
 *
 * <p>Every path answers the methods of its endpoints, HEAD with GET, and OPTIONS, from anywhere (CORS); other methods get
 * 405. Requests with a body are {@link Limits limited} in size, time and number, so that they never take all threads.
 */
public final class HttpService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
    private static final int MOST_THREADS = 64;
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int BUFFERED_ANSWER = 64 * 1024;
    private static final long STOP_WITHIN_MS = 10_000;
    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    private final Binding binding;
    private final Javalin javalin;
    private final Limits limits;
    private final Semaphore bodies;
    private final Runnable readiness;
    private @Nullable RuntimeException unready;

    private HttpService(Binding binding, List<Endpoint> endpoints, Limits limits, Runnable readiness) {
        this.binding = binding;
        this.readiness = readiness;
        this.limits = limits;
        this.bodies = new Semaphore(limits.atOnce());
        this.javalin = Javalin.create(config -> configure(config, endpoints));
    }

    /**
     * Starts to listen.
     *
     * @throws InvalidInput if the port is taken or the host is none of this machine's
     */
    public static HttpService start(Binding binding, List<Endpoint> endpoints) {
        return start(binding, endpoints, () -> {});
    }

    /**
     * As {@link #start(Binding, List)}, but the port stays closed until something else is ready.
     *
     * @param readiness comes back when requests can be answered; runs when the server itself is ready, and what it throws is
     *     thrown here
     */
    public static HttpService start(Binding binding, List<Endpoint> endpoints, Runnable readiness) {
        return start(new HttpService(binding, endpoints, Limits.USUAL, readiness));
    }

    /** As {@link #start(Binding, List)}, with other limits. */
    static HttpService start(Binding binding, List<Endpoint> endpoints, Limits limits) {
        return start(new HttpService(binding, endpoints, limits, () -> {}));
    }

    private static HttpService start(HttpService service) {
        try {
            service.javalin.start();
        } catch (JavalinException e) {
            throw service.failure(e);
        }
        return service;
    }

    private RuntimeException failure(JavalinException e) {
        if (unready != null) {
            return unready;
        }
        if (e instanceof JavalinBindException) {
            return new InvalidInput(
                    "cannot listen on " + binding.host() + " port " + binding.port()
                            + ": the port is taken or the host is none of this machine's; choose another with --port",
                    e);
        }
        return e;
    }

    /** Where it can be reached, without a slash at the end. */
    public String url() {
        return binding.publicUrl().orElseGet(() -> "http://" + authority(binding.host()) + ":" + javalin.port());
    }

    /** Stops to listen, lets requests under way finish for some seconds, and ends. */
    @Override
    public void close() {
        if (!stop()) {
            LOG.warn(
                    "requests were still under way {} ms after the end was asked for, and were broken off",
                    STOP_WITHIN_MS);
        }
    }

    /** Ends as {@link #close()} does; whether no request had to be broken off. */
    boolean stop() {
        try {
            javalin.stop();
            return true;
        } catch (JavalinException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }

    private void configure(JavalinConfig config, List<Endpoint> endpoints) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE; // the exchange compresses: its tags depend on it
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = BUFFERED_ANSWER;
        config.jetty.addConnector(this::connector);
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4);
        config.jetty.modifyHttpConfiguration(this::configure);
        config.jetty.modifyServer(HttpService::configure);
        // codes may hold a slash, which comes as %2F
        config.jetty.modifyServletContextHandler(
                context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
        endpoints.stream()
                .collect(Collectors.groupingBy(Endpoint::path, LinkedHashMap::new, Collectors.toList()))
                .forEach((path, ofPath) -> spellings(path).forEach(spelt -> route(config, spelt, ofPath)));
        config.routes.exception(
                HttpResponseException.class,
                (failure, context) -> fail(
                        context,
                        new HttpFailure(
                                ProblemKind.ofStatus(failure.getStatus()), explain(failure, context), failure)));
        config.routes.exception(Exception.class, (failure, context) -> fail(context, failure));
    }

    /** Clients may escape a colon though a path need not (RFC 3986, 3.3); routes are matched as they are written. */
    private static List<String> spellings(String path) {
        return path.contains(":") ? List.of(path, path.replace(":", "%3A"), path.replace(":", "%3a")) : List.of(path);
    }

    private void route(JavalinConfig config, String path, List<Endpoint> endpoints) {
        List<String> methods = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            Handler handler = context -> answer(context, endpoint);
            if (endpoint.method() == Endpoint.Method.GET) {
                methods.addAll(List.of("GET", "HEAD"));
                config.routes.addHttpHandler(HandlerType.GET, path, handler);
                config.routes.addHttpHandler(HandlerType.HEAD, path, handler);
            } else {
                methods.add("POST");
                config.routes.addHttpHandler(HandlerType.POST, path, handler);
            }
        }
        methods.add("OPTIONS");
        String allowed = String.join(", ", methods);
        config.routes.addHttpHandler(HandlerType.OPTIONS, path, context -> answerOptions(context, allowed));
    }

    /**
     * The idle time is the connection's own. One that each request sets, and its end sets back, would undo what a stopping
     * server says to its idle connections: a caller that had just got its answer held the end up for ten seconds.
     */
    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http)) {
            @Override
            public void open() throws IOException {
                awaitReadiness();
                super.open();
            }
        };
        connector.setHost(binding.host());
        connector.setPort(binding.port());
        connector.setIdleTimeout(limits.idleMs());
        return connector;
    }

    private void awaitReadiness() {
        try {
            readiness.run();
        } catch (RuntimeException e) {
            unready = e;
            throw e;
        }
    }

    private void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setOutputBufferSize(BUFFERED_ANSWER);
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "codes",
                EnumSet.of(
                                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING)
                        .toArray(UriCompliance.Violation[]::new)));
    }

    private static void configure(Server server) {
        server.setStopTimeout(STOP_WITHIN_MS);
        server.setOpenEarly(false); // the connectors open last, when there is something to answer
        server.setHandler(new GracefulHandler());
        server.setErrorHandler(new PlainProblems());
    }

    private void answer(Context context, Endpoint endpoint) {
        addCommonHeaders(context);
        boolean withBody = endpoint.method() == Endpoint.Method.POST;
        if (withBody && !bodies.tryAcquire()) {
            fail(
                    context,
                    new HttpFailure(
                            ProblemKind.BUSY,
                            limits.atOnce() + " such requests are under way; try again in some seconds"));
            return;
        }
        try {
            answerOnceMore(context, endpoint);
        } catch (Exception failure) {
            if (withBody) {
                UnreadBody.passOver(context, failure, limits.largestBody());
            }
            fail(context, failure);
        } finally {
            if (withBody) {
                bodies.release();
            }
        }
    }

    /** A connection to the store that breaks under a reading request costs its caller nothing but the time of another. */
    private void answerOnceMore(Context context, Endpoint endpoint) throws IOException {
        try {
            endpoint.answer(new Exchange(context, root(context), limits));
        } catch (StoreUnavailable failure) {
            boolean repeatable = failure.isBrokenOff() && endpoint.method() == Endpoint.Method.GET;
            if (!repeatable || context.res().isCommitted()) {
                throw failure;
            }
            context.res().reset();
            addCommonHeaders(context);
            endpoint.answer(new Exchange(context, root(context), limits));
        }
    }

    private static void answerOptions(Context context, String methods) {
        addCommonHeaders(context);
        context.header("Allow", methods)
                .header("Access-Control-Allow-Methods", methods)
                .header("Access-Control-Allow-Headers", "*")
                .header("Access-Control-Max-Age", "86400")
                .status(204);
    }

    private static void fail(Context context, Exception failure) {
        if (context.res().isCommitted()) {
            LOG.warn("answer to {} broken off: {}", Exchange.target(context), failure.toString());
            ServletContextRequest.getServletContextRequest(context.req())
                    .getServletChannel()
                    .abort(failure);
            return;
        }
        context.res().reset();
        addCommonHeaders(context);
        Problem problem = Problem.of(failure, Exchange.target(context));
        context.header("Cache-Control", "no-store");
        if (problem.kind() == ProblemKind.METHOD_NOT_ALLOWED) {
            context.header("Allow", allowed(failure));
        }
        if (problem.kind() == ProblemKind.UNAUTHORIZED) {
            context.header("WWW-Authenticate", "Bearer realm=\"onemap\"");
        }
        if (problem.kind() == ProblemKind.REQUEST_TIMEOUT) {
            context.header("Connection", "close");
        }
        if (problem.kind() == ProblemKind.UNAVAILABLE || problem.kind() == ProblemKind.BUSY) {
            context.header("Retry-After", "2");
        }
        context.status(problem.kind().status());
        context.result(problem.toJson());
        context.contentType(Problem.MEDIA_TYPE);
    }

    private static String explain(HttpResponseException failure, Context context) {
        return switch (failure.getStatus()) {
            case 404 -> "nothing is served at " + context.path() + "; begin at / or read /api";
            case 405 -> context.method() + " is not allowed at " + context.path() + "; allowed are " + allowed(failure);
            case 413 -> "a request may carry at most " + LARGEST_BODY + " bytes";
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** The methods of the path, as Javalin found them. */
    private static String allowed(Throwable failure) {
        Throwable cause = failure.getCause() instanceof HttpResponseException ? failure.getCause() : failure;
        String methods = cause instanceof HttpResponseException response
                ? String.valueOf(response.getDetails().getOrDefault("availableMethods", ""))
                : "";
        List<String> order = List.of("GET", "HEAD", "POST", "OPTIONS");
        return order.stream()
                .filter(method -> methods.matches(".*\\b" + method + "\\b.*"))
                .collect(Collectors.joining(", "));
    }

    private static void addCommonHeaders(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header(
                        "Access-Control-Expose-Headers",
                        "ETag, Content-Crs, Location, Retry-After, Onemap-Change-Number");
    }

    /** Scheme and authority as the caller wrote them, so that links work for them too. */
    private String root(Context context) {
        if (binding.publicUrl().isPresent()) {
            return binding.publicUrl().get();
        }
        String host = context.header("Host");
        return host != null && AUTHORITY.matcher(host).matches() ? context.scheme() + "://" + host : url();
    }

    private static String authority(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    /**
     * Where to listen, and how callers reach it. Immutable.
     *
     * @param host name or address of an interface of this machine
     * @param port 0 for any free port
     * @param publicUrl what links begin with, without a slash at the end; empty to follow each request's {@code Host}
     */
    public record Binding(String host, int port, Optional<String> publicUrl) {}
}

package org.onemap.api.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.onemap.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running HTTP server: endpoints under their paths, one way of failing, bounded threads and sizes. Thread-safe.
 *
 * <p>Every endpoint answers GET, HEAD and OPTIONS from anywhere (CORS); other methods get 405.
 */
public final class HttpService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final int MOST_THREADS = 64;
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int BUFFERED_ANSWER = 64 * 1024;
    private static final long STOP_WITHIN_MS = 10_000;
    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    private final Binding binding;
    private final Javalin javalin;

    private HttpService(Binding binding, List<Endpoint> endpoints) {
        this.binding = binding;
        this.javalin = Javalin.create(config -> configure(config, endpoints));
    }

    /**
     * Starts to listen.
     *
     * @throws InvalidInput if the port is taken or the host is none of this machine's
     */
    public static HttpService start(Binding binding, List<Endpoint> endpoints) {
        HttpService service = new HttpService(binding, endpoints);
        try {
            service.javalin.start();
        } catch (JavalinBindException e) {
            throw new InvalidInput(
                    "cannot listen on " + binding.host() + " port " + binding.port()
                            + ": the port is taken or the host is none of this machine's; choose another with --port",
                    e);
        }
        return service;
    }

    /** Where it can be reached, without a slash at the end. */
    public String url() {
        return binding.publicUrl().orElseGet(() -> "http://" + authority(binding.host()) + ":" + javalin.port());
    }

    /** Stops to listen, lets requests under way finish for some seconds, and ends. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config, List<Endpoint> endpoints) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE; // the exchange compresses: its tags depend on it
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = BUFFERED_ANSWER;
        config.jetty.host = binding.host();
        config.jetty.port = binding.port();
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4);
        config.jetty.modifyHttpConfiguration(HttpService::configure);
        config.jetty.modifyServer(HttpService::configure);
        // codes may hold a slash, which comes as %2F
        config.jetty.modifyServletContextHandler(
                context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
        for (Endpoint endpoint : endpoints) {
            config.routes.addHttpHandler(HandlerType.GET, endpoint.path(), context -> answer(context, endpoint));
            config.routes.addHttpHandler(HandlerType.HEAD, endpoint.path(), context -> answer(context, endpoint));
            config.routes.addHttpHandler(HandlerType.OPTIONS, endpoint.path(), HttpService::answerOptions);
        }
        config.routes.exception(
                HttpResponseException.class,
                (failure, context) -> fail(
                        context,
                        new HttpFailure(ProblemKind.ofStatus(failure.getStatus()), explain(failure, context))));
        config.routes.exception(Exception.class, (failure, context) -> fail(context, failure));
    }

    private static void configure(HttpConfiguration http) {
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
        server.setHandler(new GracefulHandler());
        server.setErrorHandler(new PlainProblems());
    }

    private void answer(Context context, Endpoint endpoint) {
        addCommonHeaders(context);
        try {
            endpoint.answer(new Exchange(context, root(context)));
        } catch (Exception failure) {
            fail(context, failure);
        }
    }

    private static void answerOptions(Context context) {
        addCommonHeaders(context);
        context.header("Allow", METHODS)
                .header("Access-Control-Allow-Methods", METHODS)
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
            context.header("Allow", METHODS);
        }
        if (problem.kind() == ProblemKind.UNAVAILABLE) {
            context.header("Retry-After", "2");
        }
        context.status(problem.kind().status());
        context.result(problem.toJson());
        context.contentType(Problem.MEDIA_TYPE);
    }

    private static String explain(HttpResponseException failure, Context context) {
        return switch (failure.getStatus()) {
            case 404 -> "nothing is served at " + context.path() + "; begin at / or read /api";
            case 405 -> context.method() + " is not allowed at " + context.path() + "; it can only be read: " + METHODS;
            case 413 -> "a request may carry at most " + LARGEST_BODY + " bytes";
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static void addCommonHeaders(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "ETag, Content-Crs, Location, Retry-After");
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

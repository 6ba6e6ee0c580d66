package org.onemap.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.onemap.InvalidInput;

/**
 * One request and its answer. Confined to the thread of the request; answered once.
 *
 * <p>Bodies are streamed: a collection is never held as a tree. The first 64 KiB are buffered, so that a failure within
 * them still becomes a problem detail; a later one breaks the connection, which is how HTTP says "this is not whole".
 */
public final class Exchange {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final Context context;
    private final String root;
    private final QueryParameters query;

    private final Limits limits;

    Exchange(Context context, String root, Limits limits) {
        this.context = context;
        this.root = root;
        this.limits = limits;
        String text = context.queryString();
        this.query = QueryParameters.parse(text == null ? "" : text);
    }

    /** The value of a {@code {name}} in the endpoint's path, decoded. */
    public String pathPart(String name) {
        return context.pathParam(name);
    }

    /** The query parameters. */
    public QueryParameters query() {
        return query;
    }

    /** The absolute URL of a path of this service, as the caller reaches it; without a slash at the end for "". */
    public String url(String pathAndQuery) {
        return root + pathAndQuery;
    }

    /** The absolute URL of this request's path without the query. */
    public String selfUrl() {
        return root + context.path();
    }

    /** Path and query as they came. */
    public String target() {
        return target(context);
    }

    static String target(Context context) {
        String text = context.queryString();
        return text == null ? context.path() : context.path() + "?" + text;
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** Sets a header of the answer. */
    public Exchange header(String name, String value) {
        context.header(name, value);
        return this;
    }

    /**
     * The form to answer in: {@code f=}, else {@code Accept}, else the first offer.
     *
     * @throws org.onemap.InvalidInput if {@code f} names none of them
     */
    public Representation negotiate(Representation... offers) {
        addVary("Accept");
        return Negotiation.choose(query.find("f"), header("Accept"), List.of(offers));
    }

    /**
     * The form of the body, by its {@code Content-Type}. A body without one is refused: guessing would read lines of
     * numbers as something.
     */
    public Representation bodyForm(Representation... offers) {
        String type = header("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
        String bare = type.split(";", 2)[0].strip();
        for (Representation offer : offers) {
            if (offer.isOf(bare)) {
                return offer;
            }
        }
        String known = String.join(
                ", ", List.of(offers).stream().map(Representation::mediaType).toList());
        throw new HttpFailure(
                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                (bare.isEmpty() ? "the body says no Content-Type" : "bodies of " + bare + " are not read here")
                        + "; send one of " + known);
    }

    /** The charset that the {@code Content-Type} names. */
    public Optional<Charset> bodyCharset() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        int at = type.indexOf("charset=");
        if (at < 0) {
            return Optional.empty();
        }
        String name =
                type.substring(at + "charset=".length()).split("[;\\s]", 2)[0].replace("\"", "");
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("the Content-Type names the charset '" + name + "', which is none that is known", e);
        }
    }

    /** How many bytes the body will have as it is sent; empty if nobody says so. */
    public OptionalLong bodyLength() {
        long length =
                header("Content-Encoding").isPresent() ? -1 : context.req().getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** The body, unpacked where it is gzip. Reading fails when it becomes too large or does not come to its end. */
    public InputStream body() throws IOException {
        if (context.req().getContentLengthLong() > limits.largestBody()) {
            throw tooLarge("the body has " + context.req().getContentLengthLong() + " bytes, at most "
                    + limits.largestBody() + " are taken; send it in parts");
        }
        InputStream sent = context.req().getInputStream();
        String coding = header("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "identity", "" -> RequestBody.plain(sent, limits);
            case "gzip", "x-gzip" -> RequestBody.unzipped(sent, limits);
            default ->
                throw new HttpFailure(
                        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Encoding: " + coding + " is not read here; send the body as it is or as gzip");
        };
    }

    /** The failure to throw when a body holds more than is taken at once. */
    public RuntimeException tooLarge(String message) {
        return new HttpFailure(ProblemKind.PAYLOAD_TOO_LARGE, message);
    }

    /** The failure to throw when somebody says who they are and is not. */
    public RuntimeException unauthorized(String message) {
        return new HttpFailure(ProblemKind.UNAUTHORIZED, message);
    }

    /** Says that the answer depends on a header of the request. */
    public void varyBy(String header) {
        addVary(header);
    }

    /**
     * Says which version of the resource this is, and answers 304 if the caller has it already.
     *
     * @return whether the request is answered by that
     */
    public boolean isAnsweredBy(EntityTag tag, Representation form) {
        addVary("Accept-Encoding");
        return isKnown(tag, acceptsGzip() && isCompressible(form.mediaType()));
    }

    private boolean isKnown(EntityTag tag, boolean gzip) {
        context.header("ETag", tag.headerValue(gzip));
        if (context.res().getHeader("Cache-Control") == null) {
            context.header("Cache-Control", "no-cache");
        }
        boolean known = header("If-None-Match").map(tag::isNamedIn).orElse(false);
        if (known) {
            context.status(304);
        }
        return known;
    }

    /** The tag of an answer that the change number, the URL and the form determine. */
    public EntityTag tagOf(long changeNumber, Representation form) {
        return EntityTag.ofParts(INSTANCE, Long.toString(changeNumber), root, target(), form.mediaType());
    }

    /**
     * The tag of an answer that more than the change number determines.
     *
     * @param more what else does, for instance the state of drafts
     */
    public EntityTag tagOf(long changeNumber, String more, Representation form) {
        return EntityTag.ofParts(INSTANCE, Long.toString(changeNumber), more, root, target(), form.mediaType());
    }

    /** Tells apart the stores that answer at one address, one after the other: a number of this process. */
    private static final String INSTANCE =
            Long.toString(ProcessHandle.current().pid()) + '-' + Long.toString(System.currentTimeMillis());

    /** Answers with JSON, written as it is produced. */
    public void json(String mediaType, JsonBody body) throws IOException {
        stream(mediaType, out -> {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.configure(StreamWriteFeature.AUTO_CLOSE_CONTENT.mappedFeature(), false);
                body.write(json);
            }
        });
    }

    /** Answers with a page. */
    public void html(Page page) throws IOException {
        context.header("Content-Security-Policy", Page.CONTENT_SECURITY_POLICY);
        stream(Representation.HTML.mediaType(), out -> {
            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                page.write(new Html(writer), root);
            }
        });
    }

    /** Answers with a body that is kept, or 304 if the caller has it already. */
    public void send(String mediaType, Precompressed body) throws IOException {
        addVary("Accept-Encoding");
        boolean gzip = acceptsGzip() && isCompressible(mediaType);
        if (isKnown(body.tag(), gzip)) {
            return;
        }
        context.contentType(mediaType);
        if (gzip) {
            context.header("Content-Encoding", "gzip");
        }
        byte[] bytes = gzip ? body.gzip() : body.plain();
        context.res().setContentLength(bytes.length);
        context.res().getOutputStream().write(bytes);
    }

    /** Answers that there is nothing to send. */
    public void noContent() {
        context.status(204);
    }

    /** Answers with a status that is not an error, such as 503 from a readiness check. */
    public Exchange status(int status) {
        context.status(status);
        return this;
    }

    /** Sends the caller elsewhere. */
    public void redirect(String path) {
        context.status(308).header("Location", root + path);
    }

    /** Whether the caller takes gzip. */
    public boolean acceptsGzip() {
        String accepted = context.header("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.split(",", 32)) {
            String[] pieces = coding.split(";", 8);
            String name = pieces[0].trim().toLowerCase(Locale.ROOT);
            if (name.equals("gzip") || name.equals("x-gzip") || name.equals("*")) {
                return Negotiation.weight(pieces) > 0;
            }
        }
        return false;
    }

    /** Answers with bytes, written as they are produced; the answer fails if the caller does not fetch it in time. */
    public void bytes(String mediaType, BytesBody body) throws IOException {
        stream(mediaType, out -> body.write(new TimedOutput(out, limits.wholeAnswerWithinMs())));
    }

    private void stream(String mediaType, Sink sink) throws IOException {
        addVary("Accept-Encoding");
        context.contentType(mediaType);
        OutputStream out = context.res().getOutputStream();
        if (acceptsGzip() && isCompressible(mediaType)) {
            context.header("Content-Encoding", "gzip");
            out = new GZIPOutputStream(out, 8192);
        }
        // not closed on a failure: what is buffered must not reach the caller as if it were whole
        sink.write(new Unclosed(out));
        out.close();
    }

    private void addVary(String header) {
        String before = context.res().getHeader("Vary");
        if (before == null) {
            context.header("Vary", header);
        } else if (!List.of(before.split(", ", -1)).contains(header)) {
            context.header("Vary", before + ", " + header);
        }
    }

    private static boolean isCompressible(String mediaType) {
        return !mediaType.startsWith("image/") || mediaType.startsWith("image/svg");
    }

    /** Writes a JSON body. */
    @FunctionalInterface
    public interface JsonBody {

        /** Writes one JSON value. */
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes a body of bytes. */
    @FunctionalInterface
    public interface BytesBody {

        /** Writes all of it. */
        void write(OutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Sink {
        void write(OutputStream out) throws IOException;
    }

    /** Passes bytes on in blocks, but neither flush nor close. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // the end of the answer flushes
        }

        @Override
        public void close() {
            // the exchange closes
        }
    }
}

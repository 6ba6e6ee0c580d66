package org.onemap.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.onemap.CorruptData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A problem detail of RFC 9457. Immutable.
 *
 * @param kind gives type, status and title
 * @param detail one sentence for the reader, with the way out
 * @param instance the request that failed, path and query
 */
record Problem(ProblemKind kind, String detail, String instance) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * What to tell of this failure. Faults of ours are logged under an id, and the id is all that the caller learns.
     */
    static Problem of(Throwable failure, String instance) {
        ProblemKind kind = ProblemKind.of(failure);
        if (kind != ProblemKind.INTERNAL) {
            return new Problem(kind, String.valueOf(failure.getMessage()), instance);
        }
        String id = UUID.randomUUID().toString();
        LOG.error("failure {} while answering {}", id, instance, failure);
        String what = failure instanceof CorruptData ? "data in the store cannot be read" : "an internal fault";
        return new Problem(kind, what + "; the service's log tells more under the id " + id, instance);
    }

    byte[] toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", kind.type());
            json.writeStringField("title", kind.title());
            json.writeNumberField("status", kind.status());
            json.writeStringField("detail", detail);
            json.writeStringField("instance", instance);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array does not fail
        }
        return out.toByteArray();
    }
}

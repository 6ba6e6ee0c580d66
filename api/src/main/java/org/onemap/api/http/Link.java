package org.onemap.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * A typed link (RFC 8288) as OGC API writes it. Immutable.
 *
 * @param href absolute URL
 * @param rel what the target is to this resource
 * @param type media type of the target; empty for unknown
 * @param title what users read
 */
public record Link(String href, String rel, String type, String title) {

    /** Writes the field {@code links}. */
    public static void write(JsonGenerator json, List<Link> links) throws IOException {
        json.writeArrayFieldStart("links");
        for (Link link : links) {
            json.writeStartObject();
            json.writeStringField("href", link.href);
            json.writeStringField("rel", link.rel);
            if (!link.type.isEmpty()) {
                json.writeStringField("type", link.type);
            }
            json.writeStringField("title", link.title);
            if (link.href.indexOf('{') >= 0) {
                json.writeBooleanField("templated", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

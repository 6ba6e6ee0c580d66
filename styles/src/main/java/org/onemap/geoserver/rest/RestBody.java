package org.onemap.geoserver.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * What a request carries: text in UTF-8 with its media type. Immutable. GeoServer refuses a body without one (415).
 *
 * @param mediaType for instance {@code application/json}
 * @param text the body
 */
public record RestBody(String mediaType, String text) {

    /** SLD 1.0. */
    public static final String SLD_10 = "application/vnd.ogc.sld+xml";
    /** SLD 1.1 with Symbology Encoding. Sent as {@link #SLD_10} it would be recorded as 1.0. */
    public static final String SLD_11 = "application/vnd.ogc.se+xml";

    /** A JSON document. */
    public static RestBody json(JsonNode document) {
        return new RestBody("application/json", document.toString());
    }

    /** An XML document of the tile cache, which reads {@code text/xml}. */
    public static RestBody xml(String document) {
        return new RestBody("text/xml", document);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.onemap.geoserver.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.onemap.CorruptData;
import org.onemap.OnemapException;
import org.onemap.StoreUnavailable;

/**
 * What GeoServer said. Immutable.
 *
 * @param request the request, for messages
 * @param status HTTP status
 * @param mediaType its media type; empty text where it names none
 * @param text the body
 */
public record RestAnswer(String request, int status, String mediaType, String text) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static RestAnswer of(String request, int status, String mediaType, byte[] body) {
        return new RestAnswer(request, status, mediaType, new String(body, charset(mediaType)));
    }

    /** Plain text comes as ISO-8859-1 unless it says otherwise; JSON and XML as UTF-8. */
    private static Charset charset(String mediaType) {
        String lower = mediaType.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("charset=utf-8")) {
            return StandardCharsets.UTF_8;
        }
        return lower.startsWith("text/plain") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    /** Whether the request was answered with a success. */
    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** Whether the thing asked for is not there. */
    public boolean isMissing() {
        return status == 404;
    }

    /** What GeoServer wrote about a failure, as one line; empty text where it wrote nothing. */
    public String message() {
        return ErrorText.of(mediaType, text);
    }

    /**
     * The body as JSON.
     *
     * @throws CorruptData if it is none
     */
    public JsonNode json() {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new CorruptData("GeoServer answers " + request + " with nothing where JSON was expected");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new CorruptData(
                    "GeoServer answers " + request + " with something other than JSON (" + mediaType + "): "
                            + ErrorText.shorten(message()),
                    e);
        }
    }

    /** This answer, if it is a success. @throws OnemapException naming what was tried otherwise */
    public RestAnswer orFail(String tried) {
        if (isOk()) {
            return this;
        }
        throw failure(tried);
    }

    /** A sentence about a failure: what was tried, the status, GeoServer's own words. */
    public OnemapException failure(String tried) {
        String said = message();
        String sentence = "GeoServer could not " + tried + ": "
                + (said.isEmpty() ? "it answers " + status + " and gives no reason" : said + " (" + status + ")");
        return new StoreUnavailable(sentence);
    }
}

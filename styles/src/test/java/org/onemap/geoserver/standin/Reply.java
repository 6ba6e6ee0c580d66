package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** An answer in one of GeoServer's forms; {@code location} is empty text for none. */
record Reply(int status, String contentType, byte[] body, String location) {

    static Reply empty(int status) {
        return new Reply(status, "", new byte[0], "");
    }

    /** Plain text is ISO-8859-1: Chinese names come back as question marks. */
    static Reply text(int status, String text) {
        return new Reply(status, "text/plain", text.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    static Reply created(String name, String location) {
        return new Reply(201, "text/plain", name.getBytes(StandardCharsets.ISO_8859_1), location);
    }

    static Reply json(JsonNode document) {
        return of("application/json", document.toString());
    }

    static Reply of(String type, String text) {
        return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8), "");
    }

    /** The page of the servlet container. */
    static Reply html(int status, String message) {
        String escaped = message.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        String page = "<!doctype html><html lang=\"en\"><head><title>HTTP Status " + status
                + "</title><style type=\"text/css\">body {font-family:Tahoma;}</style></head><body><h1>HTTP Status "
                + status + "</h1><hr class=\"line\" /><p><b>Type</b> Status Report</p><p><b>Message</b> " + escaped
                + "</p><p><b>Description</b> The server understood the request.</p><hr class=\"line\" />"
                + "<h3>Apache Tomcat/9.0.98</h3></body></html>";
        return new Reply(status, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8), "");
    }

    static Reply wrongMethod() {
        return empty(405);
    }
}

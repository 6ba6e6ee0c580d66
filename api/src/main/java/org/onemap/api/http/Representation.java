package org.onemap.api.http;

import java.util.List;

/**
 * A form in which a resource can be had: the word for {@code f=}, and the media types that ask for it. Immutable.
 *
 * @param token the value of the query parameter {@code f}
 * @param mediaType what {@code Content-Type} says
 * @param alsoAccepts other media types in {@code Accept} that it answers
 */
public record Representation(String token, String mediaType, List<String> alsoAccepts) {

    /** Plain JSON. */
    public static final Representation JSON = new Representation(
            "json",
            "application/json",
            List.of(
                    "application/geo+json",
                    "application/schema+json",
                    "application/vnd.oai.openapi+json",
                    "text/json"));

    /** GeoJSON; the word for it is {@code json}, as OGC API has it. */
    public static final Representation GEOJSON = new Representation(
            "json", "application/geo+json", List.of("application/json", "application/vnd.geo+json", "text/json"));

    /** The description of a layer's columns. */
    public static final Representation SCHEMA =
            new Representation("json", "application/schema+json", List.of("application/json", "text/json"));

    /** The API definition. */
    public static final Representation OPENAPI = new Representation(
            "json",
            "application/vnd.oai.openapi+json;version=3.0",
            List.of("application/json", "application/openapi+json", "text/json"));

    /** A page for people. */
    public static final Representation HTML =
            new Representation("html", "text/html;charset=utf-8", List.of("application/xhtml+xml"));

    /** A vector tile. */
    public static final Representation MVT = new Representation(
            "mvt",
            "application/vnd.mapbox-vector-tile",
            List.of("application/x-protobuf", "application/octet-stream", "application/protobuf"));

    /** TileJSON 3.0. */
    public static final Representation TILEJSON =
            new Representation("tilejson", "application/vnd.mapbox.tile+json", List.of());

    /** Rows of JSON, one to a line. */
    public static final Representation NDJSON = new Representation(
            "ndjson",
            "application/x-ndjson",
            List.of("application/ndjson", "application/jsonl", "application/x-jsonlines"));

    /** A table of text. */
    public static final Representation CSV =
            new Representation("csv", "text/csv;charset=utf-8", List.of("application/csv", "text/plain"));

    public Representation {
        alsoAccepts = List.copyOf(alsoAccepts);
    }

    /** Whether {@code f=} names this form: by its word, by its media type, or as other servers call it. */
    boolean isNamed(String f) {
        return f.equals(token)
                || f.equals(mediaType)
                || f.equals(withoutParameters(mediaType))
                || (f.equals("geojson") && mediaType.equals(GEOJSON.mediaType))
                || (f.equals("pbf") && mediaType.equals(MVT.mediaType));
    }

    /**
     * How well a media range such as {@code text/*} fits: 0 not at all, 1 everything, 2 the type, 3 exactly, 4 with its
     * version. A range that asks for another version of the type does not fit.
     *
     * @param range without parameters, in lower case
     * @param version value of its parameter {@code version}; empty text for none
     */
    int fit(String range, String version) {
        int fit = fit(range);
        String own = version(mediaType);
        if (fit < 3 || version.isEmpty() || own.isEmpty()) {
            return fit;
        }
        return version.equals(own) || version.startsWith(own + ".") ? 4 : 0;
    }

    private static String version(String type) {
        int version = type.indexOf("version=");
        return version < 0 ? "" : type.substring(version + "version=".length());
    }

    private int fit(String range) {
        if (range.equals("*/*") || range.equals("*")) {
            return 1;
        }
        String own = withoutParameters(mediaType);
        if (range.equals(own) || alsoAccepts.contains(range)) {
            return 3;
        }
        if (range.endsWith("/*") && own.startsWith(range.substring(0, range.length() - 1))) {
            return 2;
        }
        return 0;
    }

    /** Whether a body of this media type, without parameters, is in this form. */
    boolean isOf(String mediaTypeOfBody) {
        return mediaTypeOfBody.equals(withoutParameters(mediaType)) || alsoAccepts.contains(mediaTypeOfBody);
    }

    private static String withoutParameters(String type) {
        int semicolon = type.indexOf(';');
        return semicolon < 0 ? type : type.substring(0, semicolon);
    }
}

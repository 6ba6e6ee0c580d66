package org.onemap.geoserver.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A path below the root of a GeoServer, its names percent-encoded. Immutable.
 *
 * <p>Use: {@code RestPath.rest("workspaces", name).json()}. GeoServer takes what follows the last dot of a path for an
 * extension, so names with a dot are reached only with a suffix; a {@code %} in a name cannot be reached at all.
 *
 * @param text begins with a slash
 */
public record RestPath(String text) {

    /** A path of the catalogue. */
    public static RestPath rest(String... names) {
        return new RestPath("/rest").and(names);
    }

    /** A path of the tile cache. */
    public static RestPath tileCache(String... names) {
        return new RestPath("/gwc/rest").and(names);
    }

    /** A path further down. */
    public RestPath and(String... names) {
        StringBuilder path = new StringBuilder(text);
        for (String name : names) {
            path.append('/').append(encode(name));
        }
        return new RestPath(path.toString());
    }

    /** The same with {@code .json} at its end. */
    public RestPath json() {
        return new RestPath(text + ".json");
    }

    /** The same with {@code .xml} at its end. */
    public RestPath xml() {
        return new RestPath(text + ".xml");
    }

    /** The same with any suffix. */
    public RestPath suffix(String suffix) {
        return new RestPath(text + "." + suffix);
    }

    /** The same with one more query parameter. */
    public RestPath with(String name, String value) {
        return new RestPath(text + (text.contains("?") ? "&" : "?") + name + "=" + encode(value));
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2C", ",");
    }

    @Override
    public String toString() {
        return text;
    }
}

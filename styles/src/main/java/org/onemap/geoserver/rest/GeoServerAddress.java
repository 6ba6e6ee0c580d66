package org.onemap.geoserver.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.onemap.InvalidInput;

/**
 * Where a GeoServer answers, for instance {@code http://localhost:8080/geoserver}. Immutable.
 *
 * @param root without a slash at the end, without user and password
 */
public record GeoServerAddress(String root) {

    /**
     * Reads an address; a slash, {@code /web}, {@code /rest} or {@code /ows} at its end is taken off.
     *
     * @throws InvalidInput if it is no http or https address, or holds a user or password
     */
    public static GeoServerAddress parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new InvalidInput("'" + text + "' is no address of a GeoServer: " + e.getReason(), e);
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.matches("https?") || uri.getHost() == null) {
            throw new InvalidInput("'" + text
                    + "' is no address of a GeoServer: give http://host:port/geoserver or https://host/geoserver");
        }
        if (uri.getUserInfo() != null) {
            throw new InvalidInput("the address of GeoServer holds a user; take it out and give user and password by"
                    + " ONEMAP_GEOSERVER_USER and ONEMAP_GEOSERVER_PASSWORD or by --credentials FILE");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        path = path.replaceFirst("/+$", "").replaceFirst("/(web|rest|ows|wms|gwc)$", "");
        return new GeoServerAddress(scheme + "://" + uri.getHost() + port + path);
    }

    @Override
    public String toString() {
        return root;
    }
}

package org.onemap.geoserver.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemap.InvalidInput;
import org.onemap.NotFound;

/**
 * The version of a GeoServer, for instance 2.26.2. Immutable.
 *
 * @param text as GeoServer writes it
 * @param major 2
 * @param minor 26
 */
public record ServerVersion(String text, int major, int minor) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int OLDEST_MAJOR = 2;
    private static final int OLDEST_MINOR = 22;

    /**
     * Asks a GeoServer for its version: the first request, so that a wrong address, password or right is noticed here.
     *
     * @throws NotFound if there is no GeoServer at the address
     * @throws InvalidInput if user, password or rights do not suffice, or if it is older than 2.22
     */
    public static ServerVersion ask(RestClient client) {
        RestAnswer answer = client.get(RestPath.rest("about", "version").json());
        if (answer.isMissing()) {
            throw new NotFound("there is no GeoServer at " + client.address()
                    + ": /rest/about/version is not there; does the address end in /geoserver?");
        }
        JsonNode document = answer.orFail("say its version").json();
        for (JsonNode resource : Xstream.list(document, "about", "resource")) {
            if (Xstream.text(resource, "@name").orElse("").equals("GeoServer")) {
                return parse(Xstream.text(resource, "Version").orElse("")).orRefuse(client.address());
            }
        }
        throw new NotFound("what answers at " + client.address() + " does not say that it is a GeoServer");
    }

    static ServerVersion parse(String text) {
        Matcher matcher = VERSION.matcher(text.strip());
        return matcher.matches()
                ? new ServerVersion(text, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new ServerVersion(text, 0, 0);
    }

    private ServerVersion orRefuse(GeoServerAddress address) {
        boolean old = major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR);
        if (old) {
            throw new InvalidInput("GeoServer at " + address + " is version " + (text.isEmpty() ? "unknown" : text)
                    + ", too old: onemap publishes to 2.22 and newer");
        }
        return this;
    }

    @Override
    public String toString() {
        return text;
    }
}

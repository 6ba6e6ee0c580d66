package org.onemap.geoserver;

import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.plan.Kind;

/** The sentence for what GeoServer took but does not keep: what differs, and why that usually is. */
final class NotKept {

    private NotKept() {}

    static String sentence(Change change) {
        if (change.properties().isEmpty()) {
            return "GeoServer took " + change.key().words() + " but does not have it";
        }
        Change.PropertyChange first = change.properties().get(0);
        if (change.key().kind() == Kind.STORE && first.name().equals("connection")) {
            return "GeoServer cannot open the store " + change.key().name() + ": " + first.actual()
                    + ". The database or file must be reachable from the machine where GeoServer runs; say how by"
                    + " --geoserver-db, and check user, password (ONEMAP_GEOSERVER_DB_PASSWORD) and firewall";
        }
        return "GeoServer took " + change.key().words() + " but does not keep it: " + first.name() + " is '"
                + first.actual() + "' instead of '" + first.wanted() + "'"
                + hint(change.key().kind(), first.name());
    }

    private static String hint(Kind kind, String property) {
        return switch (kind) {
            case LAYER -> " (GeoServer keeps the old style where it cannot find the new one)";
            case GROUP -> property.equals("publishables") ? " (GeoServer drops members that it cannot find)" : "";
            default -> "";
        };
    }
}

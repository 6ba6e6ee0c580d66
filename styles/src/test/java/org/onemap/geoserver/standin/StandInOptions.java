package org.onemap.geoserver.standin;

/**
 * What a stand-in is like.
 *
 * @param version what it says of itself
 * @param user who may sign in as administrator; {@code reader} with the same password may sign in without rights
 * @param password of both
 * @param rewritesStyles whether SLD 1.1 is written anew, too
 */
public record StandInOptions(String version, String user, String password, boolean rewritesStyles) {

    /** GeoServer 2.26.2, admin/geoserver. */
    public static StandInOptions usual() {
        return new StandInOptions("2.26.2", "admin", "geoserver", false);
    }

    /** Another version. */
    public StandInOptions withVersion(String other) {
        return new StandInOptions(other, user, password, rewritesStyles);
    }

    /** One that writes every style in its own way. */
    public StandInOptions rewritingStyles() {
        return new StandInOptions(version, user, password, true);
    }
}

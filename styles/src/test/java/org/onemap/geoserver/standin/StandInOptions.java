package org.onemap.geoserver.standin;

/**
 * What a stand-in is like.
 *
 * @param version what it says of itself
 * @param user who may sign in as administrator; {@code reader} with the same password may sign in without rights
 * @param password of both
 * @param rewritesStyles whether SLD 1.1 is written anew, too
 * @param translatesStyles whether a GET of a style gives a translation, as one of 1.1 is asked for as 1.0; the file
 *     beside it is as it was sent
 */
public record StandInOptions(
        String version, String user, String password, boolean rewritesStyles, boolean translatesStyles) {

    /** GeoServer 2.26.2, admin/geoserver. */
    public static StandInOptions usual() {
        return new StandInOptions("2.26.2", "admin", "geoserver", false, false);
    }

    /** Another version. */
    public StandInOptions withVersion(String other) {
        return new StandInOptions(other, user, password, rewritesStyles, translatesStyles);
    }

    /** One that gives styles back translated. */
    public StandInOptions translatingStyles() {
        return new StandInOptions(version, user, password, rewritesStyles, true);
    }

    /** One that writes every style in its own way. */
    public StandInOptions rewritingStyles() {
        return new StandInOptions(version, user, password, true, translatesStyles);
    }
}

package org.onemap.geoserver.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who signs in to GeoServer. Immutable; never printed with the password.
 *
 * @param user name of a user with the role ROLE_ADMINISTRATOR
 * @param password in clear text
 */
public record Credentials(String user, String password) {

    /** The value of the header {@code Authorization}. */
    String basic() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return user + ":***";
    }
}

package org.onemap.api;

import java.util.Optional;
import org.onemap.InvalidInput;

/**
 * How the service is reached. Immutable.
 *
 * @param host name or address of the interface to listen on
 * @param port the port; 0 for any that is free
 * @param publicUrl what links begin with where a proxy stands in front, without a slash at the end; empty to follow each
 *     request's {@code Host}
 * @param phoneToken who sends it may see whole telephone numbers; empty for nobody
 */
public record ServerOptions(String host, int port, Optional<String> publicUrl, Optional<String> phoneToken) {

    /** Reached from this machine only: nothing is open that nobody opened. */
    public static final String LOOPBACK = "127.0.0.1";

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
        publicUrl = publicUrl.map(ServerOptions::withoutSlash);
        phoneToken.ifPresent(ServerOptions::requireLong);
    }

    /** Telephone numbers are masked for everybody. */
    public ServerOptions(String host, int port, Optional<String> publicUrl) {
        this(host, port, publicUrl, Optional.empty());
    }

    private static void requireLong(String token) {
        if (!token.matches("[\\x21-\\x7e]{16,}")) {
            throw new InvalidInput(
                    "the token for telephone numbers needs at least 16 letters and digits without blanks;"
                            + " make one with: openssl rand -hex 16");
        }
    }

    private static String withoutSlash(String url) {
        if (!url.matches("https?://[^/?#\\s]+[^?#\\s]*")) {
            throw new InvalidInput(
                    "'" + url + "' is no address for links: give http://… or https://… as callers reach it");
        }
        return url.replaceAll("/+$", "");
    }

    /** This port on the loopback interface. */
    public static ServerOptions ofPort(int port) {
        return new ServerOptions(LOOPBACK, port, Optional.empty());
    }

    /** The same port on another interface. */
    public ServerOptions withHost(String otherHost) {
        return new ServerOptions(otherHost, port, publicUrl, phoneToken);
    }

    /** The same, open to those who send this token. */
    public ServerOptions withPhoneToken(Optional<String> token) {
        return new ServerOptions(host, port, publicUrl, token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ServerOptions[" + host + ":" + port
                + publicUrl.map(url -> " as " + url).orElse("") + "]";
    }
}

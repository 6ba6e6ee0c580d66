package org.onemap;

/**
 * A failure that onemap can name. The message names the thing, the value and, where there is one, the way out; it is
 * shown to users as it stands. Nothing of HTTP or of the command line is in here: the edges map the four kinds to
 * status and exit codes.
 */
public abstract sealed class OnemapException extends RuntimeException
        permits NotFound, InvalidInput, StoreUnavailable, CorruptData {

    private static final long serialVersionUID = 1L;

    OnemapException(String message) {
        super(message);
    }

    OnemapException(String message, Throwable cause) {
        super(message, cause);
    }
}

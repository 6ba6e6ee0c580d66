package org.onemap;

/** A thing that was asked for by name is not there. */
public final class NotFound extends OnemapException {

    private static final long serialVersionUID = 1L;

    /** @param message names the thing, the value and the way out */
    public NotFound(String message) {
        super(message);
    }

    /**
     * @param message names the thing, the value and the way out
     * @param cause what was noticed first
     */
    public NotFound(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.onemap;

/** What the caller gave cannot be used: a parameter, a file, a combination of both. */
public final class InvalidInput extends OnemapException {

    private static final long serialVersionUID = 1L;

    /** @param message names the thing, the value and the way out */
    public InvalidInput(String message) {
        super(message);
    }

    /**
     * @param message names the thing, the value and the way out
     * @param cause what was noticed first
     */
    public InvalidInput(String message, Throwable cause) {
        super(message, cause);
    }
}

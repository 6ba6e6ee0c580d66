package org.onemap;

/** The store cannot be reached or is busy now; the same request may succeed later. */
public final class StoreUnavailable extends OnemapException {

    private static final long serialVersionUID = 1L;

    /** @param message names the thing, the value and the way out */
    public StoreUnavailable(String message) {
        super(message);
    }

    /**
     * @param message names the thing, the value and the way out
     * @param cause what was noticed first
     */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

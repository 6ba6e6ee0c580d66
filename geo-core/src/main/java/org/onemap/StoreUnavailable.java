package org.onemap;

/** The store cannot be reached or is busy now; the same request may succeed later. */
public final class StoreUnavailable extends OnemapException {

    private static final long serialVersionUID = 1L;

    private final boolean brokenOff;

    /** @param message names the thing, the value and the way out */
    public StoreUnavailable(String message) {
        super(message);
        this.brokenOff = false;
    }

    /**
     * @param message names the thing, the value and the way out
     * @param cause what was noticed first
     */
    public StoreUnavailable(String message, Throwable cause) {
        this(message, cause, false);
    }

    /**
     * @param message names the thing, the value and the way out
     * @param cause what was noticed first
     * @param brokenOff whether a connection broke, so that what was only read can be read again at once
     */
    public StoreUnavailable(String message, Throwable cause, boolean brokenOff) {
        super(message, cause);
        this.brokenOff = brokenOff;
    }

    /** Whether a connection broke: a request that only reads can be begun again at once. */
    public boolean isBrokenOff() {
        return brokenOff;
    }
}

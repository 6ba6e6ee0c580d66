package org.onemap;

/** Data at rest, ours or a source's, is not what it claims to be. */
public final class CorruptData extends OnemapException {

    private static final long serialVersionUID = 1L;

    /** @param message names the thing, the value and the way out */
    public CorruptData(String message) {
        super(message);
    }

    /**
     * @param message names the thing, the value and the way out
     * @param cause what was noticed first
     */
    public CorruptData(String message, Throwable cause) {
        super(message, cause);
    }
}

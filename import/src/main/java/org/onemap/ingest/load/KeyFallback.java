package org.onemap.ingest.load;

/** Says inside the loader that the code of a source is not filled and unique, so that its rows need another key. */
final class KeyFallback extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String layer;

    KeyFallback(String layer, String reason) {
        super(reason, null, false, false);
        this.layer = layer;
    }

    /** The layer whose rows are concerned. */
    String layer() {
        return layer;
    }
}

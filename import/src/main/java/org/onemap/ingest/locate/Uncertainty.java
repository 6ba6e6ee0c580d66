package org.onemap.ingest.locate;

/**
 * What the accuracy of a position adds to its row. Immutable.
 *
 * @param probability of the division that answers, or of lying outside; empty where no accuracy is given
 * @param alternatives all divisions with their probabilities
 * @param note what is wrong with the accuracy; empty if nothing is
 */
record Uncertainty(String probability, String alternatives, String note) {

    /** No accuracy. */
    static final Uncertainty NONE = new Uncertainty("", "", "");
}

package org.onemap.ingest.locate;

import java.io.IOException;

/** How rows are found and written: CSV or lines of JSON. Confined to one thread. */
interface RowFormat {

    /** Writes what stands before the first row. */
    void begin(RowOutput out) throws IOException;

    /**
     * Fills the block with the next rows; they stay in the window until the next call.
     *
     * @return false if there are no more
     */
    boolean read(RowBlock block) throws IOException;

    /**
     * Writes a row and what is added to it.
     *
     * @param answer number of its answer or fault
     * @param uncertainty values of the columns that depend on the accuracy; empty if they are not wanted
     */
    void write(RowBlock block, int row, int answer, Uncertainty uncertainty, RowOutput out) throws IOException;
}

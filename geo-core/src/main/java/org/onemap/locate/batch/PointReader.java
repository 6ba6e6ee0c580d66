package org.onemap.locate.batch;

import java.io.IOException;

/** Takes rows of points from a stream. Confined to one thread. */
public interface PointReader {

    /**
     * Fills the batch with the next rows.
     *
     * @param batch cleared first
     * @return false if there are no more rows
     * @throws org.onemap.InvalidInput if the stream as a whole cannot be read: no columns for lon and lat, no JSON
     * @throws IOException if the stream fails
     */
    boolean read(PointBatch batch) throws IOException;
}

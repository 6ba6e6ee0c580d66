package org.onemap.ingest.locate;

/** Is told how far the work is, some hundred times a second. */
@FunctionalInterface
public interface LocateListener {

    /** So many rows are written and so many bytes read. */
    void progress(long rows, long bytes);
}

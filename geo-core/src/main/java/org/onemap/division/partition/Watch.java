package org.onemap.division.partition;

import java.util.concurrent.CancellationException;

/** Is asked now and then by long runs whether to go on. May be called from several threads at once. */
@FunctionalInterface
public interface Watch {

    /**
     * Returns to let the run go on.
     *
     * @throws CancellationException to end it; nothing of it is kept
     */
    void check();

    /** Ends a run when its thread is interrupted. */
    static Watch ofInterrupts() {
        return () -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
        };
    }
}

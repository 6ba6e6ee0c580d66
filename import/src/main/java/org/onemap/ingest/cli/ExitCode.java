package org.onemap.ingest.cli;

import org.onemap.OnemapException;
import org.onemap.StoreUnavailable;

/** The exit codes of all commands. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILURE = 1;
    static final int REFUSED = 2;
    static final int USAGE = 64;

    /** What a shell says of a program that SIGPIPE ended: 128 + 13. */
    static final int READER_GONE = 141;

    private ExitCode() {}

    /** The code for something thrown: what the user gave is refused, anything else is a failure. */
    static int of(Throwable thrown) {
        if (thrown instanceof StoreUnavailable) {
            return FAILURE;
        }
        return thrown instanceof OnemapException ? REFUSED : FAILURE;
    }
}

package org.onemap.ingest.cli;

import picocli.CommandLine.Option;

/** The store that a command works on, as a mixin. */
final class StoreOption {

    @Option(names = "--store", required = true, paramLabel = "S", description = "The store.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String location;

    /** Where it is, as the user wrote it. */
    String location() {
        return location;
    }

    /** Opens it. */
    OpenedStore open() {
        return OpenedStore.existing(location);
    }
}

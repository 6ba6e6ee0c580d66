package org.onemap.ingest.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who makes a change, as a mixin. */
final class AuthorOption {

    @Option(names = "--author", paramLabel = "NAME", description = "Who makes the change. Default: the login name.")
    private @Nullable String author;

    /** The name given, or the login name. */
    String name() {
        return Authors.orLogin(author);
    }
}

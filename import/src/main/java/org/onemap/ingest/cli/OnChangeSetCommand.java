package org.onemap.ingest.cli;

import picocli.CommandLine.Parameters;

/** A command on one change set of a store: a draft, a plan, or one that is in force. */
abstract class OnChangeSetCommand extends OnStoreCommand {

    @Parameters(paramLabel = "N", description = "Its number.")
    private long number;

    OnChangeSetCommand(Console console) {
        super(console);
    }

    /** The number that the user gave. */
    final long number() {
        return number;
    }
}

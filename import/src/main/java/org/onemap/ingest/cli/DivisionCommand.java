package org.onemap.ingest.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onemap division}: the life of the divisions, through drafts, signatures and change sets. */
@Command(
        name = "division",
        description = {
            "Split, merge, move, rename, recode, transfer and abolish divisions.",
            "",
            "An edit becomes a draft, which must add no errors to R1 to R16. Community, office and district sign it in this order; then it is accepted with the"
                    + " day from which it is valid, 00:00 Asia/Shanghai. Codes that go are retired and never given again."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            DivisionListCommand.class,
            DivisionEdits.Split.class,
            DivisionEdits.Merge.class,
            DivisionEdits.Move.class,
            DivisionEdits.Rename.class,
            DivisionEdits.Recode.class,
            DivisionEdits.Transfer.class,
            DivisionEdits.Abolish.class,
            DraftCheckCommand.class,
            DivisionDrafts.Sign.class,
            DivisionDrafts.Accept.class,
            DivisionDrafts.Discard.class,
            DivisionDrafts.Register.class,
            ReprojectCommand.class,
            DedicatedCommand.class,
            NetCommand.class
        })
final class DivisionCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what: " + String.join(", ", spec.subcommands().keySet()));
    }
}

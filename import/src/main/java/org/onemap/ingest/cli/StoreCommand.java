package org.onemap.ingest.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemap.ingest.issue.TextTable;
import org.onemap.store.sql.StoreCheck;
import org.onemap.store.sql.StoreCopy;
import org.onemap.store.sql.StoreProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onemap store}: a store as a whole, copied or looked through. */
@Command(
        name = "store",
        description = "Copy a store with its history, or look whether it agrees with itself.",
        mixinStandardHelpOptions = true,
        subcommands = {StoreCommand.CopyCommand.class, StoreCommand.CheckCommand.class})
final class StoreCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: copy A B or check --store S");
    }

    /** {@code onemap store copy}. */
    @Command(
            name = "copy",
            description = "Copy a store into an empty one, of the same or the other engine: all layers, their history,"
                    + " change sets, the log, and what waits for its day.",
            mixinStandardHelpOptions = true)
    static final class CopyCommand implements Callable<Integer> {

        private final Console console;

        @Parameters(index = "0", paramLabel = "FROM", description = "The store to copy.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String from;

        @Parameters(index = "1", paramLabel = "TO", description = "The store to make; it must be empty or missing.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String to;

        CopyCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore source = OpenedStore.existing(from);
                    OpenedStore target = OpenedStore.forImport(to, false)) {
                Map<String, StoreCopy.Copied> copied = StoreCopy.copy(source.store(), target.store());
                target.keep();
                TextTable table = TextTable.of("layer", "current rows", "closed rows");
                copied.forEach(
                        (layer, rows) -> table.row(layer, Long.toString(rows.current()), Long.toString(rows.closed())));
                table.lines().forEach(console.out()::println);
                console.out()
                        .println("copied " + source.store().location() + " to "
                                + target.store().location() + ", change "
                                + target.store().changeNumber());
            }
            return ExitCode.DONE;
        }
    }

    /** {@code onemap store check}. */
    @Command(
            name = "check",
            description = "Look whether a store agrees with itself: codes, validity, records, log, numbers, indexes,"
                    + " geometries. Exit code 2 if it does not.",
            mixinStandardHelpOptions = true)
    static final class CheckCommand implements Callable<Integer> {

        private final Console console;

        @Option(names = "--store", required = true, paramLabel = "S", description = "The store.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String store;

        CheckCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = OpenedStore.existing(store)) {
                List<StoreProblem> problems = StoreCheck.check(opened.store());
                if (problems.isEmpty()) {
                    console.out()
                            .println("store " + opened.store().location() + " is sound at change "
                                    + opened.store().changeNumber());
                    return ExitCode.DONE;
                }
                TextTable table = TextTable.of("check", "layer", "place", "problem");
                problems.forEach(
                        problem -> table.row(problem.check(), problem.layer(), problem.place(), problem.message()));
                table.lines().forEach(console.out()::println);
                console.err()
                        .println("onemap: store " + opened.store().location() + " has " + problems.size()
                                + (problems.size() == 1 ? " problem" : " problems"));
                return ExitCode.REFUSED;
            }
        }
    }
}

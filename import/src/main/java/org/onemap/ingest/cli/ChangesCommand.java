package org.onemap.ingest.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.onemap.ingest.issue.TextTable;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onemap changes}: the change sets of a store, and the way back. */
@Command(
        name = "changes",
        description = "List, show and undo the change sets of a store.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ChangesCommand.ListCommand.class,
            ChangesCommand.ShowCommand.class,
            ChangesCommand.UndoCommand.class
        })
final class ChangesCommand implements Runnable {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: list, show N or undo N");
    }

    static String time(ChangeSet set) {
        return set.madeAt().atZone(SHANGHAI).format(TIME);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** {@code onemap changes list}. */
    @Command(name = "list", description = "All change sets, newest first.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        private final Console console;

        @Mixin
        private StoreOption store = new StoreOption();

        ListCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open();
                    ReadView view = opened.store().read()) {
                List<ChangeSet> sets = view.listChangeSets();
                if (sets.isEmpty()) {
                    console.out().println("no change sets yet");
                    return ExitCode.DONE;
                }
                TextTable table =
                        TextTable.of("n", "kind", "state", "made", "effective", "author", "changes", "source");
                sets.forEach(set -> table.row(
                        Long.toString(set.number()),
                        lower(set.kind()),
                        state(set),
                        time(set),
                        set.effective().toString(),
                        set.author(),
                        counts(set),
                        source(set)));
                table.lines().forEach(console.out()::println);
            }
            return ExitCode.DONE;
        }

        private static String state(ChangeSet set) {
            return lower(set.state()) + set.undoneBy().map(by -> " by " + by).orElse("");
        }

        private static String counts(ChangeSet set) {
            return set.counts().entrySet().stream()
                    .map(entry -> entry.getKey() + " +" + entry.getValue().created() + " ~"
                            + entry.getValue().replaced() + " −"
                            + entry.getValue().retired())
                    .collect(Collectors.joining(", "));
        }

        private static String source(ChangeSet set) {
            return set.sources().isEmpty()
                    ? set.note()
                    : set.sources().stream().map(ChangeSet.Source::file).collect(Collectors.joining(", "));
        }
    }

    /** {@code onemap changes show N}. */
    @Command(name = "show", description = "One change set in full.", mixinStandardHelpOptions = true)
    static final class ShowCommand implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "N", description = "Its number.")
        private long number;

        @Mixin
        private StoreOption store = new StoreOption();

        ShowCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open();
                    ReadView view = opened.store().read()) {
                show(view.getChangeSet(number));
            }
            return ExitCode.DONE;
        }

        private void show(ChangeSet set) {
            line("change", Long.toString(set.number()));
            line("kind", lower(set.kind()));
            line("state", lower(set.state()));
            line("author", set.author());
            line("made", time(set) + " Asia/Shanghai");
            line("effective", set.effective().toString());
            set.appliedAs().ifPresent(as -> line("applied as", Long.toString(as)));
            set.undoneBy().ifPresent(by -> line("undone by", Long.toString(by)));
            if (!set.note().isEmpty()) {
                line("note", set.note());
            }
            set.counts().forEach((layer, counts) -> line("layer", ImportRun.say(layer, counts)));
            for (ChangeSet.Source source : set.sources()) {
                line("source", source.file());
                line("  crs", source.crs());
                line("  sha256", source.sha256());
            }
        }

        private void line(String name, String value) {
            console.out().println(String.format(Locale.ROOT, "%-11s %s", name, value));
        }
    }

    /** {@code onemap changes undo N}. */
    @Command(
            name = "undo",
            description = "Take a change set back by a counter change set; call a scheduled one off.",
            mixinStandardHelpOptions = true)
    static final class UndoCommand implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "N", description = "Its number.")
        private long number;

        @Mixin
        private StoreOption store = new StoreOption();

        @Mixin
        private AuthorOption author = new AuthorOption();

        UndoCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open()) {
                ChangeSet counter = opened.store().undo(number, author.name());
                if (counter.number() == number) {
                    console.out().println("change " + number + " is called off");
                    return ExitCode.DONE;
                }
                console.out().println("change " + number + " is undone by change " + counter.number());
                counter.counts().forEach((layer, counts) -> console.out()
                        .println("change " + counter.number() + ": " + ImportRun.say(layer, counts)));
            }
            return ExitCode.DONE;
        }
    }
}

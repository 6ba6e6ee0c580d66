package org.onemap.ingest.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.division.check.CheckSettings;
import org.onemap.ingest.checkup.SettingsFile;
import org.onemap.ingest.plan.PlanAcceptance;
import org.onemap.ingest.plan.PlanRecord;
import org.onemap.ingest.plan.PlanRecordText;
import org.onemap.ingest.plan.PlanRun;
import org.onemap.ingest.plan.PlanText;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onemap plan}: divisions planned on the coded net. */
@Command(
        name = "plan",
        description = "Plan offices, zones and grids on the street blocks; improve, rebalance and accept plans.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PlanCommand.New.class,
            PlanCommand.Improve.class,
            PlanCommand.Rebalance.class,
            PlanCommand.Show.class,
            PlanCommand.Accept.class
        })
final class PlanCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: new, improve, rebalance, show N or accept N");
    }

    /** Prints what a run made. */
    private static int print(Console console, PlanArguments arguments, PlanRun.Result result) {
        PlanText.lines(result.plan()).forEach(console.out()::println);
        result.moved().ifPresent(moved -> console.out()
                .println(String.format(
                        Locale.ROOT,
                        "moved    %.0f %s; no plan within the tolerance moves less than %.0f",
                        moved.load(),
                        result.plan().problem().loads().unit(),
                        moved.least())));
        beyond(console, result);
        if (arguments.isDryRun()) {
            console.out().println("dry run: no draft was written");
        } else if (result.draft().isEmpty()) {
            console.out().println("nothing changes by this plan: no draft was written");
        } else {
            long number = result.draft().get().number();
            console.out()
                    .println("draft " + number + " is written; 'onemap plan accept " + number + " --store "
                            + arguments.store.location() + " --effective DATE' puts it in force");
        }
        return ExitCode.DONE;
    }

    private static void beyond(Console console, PlanRun.Result result) {
        double tolerance = result.plan().problem().rules().tolerance();
        long beyond = java.util.stream.IntStream.range(0, result.plan().count(0))
                .filter(grid -> Math.abs(result.plan().deviation(0, grid)) > tolerance + 1e-9)
                .count();
        if (tolerance > 0 && beyond > 0) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "warning  %d of %d grids stay beyond the tolerance of %.1f %%: the report says what binds each",
                            beyond,
                            result.plan().count(0),
                            100 * tolerance));
        }
    }

    /** What the commands that make a plan have in common. */
    abstract static class Making implements Callable<Integer> {

        private final Console console;
        private final double tolerancePercent;

        @Mixin
        private PlanArguments arguments = new PlanArguments();

        /** @param tolerancePercent where none is given; 0 for loads as equal as can be */
        Making(Console console, double tolerancePercent) {
            this.console = console;
            this.tolerancePercent = tolerancePercent;
        }

        /** Makes the plan. */
        abstract PlanRun.Result make(PlanRun run);

        @Override
        public final Integer call() {
            try (OpenedStore opened = arguments.store.open();
                    PlanProgress progress = new PlanProgress(console)) {
                PlanRun run = new PlanRun(opened.store(), arguments.options(tolerancePercent, progress), progress);
                return print(console, arguments, make(run));
            }
        }
    }

    /** {@code onemap plan new}. */
    @Command(
            name = "new",
            description = "A new plan, as a draft.",
            sortOptions = false,
            mixinStandardHelpOptions = true)
    static final class New extends Making {

        New(Console console) {
            super(console, 0);
        }

        @Override
        PlanRun.Result make(PlanRun run) {
            return run.create();
        }
    }

    /** {@code onemap plan improve}. */
    @Command(
            name = "improve",
            description = "Today's divisions made better from where they are, as a draft.",
            sortOptions = false,
            mixinStandardHelpOptions = true)
    static final class Improve extends Making {

        Improve(Console console) {
            super(console, 0);
        }

        @Override
        PlanRun.Result make(PlanRun run) {
            return run.improve();
        }
    }

    /** {@code onemap plan rebalance}. */
    @Command(
            name = "rebalance",
            description = "Today's divisions brought within a tolerance by moving as little as can be, as a draft.",
            sortOptions = false,
            mixinStandardHelpOptions = true)
    static final class Rebalance extends Making {

        private static final double TOLERANCE_PERCENT = 10;

        Rebalance(Console console) {
            super(console, TOLERANCE_PERCENT);
        }

        @Override
        PlanRun.Result make(PlanRun run) {
            return run.rebalance();
        }
    }

    /** {@code onemap plan show N}. */
    @Command(
            name = "show",
            description = "One plan: figures before and after, bounds, what binds its grids.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "N", description = "Its number.")
        private long number;

        @Mixin
        private StoreOption store = new StoreOption();

        @Option(names = "--json", description = "All figures as JSON, grid by grid.")
        private boolean json;

        Show(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open();
                    ReadView view = opened.store().read()) {
                ChangeSet set = plan(view, number);
                Optional<JsonNode> figures = PlanRecord.find(view, set);
                if (json) {
                    console.out()
                            .println(figures.orElseThrow(
                                            () -> new NotFound(
                                                    "plan " + number
                                                            + " has no figures kept with it: it is discarded, or an older version made it"))
                                    .toPrettyString());
                    return ExitCode.DONE;
                }
                line("plan", Long.toString(number));
                line("state", set.state().name().toLowerCase(Locale.ROOT));
                line("author", set.author());
                line("made", ChangesCommand.time(set) + " Asia/Shanghai");
                if (set.state() != ChangeSet.State.DRAFT) {
                    line("effective", set.effective().toString());
                }
                line("figures", set.note());
                set.counts().forEach((layer, counts) -> line("layer", ImportRun.say(layer, counts)));
                figures.ifPresent(kept -> {
                    console.out().println();
                    PlanRecordText.lines(kept).forEach(console.out()::println);
                });
            }
            return ExitCode.DONE;
        }

        private void line(String name, String value) {
            console.out().println(String.format(Locale.ROOT, "%-11s %s", name, value));
        }
    }

    private static ChangeSet plan(ReadView view, long number) {
        ChangeSet set = view.getChangeSet(number);
        if (set.kind() != ChangeSet.Kind.PLAN) {
            throw new InvalidInput("change " + number + " is no plan but an "
                    + set.kind().name().toLowerCase(Locale.ROOT) + "; 'onemap changes list' shows all");
        }
        return set;
    }

    /** {@code onemap plan accept N}. */
    @Command(
            name = "accept",
            description = "Check a plan by the rules R1 to R16 and, if it has no error, put it in force from a day on.",
            mixinStandardHelpOptions = true)
    static final class Accept implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "N", description = "Its number.")
        private long number;

        @Mixin
        private StoreOption store = new StoreOption();

        @Mixin
        private EffectiveOption effective = new EffectiveOption();

        @Mixin
        private AuthorOption author = new AuthorOption();

        @Option(
                names = "--rules",
                paramLabel = "FILE.yaml",
                description =
                        "Severities and parameters of the check, as for 'onemap check'. Default: those of the rules,"
                                + " but missing people (R16) are a warning.")
        private @Nullable Path rules;

        @Option(names = "--report", paramLabel = "DIR", description = "Write the 检查报告 of the plan there.")
        private @Nullable Path report;

        Accept(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = store.open()) {
                PlanAcceptance.Verdict verdict =
                        new PlanAcceptance(opened.store(), settings()).accept(number, effective.day(), author.name());
                PlanVerdict.lines(number, verdict).forEach(console.out()::println);
                if (report != null) {
                    verdict.checkup().writeReport(report);
                    console.out().println("report: " + report.resolve("report.html"));
                }
                return verdict.accepted().isPresent() ? ExitCode.DONE : ExitCode.REFUSED;
            }
        }

        private CheckSettings settings() {
            return rules == null ? PlanAcceptance.settings() : SettingsFile.read(rules);
        }
    }
}

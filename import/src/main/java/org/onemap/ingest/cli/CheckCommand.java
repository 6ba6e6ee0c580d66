package org.onemap.ingest.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.division.check.CheckResult;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.DivisionRepair;
import org.onemap.division.check.Severity;
import org.onemap.ingest.checkup.Checkup;
import org.onemap.ingest.checkup.PartSurvey;
import org.onemap.ingest.checkup.SettingsFile;
import org.onemap.ingest.checkup.StoreRepair;
import org.onemap.ingest.issue.IssueTable;
import org.onemap.survey.PartRule;
import org.onemap.survey.SurveyPlan;
import org.onemap.survey.SurveyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onemap check}: 四定体检 of a store by the rules R1 to R16. */
@Command(
        name = "check",
        description = {
            "Check the division tree of a store by the rules R1 to R16 (四定体检), or with --parts the survey of its parts",
            "(部件普查验收): all of them by what a machine can judge, a sample by what the field brings back.",
            "",
            "Ends with 0 if there is no error (warnings are allowed), with 2 if there is one."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write report.html (检查报告), issues.geojson, report.json and findings.gpkg.")
    private @Nullable Path report;

    @Option(
            names = "--rules",
            paramLabel = "FILE.yaml",
            description = "Severities and parameters, for instance 'R7: {share: 0.7}'; docs/check.md lists them.")
    private @Nullable Path rules;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "RULE",
            description = "Run these rules alone, by number or name: --only R3,R4,along-lines.")
    private List<String> only = List.of();

    @Option(
            names = "--professional",
            split = ",",
            paramLabel = "LAYER",
            description = "Layers of other departments whose polygons must be unions of grids (R14).")
    private List<String> professional = List.of();

    @Option(
            names = "--repair",
            description = "Mend gaps and overlaps of up to 5 m mean width and missing vertices, as one change set; what"
                    + " is left is reported.")
    private boolean repair;

    @Option(names = "--dry-run", description = "With --repair: say what would be mended, write nothing.")
    private boolean dryRun;

    @Option(
            names = "--draft",
            paramLabel = "N",
            description = "Check the store as it will be once this draft or scheduled change set is in force.")
    private @Nullable Long draft;

    @Option(
            names = "--parts",
            description = "Check the part layer instead: P1 to P7 of all parts, a sample for the field.")
    private boolean parts;

    @Option(
            names = "--sample-seed",
            paramLabel = "N",
            description = "With --parts: seed of the samples; the same seed draws the same parts (default 1).")
    private @Nullable Long sampleSeed;

    @Option(
            names = "--survey",
            paramLabel = "FILE.csv",
            description = "With --parts: what the field brought back: the sample.csv of an earlier report, filled in.")
    private @Nullable Path survey;

    @Option(
            names = "--part-scheme",
            paramLabel = "ID",
            description =
                    "With --parts: read part codes by this scheme: part-16-6226 (6+2+2+6) or part-16-6235 (6+2+3+5);"
                            + " both have 16 digits. Default: the one in force.")
    private @Nullable String partScheme;

    @Mixin
    private AuthorOption author = new AuthorOption();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (report != null && Files.exists(report) && !Files.isDirectory(report)) {
            throw new ParameterException(
                    spec.commandLine(), "--report " + report + " is a file; give a folder for the report");
        }
        if (dryRun && !repair) {
            throw new ParameterException(
                    spec.commandLine(), "--dry-run goes with --repair; a check alone writes nothing anyway");
        }
        if (draft != null && (repair || !professional.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--draft goes with neither --repair nor --professional; accept the draft first");
        }
        if (parts) {
            return checkParts();
        }
        if (survey != null || sampleSeed != null || partScheme != null) {
            throw new ParameterException(
                    spec.commandLine(), "--survey, --sample-seed and --part-scheme go with --parts");
        }
        CheckSettings settings = (rules == null ? CheckSettings.defaults() : SettingsFile.read(rules)).only(only);
        try (OpenedStore opened = store.open()) {
            LocalDate today = LocalDate.now(SHANGHAI);
            Checkup checkup = draft == null
                    ? Checkup.of(opened.store(), settings, professional, today)
                    : Checkup.of(opened.store(), settings, draft, today);
            if (repair) {
                checkup = mend(opened, checkup);
            }
            IssueTable.lines(checkup.issues()).forEach(console.out()::println);
            if (report != null) {
                checkup.writeReport(report);
                console.out().println("report: " + report.resolve("report.html"));
            }
            return end(checkup.result());
        }
    }

    private int checkParts() {
        if (repair || draft != null || !only.isEmpty() || !professional.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--parts goes with none of --repair, --draft, --only and --professional");
        }
        SurveyPlan plan = rules == null ? SurveyPlan.shipped() : SettingsFile.parts(rules);
        try (OpenedStore opened = store.open()) {
            PartSurvey checked = PartSurvey.of(
                    opened.store(),
                    plan,
                    sampleSeed == null ? 1 : sampleSeed,
                    new PartSurvey.Asked(Optional.ofNullable(survey), Optional.ofNullable(partScheme)),
                    LocalDate.now(SHANGHAI));
            IssueTable.lines(checked.issues()).forEach(console.out()::println);
            if (report != null) {
                checked.writeReport(report);
                console.out().println("report: " + report.resolve("report.html"));
            }
            SurveyResult result = checked.result();
            result.notJudged().forEach((what, why) -> console.out().println("not judged: " + what + "：" + why));
            console.out()
                    .println("check: " + count(result.count(Severity.ERROR), "error") + ", "
                            + count(result.count(Severity.WARNING), "warning") + "; " + checked.size() + " parts in "
                            + result.batches().size() + (result.batches().size() == 1 ? " batch" : " batches")
                            + ", sample "
                            + result.sampleSize() + ", "
                            + verdict(result));
            return result.passes() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private static String verdict(SurveyResult result) {
        if (!result.passes()) {
            return result.deciding().stream().map(PartRule::name).collect(joining(", ", "not passed, decided by ", ""));
        }
        return result.field().isPresent() ? "passed" : "passed indoors, the field check is still to come";
    }

    /** Mends what can be mended; the check of what is there then. */
    private Checkup mend(OpenedStore opened, Checkup checkup) {
        DivisionRepair.Outcome outcome = StoreRepair.mend(checkup.input());
        outcome.mended()
                .forEach(one -> console.out().println((dryRun ? "would mend: " : "mended: ") + StoreRepair.say(one)));
        if (dryRun) {
            console.out().println("dry run: nothing was written; the rest is the check as it would be afterwards");
        } else {
            StoreRepair.write(opened.store(), checkup.input(), outcome, author.name())
                    .ifPresentOrElse(
                            set -> set.counts().forEach((layer, counts) -> console.out()
                                    .println("change " + set.number() + ": " + ImportRun.say(layer, counts))),
                            () -> console.out().println("nothing to mend"));
        }
        return checkup.of(outcome.input());
    }

    private int end(CheckResult result) {
        result.notRun().forEach((rule, reason) -> console.out()
                .println("not judged: " + rule + " " + rule.chinese() + "：" + reason));
        console.out()
                .println("check: " + count(result.count(Severity.ERROR), "error") + ", "
                        + count(result.count(Severity.WARNING), "warning") + ", "
                        + result.count(Severity.INFO) + " for information; "
                        + result.cards().size() + " grids, "
                        + (result.passes() ? "passed" : "not passed"));
        return result.passes() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

package org.onemap.ingest.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.division.check.CheckSettings;
import org.onemap.ingest.checkup.DraftCheck;
import org.onemap.ingest.checkup.SettingsFile;
import org.onemap.ingest.issue.IssueTable;
import org.onemap.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onemap division check N}: a draft by the rules R1 to R16, before it is signed. */
@Command(
        name = "check",
        description = {
            "Check a draft by the rules R1 to R16, as sign and accept do.",
            "",
            "Ends with 2 if it adds errors; those that stand already, and warnings, are shown and do not stop it."
        },
        mixinStandardHelpOptions = true)
final class DraftCheckCommand implements Callable<Integer> {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Console console;

    @Parameters(paramLabel = "N", description = "Number of the draft.")
    private long number;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--rules",
            paramLabel = "FILE.yaml",
            description = "Severities and parameters, as for onemap check.")
    private @Nullable Path rules;

    @Option(names = "--report", paramLabel = "DIR", description = "Write the 检查报告 there.")
    private @Nullable Path report;

    DraftCheckCommand(Console console) {
        this.console = console;
    }

    /** The check that a draft must pass. */
    static DraftCheck check(Store store, long draft) {
        return DraftCheck.of(store, draft, DraftCheck.settings(), LocalDate.now(SHANGHAI));
    }

    @Override
    public Integer call() {
        CheckSettings settings = rules == null ? DraftCheck.settings() : SettingsFile.read(rules);
        try (OpenedStore opened = store.open()) {
            DraftCheck check = DraftCheck.of(opened.store(), number, settings, LocalDate.now(SHANGHAI));
            IssueTable.lines(check.checkup().issues()).forEach(console.out()::println);
            console.out().println(check.summary());
            if (report != null) {
                check.checkup().writeReport(report);
                console.out().println("report: " + report.resolve("report.html"));
            }
            check.require(number);
        }
        return ExitCode.DONE;
    }
}

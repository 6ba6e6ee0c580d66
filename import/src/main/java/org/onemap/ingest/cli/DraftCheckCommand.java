package org.onemap.ingest.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.onemap.division.check.CheckSettings;
import org.onemap.ingest.checkup.DraftCheck;
import org.onemap.ingest.checkup.SettingsFile;
import org.onemap.ingest.issue.IssueTable;
import org.onemap.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code onemap division check N}: a draft by the rules R1 to R16, before it is signed. */
@Command(
        name = "check",
        description = {
            "Check a draft by the rules R1 to R16, as sign and accept do.",
            "",
            "Ends with 2 if it adds errors; those that stand already, and warnings, are shown and do not stop it."
        },
        mixinStandardHelpOptions = true)
final class DraftCheckCommand extends OnChangeSetCommand {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Option(
            names = "--rules",
            paramLabel = "FILE.yaml",
            description = "Severities and parameters, as for onemap check.")
    private @Nullable Path rules;

    @Option(names = "--report", paramLabel = "DIR", description = "Write the 检查报告 there.")
    private @Nullable Path report;

    DraftCheckCommand(Console console) {
        super(console);
    }

    /** The check that a draft must pass. */
    static DraftCheck check(Store store, long draft) {
        return DraftCheck.of(store, draft, DraftCheck.settings(), LocalDate.now(SHANGHAI));
    }

    @Override
    int run(Store opened) {
        CheckSettings settings = rules == null ? DraftCheck.settings() : SettingsFile.read(rules);
        DraftCheck check = DraftCheck.of(opened, number(), settings, LocalDate.now(SHANGHAI));
        IssueTable.lines(check.checkup().issues()).forEach(this::say);
        say(check.summary());
        if (report != null) {
            check.checkup().writeReport(report);
            say("report: " + report.resolve("report.html"));
        }
        check.require(number());
        return ExitCode.DONE;
    }
}

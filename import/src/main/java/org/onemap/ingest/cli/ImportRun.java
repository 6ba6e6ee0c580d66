package org.onemap.ingest.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.onemap.ingest.issue.IssueTable;
import org.onemap.ingest.issue.ReportFiles;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.load.ImportOptions;
import org.onemap.ingest.load.ImportResult;
import org.onemap.ingest.load.Importer;
import org.onemap.store.ChangeSet;
import org.onemap.store.Store;

/** One import on the command line: runs it, shows how it goes and how it ended. */
record ImportRun(Console console, List<Path> files, String store, Optional<Path> report) {

    /** The exit code. */
    int run(ImportOptions options) {
        try (OpenedStore opened = OpenedStore.forImport(store, options.run().dryRun())) {
            ImportResult result = importInto(opened.store(), options);
            if (!result.isRefused() && !options.run().dryRun()) {
                opened.keep();
            }
            return result.isRefused() ? ExitCode.REFUSED : ExitCode.DONE;
        }
    }

    /** Imports into an open store and shows the result. */
    ImportResult importInto(Store opened, ImportOptions options) {
        ImportResult result;
        try (ImportProgress progress = new ImportProgress(console, options)) {
            result = new Importer(opened, options, progress).run(files);
        }
        IssueTable.lines(result.issues()).forEach(console.out()::println);
        report.ifPresent(folder -> {
            ReportFiles.write(folder, Inspections.of(result, options), result.issues());
            console.out().println("report: " + folder.resolve("report.html"));
        });
        end(result, options);
        return result;
    }

    private void end(ImportResult result, ImportOptions options) {
        long errors = result.issues().count(Severity.ERROR);
        long warnings = result.issues().count(Severity.WARNING);
        if (result.isRefused()) {
            console.err()
                    .println("onemap: refused: " + count(errors, "error") + ", " + count(warnings, "warning")
                            + "; nothing was written. First error: "
                            + result.issues().kept().get(0).message());
            return;
        }
        String head = result.changeSet().map(set -> "change " + set.number()).orElse("dry run");
        result.counts().forEach((layer, counts) -> console.out().println(head + ": " + say(layer, counts)));
        result.changeSet()
                .filter(set -> set.state() == ChangeSet.State.SCHEDULED)
                .ifPresent(set -> console.out()
                        .println(head + ": scheduled, valid from " + set.effective() + " 00:00 Asia/Shanghai"));
        if (warnings > 0) {
            console.out().println(count(warnings, "warning"));
        }
        if (options.run().dryRun()) {
            console.out().println("dry run: nothing was written");
        }
    }

    /** {@code grid created 189, replaced 0, unchanged 0, retired 0}. */
    static String say(String layer, ChangeSet.Counts counts) {
        return layer + " created " + counts.created() + ", replaced " + counts.replaced() + ", unchanged "
                + counts.unchanged() + ", retired " + counts.retired();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

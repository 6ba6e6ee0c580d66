package org.onemap.ingest.checkup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.CheckResult;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.DivisionChecks;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** One check of a store: what was read, what was found. Immutable. */
public final class Checkup {

    private final String store;
    private final CheckInput input;
    private final CheckSettings settings;
    private final CheckResult result;

    private Checkup(String store, CheckInput input, CheckSettings settings, CheckResult result) {
        this.store = store;
        this.input = input;
        this.settings = settings;
        this.result = result;
    }

    /**
     * Checks the current rows of a store.
     *
     * @param professional names of layers that must be unions of grids
     * @param today the day whose posts count
     * @throws org.onemap.InvalidInput if there is nothing to check
     */
    public static Checkup of(Store store, CheckSettings settings, List<String> professional, LocalDate today) {
        CheckInput input;
        try (ReadView view = store.read()) {
            input = new StoreInput(view, Principal.anonymous()).read(professional, today);
        }
        return new Checkup(store.location(), input, settings, DivisionChecks.run(input, settings));
    }

    /** The same check of a tree that differs, for instance a mended one. */
    public Checkup of(CheckInput other) {
        return new Checkup(store, other, settings, DivisionChecks.run(other, settings));
    }

    /** What was found. */
    public CheckResult result() {
        return result;
    }

    /** What was checked. */
    public CheckInput input() {
        return input;
    }

    /** The findings as the issues of a report. */
    public IssueCollector issues() {
        return FindingIssues.collect(result.findings());
    }

    /** Writes report.html, issues.geojson, report.json and findings.gpkg. */
    public void writeReport(Path folder) {
        CheckReport.write(folder, store, input, settings, result);
    }
}

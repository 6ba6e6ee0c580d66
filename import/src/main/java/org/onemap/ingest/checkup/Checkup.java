package org.onemap.ingest.checkup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.onemap.InvalidInput;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.CheckResult;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.DivisionChecks;
import org.onemap.division.check.Elements;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Level;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.store.ChangeSet;
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
        try (ReadView view = store.read()) {
            CheckInput input = new StoreInput(view, StoreRows.today(view)).read(professional, today);
            return new Checkup(store.location(), input, settings, DivisionChecks.run(input, settings));
        }
    }

    /**
     * Checks the rows of a store as they will be once a draft or a scheduled change set is in force.
     *
     * @param draft its number
     * @throws org.onemap.NotFound if there is no change set of this number
     * @throws org.onemap.InvalidInput if it is neither, or there is nothing to check
     */
    public static Checkup of(Store store, CheckSettings settings, long draft, LocalDate today) {
        try (ReadView view = store.read()) {
            ChangeSet.State state = view.getChangeSet(draft).state();
            if (state != ChangeSet.State.DRAFT && state != ChangeSet.State.SCHEDULED) {
                throw new InvalidInput(
                        "change set " + draft + " is no draft but " + state + "; check the store as it is");
            }
            CheckInput input = new StoreInput(view, StoreRows.after(view, draft)).read(List.of(), today);
            return new Checkup(store.location(), input, settings, DivisionChecks.run(input, settings));
        }
    }

    /**
     * What the rules about elements (R8, R10) find if areas that are no divisions, such as street blocks, are held against
     * the elements of a store.
     *
     * @param areas the areas
     * @return the findings, by rule and place
     */
    public static List<Finding> of(ReadView view, CheckSettings settings, Level areas, LocalDate today) {
        Elements elements = new StoreInput(view, StoreRows.today(view)).elements(List.of());
        return DivisionChecks.run(new CheckInput(List.of(areas), elements, OptionalDouble.empty(), today), settings)
                .findings();
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
        return FindingIssues.collect(ReportFinding.ofDivisions(result.findings()));
    }

    /** Writes report.html, issues.geojson, report.json and findings.gpkg. */
    public void writeReport(Path folder) {
        CheckReport.write(folder, store, input, settings, result);
    }
}

package org.onemap.ingest.checkup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.survey.FieldCheck;
import org.onemap.survey.SurveyAcceptance;
import org.onemap.survey.SurveyInput;
import org.onemap.survey.SurveyPart;
import org.onemap.survey.SurveyPlan;
import org.onemap.survey.SurveyResult;

/** One acceptance of the part survey in a store: what was read, what was found. Immutable. */
public final class PartSurvey {

    private final String store;
    private final SurveyInput input;
    private final SurveyPlan plan;
    private final long seed;
    private final SurveyResult result;

    private PartSurvey(String store, SurveyInput input, SurveyPlan plan, long seed, SurveyResult result) {
        this.store = store;
        this.input = input;
        this.plan = plan;
        this.seed = seed;
        this.result = result;
    }

    /**
     * Judges the current parts of a store.
     *
     * @param seed of the samples
     * @param field the list of field checks, if there is one
     * @param today the day of the check
     * @throws org.onemap.InvalidInput if there are no parts or no divisions, or the list has faults
     */
    public static PartSurvey of(Store store, SurveyPlan plan, long seed, Optional<Path> field, LocalDate today) {
        try (ReadView view = store.read()) {
            PartRows rows = new PartRows(StoreRows.today(view));
            List<SurveyPart> parts = rows.read();
            SurveyInput input = new SurveyInput(
                    parts, rows.columns(parts), new StoreInput(view, StoreRows.today(view)).read(List.of(), today));
            Set<String> codes = parts.stream().map(SurveyPart::code).collect(Collectors.toSet());
            Optional<List<FieldCheck>> checks = field.map(file -> FieldList.read(file, codes));
            return new PartSurvey(store.location(), input, plan, seed, SurveyAcceptance.run(input, plan, seed, checks));
        }
    }

    /** What was found. */
    public SurveyResult result() {
        return result;
    }

    /** How many parts there are. */
    public int size() {
        return input.parts().size();
    }

    /** The findings as the issues of a report. */
    public IssueCollector issues() {
        return FindingIssues.collect(ReportFinding.ofParts(result.findings()));
    }

    /** Writes report.html, issues.geojson, report.json, findings.gpkg and sample.csv, the list for the field. */
    public void writeReport(Path folder) {
        new PartReport(store, input, plan, seed, result).write(folder);
    }
}

package org.onemap.ingest.checkup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onemap.InvalidInput;
import org.onemap.code.CodeScheme;
import org.onemap.code.CodeSchemes;
import org.onemap.division.check.CheckInput;
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
        return of(store, plan, seed, new Asked(field, Optional.empty()), today);
    }

    /**
     * What else is asked for.
     *
     * @param field the list of field checks, if there is one
     * @param scheme id of the code scheme by which part codes are read; empty for the one in force
     */
    public record Asked(Optional<Path> field, Optional<String> scheme) {}

    /**
     * Judges the current parts of a store.
     *
     * @param seed of the samples
     * @param today the day of the check
     * @throws org.onemap.InvalidInput if there are no parts or no divisions, the list has faults or the scheme is none of parts
     */
    public static PartSurvey of(Store store, SurveyPlan plan, long seed, Asked asked, LocalDate today) {
        Optional<CodeScheme> scheme = asked.scheme().map(PartSurvey::scheme);
        try (ReadView view = store.read()) {
            PartRows rows = new PartRows(StoreRows.today(view));
            List<SurveyPart> parts = rows.read();
            CheckInput district = new StoreInput(view, StoreRows.today(view)).read(List.of(), today);
            SurveyInput input = scheme.isPresent()
                    ? new SurveyInput(parts, rows.columns(parts), district, scheme)
                    : new SurveyInput(parts, rows.columns(parts), district);
            Set<String> codes = parts.stream().map(SurveyPart::code).collect(Collectors.toSet());
            Optional<List<FieldCheck>> checks = asked.field().map(file -> FieldList.read(file, codes));
            return new PartSurvey(store.location(), input, plan, seed, SurveyAcceptance.run(input, plan, seed, checks));
        }
    }

    private static CodeScheme scheme(String id) {
        List<CodeScheme> schemes = CodeSchemes.list().stream()
                .filter(one -> one.layer().equals("part"))
                .toList();
        return schemes.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("there is no code scheme '" + id + "' for parts; there are "
                        + schemes.stream().map(CodeScheme::id).collect(Collectors.joining(", "))));
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

package org.onemap.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accepts or refuses a survey of parts. Stateless. */
public final class SurveyAcceptance {

    private SurveyAcceptance() {}

    /**
     * Checks all parts, draws the samples and judges what the field brought back.
     *
     * @param seed of the samples
     * @param field what the field brought back; empty if nobody was there yet
     */
    public static SurveyResult run(SurveyInput input, SurveyPlan plan, long seed, Optional<List<FieldCheck>> field) {
        PartChecks checks = new PartChecks(input, plan);
        List<PartFinding> findings = new ArrayList<>(checks.run());
        Map<String, String> notJudged = checks.notJudged();
        List<Batch> batches = Batch.divide(input.parts(), plan.table(), seed);
        FieldJudge judge = new FieldJudge(plan, batches);
        Optional<FieldVerdict> verdict = field.map(judge::judge);
        if (verdict.isEmpty()) {
            notJudged.put("外业核查（P8 至 P10）", "未提供外业结果（--survey）");
        } else {
            thin(verdict.get(), plan, notJudged);
        }
        findings.addAll(judge.findings());
        return new SurveyResult(findings, batches, verdict, notJudged);
    }

    private static void thin(FieldVerdict verdict, SurveyPlan plan, Map<String, String> notJudged) {
        if (verdict.positions().isEmpty()) {
            notJudged.put("点位精度", "外业结果没有实测坐标");
        }
        for (FieldVerdict.Positions one : verdict.positions()) {
            if (one.measured() < plan.value("leastPoints")) {
                notJudged.put(
                        one.accuracy() + " 级点位中误差",
                        "实测 " + one.measured() + " 点，少于 " + (int) plan.value("leastPoints") + " 点");
            }
        }
    }
}

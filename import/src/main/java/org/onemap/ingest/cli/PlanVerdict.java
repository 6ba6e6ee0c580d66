package org.onemap.ingest.cli;

import java.util.ArrayList;
import java.util.List;
import org.onemap.division.check.Rule;
import org.onemap.division.check.Severity;
import org.onemap.ingest.checkup.Checkup;
import org.onemap.ingest.issue.IssueTable;
import org.onemap.ingest.plan.PlanAcceptance;
import org.onemap.store.ChangeSet;

/** What came of accepting a plan, as lines for a terminal. */
final class PlanVerdict {

    private PlanVerdict() {}

    static List<String> lines(long number, PlanAcceptance.Verdict verdict) {
        Checkup checkup = verdict.checkup();
        List<String> lines = new ArrayList<>(IssueTable.lines(checkup.issues()));
        checkup.result()
                .notRun()
                .forEach((rule, reason) -> lines.add("not judged: " + rule + " " + rule.chinese() + "：" + reason));
        lines.add("check: " + checkup.result().count(Severity.ERROR) + " errors, "
                + checkup.result().count(Severity.WARNING) + " warnings");
        if (verdict.accepted().isEmpty()) {
            lines.add("plan " + number + " is not accepted, nothing was written: it breaks rules that must be kept;"
                    + " --report DIR shows where");
        } else {
            ChangeSet set = verdict.accepted().get();
            lines.add("plan " + number + " is "
                    + (set.state() == ChangeSet.State.SCHEDULED ? "scheduled for " : "in force from ")
                    + set.effective());
            set.counts().forEach((layer, counts) -> lines.add(ImportRun.say(layer, counts)));
            long vacant = checkup.result().findings().stream()
                    .filter(one -> one.rule() == Rule.R16 && one.defect().equals("no-leader"))
                    .count();
            if (vacant > 0) {
                lines.add("next: " + vacant + (vacant == 1 ? " grid has" : " grids have")
                        + " no 网格长, which 'onemap check'"
                        + " calls an error from that day on; 'onemap people assign CODE NAME --role 网格长' assigns one");
            }
        }
        return lines;
    }
}

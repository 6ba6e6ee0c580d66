package org.onemap.ingest.plan;

import java.util.Optional;
import org.onemap.division.plan.Plan;

/**
 * A plan with its codes and what was before. Immutable.
 *
 * @param kind what was done
 * @param plan the plan
 * @param before the divisions of today as a plan, where they can be taken as one
 * @param today the divisions of today
 * @param draft names and shapes of the parts
 * @param outside how many rows of the element layers lie in no block
 */
record PlanOutcome(Kind kind, Plan plan, Optional<Plan> before, Today today, PlanDraft draft, long outside) {

    /** What was done. */
    enum Kind {
        NEW("新划方案"),
        IMPROVE("优化方案"),
        REBALANCE("微调方案");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In Chinese. */
        String title() {
            return title;
        }
    }

    /** The code of a part; level 0 is the lowest. */
    String code(int level, int part) {
        return draft.code(plan.levels() - 1 - level, part);
    }

    /** The name of a part; level 0 is the lowest. */
    String name(int level, int part) {
        return draft.title(plan.levels() - 1 - level, part);
    }

    /** The load of the blocks whose grid has another code than today. */
    double movedLoad() {
        int lowest = plan.levels() - 1;
        double moved = 0;
        for (int block = 0; block < plan.problem().blocks().blocks().size(); block++) {
            int division = today.division(lowest, block);
            String code = division < 0
                    ? ""
                    : today.divisions(lowest).get(division).code().orElse("");
            moved += code.equals(code(0, plan.part(0, block)))
                    ? 0
                    : plan.problem().load(block);
        }
        return moved;
    }
}

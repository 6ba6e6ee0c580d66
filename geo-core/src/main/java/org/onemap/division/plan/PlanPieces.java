package org.onemap.division.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Into how many pieces the parts of a plan fall, counted block by block over shared boundaries. */
public final class PlanPieces {

    private PlanPieces() {}

    /** The number of pieces of each part of a level; a part without blocks is not named. */
    public static Map<Integer, Integer> count(Plan plan, int level) {
        int blocks = plan.problem().blocks().blocks().size();
        boolean[] seen = new boolean[blocks];
        Map<Integer, Integer> pieces = new TreeMap<>();
        for (int block = 0; block < blocks; block++) {
            if (!seen[block]) {
                pieces.merge(plan.part(level, block), 1, Integer::sum);
                walk(plan, level, block, seen);
            }
        }
        return pieces;
    }

    private static void walk(Plan plan, int level, int from, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>();
        open.add(from);
        seen[from] = true;
        while (!open.isEmpty()) {
            int block = open.remove();
            for (int next : plan.problem().blocks().neighbours(block)) {
                if (!seen[next] && plan.part(level, next) == plan.part(level, block)) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
    }
}

package org.onemap.ingest.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onemap.division.plan.Certificates;
import org.onemap.division.plan.LevelFigures;
import org.onemap.division.plan.Plan;
import org.onemap.road.RoadClass;

/** The figures of a plan as lines for a terminal. */
public final class PlanText {

    private PlanText() {}

    /** Balance, boundary, compactness of every level from the top, and the certificates. */
    public static List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (int level = plan.levels() - 1; level >= 0; level--) {
            LevelFigures figures = LevelFigures.of(plan, level);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-8s %4d  deviation worst %.2f %% mean %.2f %% (raw %.2f %%)  boundary %.1f km  compactness %.3f (least %.3f)",
                    figures.layer(),
                    figures.balance().parts(),
                    100 * figures.balance().worst(),
                    100 * figures.balance().mean(),
                    100 * figures.balance().rawWorst(),
                    figures.totalBoundaryM() / 1000,
                    figures.compactness().mean(),
                    figures.compactness().least()));
            lines.add("         along " + along(figures.boundaryM()));
        }
        lines.addAll(bounds(Certificates.of(plan.problem())));
        return lines;
    }

    private static String along(Map<RoadClass, Double> boundaryM) {
        return boundaryM.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %.1f km", e.getKey().title(), e.getValue() / 1000))
                .collect(Collectors.joining(", "));
    }

    private static List<String> bounds(Certificates bounds) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "certificate: no plan is better than %.2f %%: granularity %.2f %% (heaviest block %s = %.2f grids), barriers %.2f %%"
                        + " (%d regions)",
                100 * bounds.bound(),
                100 * bounds.granularity(),
                bounds.heaviest(),
                bounds.heaviestShare(),
                100 * bounds.barriers(),
                bounds.regions()));
        if (bounds.rawCounts() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "raw deviations of the two lowest levels together: at least %.2f %%, since the numbers do not divide evenly",
                    100 * bounds.rawCounts()));
        }
        return lines;
    }
}

package org.onemap.road;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.road.RoadIssue.Severity;

/** Looks at the whole net: does it close, do the blocks hang together, do the codes last? */
final class NetReview {

    private static final double SERIOUS = 0.1;
    private static final double SLIGHT = 0.01;
    private static final double ALARM = 0.8;

    private final RoadIssues issues;
    private final List<RoadSegment> segments;
    private final BlockGraph graph;

    NetReview(RoadIssues issues, List<RoadSegment> segments, BlockGraph graph) {
        this.issues = issues;
        this.segments = segments;
        this.graph = graph;
    }

    void look(NetCounts counts, Map<String, Double> fill) {
        if (counts.usedLines() == 0) {
            issues.add(
                    Severity.ERROR,
                    "no-lines",
                    "",
                    "none of the " + counts.centrelines() + " centrelines can be used; import the roads as lines");
        } else if (counts.faces() == 0) {
            issues.add(
                    Severity.ERROR,
                    "no-block-closed",
                    "",
                    "the " + segments.size() + " segments enclose no block: the roads do not close; mend the ends"
                            + " that miss each other, or give the outline of the district");
        }
        if (!counts.euler().holds()) {
            issues.add(
                    Severity.ERROR,
                    "euler",
                    "",
                    "V − E + F = 1 + C does not hold: " + counts.euler() + "; please report this net as a defect");
        }
        parts();
        fill.forEach((prefix, share) -> {
            if (share >= ALARM) {
                issues.add(
                        Severity.WARNING,
                        "code-capacity",
                        prefix,
                        String.format(Locale.ROOT, "%.0f %% of the numbers after %s are used up", 100 * share, prefix));
            }
        });
    }

    private void parts() {
        int[] parts = graph.parts();
        double[] areas = new double[parts.length];
        double all = 0;
        int number = 0;
        for (int i = 0; i < parts.length; i++) {
            double area = graph.blocks().get(i).areaM2();
            areas[parts[i]] += area;
            all += area;
            number = Math.max(number, parts[i] + 1);
        }
        if (number > 1) {
            int largest = 0;
            for (int part = 1; part < number; part++) {
                largest = areas[part] > areas[largest] ? part : largest;
            }
            report(number, glued(parts), all - areas[largest], all);
        }
    }

    private void report(int number, SortedSet<Coordinate> glued, double lesserM2, double allM2) {
        String size = String.format(
                Locale.ROOT,
                "the blocks fall into %d parts, %.1f %% of the area outside the largest; ",
                number,
                100 * lesserM2 / allM2);
        boolean serious = lesserM2 >= SERIOUS * allM2;
        if (glued.isEmpty()) {
            boolean slight = lesserM2 < SLIGHT * allM2;
            issues.add(
                    slight ? Severity.INFO : Severity.WARNING,
                    "separate-parts",
                    "",
                    size + "no street parts them side by side, so no division can join them; add the missing roads or"
                            + " give the outline");
            return;
        }
        Coordinate place = glued.first();
        issues.addAt(
                serious ? Severity.ERROR : Severity.WARNING,
                "glued-by-a-point",
                place,
                size + "parts touch in single points only, the first at "
                        + String.format(Locale.ROOT, "%.6f %.6f", place.x, place.y)
                        + "; no division can join blocks over a point: draw the roads that are missing there, or build the"
                        + " parts as districts of their own");
    }

    /** Places where blocks of different parts touch. */
    private SortedSet<Coordinate> glued(int[] parts) {
        Map<Coordinate, Integer> partAt = new HashMap<>();
        SortedSet<Coordinate> glued = new TreeSet<>();
        for (int i = 0; i < parts.length; i++) {
            for (Coordinate vertex : graph.blocks().get(i).polygon().getCoordinates()) {
                Integer other = partAt.putIfAbsent(vertex, parts[i]);
                if (other != null && other != parts[i]) {
                    glued.add(vertex);
                }
            }
        }
        return glued;
    }
}

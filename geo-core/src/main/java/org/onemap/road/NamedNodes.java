package org.onemap.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Brings line ends together for which the source names one node: traffic models draw each direction beside its centreline, so
 * that the ends of a junction lie some metres apart. The place that most ends share becomes the node; an end within reach of a lane
 * width moves there, one farther off is led there.
 */
final class NamedNodes {

    private static final double MOVED_M = 5;

    private final double spreadM;

    /** The end of a line. */
    private record End(int line, boolean atStart, Coordinate place) {}

    NamedNodes(double spreadM) {
        this.spreadM = spreadM;
    }

    /** Joins the ends; how many changed. */
    int join(List<PlaneLine> lines) {
        Map<String, List<End>> ends = new LinkedHashMap<>();
        for (PlaneLine line : lines) {
            Centreline.Nodes nodes = line.source().nodes();
            enter(ends, nodes.from(), new End(line.index(), true, line.first()));
            enter(ends, nodes.to(), new End(line.index(), false, line.last()));
        }
        int changed = 0;
        for (List<End> meeting : ends.values()) {
            changed += join(meeting, lines);
        }
        return changed;
    }

    private static void enter(Map<String, List<End>> ends, String node, End end) {
        if (!node.isEmpty()) {
            ends.computeIfAbsent(node, unused -> new ArrayList<>()).add(end);
        }
    }

    private int join(List<End> meeting, List<PlaneLine> lines) {
        Coordinate node = commonest(meeting);
        int changed = 0;
        for (End end : meeting) {
            double distance = end.place().distance(node);
            if (distance > 0 && distance <= spreadM) {
                PlaneLine line = lines.get(end.line());
                Coordinate[] led = distance <= MOVED_M ? moved(line, end, node) : extended(line, end, node);
                if (led.length >= 2 && !(led.length == 2 && led[0].equals2D(led[1]))) {
                    lines.set(end.line(), new PlaneLine(line.index(), line.source(), led));
                    changed++;
                }
            }
        }
        return changed;
    }

    /** The place of most ends; of several, the one nearest to their middle. */
    private static Coordinate commonest(List<End> meeting) {
        Map<Coordinate, Integer> counts = new LinkedHashMap<>();
        meeting.forEach(end -> counts.merge(end.place(), 1, Integer::sum));
        double x = meeting.stream().mapToDouble(end -> end.place().x).average().orElse(0);
        double y = meeting.stream().mapToDouble(end -> end.place().y).average().orElse(0);
        Coordinate middle = new Coordinate(x, y);
        return counts.entrySet().stream()
                .min(Comparator.<Map.Entry<Coordinate, Integer>>comparingInt(entry -> -entry.getValue())
                        .thenComparingDouble(entry -> entry.getKey().distance(middle))
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    private static Coordinate[] moved(PlaneLine line, End end, Coordinate node) {
        Coordinate[] vertices = line.vertices().clone();
        vertices[end.atStart() ? 0 : vertices.length - 1] = node;
        return vertices;
    }

    private static Coordinate[] extended(PlaneLine line, End end, Coordinate node) {
        Coordinate[] vertices = line.vertices();
        Coordinate[] longer = Arrays.copyOf(vertices, vertices.length + 1);
        if (end.atStart()) {
            System.arraycopy(vertices, 0, longer, 1, vertices.length);
            longer[0] = node;
        } else {
            longer[vertices.length] = node;
        }
        return longer;
    }
}

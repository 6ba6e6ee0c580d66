package org.onemap.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.onemap.code.CodeScheme;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.GaussKruger;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Severity;

/** Parts of one class that stand too near to one another to be two. */
final class PartNeighbours {

    private record Cell(String kind, long column, long row) {}

    private record Placed(SurveyPart part, Coordinate metres) {}

    private PartNeighbours() {}

    /**
     * One error for each part that is nearer than this to an earlier one of its class: the nearest. Points only; parts
     * whose code has a fault have no class.
     */
    static List<PartFinding> find(List<SurveyPart> parts, Optional<CodeScheme> scheme, double leastM) {
        List<PartFinding> found = new ArrayList<>();
        Map<Cell, List<Placed>> cells = new HashMap<>();
        Optional<GaussKruger> zone = parts.stream()
                .flatMap(part -> part.point().stream())
                .findFirst()
                .map(point -> GaussKruger.fitting(point.getX()));
        if (zone.isEmpty() || scheme.isEmpty()) {
            return found;
        }
        for (SurveyPart part : parts) {
            String kind = part.classCode(scheme.get());
            if (kind.isEmpty()
                    || part.geometry().filter(Point.class::isInstance).isEmpty()) {
                continue;
            }
            Optional<Point> point = part.point();
            if (point.isEmpty()) {
                continue;
            }
            Coordinate metres = zone.get()
                    .project(new Cgcs2000(point.get().getX(), point.get().getY()));
            Placed placed = new Placed(part, metres);
            Cell cell = new Cell(kind, (long) Math.floor(metres.x / leastM), (long) Math.floor(metres.y / leastM));
            nearest(cells, cell, metres)
                    .filter(other -> other.metres().distance(metres) < leastM)
                    .ifPresent(other -> found.add(finding(placed, other)));
            cells.computeIfAbsent(cell, unused -> new ArrayList<>(1)).add(placed);
        }
        return found;
    }

    private static Optional<Placed> nearest(Map<Cell, List<Placed>> cells, Cell cell, Coordinate metres) {
        Placed best = null;
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                for (Placed other :
                        cells.getOrDefault(new Cell(cell.kind(), cell.column() + x, cell.row() + y), List.of())) {
                    if (best == null
                            || other.metres().distance(metres) < best.metres().distance(metres)) {
                        best = other;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static PartFinding finding(Placed placed, Placed other) {
        double apartM = placed.metres().distance(other.metres());
        Finding.Text text = new Finding.Text(
                "部件" + placed.part().label() + "与同类部件" + other.part().label() + "相距仅 " + Metres.say(apartM),
                "核对是否重复普查，删除重复的一个");
        return PartFinding.of(PartRule.P4, "part-twice", Severity.ERROR, placed.part(), text)
                .measuring(apartM, "m");
    }
}

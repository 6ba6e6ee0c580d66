package org.onemap.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.onemap.crs.Bd09;
import org.onemap.crs.Gcj02;
import org.onemap.crs.Wgs84;
import org.onemap.division.check.Division;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Level;
import org.onemap.division.check.Severity;

/**
 * Whether the parts as a whole stand where GCJ-02 or BD-09 puts them: most of them outside the grid that they name, and inside
 * it once the shift is taken back. Confined to one thread.
 */
final class PositionFingerprint {

    private static final int LEAST_PARTS = 20;
    private static final double FEW = 0.5;
    private static final double MOST = 0.9;

    private final Map<String, List<IndexedPointInAreaLocator>> areas = new HashMap<>();
    private final List<Map.Entry<Coordinate, String>> stated = new ArrayList<>();

    PositionFingerprint(SurveyInput input) {
        for (Level level : input.district().levels()) {
            for (Division division : level.divisions()) {
                if (!division.area().isEmpty()) {
                    areas.computeIfAbsent(division.code(), unused -> new ArrayList<>(1))
                            .add(new IndexedPointInAreaLocator(division.area()));
                }
            }
        }
        for (SurveyPart part : input.parts()) {
            String grid = part.attribute(PartAttribute.GRID);
            Optional<Point> point = part.point();
            if (areas.containsKey(grid) && point.isPresent()) {
                stated.add(Map.entry(point.get().getCoordinate(), grid));
            }
        }
    }

    /** Whether enough parts name a grid of the district. */
    boolean canTell() {
        return stated.size() >= LEAST_PARTS;
    }

    /** The finding about all parts, if they are shifted. */
    Optional<PartFinding> find() {
        double asTheyAre = share(at -> at);
        if (!canTell() || asTheyAre > FEW) {
            return Optional.empty();
        }
        double fromGcj = share(at -> lonLat(new Gcj02(at.x, at.y).toWgs84()));
        double fromBd = share(at -> lonLat(new Bd09(at.x, at.y).toWgs84()));
        if (Math.max(fromGcj, fromBd) < MOST) {
            return Optional.empty();
        }
        boolean gcj = fromGcj >= fromBd;
        return Optional.of(PartFinding.whole(
                PartRule.P3,
                "shifted",
                Severity.ERROR,
                new Finding.Text(
                        "全部部件疑为 " + (gcj ? "GCJ-02" : "BD-09") + " 坐标：现有 " + percent(asTheyAre) + " 位于所填网格内，按 "
                                + (gcj ? "GCJ-02" : "BD-09") + " 纠偏后为 " + percent(Math.max(fromGcj, fromBd)),
                        "以 --coordsys " + (gcj ? "gcj02" : "bd09") + " 重新导入")));
    }

    private static Coordinate lonLat(Wgs84 at) {
        return new Coordinate(at.lonDeg(), at.latDeg());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    private double share(UnaryOperator<Coordinate> shift) {
        long inside = stated.stream()
                .filter(one -> {
                    Coordinate at = shift.apply(one.getKey());
                    return areas.getOrDefault(one.getValue(), List.of()).stream()
                            .anyMatch(area -> area.locate(at) != Location.EXTERIOR);
                })
                .count();
        return stated.isEmpty() ? 1 : (double) inside / stated.size();
    }
}

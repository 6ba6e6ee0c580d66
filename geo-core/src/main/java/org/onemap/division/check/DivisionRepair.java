package org.onemap.division.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.onemap.division.coverage.CoverageRepair;
import org.onemap.division.coverage.RepairGuide;

/**
 * Mends the coverage of each level, from the top down, so that children follow parents that are mended already. What a
 * repair may do and what stays for a human is said at {@link CoverageRepair}. Stateless.
 */
public final class DivisionRepair {

    private static final double ON_LINE_M = 10;

    private final CheckInput input;
    private final double widestM;
    private final List<Level> levels = new ArrayList<>();
    private final List<Mended> mended = new ArrayList<>();

    private DivisionRepair(CheckInput input, double widestM) {
        this.input = input;
        this.widestM = widestM;
    }

    /**
     * One place that was mended.
     *
     * @param level the level
     * @param division the division as it was, which gained, lost or got a vertex
     * @param mend what was done
     */
    public record Mended(Level level, Division division, CoverageRepair.Mend mend) {}

    /**
     * The outcome.
     *
     * @param input the tree as it would be; divisions that are not concerned are the same objects
     * @param mended what was done
     */
    public record Outcome(CheckInput input, List<Mended> mended) {}

    /**
     * Mends a tree.
     *
     * @param widestM regions of a greater mean width, 2·area/perimeter, are left for a human
     */
    public static Outcome run(CheckInput input, double widestM) {
        DivisionRepair repair = new DivisionRepair(input, widestM);
        input.levels().stream()
                .sorted(Comparator.comparingInt(level -> depth(input, level)))
                .forEach(repair::mend);
        CheckInput after = new CheckInput(repair.levels, input.elements(), input.yearlyChange(), input.day());
        return new Outcome(after, List.copyOf(repair.mended));
    }

    private static int depth(CheckInput input, Level level) {
        int depth = 0;
        Optional<Level> above = input.findParent(level);
        while (above.isPresent() && depth <= input.levels().size()) {
            depth++;
            above = input.findParent(above.get());
        }
        return depth;
    }

    private void mend(Level level) {
        List<Division> divisions = level.divisions();
        List<Geometry> areas = divisions.stream()
                .map(division -> division.area().isValid()
                        ? division.area()
                        : division.area().getFactory().createPolygon())
                .toList();
        CoverageRepair.Repaired repaired = CoverageRepair.repair(areas, widestM, new Guide(level));
        List<Division> after = new ArrayList<>(divisions);
        Set<Integer> changed = repaired.changed();
        for (int position : changed) {
            Division old = divisions.get(position);
            after.set(
                    position,
                    new Division(
                            old.code(),
                            old.name(),
                            old.parentCode(),
                            repaired.areas().get(position),
                            old.facts()));
        }
        repaired.mends().stream()
                .filter(one -> changed.contains(one.owner()))
                .forEach(one -> mended.add(new Mended(level, divisions.get(one.owner()), one)));
        levels.add(new Level(level.layer(), after));
    }

    /** Borders stay on roads, and nothing leaves its parent. */
    private final class Guide implements RepairGuide {

        private final NearLines lines = new NearLines(ON_LINE_M);
        private final List<Optional<Geometry>> parents;

        Guide(Level level) {
            for (Elements.Line line : input.elements().lines()) {
                for (Object part : LinearComponentExtracter.getLines(line.line())) {
                    lines.add(((LineString) part).getCoordinateSequence());
                }
            }
            Optional<Level> above = levels.stream()
                    .filter(one -> level.layer()
                            .parentLayer()
                            .equals(Optional.of(one.layer().name())))
                    .findFirst();
            var byCode = above.map(CheckInput::byCode);
            this.parents = level.divisions().stream()
                    .map(division -> byCode.flatMap(codes -> Optional.ofNullable(codes.get(division.parentCode())))
                            .map(Division::area))
                    .toList();
        }

        @Override
        public boolean isOnLine(Coordinate fromLonLat, Coordinate toLonLat) {
            return lines.isNear(new Coordinate((fromLonLat.x + toLonLat.x) / 2, (fromLonLat.y + toLonLat.y) / 2));
        }

        @Override
        public boolean mayOwn(int area, Coordinate lonLat) {
            return parents.get(area)
                    .map(parent -> SimplePointInAreaLocator.locate(lonLat, parent) != Location.EXTERIOR)
                    .orElse(true);
        }
    }
}

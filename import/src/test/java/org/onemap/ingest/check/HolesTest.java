package org.onemap.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueCollector;

/**
 * Holes of a level without the level above against what the importer did before: the union of all divisions by overlay, its
 * inner rings, and JTS's validator over all of them for gaps of less than five metres.
 */
class HolesTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double NARROW_DEG = 4.5e-5;

    @Test
    void findsTheHolesThatTheUnionOfAllHas() {
        int holes = 0;
        int extra = 0;
        int narrow = 0;
        for (long seed = 0; seed < 400; seed++) {
            List<Geometry> areas = tiling(new Random(seed));
            List<Polygon> expected = holesOfUnion(areas);
            List<Polygon> found = new ArrayList<>();
            TreeSet<String> between = new TreeSet<>();
            for (ImportIssue issue : gaps(areas)) {
                if (issue.message().contains("a hole of")) {
                    found.add((Polygon) issue.where().orElseThrow());
                } else {
                    between.add(issue.place().code());
                }
            }
            extra += found.size() - expected.size();
            assertThat(found)
                    .as("free, seed %d", seed)
                    .allMatch(hole -> isFree(hole, areas) || expected.stream().anyMatch(other -> isSame(other, hole)));
            for (Polygon hole : expected) {
                assertThat(found).as("holes, seed %d", seed).anyMatch(other -> isSame(hole, other));
            }
            if (found.size() == expected.size()) {
                assertThat(between).as("narrow gaps, seed %d", seed).isEqualTo(narrowGaps(areas));
            }
            holes += found.size();
            narrow += between.size();
        }
        assertThat(extra).as("enclosed by areas that touch in a vertex").isLessThan(20);
        assertThat(holes).isGreaterThan(400);
        assertThat(narrow).isGreaterThan(50);
    }

    private static List<ImportIssue> gaps(List<Geometry> areas) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            members.add(new Member("g" + i, "", areas.get(i), Place.row("test", i + 1)));
        }
        IssueCollector issues = new IssueCollector();
        new LevelCheck(StandardLayers.find("grid").orElseThrow(), issues).check(members, Optional.empty());
        return issues.kept().stream()
                .filter(issue -> issue.rule().equals("gap"))
                .toList();
    }

    private static Geometry union(List<Geometry> areas) {
        return OverlayNGRobust.union(areas);
    }

    private static List<Polygon> holesOfUnion(List<Geometry> areas) {
        List<Polygon> found = new ArrayList<>();
        for (Polygon hole : rings(union(areas))) {
            found.addAll(Slivers.substantial(hole));
        }
        return found;
    }

    private static List<Polygon> rings(Geometry union) {
        List<Polygon> rings = new ArrayList<>();
        for (Object part : PolygonExtracter.getPolygons(union)) {
            Polygon polygon = (Polygon) part;
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(FACTORY.createPolygon(polygon.getInteriorRingN(i)));
            }
        }
        return rings;
    }

    private static TreeSet<String> narrowGaps(List<Geometry> areas) {
        Geometry[] all = areas.toArray(Geometry[]::new);
        Geometry[] near = CoverageValidator.validate(all, NARROW_DEG);
        Geometry[] unfit = CoverageValidator.validate(all);
        List<Envelope> known =
                rings(union(areas)).stream().map(Geometry::getEnvelopeInternal).toList();
        TreeSet<String> found = new TreeSet<>();
        for (int i = 0; i < all.length; i++) {
            Geometry gap = near[i];
            if (gap != null && unfit[i] == null && known.stream().noneMatch(gap.getEnvelopeInternal()::intersects)) {
                found.add("g" + i);
            }
        }
        return found;
    }

    private static boolean isFree(Polygon hole, List<Geometry> areas) {
        double covered = areas.stream()
                .mapToDouble(area -> OverlayNGRobust.overlay(area, hole, OverlayNG.INTERSECTION)
                        .getArea())
                .sum();
        return covered < 2e-7 * hole.getLength();
    }

    /** The same but for the lattice, on which the one stands. */
    private static boolean isSame(Polygon hole, Polygon other) {
        return hole.symDifference(other).getArea() < 2e-7 * hole.getLength();
    }

    /** Crooked squares: some missing, some of two parts, some grown over a neighbour, some drawn back by metres. */
    private static List<Geometry> tiling(Random random) {
        int side = 7;
        Coordinate[][] corners = new Coordinate[side + 1][side + 1];
        for (int i = 0; i <= side; i++) {
            for (int j = 0; j <= side; j++) {
                corners[i][j] = new Coordinate(
                        113.5 + 0.001 * (i + 0.4 * random.nextDouble()),
                        34.8 + 0.001 * (j + 0.4 * random.nextDouble()));
            }
        }
        List<Polygon> cells = new ArrayList<>();
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                Coordinate[] ring = {
                    corners[i][j].copy(),
                    corners[i + 1][j].copy(),
                    corners[i + 1][j + 1].copy(),
                    corners[i][j + 1].copy(),
                    corners[i][j].copy()
                };
                int fate = random.nextInt(100);
                if (fate < 4) {
                    ring[2] = new Coordinate(ring[2].x + 0.0002, ring[2].y + 0.0003); // grown
                } else if (fate < 8) {
                    ring[1].x -= 2e-5; // drawn back by two metres
                    ring[2].x -= 2e-5;
                }
                if (fate < 85) {
                    cells.add(FACTORY.createPolygon(ring));
                }
            }
        }
        List<Geometry> areas = new ArrayList<>(cells);
        for (int pair = 0; pair < 2; pair++) {
            Polygon one = cells.get(random.nextInt(cells.size()));
            Polygon other = cells.get(random.nextInt(cells.size()));
            if (one.disjoint(other) && areas.remove(one) && areas.remove(other)) {
                areas.add(FACTORY.createMultiPolygon(new Polygon[] {one, other}));
            }
        }
        return areas;
    }
}

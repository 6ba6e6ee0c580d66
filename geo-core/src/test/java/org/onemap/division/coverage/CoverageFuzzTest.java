package org.onemap.division.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.division.coverage.CoverageFault.Cover;
import org.onemap.division.coverage.CoverageFault.Kind;

/** Tilings with three-way corners, islands and ragged hulls, faults of a millimetre to ten metres, some beside each other. */
class CoverageFuzzTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final CoverageTolerances DEFAULTS = CoverageTolerances.defaults();

    /** Less than this a moved vertex may be: the lattice takes positions on neighbouring steps for one. */
    private static final double SEEN_M = 0.035;

    @Test
    void aCityWithoutFaultsHasNone() {
        for (long seed = 0; seed < 60; seed++) {
            assertThat(Coverage.of(new VoronoiCity(seed, 80).areas()).faults(DEFAULTS))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void everyFaultIsFoundAndNothingElse() {
        for (long seed = 0; seed < 250; seed++) {
            findsAll(seed);
        }
    }

    @Test
    void repairsMendWhatIsNarrowAndNothingElse() {
        for (long seed = 0; seed < 250; seed++) {
            repairs(seed);
        }
    }

    @Tag("nightly")
    @Test
    void findsAndMendsInFourteenHundredCities() {
        for (long seed = 1000; seed < 2400; seed++) {
            findsAll(seed);
            repairs(seed);
        }
    }

    private static void findsAll(long seed) {
        VoronoiCity city = new VoronoiCity(seed, 80).breakSome(6);
        List<Geometry> areas = city.areas();
        List<CoverageFault> faults = Coverage.of(areas).faults(DEFAULTS);
        for (VoronoiCity.Fault one : city.faults()) {
            if (one.sizeM() > SEEN_M && isStillThere(one, areas) && !isAtDuplicate(one, city)) {
                assertThat(faults).as("seed %d: %s", seed, one).anySatisfy(fault -> {
                    assertThat(fault.where().distance(FACTORY.createPoint(one.at())))
                            .isLessThan(1.5 * one.sizeM() * VoronoiCity.DEG_PER_M + 2e-7);
                    boolean isNamed = one.members().isEmpty()
                            || isOnAnother(one, city)
                            || isThinnerThanTheLattice(fault)
                            || fault.members().stream().anyMatch(one.members()::contains);
                    assertThat(isNamed).isTrue();
                });
            }
        }
        for (CoverageFault fault : faults) {
            assertThat(city.faults()).as("seed %d: %s", seed, fault).anySatisfy(one -> assertThat(
                            fault.where().distance(FACTORY.createPoint(one.at())))
                    .isLessThan(1.5 * one.sizeM() * VoronoiCity.DEG_PER_M + 2e-7));
            assertIsReal(seed, fault, areas);
        }
        assertThat(overlap(faults)).as("seed %d: overlaps", seed).isCloseTo(overlapOf(areas), within(areas));
    }

    /** A region in which corners are rounded away: that it is there can be told, not who has it. */
    private static boolean isThinnerThanTheLattice(CoverageFault fault) {
        return fault.size().areaM2() > 0 && fault.size().widthM() < 0.02;
    }

    /** Where faults of decimetres lie on each other, the place is told, but not all who have a part in it. */
    private static boolean isOnAnother(VoronoiCity.Fault fault, VoronoiCity city) {
        return city.faults().stream()
                .anyMatch(other -> other != fault && other.at().distance(fault.at()) < 3 * VoronoiCity.DEG_PER_M);
    }

    /** Centimetres at the border of a duplicate are told with the duplicate. */
    private static boolean isAtDuplicate(VoronoiCity.Fault fault, VoronoiCity city) {
        return fault.sizeM() < 0.2
                && city.faults().stream()
                        .filter(other -> other.what() == VoronoiCity.What.TWICE)
                        .anyMatch(other ->
                                city.areas().get(other.members().first()).distance(FACTORY.createPoint(fault.at()))
                                        < 1e-6);
    }

    /** A later fault may have taken the cell away. */
    private static boolean isStillThere(VoronoiCity.Fault fault, List<Geometry> areas) {
        if (fault.what() == VoronoiCity.What.STRAY) {
            Geometry stray = areas.get(fault.members().first());
            return areas.stream()
                    .anyMatch(area -> area != stray && area.intersection(stray).getArea() > 1e-12);
        }
        return fault.members().stream().allMatch(member -> !areas.get(member).isEmpty());
    }

    /** Overlaps are in both, gaps in none, duplicates are the same. */
    private static void assertIsReal(long seed, CoverageFault fault, List<Geometry> areas) {
        if (fault.cover() == Cover.ONE) {
            assertThat(fault.kind()).isIn(Kind.MISSING_VERTEX, Kind.T_JUNCTION);
            return;
        }
        double area = fault.where().getArea();
        double rounding = 1.5e-7 * fault.where().getLength();
        if (fault.cover() == Cover.SEVERAL) {
            if (isThinnerThanTheLattice(fault)) {
                return;
            }
            assertThat(fault.members()).as("seed %d %s", seed, fault).hasSize(2);
            for (int member : fault.members()) {
                double common = common(fault.where(), areas.get(member));
                assertThat(common).as("seed %d %s", seed, fault).isGreaterThan(area - rounding);
            }
        } else {
            double covered = areas.stream()
                    .filter(one ->
                            one.getEnvelopeInternal().intersects(fault.where().getEnvelopeInternal()))
                    .mapToDouble(one -> common(fault.where(), one))
                    .sum();
            assertThat(covered).as("seed %d %s", seed, fault).isLessThan(rounding);
        }
        boolean thin = fault.size().widthM() < 0.5 || fault.size().areaM2() < 10;
        assertThat(fault.kind() == Kind.SLIVER).as("seed %d %s", seed, fault).isEqualTo(thin);
    }

    private static double common(Geometry a, Geometry b) {
        return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea();
    }

    private static double overlap(List<CoverageFault> faults) {
        return faults.stream()
                .filter(fault -> fault.cover() == Cover.SEVERAL)
                .mapToDouble(fault -> fault.where().getArea())
                .sum();
    }

    private static double overlapOf(List<Geometry> areas) {
        double sum = 0;
        for (int i = 0; i < areas.size(); i++) {
            for (int j = i + 1; j < areas.size(); j++) {
                if (areas.get(i).getEnvelopeInternal().intersects(areas.get(j).getEnvelopeInternal())) {
                    sum += common(areas.get(i), areas.get(j));
                }
            }
        }
        return sum;
    }

    /** A step of the lattice along all edges, and the triangles that are told as missing vertices. */
    private static org.assertj.core.data.Offset<Double> within(List<Geometry> areas) {
        double lengthDeg = areas.stream().mapToDouble(Geometry::getLength).sum();
        return org.assertj.core.data.Offset.offset(1e-7 * lengthDeg + 6 * 2 * VoronoiCity.DEG_PER_M * 2e-3);
    }

    private static void repairs(long seed) {
        VoronoiCity city = new VoronoiCity(seed, 80).breakSome(6);
        List<Geometry> before = city.areas();
        CoverageRepair.Repaired repaired = CoverageRepair.repair(before, 5, RepairGuide.NONE);
        List<Geometry> after = repaired.areas();
        for (int i = 0; i < after.size(); i++) {
            assertThat(after.get(i).isValid()).as("seed %d area %d", seed, i).isTrue();
            if (!repaired.changed().contains(i)) {
                assertThat(after.get(i)).as("seed %d area %d", seed, i).isSameAs(before.get(i));
            } else {
                assertStaysAway(seed, city, before.get(i), after.get(i));
            }
        }
        for (CoverageFault left : Coverage.of(after).faults(DEFAULTS)) {
            boolean forHumans = left.kind() == Kind.DUPLICATE
                    || left.size().widthM() > 4.9
                    || left.size().widthM() > 0
                            && left.size().areaM2() > 0
                            && left.size().widthM() < 0.005 // rounding
                    || isOfThree(left, before)
                    || isOfStray(left, city)
                    || isBesideWide(left, before);
            assertThat(forHumans)
                    .as("seed %d: left %s%n of %s", seed, left, city.faults())
                    .isTrue();
        }
    }

    /** Away from the faults every vertex keeps its bits. */
    private static void assertStaysAway(long seed, VoronoiCity city, Geometry before, Geometry after) {
        Set<Coordinate> old = new HashSet<>(Arrays.asList(before.getCoordinates()));
        Set<Coordinate> now = new HashSet<>(Arrays.asList(after.getCoordinates()));
        Set<Coordinate> differing = new HashSet<>(old);
        differing.removeAll(now);
        Set<Coordinate> come = new HashSet<>(now);
        come.removeAll(old);
        differing.addAll(come);
        for (Coordinate one : differing) {
            assertThat(city.faults()).as("seed %d vertex %s", seed, one).anySatisfy(fault -> assertThat(
                            fault.at().distance(one))
                    .isLessThan(1.5 * fault.sizeM() * VoronoiCity.DEG_PER_M + 4e-3));
        }
    }

    /** A stray square is one face, however many cells it lies over; and nothing of it may be left without it. */
    private static boolean isOfStray(CoverageFault left, VoronoiCity city) {
        return city.faults().stream()
                .filter(fault -> fault.what() == VoronoiCity.What.STRAY)
                .anyMatch(fault -> left.members().containsAll(fault.members()));
    }

    private static boolean isOfThree(CoverageFault left, List<Geometry> areas) {
        List<Integer> over = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).getEnvelopeInternal().intersects(left.where().getEnvelopeInternal())
                    && areas.get(i).intersects(left.where())) {
                over.add(i);
            }
        }
        return new TreeSet<>(over).size() > 2;
    }

    private static boolean isBesideWide(CoverageFault left, List<Geometry> areas) {
        return Coverage.of(areas).faults(DEFAULTS).stream()
                .filter(fault -> fault.size().widthM() > 4.9 || fault.kind() == Kind.DUPLICATE)
                .anyMatch(fault -> fault.where().distance(left.where()) < 1e-6);
    }
}

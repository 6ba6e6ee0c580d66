package org.onemap.division.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;

/** Geometry in units of 0.001° (some 100 m) from 113.5, 34.8. */
class CoverageRepairTest {

    private static final Set<CoverageFault.Kind> FOR_HUMANS =
            Set.of(CoverageFault.Kind.DUPLICATE, CoverageFault.Kind.GAP, CoverageFault.Kind.OVERLAP);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        vertex more      | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 1,4 0))
        vertex off       | POLYGON((0 0,4 0,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4.01 1,4 0))
        corner           | POLYGON((0 0,8 0,8 4,0 4,0 0)); POLYGON((0 4,4 4,4 8,0 8,0 4)); POLYGON((4 4,8 4,8 8,4 8,4 4))
        thin hole        | POLYGON((0 0,4 0,4 1,3.996 1,3.996 3,4 3,4 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 3,4 1,4 0))
        thin overlap     | POLYGON((0 0,4.004 0,4.004 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))
        crossing borders | POLYGON((0 0,4.01 0,3.99 4,0 4,0 0)); POLYGON((4 0,8 0,8 4,4 4,4 0))
        """)
    void mends(String row, String wkt) throws ParseException {
        List<Geometry> areas = CoverageTest.areas(wkt);
        CoverageRepair.Repaired repaired = CoverageRepair.repair(areas, 5, RepairGuide.NONE);
        assertThat(repaired.mends()).isNotEmpty();
        assertThat(Coverage.of(repaired.areas()).faults(CoverageTolerances.defaults()))
                .isEmpty();
        assertThat(repaired.areas()).allMatch(Geometry::isValid);
    }

    @Test
    void theGuideDecidesWhoGetsAGap() throws ParseException {
        List<Geometry> areas = CoverageTest.areas(
                "POLYGON((0 0,4 0,4 1,3.996 1,3.996 3,4 3,4 4,0 4,0 0));" + "POLYGON((4 0,8 0,8 4,4 4,4 3,4 1,4 0))");
        for (int owner = 0; owner < 2; owner++) {
            int wanted = owner;
            RepairGuide guide = new RepairGuide() {
                @Override
                public boolean mayOwn(int area, Coordinate lonLat) {
                    return area == wanted;
                }
            };
            assertThat(CoverageRepair.repair(areas, 5, guide).mends())
                    .extracting(CoverageRepair.Mend::owner)
                    .containsExactly(wanted);
        }
    }

    @Test
    void mendsWhatIsNarrowAndLeavesTheRestToTheBit() {
        mendsTiles(new TiledCity(60).breakTiles(160, 7));
    }

    @Tag("nightly")
    @Test
    void mends135424Tiles() {
        mendsTiles(new TiledCity(368).breakTiles(676, 11));
    }

    private static void mendsTiles(TiledCity city) {
        List<Geometry> areas = city.areas();
        CoverageRepair.Repaired repaired = CoverageRepair.repair(areas, 5, RepairGuide.NONE);
        List<CoverageFault> left = Coverage.of(repaired.areas()).faults(CoverageTolerances.defaults());
        assertThat(left).extracting(CoverageFault::kind).allMatch(FOR_HUMANS::contains);
        long lost = city.defects().stream()
                .filter(defect -> defect.members().size() > 2 || defect.kind() == CoverageFault.Kind.DUPLICATE)
                .filter(defect -> defect.kind() != CoverageFault.Kind.T_JUNCTION)
                .count();
        assertThat(left).hasSize((int) lost); // tiles that are lost or there twice
        staysOutside(city, repaired);
    }

    /** Vertices farther than 150 m from every defect, and all of areas that are not dirty, keep every bit. */
    private static void staysOutside(TiledCity city, CoverageRepair.Repaired repaired) {
        Set<Integer> dirty = new TreeSet<>();
        city.defects().forEach(defect -> dirty.addAll(defect.members()));
        List<Geometry> before = city.areas();
        for (int i = 0; i < before.size(); i++) {
            if (!dirty.contains(i)) {
                assertThat(repaired.areas().get(i)).isSameAs(before.get(i));
            }
        }
        for (int changed : repaired.changed()) {
            Set<Coordinate> old = new HashSet<>(List.of(before.get(changed).getCoordinates()));
            long kept = List.of(repaired.areas().get(changed).getCoordinates()).stream()
                    .filter(old::contains)
                    .count();
            assertThat(kept).isGreaterThanOrEqualTo(old.size() - 1L);
        }
    }
}

package org.onemap.division.coverage;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

/**
 * CPU time of the hash pass and of the full check beside JTS's {@code CoverageValidator}, in turn in one process:
 * 135,424 tiles with 676 defects. Run: {@code CoverageBenchmark [COLUMNS [ROUNDS]]}.
 */
final class CoverageBenchmark {

    private CoverageBenchmark() {}

    public static void main(String[] args) {
        int columns = args.length > 0 ? Integer.parseInt(args[0]) : 368;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        TiledCity city = new TiledCity(columns).breakTiles(columns * columns / 200, 5);
        List<Geometry> areas = city.areas();
        Geometry[] array = areas.toArray(new Geometry[0]);
        long vertices = areas.stream().mapToLong(Geometry::getNumPoints).sum();
        System.out.printf(
                "%,d areas, %,d vertices, %d defects%n",
                areas.size(), vertices, city.defects().size());
        for (int round = 0; round < rounds; round++) {
            long start = cpuNs();
            Coverage coverage = Coverage.of(areas);
            long hashed = cpuNs();
            int found = coverage.faults(CoverageTolerances.defaults()).size();
            long checked = cpuNs();
            int mends =
                    CoverageRepair.repair(areas, 5, RepairGuide.NONE).mends().size();
            long repaired = cpuNs();
            CoverageValidator.validate(array);
            long validated = cpuNs();
            double jts = validated - repaired;
            System.out.printf(
                    Locale.ROOT,
                    "hash %.0f ms (%.3f), full %.0f ms (%.3f) %d faults, repair %.0f ms %d mends, JTS %.0f ms; %d loose%n",
                    (hashed - start) / 1e6,
                    (hashed - start) / jts,
                    (checked - start) / 1e6,
                    (checked - start) / jts,
                    found,
                    (repaired - checked) / 1e6,
                    mends,
                    jts / 1e6,
                    coverage.looseSegmentCount());
        }
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

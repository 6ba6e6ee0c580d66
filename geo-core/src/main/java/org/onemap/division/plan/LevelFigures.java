package org.onemap.division.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemap.road.BlockGraph;
import org.onemap.road.RoadClass;

/**
 * How good a plan is on one level. Immutable.
 *
 * @param layer the layer
 * @param balance deviations of the loads
 * @param boundaryM length of the boundaries between its parts by the class of the line they follow
 * @param compactness how round the parts are
 */
public record LevelFigures(
        String layer, LoadBalance balance, Map<RoadClass, Double> boundaryM, Compactness compactness) {

    /**
     * Deviations of the loads, relative.
     *
     * @param parts number of parts
     * @param worst greatest, count-normalised
     * @param mean mean, count-normalised
     * @param rawWorst greatest against an equal share
     */
    public record LoadBalance(int parts, double worst, double mean, double rawWorst) {}

    /**
     * Polsby–Popper, 4π·area/perimeter²: 1 for a disc, 0.785 for a square.
     *
     * @param mean over the parts
     * @param least of a part
     */
    public record Compactness(double mean, double least) {}

    public LevelFigures {
        boundaryM = Collections.unmodifiableMap(new LinkedHashMap<>(boundaryM));
    }

    /** Length of all boundaries between parts. */
    public double totalBoundaryM() {
        return boundaryM.values().stream().mapToDouble(m -> m).sum();
    }

    /** The figures of a level of a plan; 0 is the lowest. */
    public static LevelFigures of(Plan plan, int level) {
        int parts = plan.count(level);
        double[] areaM2 = new double[parts];
        double[] perimeterM = new double[parts];
        Map<RoadClass, Double> boundaryM = new EnumMap<>(RoadClass.class);
        BlockGraph blocks = plan.problem().blocks();
        for (int block = 0; block < blocks.blocks().size(); block++) {
            areaM2[plan.part(level, block)] += blocks.blocks().get(block).areaM2();
            perimeterM[plan.part(level, block)] += blocks.outerM(block);
        }
        for (BlockGraph.Border border : blocks.borders()) {
            int one = plan.part(level, border.low());
            int other = plan.part(level, border.high());
            if (one != other) {
                perimeterM[one] += border.lengthM();
                perimeterM[other] += border.lengthM();
                border.byClass().forEach((roadClass, m) -> boundaryM.merge(roadClass, m, Double::sum));
            }
        }
        return new LevelFigures(
                plan.problem().levels().layer(level), balance(plan, level), boundaryM, compactness(areaM2, perimeterM));
    }

    private static LoadBalance balance(Plan plan, int level) {
        double worst = 0;
        double sum = 0;
        double raw = 0;
        for (int part = 0; part < plan.count(level); part++) {
            double off = Math.abs(plan.deviation(level, part));
            worst = Math.max(worst, off);
            sum += off;
            raw = Math.max(raw, Math.abs(plan.rawDeviation(level, part)));
        }
        return new LoadBalance(plan.count(level), worst, sum / plan.count(level), raw);
    }

    /** Polsby–Popper of a part. */
    static double polsbyPopper(double areaM2, double perimeterM) {
        return perimeterM > 0 ? 4 * Math.PI * areaM2 / (perimeterM * perimeterM) : 0;
    }

    private static Compactness compactness(double[] areaM2, double[] perimeterM) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int part = 0; part < areaM2.length; part++) {
            double one = polsbyPopper(areaM2[part], perimeterM[part]);
            sum += one;
            least = Math.min(least, one);
        }
        return new Compactness(sum / areaM2.length, least);
    }
}

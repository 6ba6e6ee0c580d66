package org.onemap.road;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * How a net is built. Immutable.
 *
 * @param countyCode the six digits that all codes begin with
 * @param tolerances lengths and areas
 * @param faceClasses which lines may bound blocks; all others are kept for addressing only
 * @param outline the district, EPSG:4490 polygons: closes the outer blocks, and only blocks inside it are kept
 */
public record RoadNetOptions(
        String countyCode, Tolerances tolerances, Set<RoadClass> faceClasses, Optional<Geometry> outline) {

    public RoadNetOptions {
        if (!countyCode.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("not a county code of six digits: '" + countyCode + "'");
        }
        faceClasses = Set.copyOf(faceClasses);
    }

    /** The usual: everything but footways bounds blocks, no outline. */
    public static RoadNetOptions of(String countyCode) {
        EnumSet<RoadClass> classes = EnumSet.complementOf(EnumSet.of(RoadClass.FOOTWAY));
        return new RoadNetOptions(countyCode, Tolerances.USUAL, classes, Optional.empty());
    }

    /** The same with an outline. */
    public RoadNetOptions within(Geometry district) {
        return new RoadNetOptions(countyCode, tolerances, faceClasses, Optional.of(district));
    }

    /** The same with other tolerances. */
    public RoadNetOptions with(Tolerances other) {
        return new RoadNetOptions(countyCode, other, faceClasses, outline);
    }

    /**
     * Lengths in metres, areas in square metres.
     *
     * @param snapM a road end this near to another road is joined with it
     * @param nearMissM a road end this near, but not joined, is reported
     * @param nodeSpreadM ends for which the source names one node are joined if they lie this near to one another
     * @param leastBlock what a block must have not to be joined with a neighbour
     * @param longestBridgeM a bridge or tunnel of a street that goes on at ground level at both ends bounds blocks up to
     *     this length; longer ones, ramps and flyovers do not
     */
    public record Tolerances(
            double snapM, double nearMissM, double nodeSpreadM, LeastBlock leastBlock, double longestBridgeM) {

        /** 0.5 m, 5 m, 35 m, 1,000 m² and 12 m, 300 m. */
        public static final Tolerances USUAL = new Tolerances(0.5, 5, 35, new LeastBlock(1000, 12, 40), 300);

        /** The same with another least block. */
        public Tolerances with(LeastBlock other) {
            return new Tolerances(snapM, nearMissM, nodeSpreadM, other, longestBridgeM);
        }
    }

    /**
     * The least block.
     *
     * @param areaM2 area
     * @param widthM mean width: twice the area by the perimeter
     * @param medianM mean width of a face between the two carriageways of one road: below it, it is a median strip
     */
    public record LeastBlock(double areaM2, double widthM, double medianM) {

        /** Joins nothing: every face is a block. */
        public static final LeastBlock ANY = new LeastBlock(0, 0, 0);
    }
}

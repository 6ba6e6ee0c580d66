package org.onemap.ingest.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/** The sides of the streets: spots beside a segment, and the numbers of doors there. Immutable. */
final class Frontages {

    /** Metres of street per pair of numbers. */
    private static final double PAIR_M = 14;

    private final List<Block> blocks;
    private final Map<RoadSegment, Double> startM = new HashMap<>();
    private final Map<Block, Plot> plots = new HashMap<>();

    Frontages(List<Block> blocks, List<RoadSegment> roads, Map<Segment, Street> net) {
        this.blocks = blocks;
        blocks.forEach(block -> plots.put(block, new Plot(block, net)));
        Map<Street, Double> length = new HashMap<>();
        for (RoadSegment road : roads) {
            startM.put(road, length.merge(road.street(), road.lengthM(), Double::sum) - road.lengthM());
        }
    }

    /** A side of a segment. */
    record Side(RoadSegment road, boolean left) {

        int blockId() {
            return left ? road.left() : road.right();
        }
    }

    /**
     * The spot so far along a segment and so far to a side, if it lies inside that side's block and at least half a metre
     * from the middle of any street.
     */
    Optional<Coordinate> spot(Side side, double alongM, double asideM) {
        if (side.blockId() < 0) {
            return Optional.empty();
        }
        Coordinate[] line = side.road().line();
        double rest = alongM;
        for (int i = 0; i + 1 < line.length; i++) {
            LineSegment piece = new LineSegment(line[i], line[i + 1]);
            double length = piece.getLength();
            if (rest <= length) {
                Coordinate at = piece.pointAlongOffset(rest / length, side.left() ? asideM : -asideM);
                Coordinate rounded = Site.millimetres(at.x, at.y);
                Plot plot = plot(blocks.get(side.blockId()));
                boolean fits = plot.contains(rounded) && plot.distanceM(rounded) > 0.5;
                return fits ? Optional.of(rounded) : Optional.empty();
            }
            rest -= length;
        }
        return Optional.empty();
    }

    /** The door so far along a segment, behind the red line. */
    Optional<DoorPlate> door(Side side, double alongM) {
        RoadSegment road = side.road();
        double aside = road.street().roadClass().widthM() / 2.0 + 2;
        return spot(side, alongM, aside).map(at -> {
            int pair = (int) ((startM.getOrDefault(road, 0.0) + alongM) / PAIR_M);
            int number = 2 * pair + (side.left() ? 1 : 2);
            return new DoorPlate(road.street().name(), number, blocks.get(side.blockId()), at);
        });
    }

    private Plot plot(Block block) {
        Plot plot = plots.get(block);
        if (plot == null) {
            throw new IllegalArgumentException("block " + block.id() + " is of another district");
        }
        return plot;
    }
}

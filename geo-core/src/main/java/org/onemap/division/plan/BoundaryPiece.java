package org.onemap.division.plan;

import java.util.ArrayList;
import java.util.List;
import org.onemap.road.BlockGraph;
import org.onemap.road.RoadClass;

/**
 * A stretch of boundary between two grids, and the line it follows. Immutable.
 *
 * @param level the highest level whose parts it parts
 * @param oneGrid number of the one grid
 * @param otherGrid number of the other
 * @param segment code of the segment it runs along; empty where there is none
 * @param roadClass class of that segment
 * @param lengthM its length
 */
public record BoundaryPiece(
        int level, int oneGrid, int otherGrid, String segment, RoadClass roadClass, double lengthM) {

    /** All stretches of a plan. */
    public static List<BoundaryPiece> of(Plan plan) {
        List<BoundaryPiece> pieces = new ArrayList<>();
        for (BlockGraph.Border border : plan.problem().blocks().borders()) {
            int one = plan.part(0, border.low());
            int other = plan.part(0, border.high());
            if (one != other) {
                int level = 0;
                while (level + 1 < plan.levels()
                        && plan.part(level + 1, border.low()) != plan.part(level + 1, border.high())) {
                    level++;
                }
                for (BlockGraph.Piece piece : border.pieces()) {
                    pieces.add(
                            new BoundaryPiece(level, one, other, piece.segment(), piece.roadClass(), piece.lengthM()));
                }
            }
        }
        return pieces;
    }
}

package org.onemap.division.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.onemap.division.partition.NestedPartition.Search;
import org.onemap.division.partition.Starts;
import org.onemap.road.BlockGraph;
import org.onemap.road.RoadClass;
import org.onemap.road.StreetBlock;

/** A town of square blocks of 100 m, with a river after a column and main roads after every fourth row. */
final class Squares {

    static final int SIDE_M = 100;
    static final Search SEARCH = new Search(new Starts(1, 1, 1), () -> {});

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final int width;
    private final int height;
    private final int river;

    /** @param river the column after which the river flows; −1 for none */
    Squares(int width, int height, int river) {
        this.width = width;
        this.height = height;
        this.river = river;
    }

    int block(int column, int row) {
        return row * width + column;
    }

    int column(int block) {
        return block % width;
    }

    int size() {
        return width * height;
    }

    BlockGraph graph() {
        List<StreetBlock> blocks = new ArrayList<>();
        for (int b = 0; b < size(); b++) {
            blocks.add(new StreetBlock("410172Q%05d".formatted(b), square(b), SIDE_M * SIDE_M, 4 * SIDE_M, List.of()));
        }
        BlockGraph.Builder builder = BlockGraph.builder(blocks);
        for (int b = 0; b < size(); b++) {
            if (column(b) + 1 < width) {
                RoadClass along = column(b) == river ? RoadClass.RIVER : RoadClass.LOCAL;
                builder.between(b, b + 1, new BlockGraph.Piece("S" + column(b), along, SIDE_M));
            }
            if (b + width < size()) {
                RoadClass along = b / width % 4 == 3 ? RoadClass.ARTERIAL : RoadClass.LOCAL;
                builder.between(b, b + width, new BlockGraph.Piece("R" + b / width, along, SIDE_M));
            }
            builder.outside(b, SIDE_M * (double) (sides(b)));
        }
        return builder.build();
    }

    private int sides(int b) {
        int row = b / width;
        return (column(b) == 0 ? 1 : 0)
                + (column(b) == width - 1 ? 1 : 0)
                + (row == 0 ? 1 : 0)
                + (row == height - 1 ? 1 : 0);
    }

    private Polygon square(int b) {
        double x = 113.5 + column(b) * 0.001;
        double y = 34.8 - b / width * 0.001;
        return FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + 0.001, y),
            new Coordinate(x + 0.001, y + 0.001),
            new Coordinate(x, y + 0.001),
            new Coordinate(x, y)
        });
    }

    /** Households between 20 and 120 in every block. */
    PlanLoads households(long seed) {
        Random random = new Random(seed);
        double[] values = new double[size()];
        Arrays.setAll(values, b -> 20 + random.nextInt(100));
        return loads(values);
    }

    static PlanLoads loads(double[] values) {
        return new PlanLoads(Map.of("households", values), Map.of("households", 1.0));
    }
}

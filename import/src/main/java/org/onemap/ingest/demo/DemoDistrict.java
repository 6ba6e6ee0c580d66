package org.onemap.ingest.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Polygon;

/**
 * A synthetic district in memory, made from a seed: roads, divisions, buildings, parts, addresses, people. The same seed
 * gives the same district. Coordinates are metres in EPSG:4547, easting first. Immutable.
 */
public final class DemoDistrict {

    private final List<RoadSegment> roads;
    private final List<Block> blocks;

    private final DivisionTree divisions;

    private DemoDistrict(List<RoadSegment> roads, List<Block> blocks, DivisionTree divisions) {
        this.divisions = divisions;
        this.roads = List.copyOf(roads);
        this.blocks = List.copyOf(blocks);
    }

    /** Makes the district of this seed; takes a few seconds. */
    public static DemoDistrict generate(long seed) {
        Map<Segment, Street> net = new HashMap<>(MainRoads.draw(stage(seed, 1)));
        List<Polygon> faces = SuperBlocks.faces(net);
        List<Polygon> superBlocks = new Outline(faces, stage(seed, 2)).choose();
        List<Block> blocks = new BlockPlan(stage(seed, 3)).cut(superBlocks, net);
        List<RoadSegment> roads = new StreetNet(net, blocks).segments();
        int[] residents = blocks.stream()
                .mapToInt(b ->
                        b.landUse().isHome() ? (int) Math.min(2500, b.polygon().getArea() / 40) : 20)
                .toArray();
        BlockGraph graph = new BlockGraph(blocks, roads, residents);
        DivisionTree divisions = DivisionTree.plan(blocks, graph, stage(seed, 5));
        return new DemoDistrict(roads, blocks, divisions);
    }

    /** Each stage draws from a generator of its own: a change in one leaves the others' draws alone. */
    private static RandomGenerator stage(long seed, int stage) {
        return new SplittableRandom(seed * 1_000_003 + stage);
    }

    List<RoadSegment> roads() {
        return roads;
    }

    DivisionTree divisions() {
        return divisions;
    }

    List<Block> blocks() {
        return blocks;
    }
}

package org.onemap.ingest.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A synthetic district in memory, made from a seed: roads, divisions, buildings, parts, addresses, people. The same seed
 * gives the same district. Coordinates are metres in EPSG:4547, easting first. Immutable.
 */
public final class DemoDistrict {

    private final List<RoadSegment> roads;
    private final Population population;
    private final DivisionTree divisions;
    private final Map<Block, Division> gridOf = new HashMap<>();
    private final Map<Block, Compound> compounds;
    private final List<Address> addresses;
    private final List<Part> parts;
    private final List<Assignment> assignments;

    /** Blocks, what stands on them and who lives there; residents go by the position of the building. */
    record Population(List<Block> blocks, List<Building> buildings, Residents residents) {}

    private DemoDistrict(long seed, Map<Segment, Street> net) {
        List<Block> blocks =
                new BlockPlan(stage(seed, 3)).cut(new Outline(SuperBlocks.faces(net), stage(seed, 2)).choose(), net);
        roads = List.copyOf(new StreetNet(net, blocks).segments());
        List<Building> buildings = new BuildingLayout(stage(seed, 4), net).build(blocks);
        Residents residents = Residents.moveIn(buildings, blocks.size(), stage(seed, 5));
        population = new Population(List.copyOf(blocks), List.copyOf(buildings), residents);
        BlockGraph graph = new BlockGraph(blocks, roads, residents.ofBlocks(buildings, blocks.size()));
        divisions = DivisionTree.plan(blocks, graph, stage(seed, 6));
        for (Division grid : divisions.grids()) {
            grid.blocks().forEach(id -> gridOf.put(blocks.get(id), grid));
        }
        Frontages frontages = new Frontages(blocks, roads, net);
        compounds = new Compounds(stage(seed, 7)).settle(blocks, roads, frontages);
        List<DoorPlate> doors = Addresses.doors(blocks, roads, frontages);
        addresses =
                new Addresses(stage(seed, 8), block -> grid(block).officeCode()).collect(buildings, compounds, doors);
        parts = new Parts(stage(seed, 9), blocks, frontages).place(roads, buildings, compounds);
        assignments = new Assignments(stage(seed, 10)).invent(divisions);
    }

    /** Makes the district of this seed; takes a few seconds. */
    public static DemoDistrict generate(long seed) {
        return new DemoDistrict(seed, MainRoads.draw(stage(seed, 1)));
    }

    /** Each stage draws from a generator of its own: a change in one leaves the others' draws alone. */
    private static RandomGenerator stage(long seed, int stage) {
        return new SplittableRandom(seed * 1_000_003 + stage);
    }

    List<RoadSegment> roads() {
        return roads;
    }

    Population population() {
        return population;
    }

    DivisionTree divisions() {
        return divisions;
    }

    /** The grid that a block belongs to. */
    Division grid(Block block) {
        Division grid = gridOf.get(block);
        if (grid == null) {
            throw new IllegalArgumentException("block " + block.id() + " is of another district");
        }
        return grid;
    }

    Map<Block, Compound> compounds() {
        return compounds;
    }

    List<Address> addresses() {
        return addresses;
    }

    List<Part> parts() {
        return parts;
    }

    List<Assignment> assignments() {
        return assignments;
    }
}

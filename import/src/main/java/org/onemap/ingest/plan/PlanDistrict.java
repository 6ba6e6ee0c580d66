package org.onemap.ingest.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.crs.GaussKruger;
import org.onemap.division.plan.BlockGroups;
import org.onemap.division.plan.PlanLoads;
import org.onemap.feature.Feature;
import org.onemap.road.BlockGraph;
import org.onemap.road.RoadClass;
import org.onemap.road.RoadLayers;
import org.onemap.road.StoredNet;
import org.onemap.road.StreetBlock;

/** Blocks, loads and what is to be kept, as a store has them. Immutable. */
final class PlanDistrict {

    /** Compounds below this may be split. */
    private static final double LEAST_COMPOUND_M2 = 10_000;

    /** A block that holds less than this share of a compound does not belong to it. */
    private static final double LEAST_SHARE = 0.02;

    private final BlockGraph graph;
    private final PlanLoads loads;
    private final BlockGroups wanted;
    private final WholeObjects objects;
    private final long outside;

    private PlanDistrict(BlockGraph graph, PlanLoads loads, BlockGroups wanted, WholeObjects objects, long outside) {
        this.graph = graph;
        this.loads = loads;
        this.wanted = wanted;
        this.objects = objects;
        this.outside = outside;
    }

    /**
     * Which blocks belong together.
     *
     * @param groups what the planner keeps together
     * @param divided buildings and compounds that are not kept whole, a sentence each
     */
    record Grouping(BlockGroups groups, List<String> divided) {}

    /**
     * Reads it.
     *
     * @throws InvalidInput if there are no blocks, no loads of that name, or a layer that is named is not there
     */
    static PlanDistrict read(LayerRows rows, PlanSources sources) {
        BlockGraph graph = graph(rows);
        PlacedBlocks blocks = new PlacedBlocks(
                graph.blocks().stream().map(StreetBlock::polygon).toList());
        LoadCount count = new LoadCount(rows, blocks, graph.blocks().size());
        sources.cases().ifPresent(layer -> require(rows, layer));
        Map<String, double[]> figures = count.figures(sources.cases());
        if (figures.isEmpty()) {
            throw new InvalidInput(
                    "the store has no layer to count loads from; import building, part or address first");
        }
        BlockGroups wanted = new BlockGroups(
                compounds(rows, sources.compounds(), graph, blocks),
                smallGrids(rows, sources.smallGrids(), graph),
                pinned(sources.pinned(), graph));
        return new PlanDistrict(
                graph,
                new PlanLoads(figures, sources.weights()),
                wanted,
                WholeObjects.find(rows, graph, sources.whole()),
                count.outside());
    }

    private static void require(LayerRows rows, String layer) {
        if (rows.layer(layer).isEmpty()) {
            throw new InvalidInput("the store has no layer " + layer);
        }
    }

    private static BlockGraph graph(LayerRows rows) {
        if (rows.layer(RoadLayers.BLOCK.name()).isEmpty()) {
            throw new InvalidInput(
                    "the store has no street blocks yet; build them first: onemap roads build --store …");
        }
        StoredNet net = new StoredNet();
        rows.layer(RoadLayers.SEGMENT.name()).ifPresent(layer -> rows.each(layer.name(), net::addSegment));
        rows.each(RoadLayers.BLOCK.name(), net::addBlock);
        return net.graph();
    }

    private static List<Set<Integer>> compounds(
            LayerRows rows, Optional<String> layer, BlockGraph graph, PlacedBlocks blocks) {
        List<Set<Integer>> compounds = new ArrayList<>();
        layer.ifPresent(name -> {
            require(rows, name);
            rows.each(name, feature -> feature.geometry()
                    .filter(g -> g.getDimension() == 2 && areaM2(g) > LEAST_COMPOUND_M2)
                    .ifPresent(g -> {
                        Set<Integer> within = blocksOf(g, graph, blocks);
                        if (within.size() > 1) {
                            compounds.add(within);
                        }
                    }));
        });
        return compounds;
    }

    private static double areaM2(Geometry lonLat) {
        return GaussKruger.fitting(lonLat).project(lonLat).getArea();
    }

    private static Set<Integer> blocksOf(Geometry compound, BlockGraph graph, PlacedBlocks blocks) {
        Set<Integer> within = new HashSet<>();
        for (int block : blocks.near(compound.getEnvelopeInternal())) {
            Geometry common = graph.blocks().get(block).polygon().intersection(compound);
            if (common.getArea() > LEAST_SHARE * compound.getArea()) {
                within.add(block);
            }
        }
        return within;
    }

    private static List<Integer> smallGrids(LayerRows rows, Optional<String> layer, BlockGraph graph) {
        if (layer.isEmpty()) {
            return List.of();
        }
        require(rows, layer.get());
        List<Feature> grids = rows.list(layer.get()).stream()
                .filter(feature -> feature.geometry().isPresent())
                .toList();
        PlacedBlocks placed = new PlacedBlocks(
                grids.stream().map(feature -> feature.geometry().orElseThrow()).toList());
        return graph.blocks().stream()
                .map(block -> placed.find(block.polygon().getInteriorPoint().getCoordinate()))
                .map(found -> found.isPresent() ? found.getAsInt() : -1)
                .toList();
    }

    private static Set<Integer> pinned(Set<String> codes, BlockGraph graph) {
        Set<Integer> pinned = new HashSet<>();
        for (String code : codes) {
            OptionalInt block = graph.find(code);
            pinned.add(block.orElseThrow(() -> new InvalidInput("there is no block " + code + " to pin")));
        }
        return pinned;
    }

    BlockGraph graph() {
        return graph;
    }

    PlanLoads loads() {
        return loads;
    }

    /**
     * The blocks that belong together: those of compounds that were named, and those of buildings and compounds that the
     * check would not see divided, as far as they are light enough and a grid may hold them.
     *
     * @param grids how many grids there will be
     * @param hard classes of roads that no grid may cross
     * @param gridOfBlock today's grid of each block; empty for a new plan
     */
    Grouping grouping(int grids, Set<RoadClass> hard, int[] gridOfBlock) {
        double[] load = loads.combined();
        WholeObjects.Choice choice = objects.choose(
                load,
                Arrays.stream(load).sum() / grids,
                border -> border.pieces().stream().noneMatch(piece -> hard.contains(piece.roadClass())),
                gridOfBlock);
        List<Set<Integer>> together = new ArrayList<>(wanted.compounds());
        together.addAll(choice.joined());
        return new Grouping(new BlockGroups(together, wanted.smallGridOfBlock(), wanted.pinned()), choice.divided());
    }

    /** How many rows of the element layers lie in no block. */
    long outside() {
        return outside;
    }
}

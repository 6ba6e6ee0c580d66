package org.onemap.ingest.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.feature.Feature;

/** Counts the loads of the blocks from the element layers. Confined to one thread. */
final class LoadCount {

    private static final Set<String> HOUSEHOLDS = Set.of("households", "户数", "总户数");
    private static final Set<String> RESIDENTS = Set.of("residents", "population", "居民数", "人口", "人口数");

    private final LayerRows rows;
    private final PlacedBlocks blocks;
    private final int size;
    private final Map<String, double[]> figures = new LinkedHashMap<>();
    private long outside;

    LoadCount(LayerRows rows, PlacedBlocks blocks, int size) {
        this.rows = rows;
        this.blocks = blocks;
        this.size = size;
    }

    /** The figures that the store has layers for: value of each block by name. */
    Map<String, double[]> figures(Optional<String> cases) {
        if (rows.layer("building").isPresent()) {
            Optional<String> households = rows.field("building", HOUSEHOLDS);
            Optional<String> residents = rows.field("building", RESIDENTS);
            households.ifPresent(field -> figures.put("households", new double[size]));
            residents.ifPresent(field -> figures.put("residents", new double[size]));
            figures.put("buildings", new double[size]);
            rows.each("building", feature -> {
                OptionalInt block = block(feature);
                households.ifPresent(field -> add("households", block, number(feature, field)));
                residents.ifPresent(field -> add("residents", block, number(feature, field)));
                add("buildings", block, 1);
            });
        }
        count("parts", "part");
        count("addresses", "address");
        cases.ifPresent(layer -> count("cases", layer));
        return figures;
    }

    private void count(String name, String layer) {
        if (rows.layer(layer).isPresent()) {
            figures.put(name, new double[size]);
            rows.each(layer, feature -> add(name, block(feature), 1));
        }
    }

    private OptionalInt block(Feature feature) {
        Optional<Coordinate> position = LayerRows.position(feature);
        OptionalInt block = position.isPresent() ? blocks.find(position.get()) : OptionalInt.empty();
        outside += block.isEmpty() ? 1 : 0;
        return block;
    }

    private void add(String name, OptionalInt block, double value) {
        double[] values = figures.get(name);
        if (values != null && block.isPresent()) {
            values[block.getAsInt()] += value;
        }
    }

    private static double number(Feature feature, String field) {
        return feature.content()
                .value(field)
                .filter(Number.class::isInstance)
                .map(value -> Math.max(0, ((Number) value).doubleValue()))
                .orElse(0.0);
    }

    /** How many rows lie in no block. */
    long outside() {
        return outside;
    }
}

package org.onemap.tile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** A tile read back. */
record DecodedTile(List<DecodedLayer> layers) {

    record DecodedLayer(String name, int extent, List<DecodedFeature> features) {}

    record DecodedFeature(long id, Map<String, Object> attributes, Geometry geometry) {}

    DecodedLayer layer(String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no layer " + name + " in " + layers));
    }

    /** One line for each layer and feature. */
    String toText() {
        return layers.stream()
                .map(layer -> layer.name() + " " + layer.extent() + "\n"
                        + layer.features().stream()
                                .map(feature -> "  " + feature.id() + " " + feature.attributes() + " "
                                        + feature.geometry() + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}

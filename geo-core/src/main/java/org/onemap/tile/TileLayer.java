package org.onemap.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.LayerRole;

/**
 * One layer of a vector tile while it is filled. Confined to one thread.
 *
 * <p>At zoom levels below {@value Generalisation#FULL_DETAIL_ZOOM} a layer of role ELEMENT or OTHER is thinned, see
 * {@link Generalisation}; divisions and overlays never lose a feature that is large enough to be seen.
 */
public final class TileLayer {

    private static final int VERSION = 2;

    private final String name;
    private final GeometryPipeline pipeline;
    private final Generalisation generalisation;
    private final List<TileFeature> features = new ArrayList<>();

    TileLayer(TileId tile, String name, LayerRole role) {
        this.name = name;
        this.generalisation = new Generalisation(tile, role);
        this.pipeline = new GeometryPipeline(tile, generalisation);
    }

    /** The layer's name. */
    public String name() {
        return name;
    }

    /** Whether nothing of what was added lies in the tile. */
    public boolean isEmpty() {
        return features.isEmpty();
    }

    /**
     * Adds a feature with all it has: {@code code}, {@code name}, {@code parent_code} and the fields of its schema,
     * without those that are empty.
     *
     * @return whether any of it lies in the tile
     */
    public boolean add(Feature feature) {
        if (feature.geometry().isEmpty()) {
            return false;
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        feature.code().ifPresent(code -> attributes.put("code", code));
        feature.name().ifPresent(text -> attributes.put("name", text));
        feature.parentCode().ifPresent(code -> attributes.put("parent_code", code));
        for (Field field : feature.content().schema().fields()) {
            feature.content().value(field.name()).ifPresent(value -> attributes.put(field.name(), value));
        }
        return add(feature.oid(), feature.geometry().get(), attributes);
    }

    /**
     * Adds a feature.
     *
     * @param oid its id in the tile; not negative
     * @param geometry in EPSG:4490, longitude first, of any type; what is invalid is mended, what cannot be is left out
     * @param attributes name → {@link String}, {@link Boolean}, {@link Long}, {@link Integer}, {@link Double} or
     *     {@link Float}; anything else is written as its text
     * @return whether any of it lies in the tile
     */
    public boolean add(long oid, Geometry geometry, Map<String, Object> attributes) {
        boolean added = false;
        for (TileGeometry part : pipeline.apply(geometry)) {
            features.add(new TileFeature(oid, part, new LinkedHashMap<>(attributes)));
            added = true;
        }
        return added;
    }

    Protobuf encode() {
        AttributeTable attributes = new AttributeTable();
        Protobuf layer = new Protobuf();
        layer.text(1, name);
        for (TileFeature feature : kept()) {
            Protobuf out = new Protobuf();
            out.varint(1, feature.oid());
            out.packed(2, attributes.tags(feature.attributes()));
            out.varint(3, feature.geometry().kind().number());
            out.packed(4, feature.geometry().commands().toCommands());
            layer.message(2, out);
        }
        attributes.write(layer);
        layer.varint(5, TileBuilder.EXTENT);
        layer.varint(15, VERSION);
        return layer;
    }

    /** All, or the largest in the order in which they were added. */
    private List<TileFeature> kept() {
        if (features.size() <= generalisation.maxFeatures()) {
            return features;
        }
        Set<TileFeature> largest = Collections.newSetFromMap(new IdentityHashMap<>());
        features.stream() // a stable sort: of equal size the first added stays
                .sorted(Comparator.comparingDouble(
                        feature -> -feature.geometry().size()))
                .limit(generalisation.maxFeatures())
                .forEach(largest::add);
        return features.stream().filter(largest::contains).toList();
    }
}

package org.onemap.geoserver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.NotFound;
import org.onemap.division.DivisionNode;
import org.onemap.division.DivisionTree;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.rights.Principal;
import org.onemap.rights.Scope;
import org.onemap.rights.VisibleDivisions;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/**
 * The rows that one office may see, as filters for GeoServer, from the same {@link VisibleDivisions} as everywhere else.
 * Divisions are filtered by their code, elements by the code of the division in which they lie. A layer whose rows name
 * no division cannot be filtered and is left out. Immutable.
 *
 * @param filters layer to CQL; layers not in it are left out
 * @param leftOut layers that cannot be filtered
 * @param box of the office, EPSG:4490, longitude first
 */
record OfficeScope(Map<String, String> filters, List<String> leftOut, Envelope box) {

    /** How many rows are looked at to see whether a layer names divisions. */
    private static final int SAMPLE = 2_000;

    /** The scope of the division of this code. @throws NotFound if there is none */
    static OfficeScope of(ReadView view, Principal reader, String office) {
        Collection<Layer> layers = view.layers(reader).list();
        DivisionTree tree = tree(view, reader, layers);
        DivisionNode root = tree.find(office)
                .orElseThrow(() -> new NotFound("no division has the code '" + office + "'; --scope takes the code of an"
                        + " office, for instance one of " + tree.levels().stream()
                                .limit(1)
                                .flatMap(level -> tree.list(level.name()).stream())
                                .limit(5)
                                .map(DivisionNode::code)
                                .toList()));
        VisibleDivisions visible =
                VisibleDivisions.of(new Scope(false, Set.of(office)), code -> children(tree, code));
        Map<String, String> filters = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.role() == LayerRole.DIVISION) {
                filters.put(layer.name(), in("code", ofLevel(tree, layer, visible)));
            } else if (layer.geometry().isSpatial() && namesDivisions(view, reader, layer)) {
                filters.put(layer.name(), in("parent_code", visible.codes()));
            } else if (layer.geometry().isSpatial()) {
                leftOut.add(layer.name());
            }
        }
        Envelope box = view.find(reader, root.level(), office, org.onemap.store.ValidTime.now())
                .flatMap(Feature::geometry)
                .map(Geometry::getEnvelopeInternal)
                .orElseGet(Envelope::new);
        return new OfficeScope(filters, leftOut, box);
    }

    private static DivisionTree tree(ReadView view, Principal reader, Collection<Layer> layers) {
        List<DivisionNode> nodes = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.role() != LayerRole.DIVISION) {
                continue;
            }
            try (FeatureCursor rows = view.query(reader, FeatureQuery.of(layer.name()))) {
                while (rows.hasNext()) {
                    Feature row = rows.next();
                    row.code().ifPresent(code -> nodes.add(
                            new DivisionNode(layer.name(), code, row.name().orElse(""), row.parentCode())));
                }
            }
        }
        return DivisionTree.of(layers, nodes);
    }

    private static List<String> children(DivisionTree tree, String code) {
        return tree.levels().stream()
                .flatMap(level -> tree.find(level.name(), code).stream())
                .flatMap(node -> tree.listChildren(node).stream())
                .map(DivisionNode::code)
                .toList();
    }

    /** Only the codes of its own level: the list stays short. */
    private static List<String> ofLevel(DivisionTree tree, Layer layer, VisibleDivisions visible) {
        return tree.list(layer.name()).stream()
                .map(DivisionNode::code)
                .filter(visible::showsDivision)
                .toList();
    }

    private static boolean namesDivisions(ReadView view, Principal reader, Layer layer) {
        try (FeatureCursor rows = view.query(reader, FeatureQuery.of(layer.name()).limit(SAMPLE))) {
            while (rows.hasNext()) {
                if (rows.next().parentCode().isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** CQL; no code at all is no row. */
    static String in(String column, Collection<String> codes) {
        if (codes.isEmpty()) {
            return "EXCLUDE";
        }
        return column + " IN ("
                + codes.stream().map(code -> "'" + code.replace("'", "''") + "'").collect(Collectors.joining(","))
                + ")";
    }
}

package org.onemap.ingest.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerCatalog;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/** Reads the rows of layers, today's. Confined to one thread. */
final class LayerRows {

    private final ReadView view;
    private final LayerCatalog catalog;

    LayerRows(ReadView view) {
        this.view = view;
        this.catalog = view.layers(Principal.anonymous());
    }

    /** The view that they are read from. */
    ReadView view() {
        return view;
    }

    Optional<Layer> layer(String name) {
        return catalog.find(name);
    }

    void each(String layer, Consumer<Feature> action) {
        try (FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
            while (cursor.hasNext()) {
                action.accept(cursor.next());
            }
        }
    }

    List<Feature> list(String layer) {
        List<Feature> list = new ArrayList<>();
        each(layer, list::add);
        return list;
    }

    /** The name of the field that is called by one of these words, by name or by title. */
    Optional<String> field(String layer, Set<String> words) {
        return catalog.find(layer).stream()
                .flatMap(one -> one.schema().fields().stream())
                .filter(field -> words.contains(field.name().toLowerCase(Locale.ROOT)) || words.contains(field.title()))
                .map(Field::name)
                .findFirst();
    }

    /** A position that stands for a geometry: of an area one inside it. */
    static Optional<Coordinate> position(Feature feature) {
        return feature.geometry()
                .filter(geometry -> !geometry.isEmpty())
                .map(geometry -> geometry.getDimension() == 2 ? geometry.getInteriorPoint() : geometry.getCentroid())
                .map(Geometry::getCoordinate);
    }
}

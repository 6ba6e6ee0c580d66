package org.onemap.ingest.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.InvalidInput;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerCatalog;
import org.onemap.rights.Principal;
import org.onemap.road.Centreline;
import org.onemap.road.CentrelineReader;
import org.onemap.road.PriorNet;
import org.onemap.road.RoadIssue;
import org.onemap.road.RoadLayers;
import org.onemap.road.StoredNet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/** What a build needs from the store. Confined to one thread. */
final class NetInput {

    /** Stands in the codes where nobody knows the county. */
    static final String PROVISIONAL = "999999";

    private final ReadView view;
    private final LayerCatalog catalog;
    private final Map<String, Integer> prefixes = new HashMap<>();
    private final List<RoadIssue> issues = new ArrayList<>();

    NetInput(ReadView view) {
        this.view = view;
        this.catalog = view.layers(Principal.anonymous());
    }

    /**
     * The centrelines of these layers.
     *
     * @throws org.onemap.NotFound if one of them is not there
     */
    List<Centreline> centrelines(List<String> layers) {
        CentrelineReader reader = new CentrelineReader();
        for (String name : layers) {
            Layer layer = catalog.get(name);
            each(name, feature -> reader.add(feature, layer));
        }
        reader.centrelines().forEach(line -> {
            notePrefix(line.naming().roadCode());
            notePrefix(line.naming().segmentCode());
        });
        issues.addAll(reader.issues());
        return reader.centrelines();
    }

    /**
     * The district as one geometry.
     *
     * @throws InvalidInput if the polygons of the layer cannot be united
     */
    Optional<Geometry> outline(Optional<String> layer) {
        List<Geometry> polygons = new ArrayList<>();
        layer.ifPresent(name -> {
            catalog.get(name);
            each(name, feature -> {
                feature.geometry().filter(shape -> shape.getDimension() == 2).ifPresent(polygons::add);
                feature.code().ifPresent(this::notePrefix);
            });
        });
        if (polygons.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OverlayNGRobust.union(polygons));
        } catch (IllegalArgumentException | TopologyException e) {
            throw new InvalidInput(
                    "the polygons of layer " + layer.orElse("") + " cannot be united to an outline: " + e.getMessage()
                            + "; mend them, or build with --outline none",
                    e);
        }
    }

    /** The net as it is, and every code that was ever given. */
    PriorNet prior() {
        StoredNet stored = new StoredNet();
        eachIfThere(RoadLayers.SEGMENT, stored::addSegment);
        eachIfThere(RoadLayers.NODE, stored::addNode);
        eachIfThere(RoadLayers.BLOCK, stored::addBlock);
        Set<String> layers = Set.of(RoadLayers.SEGMENT.name(), RoadLayers.NODE.name(), RoadLayers.BLOCK.name());
        Set<String> given = new HashSet<>();
        view.forEachChangeSince(0, entry -> {
            if (layers.contains(entry.layer()) && !entry.code().isEmpty()) {
                given.add(entry.code());
            }
        });
        return stored.prior(given);
    }

    /** The county that most codes begin with: those of the net as it is, else of roads and outline; else a provisional one. */
    String countyCode(PriorNet prior) {
        Optional<String> kept =
                prior.segments().stream().map(one -> one.code().substring(0, 6)).findFirst();
        String county = kept.or(() -> prefixes.entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey))
                .orElse(PROVISIONAL);
        if (county.equals(PROVISIONAL)) {
            issues.add(new RoadIssue(
                    RoadIssue.Severity.WARNING,
                    "no-county-code",
                    "no code of the data names the county; the codes begin with the provisional " + PROVISIONAL
                            + ": give --district with the six digits before anybody uses them",
                    "",
                    Optional.empty()));
        }
        return county;
    }

    /** What was noticed while reading. */
    List<RoadIssue> issues() {
        return List.copyOf(issues);
    }

    private void notePrefix(String code) {
        if (code.matches("[1-9][0-9]{5}.*")) {
            prefixes.merge(code.substring(0, 6), 1, Integer::sum);
        }
    }

    private void eachIfThere(Layer layer, Consumer<Feature> action) {
        if (catalog.find(layer.name()).isPresent()) {
            each(layer.name(), action);
        }
    }

    private void each(String layer, Consumer<Feature> action) {
        try (FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
            while (cursor.hasNext()) {
                action.accept(cursor.next());
            }
        }
    }
}

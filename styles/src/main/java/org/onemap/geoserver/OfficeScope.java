package org.onemap.geoserver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.onemap.NotFound;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.rights.Principal;
import org.onemap.rights.Scope;
import org.onemap.rights.VisibleDivisions;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;

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
        Divisions divisions = Divisions.read(view, reader);
        String level = divisions.levelOf(office);
        VisibleDivisions visible = VisibleDivisions.of(
                new Scope(false, Set.of(office)), code -> divisions.below().getOrDefault(code, List.of()));
        Map<String, String> filters = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Layer layer : view.layers(reader).list()) {
            if (layer.role() == LayerRole.DIVISION) {
                List<String> codes = divisions.codes().getOrDefault(layer.name(), List.of());
                filters.put(
                        layer.name(),
                        in(
                                "code",
                                codes.stream()
                                        .filter(visible::showsDivision)
                                        .sorted()
                                        .toList()));
            } else if (layer.geometry().isSpatial() && namesDivisions(view, reader, layer)) {
                filters.put(layer.name(), in("parent_code", visible.codes()));
            } else if (layer.geometry().isSpatial()) {
                leftOut.add(layer.name());
            }
        }
        Envelope box = view.find(reader, level, office, ValidTime.now())
                .flatMap(Feature::geometry)
                .map(Geometry::getEnvelopeInternal)
                .orElseGet(Envelope::new);
        return new OfficeScope(filters, leftOut, box);
    }

    /**
     * The division tree as the rows name it, without regard to levels that are not in the store.
     *
     * @param codes level to the codes in it, levels from the top
     * @param below code to the codes whose parent it is
     */
    private record Divisions(Map<String, List<String>> codes, Map<String, List<String>> below) {

        static Divisions read(ReadView view, Principal reader) {
            Map<String, List<String>> codes = new LinkedHashMap<>();
            Map<String, List<String>> below = new HashMap<>();
            for (Layer layer : view.layers(reader).list()) {
                if (layer.role() == LayerRole.DIVISION) {
                    read(view, reader, layer, codes, below);
                }
            }
            return new Divisions(codes, below);
        }

        private static void read(
                ReadView view,
                Principal reader,
                Layer layer,
                Map<String, List<String>> codes,
                Map<String, List<String>> below) {
            List<String> level = codes.computeIfAbsent(layer.name(), unused -> new ArrayList<>());
            try (FeatureCursor rows = view.query(reader, FeatureQuery.of(layer.name()))) {
                while (rows.hasNext()) {
                    Feature row = rows.next();
                    row.code().ifPresent(code -> {
                        level.add(code);
                        row.parentCode().ifPresent(parent -> below.computeIfAbsent(parent, unused -> new ArrayList<>())
                                .add(code));
                    });
                }
            }
        }

        String levelOf(String code) {
            return codes.entrySet().stream()
                    .filter(level -> level.getValue().contains(code))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new NotFound("no division has the code '" + code + "'; --scope takes the code of"
                            + " an office, for instance one of "
                            + codes.values().stream()
                                    .limit(1)
                                    .flatMap(level -> level.stream().sorted().limit(5))
                                    .toList()));
        }
    }

    private static boolean namesDivisions(ReadView view, Principal reader, Layer layer) {
        try (FeatureCursor rows =
                view.query(reader, FeatureQuery.of(layer.name()).limit(SAMPLE))) {
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
                + codes.stream()
                        .map(code -> "'" + code.replace("'", "''") + "'")
                        .collect(Collectors.joining(","))
                + ")";
    }
}

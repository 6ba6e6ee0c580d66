package org.onemap.theme;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.onemap.feature.Field;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;

/**
 * What a table has of the fields and geometries that a theme speaks of. A theme names alternatives ({@code
 * class|road_class|道路等级}); a renderer that reads tables, such as GeoServer, fails on a column that is not there. Immutable.
 *
 * @param layer the table; empty where it is not known, then every name counts as there
 */
record LayerFields(Optional<Layer> layer) {

    private static final Set<String> READABLE_SYSTEM_COLUMNS = Set.of("oid", "code", "name", "parent_code");

    /** Those of the names that the table has, as the table writes them. */
    List<String> present(List<String> names) {
        if (layer.isEmpty()) {
            return names;
        }
        return names.stream().flatMap(name -> find(name).stream()).distinct().toList();
    }

    private Optional<String> find(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (READABLE_SYSTEM_COLUMNS.contains(folded)) {
            return Optional.of(folded);
        }
        return layer.stream()
                .flatMap(known -> known.schema().fields().stream())
                .map(Field::name)
                .filter(field -> field.toLowerCase(Locale.ROOT).equals(folded))
                .findFirst();
    }

    /** The dimensions of geometries that occur: 0 points, 1 lines, 2 polygons. */
    Set<Integer> dimensions(ThemeLayer.Geometry themed) {
        Set<Integer> dimensions = new HashSet<>(ofTheme(themed));
        layer.map(known -> ofTable(known.geometry()))
                .filter(table -> dimensions.stream().anyMatch(table::contains))
                .ifPresent(dimensions::retainAll);
        return dimensions;
    }

    private static Set<Integer> ofTheme(ThemeLayer.Geometry geometry) {
        return switch (geometry) {
            case POINT -> Set.of(0);
            case LINE -> Set.of(1);
            case POLYGON -> Set.of(2);
            case ANY -> Set.of(0, 1, 2);
        };
    }

    private static Set<Integer> ofTable(GeometryKind geometry) {
        return switch (geometry) {
            case POINT, MULTIPOINT -> Set.of(0);
            case LINE -> Set.of(1);
            case POLYGON -> Set.of(2);
            case ANY -> Set.of(0, 1, 2);
            case NONE -> Set.of();
        };
    }
}

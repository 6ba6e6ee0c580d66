package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.feature.FieldNames;

/**
 * Premises by their names: a building's code or name, a compound (all of its buildings), an address's code or text (the
 * building that it names, else the one in which it lies). Confined to one thread.
 */
final class Premises {

    private static final FieldNames BUILDING = FieldNames.of("建筑编码", "building_code", "building");

    private static final FieldNames ADDRESS = FieldNames.of("建筑地址", "地址", "address");

    private final Map<String, Content> buildings = new TreeMap<>();
    private final Map<String, List<String>> byName = new LinkedHashMap<>();
    private final STRtree tree = new STRtree();

    Premises(StoreReading reading) {
        reading.forEach("building", this::addBuilding);
        tree.build();
        reading.forEach("address", this::addAddress);
    }

    private void addBuilding(Content row) {
        Optional<Geometry> shape = row.geometry().filter(area -> area.getDimension() == 2 && !area.isEmpty());
        if (row.code().isEmpty() || shape.isEmpty()) {
            return;
        }
        String code = row.code().get();
        buildings.put(code, row);
        row.name().ifPresent(name -> name(name, code));
        String address = ADDRESS.text(row);
        if (!address.isEmpty()) {
            name(address, code);
        }
        String compound = FieldNames.COMPOUND.text(row);
        if (!compound.isEmpty() && !row.name().equals(Optional.of(compound))) {
            name(compound, code);
        }
        tree.insert(shape.get().getEnvelopeInternal(), row);
    }

    private void addAddress(Content row) {
        String building = BUILDING.text(row);
        Optional<String> code = buildings.containsKey(building) ? Optional.of(building) : at(row);
        code.ifPresent(found -> {
            row.code().ifPresent(own -> name(own, found));
            row.name().ifPresent(text -> name(text, found));
        });
    }

    private Optional<String> at(Content address) {
        Optional<Geometry> shape = address.geometry().filter(point -> !point.isEmpty());
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        Coordinate place = shape.get().getCoordinate();
        List<String> covering = new ArrayList<>();
        for (Object item : tree.query(shape.get().getEnvelopeInternal())) {
            Content building = (Content) item;
            if (SimplePointInAreaLocator.locate(place, building.geometry().orElseThrow()) != Location.EXTERIOR) {
                covering.add(building.code().orElseThrow());
            }
        }
        return covering.stream().sorted().findFirst();
    }

    private void name(String name, String code) {
        byName.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(code);
    }

    /**
     * The codes of the buildings that premises consist of, ascending.
     *
     * @throws InvalidInput naming those that no building stands for
     */
    List<String> buildings(Collection<String> premises) {
        List<String> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String one : premises) {
            if (buildings.containsKey(one)) {
                found.add(one);
            } else if (byName.containsKey(one)) {
                found.addAll(byName.get(one));
            } else {
                unknown.add(one);
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidInput(
                    "no building with an outline is coded or called, lies in a compound called, or has the"
                            + " address " + String.join(", ", unknown)
                            + "; look at the collections 'building' and 'address', or"
                            + " draw the area with --area");
        }
        return found.stream().distinct().sorted().toList();
    }

    /** The ground of buildings. */
    Geometry area(Collection<String> codes) {
        return OverlayNGRobust.union(codes.stream()
                .flatMap(code -> Optional.ofNullable(buildings.get(code)).stream())
                .flatMap(row -> row.geometry().stream())
                .toList());
    }
}

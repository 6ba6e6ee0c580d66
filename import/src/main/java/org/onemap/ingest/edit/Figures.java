package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.Distances;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;

/** Counts anew what lies in a division whose area changed. Confined to one thread. */
final class Figures {

    private static final List<String> RESIDENTS = List.of("居民数", "residents");
    private static final List<String> HOUSEHOLDS = List.of("户数", "households");
    private static final List<String> BUILDINGS = List.of("建筑数", "buildings");
    private static final List<String> PARTS = List.of("部件数", "parts");
    private static final List<String> AREA = List.of("面积", "area");

    private final STRtree tree = new STRtree();

    Figures(StoreReading reading) {
        reading.forEach(
                "building",
                row -> add(
                        row,
                        new Amounts(
                                StoreReading.number(row, RESIDENTS).orElse(0.0),
                                StoreReading.number(row, HOUSEHOLDS).orElse(0.0),
                                1,
                                0)));
        reading.forEach("part", row -> add(row, new Amounts(0, 0, 0, 1)));
        tree.build();
    }

    private record Amounts(double residents, double households, double buildings, double parts) {}

    private record Item(Coordinate at, Amounts amounts) {}

    private void add(Content row, Amounts amounts) {
        row.geometry().filter(shape -> !shape.isEmpty()).ifPresent(shape -> {
            Coordinate at = shape.getInteriorPoint().getCoordinate();
            tree.insert(new Envelope(at), new Item(at, amounts));
        });
    }

    /** The row with its figures counted anew, where it has such fields. */
    Content count(Content row) {
        Geometry area = row.geometry().orElseThrow();
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        double[] sums = new double[4];
        List<Item> found = new ArrayList<>();
        tree.query(area.getEnvelopeInternal(), item -> found.add((Item) item));
        for (Item item : found) {
            if (inside.locate(item.at) != Location.EXTERIOR) {
                sums[0] += item.amounts.residents;
                sums[1] += item.amounts.households;
                sums[2] += item.amounts.buildings;
                sums[3] += item.amounts.parts;
            }
        }
        Map<List<String>, Double> figures = new HashMap<>();
        figures.put(RESIDENTS, sums[0]);
        figures.put(HOUSEHOLDS, sums[1]);
        figures.put(BUILDINGS, sums[2]);
        figures.put(PARTS, sums[3]);
        figures.put(AREA, Math.round(Distances.areaM2(area) * 10) / 10.0);
        Content.Builder counted = row.toBuilder();
        figures.forEach((names, figure) -> names.forEach(name -> set(counted, row, name, figure)));
        return counted.build();
    }

    private static void set(Content.Builder counted, Content row, String name, double figure) {
        OptionalInt position = row.schema().findPosition(name);
        if (position.isPresent()) {
            Field field = row.schema().fields().get(position.getAsInt());
            if (field.type() == FieldType.INTEGER) {
                counted.value(position.getAsInt(), Math.round(figure));
            } else if (field.type() == FieldType.REAL) {
                counted.value(position.getAsInt(), figure);
            } else if (field.type() == FieldType.TEXT) {
                counted.value(position.getAsInt(), Long.toString(Math.round(figure)));
            }
        }
    }
}

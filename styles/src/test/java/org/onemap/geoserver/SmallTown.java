package org.onemap.geoserver;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/**
 * Two offices with a grid each, buildings in them, a road that names no division, an address table without rows and a
 * table without geometry, in a real GeoPackage.
 *
 * <pre>
 *  34.82 +-----+-----+
 *        | O1  | O2  |   grids G1, G2 fill the offices
 *  34.80 +-----+-----+
 *     113.54 113.56 113.58
 * </pre>
 */
final class SmallTown {

    private static final Schema USE = Schema.of(List.of(Field.of("用途", FieldType.TEXT)));
    private static final String WEST = "POLYGON((113.54 34.8,113.56 34.8,113.56 34.82,113.54 34.82,113.54 34.8))";
    private static final String EAST = "POLYGON((113.56 34.8,113.58 34.8,113.58 34.82,113.56 34.82,113.56 34.8))";

    private SmallTown() {}

    static Path file(Path folder) {
        return folder.resolve("town.gpkg");
    }

    static Store create(Path folder) {
        Store store = Stores.openOrCreate(StoreLocation.parse(file(folder).toString()));
        fill(store);
        return store;
    }

    /** Brings the town into an empty store. */
    static void fill(Store store) {
        try (ChangeSetWriter writer = begin(store)) {
            load(writer, "office", List.of(row("O1", "", WEST), row("O2", "", EAST)));
            load(writer, "grid", List.of(row("G1", "O1", WEST), row("G2", "O2", EAST)));
            writer.load(building(), Mode.REPLACE);
            writer.put(house("B1", "G1", 113.55, "住宅"));
            writer.put(house("B2", "G2", 113.57, "学校"));
            writer.finishLayer();
            load(writer, "road", List.of(row("R1", "", "LINESTRING(113.54 34.81,113.58 34.81)")));
            load(writer, "address", List.of());
            load(writer, "assignment", List.of());
            writer.commit();
        }
    }

    /** Puts a house a few metres long somewhere. */
    static void build(Store store, String code, String parent, double lonDeg) {
        try (ChangeSetWriter writer = begin(store)) {
            writer.load(building(), Mode.UPSERT);
            writer.put(house(code, parent, lonDeg, "住宅"));
            writer.finishLayer();
            writer.commit();
        }
    }

    /** Adds a table of its own name. */
    static void addLayer(Store store, String name, String title) {
        try (ChangeSetWriter writer = begin(store)) {
            writer.load(Layer.builder(name).title(title).build(), Mode.REPLACE);
            writer.put(row("X1", "", "POINT(113.55 34.81)"));
            writer.finishLayer();
            writer.commit();
        }
    }

    private static Layer building() {
        return StandardLayers.find("building").orElseThrow().toBuilder()
                .schema(USE)
                .build();
    }

    private static ChangeSetWriter begin(Store store) {
        return store.begin(
                new ChangeSetRequest(ChangeSet.Kind.IMPORT, "test", Effective.from(LocalDate.of(2024, 1, 1)), ""));
    }

    private static void load(ChangeSetWriter writer, String layer, List<Content> rows) {
        writer.load(StandardLayers.find(layer).orElseThrow(), Mode.REPLACE);
        rows.forEach(writer::put);
        writer.finishLayer();
    }

    private static Content house(String code, String parent, double lonDeg, String use) {
        String wkt = "POLYGON((%1$s 34.805,%2$s 34.805,%2$s 34.8052,%1$s 34.8052,%1$s 34.805))"
                .formatted(lonDeg, lonDeg + 0.0002);
        return content(USE, code, parent, wkt).value(0, use).build();
    }

    private static Content row(String code, String parent, String wkt) {
        return content(Schema.empty(), code, parent, wkt).build();
    }

    private static Content.Builder content(Schema schema, String code, String parent, String wkt) {
        try {
            Content.Builder content = Content.builder(schema).code(code).name("名" + code);
            content.geometry(new WKTReader().read(wkt));
            return parent.isEmpty() ? content : content.parentCode(parent);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}

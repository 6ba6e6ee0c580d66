package org.onemap.store.geopackage;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.Store;

/** Layers of each geometry kind with numbered rows, some without geometry, some with an empty one. */
final class Samples {

    private static final Schema SCHEMA =
            Schema.of(List.of(Field.of("名称", FieldType.TEXT), Field.of("floors", FieldType.INTEGER)));

    private Samples() {}

    static Layer layer(GeometryKind kind) {
        return Layer.builder(kind.name().toLowerCase(Locale.ROOT))
                .geometry(kind)
                .role(LayerRole.OTHER)
                .schema(SCHEMA)
                .build();
    }

    static ChangeSetWriter begin(Store store) {
        return store.begin(new ChangeSetRequest(ChangeSet.Kind.IMPORT, "tester", Effective.today(), ""));
    }

    /** Loads the rows of these numbers; those that two loads have in common differ in every third row. */
    static void load(Store store, Layer layer, Mode mode, int from, int to) {
        try (ChangeSetWriter writer = begin(store)) {
            writer.load(layer, mode);
            for (int i = from; i < to; i++) {
                writer.put(Content.builder(SCHEMA)
                        .code("C" + i)
                        .value(0, "第" + i + "号")
                        .value(1, i % 3 == 0 ? (long) from : 1L)
                        .geometry(geometry(layer.geometry(), i))
                        .build());
            }
            writer.finishLayer();
            writer.commit();
        }
    }

    private static Geometry geometry(GeometryKind kind, int i) {
        double x = 113 + i * 7919 % 1000 / 997.0;
        double y = 34 + i * 104729 % 1000 / 991.0;
        return switch (i % 50 == 49 ? GeometryKind.NONE : kind) {
            case NONE -> null;
            case POINT -> read(i % 50 == 7 ? "POINT EMPTY" : "POINT(" + x + " " + y + ")");
            case MULTIPOINT -> read("MULTIPOINT M((" + x + " " + y + " 5), (" + (x + 0.1) + " " + y + " 6))");
            case LINE -> read("LINESTRING Z(" + x + " " + y + " 1, " + (x + 0.01) + " " + (y - 0.01) + " 2)");
            case POLYGON ->
                read("POLYGON((" + x + " " + y + ", " + (x + 0.01) + " " + y + ", " + x + " " + (y + 0.01) + ", " + x
                        + " " + y + "))");
            case ANY -> read("POINT ZM(" + x + " " + y + " 3 4)");
        };
    }

    private static Geometry read(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}

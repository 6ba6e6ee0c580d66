package org.onemap.tile;

import static org.onemap.tile.WireReader.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.tile.DecodedTile.DecodedFeature;
import org.onemap.tile.DecodedTile.DecodedLayer;

/** A strict reader of Mapbox Vector Tiles 2.1, for tests: whatever the specification forbids is refused. */
final class TileDecoder {

    private TileDecoder() {}

    /** @throws IllegalArgumentException if the tile is not valid by version 2 */
    static DecodedTile decode(byte[] tile) {
        WireReader in = new WireReader(tile);
        List<DecodedLayer> layers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (in.hasNext()) {
            int field = in.nextField();
            check(field == 3, "a tile has no field " + field);
            DecodedLayer layer = new LayerReader(in.block()).read();
            check(names.add(layer.name()), "two layers named " + layer.name());
            layers.add(layer);
        }
        return new DecodedTile(layers);
    }

    private static final class LayerReader {

        private final WireReader in;
        private final List<byte[]> features = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private String name = "";
        private long extent = 4096;
        private long version;

        private LayerReader(byte[] layer) {
            in = new WireReader(layer);
        }

        private DecodedLayer read() {
            while (in.hasNext()) {
                int field = in.nextField();
                switch (field) {
                    case 1 -> name = in.text();
                    case 2 -> features.add(in.block());
                    case 3 -> keys.add(in.text());
                    case 4 -> values.add(value(in.block()));
                    case 5 -> extent = in.varint();
                    case 15 -> version = in.varint();
                    default -> throw new IllegalArgumentException("a layer has no field " + field);
                }
            }
            check(!name.isEmpty(), "no name");
            check(version == 2, "version " + version);
            List<DecodedFeature> decoded = new ArrayList<>();
            features.forEach(feature -> decoded.add(feature(feature)));
            return new DecodedLayer(name, (int) extent, decoded);
        }

        private static Object value(byte[] value) {
            WireReader in = new WireReader(value);
            check(in.hasNext(), "empty value");
            int field = in.nextField();
            Object read =
                    switch (field) {
                        case 1 -> in.text();
                        case 2 -> in.fixed32();
                        case 3 -> in.fixed64();
                        case 4, 5 -> in.varint();
                        case 6 -> unZigZag(in.varint());
                        case 7 -> in.varint() != 0;
                        default -> throw new IllegalArgumentException("a value has no field " + field);
                    };
            check(!in.hasNext(), "two values in one");
            return read;
        }

        private DecodedFeature feature(byte[] feature) {
            WireReader in = new WireReader(feature);
            long id = -1;
            int[] tags = {};
            long type = -1;
            int[] geometry = null;
            while (in.hasNext()) {
                int field = in.nextField();
                switch (field) {
                    case 1 -> id = in.varint();
                    case 2 -> tags = in.packed();
                    case 3 -> type = in.varint();
                    case 4 -> {
                        check(geometry == null, "two geometries");
                        geometry = in.packed();
                    }
                    default -> throw new IllegalArgumentException("a feature has no field " + field);
                }
            }
            check(type >= 0 && type <= 3, "geometry type " + type);
            check(geometry != null, "no geometry");
            Geometry shape = type == 0
                    ? new GeometryFactory().createGeometryCollection()
                    : new CommandReader(geometry).read((int) type);
            return new DecodedFeature(id, attributes(tags), shape);
        }

        private Map<String, Object> attributes(int[] tags) {
            check(tags.length % 2 == 0, "a key without value");
            Map<String, Object> attributes = new LinkedHashMap<>();
            for (int i = 0; i < tags.length; i += 2) {
                check(tags[i] >= 0 && tags[i] < keys.size(), "no key " + tags[i]);
                check(tags[i + 1] >= 0 && tags[i + 1] < values.size(), "no value " + tags[i + 1]);
                attributes.put(keys.get(tags[i]), values.get(tags[i + 1]));
            }
            return attributes;
        }
    }

    static long unZigZag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}

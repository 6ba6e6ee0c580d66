package org.onemap.ingest.read.shapefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code .shp} and {@code .shx} byte by byte, wrong ones too. */
final class ShapefileBytes {

    private final int headerType;
    private final List<byte[]> contents = new ArrayList<>();

    ShapefileBytes(int headerType) {
        this.headerType = headerType;
    }

    /** A record with this content. */
    ShapefileBytes record(byte[] content) {
        contents.add(content);
        return this;
    }

    /** A null shape. */
    ShapefileBytes nullShape() {
        return record(little(4).putInt(0).array());
    }

    /** A point. */
    ShapefileBytes point(double x, double y) {
        return record(little(20).putInt(1).putDouble(x).putDouble(y).array());
    }

    /** A record of parts: {@code "0 0,1 1;2 2,3 3"}. */
    ShapefileBytes parts(int type, String parts) {
        return record(partsContent(type, parts, null, null));
    }

    /** The content of a record of parts with z and m where they are given. */
    static byte[] partsContent(int type, String parts, double[] z, double[] m) {
        String[] rings = parts.isEmpty() ? new String[0] : parts.split(";");
        int points = 0;
        for (String ring : rings) {
            points += ring.split(",").length;
        }
        int more = (z == null ? 0 : 16 + 8 * points) + (m == null ? 0 : 16 + 8 * points);
        ByteBuffer content = little(44 + 4 * rings.length + 16 * points + more);
        content.putInt(type).position(36);
        content.putInt(rings.length).putInt(points);
        int from = 0;
        for (String ring : rings) {
            content.putInt(from);
            from += ring.split(",").length;
        }
        for (String ring : rings) {
            for (String vertex : ring.split(",")) {
                String[] xy = vertex.strip().split(" ");
                content.putDouble(Double.parseDouble(xy[0])).putDouble(Double.parseDouble(xy[1]));
            }
        }
        block(content, z);
        block(content, m);
        return content.array();
    }

    private static void block(ByteBuffer content, double[] values) {
        if (values != null) {
            content.putDouble(0).putDouble(0);
            for (double value : values) {
                content.putDouble(value);
            }
        }
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] header(int type, int bytes) {
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(0, 9994).putInt(24, bytes / 2);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        return header.array();
    }

    byte[] shp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length =
                100 + contents.stream().mapToInt(content -> content.length + 8).sum();
        out.writeBytes(header(headerType, length));
        for (int i = 0; i < contents.size(); i++) {
            byte[] content = contents.get(i);
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(i + 1)
                    .putInt(content.length / 2)
                    .array());
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    byte[] shx() {
        ByteBuffer index = ByteBuffer.allocate(100 + 8 * contents.size());
        index.put(header(headerType, index.capacity()));
        int at = 100;
        for (byte[] content : contents) {
            index.putInt(at / 2).putInt(content.length / 2);
            at += content.length + 8;
        }
        return index.array();
    }

    /** Writes both files. */
    Path write(Path folder, String name) {
        write(folder.resolve(name + ".shx"), shx());
        return write(folder.resolve(name + ".shp"), shp());
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

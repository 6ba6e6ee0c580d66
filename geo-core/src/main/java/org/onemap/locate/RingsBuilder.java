package org.onemap.locate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.onemap.InvalidInput;

/** Lays outlines down as {@link Rings}. Confined to one thread. */
final class RingsBuilder {

    private final Counts counts = new Counts();
    private final IntBuffer parts;
    private final IntBuffer rings;
    private final IntBuffer vertices;
    private final IntBuffer blocks;
    private final FloatBuffer boxes;
    private final DoubleBuffer[] xy;
    private long written;

    private RingsBuilder(List<Outline> outlines, int divisions) {
        outlines.forEach(counts::add);
        this.parts = ints(divisions + 1);
        this.rings = ints(counts.parts + 1);
        this.vertices = ints(counts.rings + 1);
        this.blocks = ints(counts.rings + 1);
        this.boxes = direct(4L * Float.BYTES * counts.blocks).asFloatBuffer();
        this.xy = doubles(2 * counts.vertices);
    }

    /**
     * Takes outlines in ascending code; those of the same code become one division.
     *
     * @throws InvalidInput if there are more vertices than can be numbered
     */
    static Rings build(List<Outline> outlines, int divisions) {
        RingsBuilder builder = new RingsBuilder(outlines, divisions);
        String code = "";
        boolean first = true;
        for (int i = 0; i < outlines.size(); i++) {
            Outline outline = outlines.get(i);
            if (first || !outline.code().equals(code)) {
                builder.parts.put(builder.rings.position());
                code = outline.code();
                first = false;
            }
            builder.add(outline);
        }
        return builder.finish();
    }

    private void add(Outline outline) {
        double[] coordinates = outline.coordinates();
        int from = 0;
        for (int ring = 0; ring < outline.ringCount(); ring++) {
            if (outline.isShell(ring)) {
                rings.put(vertices.position());
            }
            vertices.put((int) (written / 2));
            blocks.put(boxes.position() / 4);
            int to = from + 2 * outline.vertices(ring);
            addBoxes(coordinates, from, to);
            write(coordinates, from, to);
            from = to;
        }
    }

    private void addBoxes(double[] coordinates, int from, int to) {
        for (int first = from; first < to - 2; first += 2 * Rings.BLOCK) {
            double west = Double.POSITIVE_INFINITY;
            double south = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            double north = Double.NEGATIVE_INFINITY;
            for (int i = first; i <= Math.min(first + 2 * Rings.BLOCK, to - 2); i += 2) {
                west = Math.min(west, coordinates[i]);
                east = Math.max(east, coordinates[i]);
                south = Math.min(south, coordinates[i + 1]);
                north = Math.max(north, coordinates[i + 1]);
            }
            boxes.put(down(west)).put(down(south)).put(up(east)).put(up(north));
        }
    }

    private static float down(double value) {
        float rounded = (float) value;
        return rounded > value ? Math.nextDown(rounded) : rounded;
    }

    private static float up(double value) {
        float rounded = (float) value;
        return rounded < value ? Math.nextUp(rounded) : rounded;
    }

    private void write(double[] coordinates, int from, int to) {
        int at = from;
        while (at < to) {
            DoubleBuffer buffer = xy[(int) (written >>> Rings.BUFFER_SHIFT)];
            int step = Math.min(to - at, buffer.remaining());
            buffer.put(coordinates, at, step);
            at += step;
            written += step;
        }
    }

    private Rings finish() {
        parts.put(rings.position());
        rings.put(vertices.position());
        vertices.put((int) (written / 2));
        blocks.put(boxes.position() / 4);
        DoubleBuffer[] readOnly = new DoubleBuffer[xy.length];
        for (int i = 0; i < xy.length; i++) {
            readOnly[i] = xy[i].clear().asReadOnlyBuffer();
        }
        Rings.Tables tables = new Rings.Tables(readOnly(parts), readOnly(rings), readOnly(vertices), readOnly(blocks));
        return new Rings(tables, boxes.clear().asReadOnlyBuffer(), readOnly);
    }

    private static IntBuffer readOnly(IntBuffer buffer) {
        return buffer.clear().asReadOnlyBuffer();
    }

    private static IntBuffer ints(int size) {
        return direct((long) Integer.BYTES * size).asIntBuffer();
    }

    private static DoubleBuffer[] doubles(long size) {
        int buffers = (int) ((size + (1L << Rings.BUFFER_SHIFT) - 1) >>> Rings.BUFFER_SHIFT);
        DoubleBuffer[] result = new DoubleBuffer[buffers];
        for (int i = 0; i < buffers; i++) {
            long left = size - ((long) i << Rings.BUFFER_SHIFT);
            result[i] = direct(Double.BYTES * Math.min(left, 1L << Rings.BUFFER_SHIFT))
                    .asDoubleBuffer();
        }
        return result;
    }

    private static ByteBuffer direct(long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw new InvalidInput("too many vertices for one index: a table of " + bytes + " bytes; split the layer");
        }
        return ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
    }

    private static final class Counts {

        private int parts;
        private int rings;
        private int blocks;
        private long vertices;

        private void add(Outline outline) {
            for (int ring = 0; ring < outline.ringCount(); ring++) {
                parts += outline.isShell(ring) ? 1 : 0;
                int size = outline.vertices(ring);
                rings++;
                vertices += size;
                blocks += (size - 1 + Rings.BLOCK - 1) / Rings.BLOCK;
            }
            if (vertices > Integer.MAX_VALUE - 1) {
                throw new InvalidInput("more than 2^31 vertices in one index; split the layer");
            }
        }
    }
}

package org.onemap.ingest.read.shapefile;

import java.nio.ByteBuffer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.onemap.ingest.read.shapefile.ShapeDecoder.ShapeFaults;

/**
 * The vertices of one record: x and y, then z, then m where the record is long enough for it and has one that is a
 * measure. Numbers below −10³⁸ mean "no data" in a shapefile.
 */
final class ShapeVertices {

    private static final double NO_DATA = -1e38;

    private final ShapeType type;
    private final ByteBuffer content;
    private final int xy;
    private final ShapeFaults faults;
    private int zAt = -1;
    private int mAt = -1;

    /** @param xyAt where x and y begin in the content */
    ShapeVertices(ShapeType type, ByteBuffer content, int xyAt, ShapeFaults faults) {
        this.type = type;
        this.content = content;
        this.xy = content.position() + xyAt;
        this.faults = faults;
    }

    /** Finds the blocks of z and m behind this many vertices. */
    ShapeVertices counted(int points) {
        int end = xy + 16 * points;
        if (type.hasZ) {
            zAt = end + 16;
            end = zAt + 8 * points;
        }
        if (type.hasM && content.limit() >= end + 16 + 8 * points && hasMeasure(end + 16, points)) {
            mAt = end + 16;
        }
        return this;
    }

    private boolean hasMeasure(int at, int points) {
        for (int i = 0; i < points; i++) {
            if (!Double.isNaN(data(at + 8 * i))) {
                return true;
            }
        }
        return false;
    }

    /** The one position of a point; empty for one without numbers, which is how empty points are written. */
    CoordinateSequence point() {
        int at = content.position() + 4;
        double x = content.getDouble(at);
        double y = content.getDouble(at + 8);
        if (Double.isNaN(x) || Double.isNaN(y) || isNoData(x) || isNoData(y)) {
            faults.warn("empty-point", "the point has no position (" + x + " " + y + "); it was read as a null shape");
            return new CoordinateArraySequence(0);
        }
        if (type.hasZ) {
            zAt = at + 16;
        }
        int m = type.hasZ ? at + 24 : at + 16;
        if (type.hasM && content.limit() >= m + 8 && !Double.isNaN(data(m))) {
            mAt = m;
        }
        return new CoordinateArraySequence(new Coordinate[] {pointAt(at)}, dimension(), measures());
    }

    private Coordinate pointAt(int at) {
        return vertex(checked(content.getDouble(at)), checked(content.getDouble(at + 8)), 0);
    }

    /** The vertices from one number (inclusive) to another (exclusive). */
    CoordinateSequence sequence(int from, int to) {
        return new CoordinateArraySequence(array(from, to, 0), dimension(), measures());
    }

    /**
     * The vertices as a closed ring.
     *
     * @return as given if it is closed, else with its first vertex again at the end, and with a warning
     */
    CoordinateSequence ring(int from, int to) {
        boolean closed = content.getDouble(xy + 16 * from) == content.getDouble(xy + 16 * (to - 1))
                && content.getDouble(xy + 16 * from + 8) == content.getDouble(xy + 16 * (to - 1) + 8);
        if (closed) {
            return sequence(from, to);
        }
        Coordinate[] ring = array(from, to, 1);
        ring[ring.length - 1] = ring[0].copy();
        faults.warn(
                "unclosed-ring", "the ring at " + say(from) + " is not closed; it was closed with its first vertex");
        return new CoordinateArraySequence(ring, dimension(), measures());
    }

    /** The position of one vertex, for messages. */
    String say(int vertex) {
        return content.getDouble(xy + 16 * vertex) + " " + content.getDouble(xy + 16 * vertex + 8);
    }

    private Coordinate[] array(int from, int to, int more) {
        Coordinate[] vertices = new Coordinate[to - from + more];
        for (int i = from; i < to; i++) {
            double x = checked(content.getDouble(xy + 16 * i));
            vertices[i - from] = vertex(x, checked(content.getDouble(xy + 16 * i + 8)), i);
        }
        return vertices;
    }

    private Coordinate vertex(double x, double y, int i) {
        if (zAt < 0 && mAt < 0) {
            return new CoordinateXY(x, y);
        }
        if (mAt < 0) {
            return new Coordinate(x, y, data(zAt + 8 * i));
        }
        double m = data(mAt + 8 * i);
        return zAt < 0 ? new CoordinateXYM(x, y, m) : new CoordinateXYZM(x, y, data(zAt + 8 * i), m);
    }

    private int dimension() {
        return 2 + (zAt < 0 ? 0 : 1) + measures();
    }

    private int measures() {
        return mAt < 0 ? 0 : 1;
    }

    private double checked(double ordinate) {
        if (!Double.isFinite(ordinate) || isNoData(ordinate)) {
            faults.unreadable("it has the ordinate " + ordinate);
        }
        return ordinate;
    }

    private double data(int at) {
        double value = content.getDouble(at);
        return Double.isFinite(value) && !isNoData(value) ? value : Double.NaN;
    }

    private static boolean isNoData(double value) {
        return value < NO_DATA;
    }
}

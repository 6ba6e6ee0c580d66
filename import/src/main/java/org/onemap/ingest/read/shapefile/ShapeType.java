package org.onemap.ingest.read.shapefile;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onemap.feature.GeometryKind;

/**
 * The shape types of the ESRI Shapefile Technical Description (1998), and how long the content of a record must be.
 *
 * <p>The M block of the Z and M types is optional in files as they are; so is the M of a PointZ.
 */
enum ShapeType {
    NULL(0, GeometryKind.NONE, false, false),
    POINT(1, GeometryKind.POINT, false, false),
    POLYLINE(3, GeometryKind.LINE, false, false),
    POLYGON(5, GeometryKind.POLYGON, false, false),
    MULTIPOINT(8, GeometryKind.MULTIPOINT, false, false),
    POINT_Z(11, GeometryKind.POINT, true, true),
    POLYLINE_Z(13, GeometryKind.LINE, true, true),
    POLYGON_Z(15, GeometryKind.POLYGON, true, true),
    MULTIPOINT_Z(18, GeometryKind.MULTIPOINT, true, true),
    POINT_M(21, GeometryKind.POINT, false, true),
    POLYLINE_M(23, GeometryKind.LINE, false, true),
    POLYGON_M(25, GeometryKind.POLYGON, false, true),
    MULTIPOINT_M(28, GeometryKind.MULTIPOINT, false, true),
    MULTIPATCH(31, GeometryKind.POLYGON, true, true);

    /** Bytes of the content that {@link #neededBytes} wants to see: type, box, numbers of parts and points. */
    static final int PEEK = 44;

    private static final int BOX = 4 + 32;
    private static final int RANGE = 16;

    private static final List<Optional<ShapeType>> BY_CODE = IntStream.rangeClosed(0, 31)
            .mapToObj(code ->
                    Arrays.stream(values()).filter(type -> type.code == code).findFirst())
            .toList();

    final GeometryKind kind;
    final boolean hasZ;
    final boolean hasM;
    private final int code;

    ShapeType(int code, GeometryKind kind, boolean hasZ, boolean hasM) {
        this.code = code;
        this.kind = kind;
        this.hasZ = hasZ;
        this.hasM = hasM;
    }

    /** The type with this code; empty if there is none. */
    static Optional<ShapeType> find(int code) {
        return code < 0 || code >= BY_CODE.size() ? Optional.empty() : BY_CODE.get(code);
    }

    /**
     * Bytes that a record's content must have at least (its M block left out), by its own counts.
     *
     * @param content first {@link #PEEK} bytes of the content, or all if it is shorter
     * @return a number larger than every file for counts that are negative or impossible
     */
    long neededBytes(ByteBuffer content) {
        int at = content.position();
        int present = content.remaining();
        return switch (this) {
            case NULL -> 4;
            case POINT -> 20;
            case POINT_Z, POINT_M -> 28;
            case MULTIPOINT, MULTIPOINT_Z, MULTIPOINT_M ->
                present < BOX + 4 ? BOX + 4 : vertices(BOX + 4, content.getInt(at + BOX));
            default -> present < PEEK ? PEEK : parts(content.getInt(at + BOX), content.getInt(at + BOX + 4));
        };
    }

    private long parts(long parts, long points) {
        int perPart = this == MULTIPATCH ? 8 : 4;
        return parts < 0 ? Long.MAX_VALUE : vertices(PEEK + perPart * parts, points);
    }

    private long vertices(long before, long points) {
        if (points < 0) {
            return Long.MAX_VALUE;
        }
        long z = hasZ ? RANGE + 8 * points : 0;
        return before + 16 * points + z;
    }

    /** Whether this is a type that stands for one position. */
    boolean isPoint() {
        return kind == GeometryKind.POINT;
    }

    /** Whether this is a type of several positions without parts. */
    boolean isMultiPoint() {
        return kind == GeometryKind.MULTIPOINT;
    }
}

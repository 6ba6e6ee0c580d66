package org.onemap.ingest.read.shapefile;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.bytes.FileWindow;

/**
 * The content of one record as a geometry.
 *
 * <p>A part too short for what it shall be is left out with a warning; a record whose counts cannot be true, or with
 * positions that are no numbers, is an error and gives no geometry. Nothing is thrown.
 */
final class ShapeDecoder {

    /** Memory of a vertex in all its forms, to refuse a shape before it ends the process. */
    private static final long BYTES_PER_VERTEX = 100;

    private static final long MAX_BYTES = 1 << 30;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final String displayName;
    private final IssueSink issues;
    private final long maxVertices = Runtime.getRuntime().maxMemory() / BYTES_PER_VERTEX;

    ShapeDecoder(String displayName, IssueSink issues) {
        this.displayName = displayName;
        this.issues = issues;
    }

    /** The shape of a plausible record; null for a null shape and for one that cannot be read. */
    @Nullable
    Geometry decode(FileWindow shp, ShpRecordHeader record, long row) {
        ShapeType type = record.type().orElseThrow();
        if (type == ShapeType.NULL) {
            return null;
        }
        ShapeFaults faults = new ShapeFaults(Place.row(displayName, row), issues);
        long needed =
                type.neededBytes(shp.at(record.contentAt(), (int) Math.min(record.contentBytes(), ShapeType.PEEK)));
        if (type.isPoint() && record.contentBytes() >= 20 && needed > record.contentBytes()) {
            type = ShapeType.POINT;
            needed = 20;
        }
        if (needed > record.contentBytes()) {
            faults.unreadable("its counts of parts and points need "
                    + (needed == Long.MAX_VALUE ? "an impossible number of" : needed) + " bytes, the record at byte "
                    + (record.contentAt() - 8) + " has " + record.contentBytes());
            return null;
        }
        if (needed / 16 > maxVertices || needed > MAX_BYTES) {
            faults.unreadable("it needs " + needed + " bytes, more than the memory of this process can hold;"
                    + " give Java more memory (-Xmx)");
            return null;
        }
        int length = (int) Math.min(record.contentBytes(), needed + mBlock(needed));
        Geometry geometry = decode(type, shp.at(record.contentAt(), length), faults);
        return faults.spoiled() ? null : geometry;
    }

    /** At most as many bytes as an M block after this many bytes can have. */
    private static long mBlock(long needed) {
        return 16 + needed / 2;
    }

    private @Nullable Geometry decode(ShapeType type, ByteBuffer content, ShapeFaults faults) {
        if (type.isPoint()) {
            CoordinateSequence one = new ShapeVertices(type, content, 0, faults).point();
            return one.size() == 0 ? null : GEOMETRIES.createPoint(one);
        }
        if (type.isMultiPoint()) {
            int points = content.getInt(content.position() + 36);
            ShapeVertices vertices = new ShapeVertices(type, content, 40, faults).counted(points);
            return points == 0 ? null : GEOMETRIES.createMultiPoint(vertices.sequence(0, points));
        }
        return new ShapeParts(type, content, faults, GEOMETRIES).geometry();
    }

    /** Says what is wrong with the shape of one row. */
    static final class ShapeFaults {

        private final Place place;
        private final IssueSink issues;
        private boolean spoiled;

        private ShapeFaults(Place place, IssueSink issues) {
            this.place = place;
            this.issues = issues;
        }

        /** The shape cannot be read at all. */
        void unreadable(String why) {
            if (!spoiled) {
                issues.add(ImportIssue.error("shape-unreadable", place, "the shape cannot be read: " + why));
            }
            spoiled = true;
        }

        /** The shape is read, but not as it stands. */
        void warn(String rule, String message) {
            issues.add(ImportIssue.warning(rule, place, message));
        }

        boolean spoiled() {
            return spoiled;
        }
    }
}

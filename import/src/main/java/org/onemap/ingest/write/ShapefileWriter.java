package org.onemap.ingest.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes tables as shapefiles in GBK: {@code .shp}, {@code .shx}, {@code .dbf}, {@code .prj}, {@code .cpg}; points,
 * lines and polygons without Z or M. Layout: ESRI Shapefile Technical Description, July 1998. A shapefile holds at most
 * 2 GiB; the writer does not split. Thread-safe: it has no state but its arguments.
 */
public final class ShapefileWriter {

    private static final int FILE_CODE = 9994;
    private static final int VERSION = 1000;
    private static final int HEADER_BYTES = 100;

    private final String prj;
    private final LocalDate day;

    /**
     * A writer for one coordinate reference system.
     *
     * @param prj text of the {@code .prj}
     * @param day the date of the DBF header
     */
    public ShapefileWriter(String prj, LocalDate day) {
        this.prj = prj;
        this.day = day;
    }

    /** Writes the table into the folder and returns the {@code .shp}. */
    public Path writeShapefile(ShapeTable table, Path dir) {
        try {
            Path shp = dir.resolve(table.name() + ".shp");
            writeShapes(table.rows(), shp, dir.resolve(table.name() + ".shx"));
            Files.writeString(dir.resolve(table.name() + ".prj"), prj, StandardCharsets.US_ASCII);
            writeRows(table, dir);
            return shp;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write shapefile " + table.name() + " in " + dir, e);
        }
    }

    /** Writes the table's attributes alone into the folder and returns the {@code .dbf}. */
    public Path writeTable(ShapeTable table, Path dir) {
        try {
            return writeRows(table, dir);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write table " + table.name() + " in " + dir, e);
        }
    }

    private Path writeRows(ShapeTable table, Path dir) throws IOException {
        Files.writeString(dir.resolve(table.name() + ".cpg"), "GBK", StandardCharsets.US_ASCII);
        Path file = dir.resolve(table.name() + ".dbf");
        try (DbfWriter dbf = new DbfWriter(file, table.columns(), table.rows().size(), day)) {
            for (ShapeTable.Row row : table.rows()) {
                dbf.write(row.values());
            }
        }
        return file;
    }

    private static void writeShapes(List<ShapeTable.Row> rows, Path shp, Path shx) throws IOException {
        List<byte[]> shapes = new ArrayList<>(rows.size());
        Envelope extent = new Envelope();
        int type = 0;
        int bytes = HEADER_BYTES;
        for (ShapeTable.Row row : rows) {
            Geometry geometry = Objects.requireNonNull(row.geometry(), "geometry");
            extent.expandToInclude(geometry.getEnvelopeInternal());
            type = shapeType(geometry);
            byte[] shape = encode(geometry, type);
            shapes.add(shape);
            bytes += 8 + shape.length;
        }
        ByteBuffer main = ByteBuffer.allocate(bytes);
        ByteBuffer index = ByteBuffer.allocate(HEADER_BYTES + 8 * shapes.size());
        header(main, type, extent);
        header(index, type, extent);
        for (int i = 0; i < shapes.size(); i++) {
            int words = shapes.get(i).length / 2;
            index.putInt(main.position() / 2).putInt(words);
            main.putInt(i + 1).putInt(words).put(shapes.get(i));
        }
        try (OutputStream a = Files.newOutputStream(shp);
                OutputStream b = Files.newOutputStream(shx)) {
            a.write(main.array());
            b.write(index.array());
        }
    }

    private static void header(ByteBuffer buffer, int type, Envelope extent) {
        buffer.order(ByteOrder.BIG_ENDIAN).putInt(0, FILE_CODE).putInt(24, buffer.capacity() / 2);
        buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(28, VERSION).putInt(32, type);
        buffer.position(36);
        putBox(buffer, extent);
        buffer.order(ByteOrder.BIG_ENDIAN).position(HEADER_BYTES);
    }

    private static void putBox(ByteBuffer buffer, Envelope box) {
        buffer.putDouble(box.getMinX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxX())
                .putDouble(box.getMaxY());
    }

    private static int shapeType(Geometry geometry) {
        if (geometry instanceof Point) {
            return 1;
        }
        if (geometry instanceof LineString) {
            return 3;
        }
        if (geometry instanceof Polygon) {
            return 5;
        }
        throw new IllegalArgumentException("no shape type for " + geometry.getGeometryType());
    }

    private static byte[] encode(Geometry geometry, int type) {
        if (geometry instanceof Point point) {
            return ByteBuffer.allocate(20)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(type)
                    .putDouble(point.getX())
                    .putDouble(point.getY())
                    .array();
        }
        List<Coordinate[]> parts = parts(geometry);
        int points = parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(44 + 4 * parts.size() + 16 * points)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type);
        putBox(buffer, geometry.getEnvelopeInternal());
        buffer.putInt(parts.size()).putInt(points);
        int first = 0;
        for (Coordinate[] part : parts) {
            buffer.putInt(first);
            first += part.length;
        }
        for (Coordinate[] part : parts) {
            for (Coordinate c : part) {
                buffer.putDouble(c.getX()).putDouble(c.getY());
            }
        }
        return buffer.array();
    }

    /** The line, or the rings: shells clockwise, holes the other way, as the format wants them. */
    private static List<Coordinate[]> parts(Geometry geometry) {
        if (geometry instanceof LineString line) {
            return List.<Coordinate[]>of(line.getCoordinates());
        }
        Polygon polygon = (Polygon) geometry;
        List<Coordinate[]> rings = new ArrayList<>();
        rings.add(turned(polygon.getExteriorRing().getCoordinates(), false));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(turned(polygon.getInteriorRingN(i).getCoordinates(), true));
        }
        return rings;
    }

    private static Coordinate[] turned(Coordinate[] ring, boolean counterClockwise) {
        if (Orientation.isCCW(ring) != counterClockwise) {
            Coordinate[] copy = ring.clone();
            CoordinateArrays.reverse(copy);
            return copy;
        }
        return ring;
    }
}

package org.onemap.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** From a stored geometry to what a tile shows of it. Confined to one thread. */
final class GeometryPipeline {

    /** Polygons are first cut roughly, this far outside the box in which they are cut for good. */
    private static final int ROUGH_MARGIN = 16;

    /** How far, in cells, a line may be moved when vertices are taken out. */
    private static final double LINE_TOLERANCE = 0.5;

    private static final GeometryFactory CELLS = new GeometryFactory();

    private final int step;
    private final Generalisation generalisation;
    private final TileProjection projection;
    private final Envelope boxDeg;
    private final Envelope roughBoxDeg;
    private final PolygonSnapper snapper;

    GeometryPipeline(TileId tile, Generalisation generalisation) {
        this.step = generalisation.step();
        this.generalisation = generalisation;
        this.projection = new TileProjection(tile, step);
        double buffer = TileBuilder.BUFFER / (double) step;
        double end = TileBuilder.EXTENT / (double) step + buffer;
        this.boxDeg = projection.boxDeg(buffer);
        this.roughBoxDeg = projection.boxDeg(buffer + ROUGH_MARGIN);
        this.snapper = new PolygonSnapper(new Envelope(-buffer, end, -buffer, end));
    }

    /** One geometry of each dimension that has something in the tile: a collection can give three. */
    List<TileGeometry> apply(Geometry geometry) {
        if (!boxDeg.intersects(geometry.getEnvelopeInternal())) {
            return List.of();
        }
        Parts parts = new Parts();
        parts.add(geometry);
        List<TileGeometry> out = new ArrayList<>(1);
        if (isLargeEnough(geometry.getEnvelopeInternal())) {
            polygons(parts.polygons).ifPresent(out::add);
            lines(parts.lines).ifPresent(out::add);
        }
        points(parts.points).ifPresent(out::add);
        return out;
    }

    private Optional<TileGeometry> points(List<Point> points) {
        Set<CommandWriter.Vertex> kept = new LinkedHashSet<>();
        boolean shown = false;
        for (Point point : points) {
            double x = projection.x(point.getX()) * step;
            double y = projection.y(point.getY()) * step;
            if (isInBuffer(x) && isInBuffer(y)) {
                shown = shown || generalisation.keepsPoint((int) Math.floor(x), (int) Math.floor(y));
                kept.add(new CommandWriter.Vertex((int) Math.rint(x), (int) Math.rint(y)));
            }
        }
        if (!shown) {
            return Optional.empty();
        }
        CommandWriter commands = new CommandWriter();
        commands.points(List.copyOf(kept));
        return Optional.of(new TileGeometry(TileGeometry.Kind.POINT, commands, 0));
    }

    /** Half open, so that a point on a cell's edge is in one cell. */
    private static boolean isInBuffer(double value) {
        return value >= -TileBuilder.BUFFER && value < TileBuilder.EXTENT + TileBuilder.BUFFER;
    }

    private Optional<TileGeometry> lines(List<LineString> lines) {
        CommandWriter commands = new CommandWriter();
        double length = 0;
        BoxClipper clipper = new BoxClipper(boxDeg);
        for (LineString line : lines) {
            for (List<Coordinate> part : clipper.line(line.getCoordinates())) {
                List<Coordinate> path = GridPath.line(simplify(projection.path(part)));
                if (path.size() > 1) {
                    commands.line(vertices(path));
                    length += length(path);
                }
            }
        }
        return length == 0
                ? Optional.empty()
                : Optional.of(new TileGeometry(TileGeometry.Kind.LINE, commands, length * step));
    }

    private static Coordinate[] simplify(Coordinate[] path) {
        if (path.length < 3) {
            return path;
        }
        return DouglasPeuckerSimplifier.simplify(CELLS.createLineString(path), LINE_TOLERANCE)
                .getCoordinates();
    }

    private Optional<TileGeometry> polygons(List<Polygon> polygons) {
        List<Polygon> projected = new ArrayList<>(polygons.size());
        for (Polygon polygon : polygons) {
            if (boxDeg.intersects(polygon.getEnvelopeInternal())) {
                projected.add(project(polygon));
            }
        }
        if (projected.isEmpty()) {
            return Optional.empty();
        }
        CommandWriter commands = new CommandWriter();
        double area = 0;
        for (Polygon polygon : snapper.snap(projected)) {
            area += polygon.getArea();
            commands.ring(vertices(turned(polygon.getExteriorRing(), true)));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                commands.ring(vertices(turned(polygon.getInteriorRingN(i), false)));
            }
        }
        return area == 0
                ? Optional.empty()
                : Optional.of(new TileGeometry(TileGeometry.Kind.POLYGON, commands, area * step * step));
    }

    private Polygon project(Polygon polygon) {
        boolean whole = roughBoxDeg.contains(polygon.getEnvelopeInternal());
        BoxClipper clipper = new BoxClipper(roughBoxDeg);
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = -1; i < polygon.getNumInteriorRing(); i++) {
            LinearRing ring = i < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i);
            List<Coordinate> points = Arrays.asList(ring.getCoordinates());
            rings.add(projection.path(whole ? points : clipper.ring(points)));
        }
        return PolygonSnapper.polygon(rings);
    }

    /** The whole of it is measured, not what lies in this tile, so that all tiles agree. */
    private boolean isLargeEnough(Envelope deg) {
        return generalisation.keepsExtent(
                (projection.x(deg.getMaxX()) - projection.x(deg.getMinX())) * step,
                (projection.y(deg.getMinY()) - projection.y(deg.getMaxY())) * step);
    }

    /** A ring without its closing vertex; outer rings have a positive area by the surveyor's formula, holes a negative. */
    private static List<Coordinate> turned(LinearRing ring, boolean outer) {
        List<Coordinate> open = new ArrayList<>(Arrays.asList(ring.getCoordinates()));
        boolean positive = Area.ofRingSigned(ring.getCoordinates()) < 0; // JTS: positive is clockwise with y upwards
        open.remove(open.size() - 1); // the closing vertex
        if (positive != outer) {
            Collections.reverse(open);
        }
        return open;
    }

    private List<CommandWriter.Vertex> vertices(List<Coordinate> cells) {
        List<CommandWriter.Vertex> out = new ArrayList<>(cells.size());
        for (Coordinate c : cells) {
            out.add(new CommandWriter.Vertex((int) (c.x * step), (int) (c.y * step)));
        }
        return out;
    }

    private static double length(List<Coordinate> path) {
        double length = 0;
        for (int i = 1; i < path.size(); i++) {
            length += path.get(i).distance(path.get(i - 1));
        }
        return length;
    }

    /** A geometry taken apart by dimension. */
    private static final class Parts {

        private final List<Point> points = new ArrayList<>();
        private final List<LineString> lines = new ArrayList<>();
        private final List<Polygon> polygons = new ArrayList<>();

        private void add(Geometry geometry) {
            if (geometry.isEmpty()) {
                return;
            }
            if (geometry instanceof Polygon polygon) {
                polygons.add(polygon);
            } else if (geometry instanceof LineString line) {
                lines.add(line);
            } else if (geometry instanceof Point point) {
                points.add(point);
            } else {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    add(geometry.getGeometryN(i));
                }
            }
        }
    }
}

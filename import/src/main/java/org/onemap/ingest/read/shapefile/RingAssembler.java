package org.onemap.ingest.read.shapefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.ingest.read.shapefile.ShapeDecoder.ShapeFaults;

/**
 * Makes polygons of the rings of one shape, in any order and with any orientation.
 *
 * <ol>
 *   <li>Rings are sorted by area, the largest first: a ring can only lie in a larger one.
 *   <li>The parent of a ring is the smallest ring that contains it: every vertex of it is inside or on the boundary of
 *       the parent, and one at least is inside.
 *   <li>A ring without parent, or whose parent is a hole, is a shell; the others are holes of their parent.
 * </ol>
 *
 * <p>The description of the format tells holes by their orientation, but many writers do not keep to it. Where
 * orientation and containment differ in one and the same shape, this is said. Rings that cross each other stay shells:
 * the check of validity finds them.
 */
final class RingAssembler {

    private static final int INDEX_FROM_VERTICES = 200;
    private static final int TREE_FROM_RINGS = 8;

    private RingAssembler() {}

    /** One ring and what is known of it. */
    private static final class Node {
        private final LinearRing ring;
        private final double area;
        private final boolean clockwise;
        private boolean shell = true;
        private @Nullable Node parent;
        private int asked;
        private @Nullable IndexedPointInAreaLocator locator;
        private final List<LinearRing> holes = new ArrayList<>(0);

        private Node(LinearRing ring) {
            this.ring = ring;
            double signed = Area.ofRingSigned(ring.getCoordinateSequence());
            this.clockwise = signed > 0;
            this.area = Math.abs(signed);
        }

        private int locate(Coordinate position) {
            CoordinateSequence vertices = ring.getCoordinateSequence();
            if (vertices.size() >= INDEX_FROM_VERTICES && asked++ > 4) {
                if (locator == null) {
                    locator = new IndexedPointInAreaLocator(ring);
                }
                return locator.locate(position);
            }
            return PointLocation.locateInRing(position, ring.getCoordinates());
        }

        private boolean contains(Node inner) {
            if (!ring.getEnvelopeInternal().contains(inner.ring.getEnvelopeInternal())) {
                return false;
            }
            boolean inside = false;
            CoordinateSequence vertices = inner.ring.getCoordinateSequence();
            for (int i = 1; i < vertices.size(); i++) {
                int location = locate(vertices.getCoordinate(i));
                if (location == Location.EXTERIOR) {
                    return false;
                }
                inside |= location == Location.INTERIOR;
            }
            return inside || edgeInside(vertices);
        }

        /** For a ring all whose vertices are on the boundary: whether it runs through the inside. */
        private boolean edgeInside(CoordinateSequence vertices) {
            for (int i = 1; i < vertices.size(); i++) {
                double x = (vertices.getX(i - 1) + vertices.getX(i)) / 2;
                double y = (vertices.getY(i - 1) + vertices.getY(i)) / 2;
                int location = locate(new Coordinate(x, y));
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return false;
        }
    }

    /** The polygons, in the order in which their shells are in the file. */
    static List<Polygon> assemble(List<LinearRing> rings, GeometryFactory geometries, ShapeFaults faults) {
        if (rings.size() <= 1) {
            return rings.stream().map(geometries::createPolygon).toList();
        }
        Node[] nodes = new Node[rings.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new Node(rings.get(i));
        }
        Node[] bySize = nodes.clone();
        Arrays.sort(bySize, Comparator.comparingDouble((Node node) -> -node.area));
        nest(bySize, faults);
        for (Node node : nodes) { // in the order of the file
            if (node.parent != null) {
                node.parent.holes.add(node.ring);
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Node node : nodes) {
            if (node.shell) {
                polygons.add(geometries.createPolygon(node.ring, node.holes.toArray(new LinearRing[0])));
            }
        }
        return polygons;
    }

    private static void nest(Node[] bySize, ShapeFaults faults) {
        Candidates candidates = new Candidates(bySize);
        boolean contradicts = false;
        for (int i = 1; i < bySize.length; i++) {
            Node node = bySize[i];
            Node parent = candidates.parent(i);
            if (parent != null && parent.shell) {
                node.shell = false;
                node.parent = parent;
                contradicts |= node.clockwise == parent.clockwise && node.area > 0;
            }
        }
        if (contradicts) {
            faults.warn(
                    "ring-orientation",
                    "a ring lies inside another and turns the same way;"
                            + " it was read as a hole, because it lies inside");
        }
    }

    /** The larger rings around a ring; through a tree where there are many. */
    private static final class Candidates {
        private final Node[] bySize;
        private final STRtree tree = new STRtree();

        private Candidates(Node[] bySize) {
            this.bySize = bySize;
            if (bySize.length >= TREE_FROM_RINGS) {
                for (int i = 0; i < bySize.length; i++) {
                    tree.insert(bySize[i].ring.getEnvelopeInternal(), i);
                }
            }
        }

        private @Nullable Node parent(int position) {
            Node node = bySize[position];
            if (bySize.length < TREE_FROM_RINGS) {
                for (int i = position - 1; i >= 0; i--) {
                    if (bySize[i].contains(node)) {
                        return bySize[i];
                    }
                }
                return null;
            }
            List<?> found = tree.query(node.ring.getEnvelopeInternal());
            return found.stream()
                    .map(Integer.class::cast)
                    .filter(i -> i < position)
                    .sorted(Comparator.reverseOrder())
                    .map(i -> bySize[i])
                    .filter(candidate -> candidate.contains(node))
                    .findFirst()
                    .orElse(null);
        }
    }
}

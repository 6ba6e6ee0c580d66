package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces into which loose segments cut the plane, with the number of areas over each. Coordinates are steps of the
 * {@link Lattice}. Confined to one thread.
 */
final class Arrangement {

    static final GeometryFactory STEPS = new GeometryFactory();
    private static final PrecisionModel WHOLE_STEPS = new PrecisionModel(1);

    private final LooseSegments segments;
    private final Map<DirectedEdge, Bundle> bundles = new LinkedHashMap<>();
    private final List<List<Piece>> pieces = new ArrayList<>();
    private final List<Face> faces = new ArrayList<>();

    /**
     * Nodes the segments and traces the faces.
     *
     * @param segments closed chains, area on the left
     */
    Arrangement(LooseSegments segments) {
        this.segments = segments;
        cut();
        trace();
    }

    /** Segments that meet others at their ends only are one piece each; the rest are noded on whole steps. */
    private void cut() {
        boolean[] touched = Contacts.of(segments);
        List<Integer> toNode = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            pieces.add(new ArrayList<>(1));
            if (touched[i]) {
                toNode.add(i);
            } else {
                add(new Piece(new DirectedEdge(segments.from(i), segments.to(i)), i));
            }
        }
        if (!toNode.isEmpty()) {
            node(toNode);
        }
    }

    private void node(List<Integer> toNode) {
        List<SegmentString> strings = new ArrayList<>(toNode.size());
        for (int i : toNode) {
            Coordinate[] ends = {Lattice.steps(segments.from(i)), Lattice.steps(segments.to(i))};
            strings.add(new NodedSegmentString(ends, i));
        }
        Noder noder = new SnapRoundingNoder(WHOLE_STEPS);
        noder.computeNodes(strings);
        Collection<?> noded = noder.getNodedSubstrings();
        for (Object string : noded) {
            SegmentString one = (SegmentString) string;
            int segment = (Integer) one.getData();
            for (int i = 0; i + 1 < one.size(); i++) {
                long from = Lattice.pack(one.getCoordinate(i));
                long to = Lattice.pack(one.getCoordinate(i + 1));
                if (from != to) {
                    add(new Piece(new DirectedEdge(from, to), segment));
                }
            }
        }
    }

    private void add(Piece piece) {
        pieces.get(piece.segment()).add(piece);
        bundles.computeIfAbsent(piece.edge().undirected(), unused -> new Bundle())
                .add(piece);
    }

    private void trace() {
        Polygonizer polygonizer = new Polygonizer();
        WindingNumber winding = new WindingNumber();
        bundles.forEach((edge, bundle) -> {
            if (bundle.net != 0) {
                winding.add(edge, bundle.net);
                polygonizer.add(line(edge));
            }
        });
        for (Polygon face : PolygonizedFaces.of(polygonizer)) {
            faces.add(new Face(face, winding.at(face.getInteriorPoint().getCoordinate())));
        }
    }

    private static LineString line(DirectedEdge edge) {
        return STEPS.createLineString(new Coordinate[] {Lattice.steps(edge.from()), Lattice.steps(edge.to())});
    }

    /** The bounded faces. */
    List<Face> faces() {
        return faces;
    }

    /** The segments as they were before noding. */
    LooseSegments segments() {
        return segments;
    }

    /** The pieces of a segment from its beginning to its end. */
    List<Piece> pieces(int segment) {
        return pieces.get(segment);
    }

    /** The pieces on an edge, in both directions. */
    List<Piece> piecesOn(DirectedEdge edge) {
        Bundle bundle = bundles.get(edge.undirected());
        return bundle == null ? List.of() : bundle.pieces;
    }

    /** Whether as many areas lie on one side of the edge as on the other. */
    boolean isCancelled(DirectedEdge edge) {
        Bundle bundle = bundles.get(edge.undirected());
        return bundle == null || bundle.net == 0;
    }

    /** A piece of a segment between two nodes, in the segment's direction. */
    record Piece(DirectedEdge edge, int segment) {}

    /** All pieces on one edge. */
    static final class Bundle {
        private final List<Piece> pieces = new ArrayList<>(2);
        private int net;

        private void add(Piece piece) {
            pieces.add(piece);
            net += piece.edge().from() < piece.edge().to() ? 1 : -1;
        }
    }
}

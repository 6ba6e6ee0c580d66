package org.onemap.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** The faces joined into blocks, in metres, and which block lies where. */
final class BlockFaces {

    private final List<Polygon> polygons = new ArrayList<>();
    private final int[] blockOfFace;
    private final STRtree tree = new STRtree();
    private final GeometryFactory factory = new GeometryFactory();

    BlockFaces(Faces faces, Slivers slivers) {
        Map<Integer, List<Polygon>> members = new TreeMap<>();
        int size = faces.polygons().size();
        for (int face = 0; face < size; face++) {
            members.computeIfAbsent(slivers.of(face), unused -> new ArrayList<>())
                    .add(faces.polygons().get(face));
        }
        int[] numberOf = new int[size];
        members.forEach((representative, together) -> {
            numberOf[representative] = polygons.size();
            polygons.add(union(together));
        });
        blockOfFace = new int[size];
        for (int face = 0; face < size; face++) {
            blockOfFace[face] = numberOf[slivers.of(face)];
        }
        for (int block = 0; block < polygons.size(); block++) {
            tree.insert(polygons.get(block).getEnvelopeInternal(), block);
        }
    }

    private static Polygon union(List<Polygon> faces) {
        if (faces.size() == 1) {
            return faces.get(0);
        }
        Geometry union = CoverageUnion.union(faces.toArray(new Geometry[0]));
        if (union.getNumGeometries() != 1 || !(union.getGeometryN(0) instanceof Polygon)) {
            throw new IllegalStateException(faces.size() + " neighbouring faces make " + union.getGeometryType());
        }
        Polygon polygon = (Polygon) union.getGeometryN(0);
        polygon.normalize();
        return polygon;
    }

    List<Polygon> polygons() {
        return polygons;
    }

    /** The block of a face; {@link Faces#NONE} outside. */
    int of(int face) {
        return face == Faces.NONE ? Faces.NONE : blockOfFace[face];
    }

    /** The block that a place lies in. */
    Optional<Integer> at(Coordinate place) {
        List<Integer> found = new ArrayList<>();
        tree.query(new Envelope(place), item -> {
            int block = (Integer) item;
            if (polygons.get(block).contains(factory.createPoint(place))) {
                found.add(block);
            }
        });
        return found.stream().findFirst();
    }
}

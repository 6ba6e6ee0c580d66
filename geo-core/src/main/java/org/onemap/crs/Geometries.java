package org.onemap.crs;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Applies a {@link VertexTransform} to a copy of a geometry: one call per ring, Z and M as they are. */
final class Geometries {

    private Geometries() {}

    static Geometry transform(Geometry geometry, VertexTransform transform) {
        GeometryFactory factory = geometry.getFactory();
        return new GeometryEditor(factory).edit(geometry, new SequenceOperation(transform, factory));
    }

    /** A copy in which no edge is longer than {@code maxDeg}; the same geometry if none is. Z and M are dropped. */
    static Geometry divideEdges(Geometry geometry, double maxDeg) {
        return new GeometryEditor(geometry.getFactory()).edit(geometry, new DivideOperation(maxDeg));
    }

    /** Puts vertices on long edges. */
    private static final class DivideOperation extends GeometryEditor.CoordinateOperation {

        private final double maxDeg;

        DivideOperation(double maxDeg) {
            this.maxDeg = maxDeg;
        }

        @Override
        public Coordinate[] edit(Coordinate[] source, Geometry owner) {
            List<Coordinate> divided = new ArrayList<>(source.length);
            for (int i = 0; i < source.length; i++) {
                if (i > 0) {
                    divide(source[i - 1], source[i], divided);
                }
                divided.add(source[i]);
            }
            return divided.size() == source.length ? source : divided.toArray(new Coordinate[0]);
        }

        private void divide(Coordinate from, Coordinate to, List<Coordinate> divided) {
            double wanted = Math.ceil(from.distance(to) / maxDeg);
            int parts = (int) Math.max(1, Math.min(10_000, wanted));
            for (int part = 1; part < parts; part++) {
                double t = (double) part / parts;
                divided.add(new Coordinate(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)));
            }
        }
    }

    /** The coordinates of one sequence through the transform. */
    private static final class SequenceOperation extends GeometryEditor.CoordinateSequenceOperation {

        private final VertexTransform transform;
        private final GeometryFactory factory;

        SequenceOperation(VertexTransform transform, GeometryFactory factory) {
            this.transform = transform;
            this.factory = factory;
        }

        @Override
        public CoordinateSequence edit(CoordinateSequence source, Geometry owner) {
            int size = source.size();
            double[] xy = new double[2 * size];
            for (int i = 0; i < size; i++) {
                xy[2 * i] = source.getX(i);
                xy[2 * i + 1] = source.getY(i);
            }
            transform.apply(xy, size);
            CoordinateSequence target =
                    factory.getCoordinateSequenceFactory().create(size, source.getDimension(), source.getMeasures());
            for (int i = 0; i < size; i++) {
                target.setOrdinate(i, 0, xy[2 * i]);
                target.setOrdinate(i, 1, xy[2 * i + 1]);
                for (int d = 2; d < source.getDimension(); d++) {
                    target.setOrdinate(i, d, source.getOrdinate(i, d));
                }
            }
            return target;
        }
    }
}

package org.onemap.division.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The faces of a {@link Polygonizer}, the same in every run. Stateless. */
public final class PolygonizedFaces {

    private PolygonizedFaces() {}

    /**
     * The faces in ascending order, every ring from its least vertex on. The polygonizer itself gives both by hash codes of
     * objects, which differ from run to run, and with them the last digits of every overlay that follows.
     */
    public static List<Polygon> of(Polygonizer polygonizer) {
        List<Polygon> faces = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            faces.add((Polygon) ((Polygon) face).norm());
        }
        faces.sort(null);
        return faces;
    }
}

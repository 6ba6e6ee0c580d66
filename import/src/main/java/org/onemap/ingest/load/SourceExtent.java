package org.onemap.ingest.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What is noted of a source's geometries while they flow by: their extent, and where the first rows lie. */
final class SourceExtent {

    private static final int PLACES = 200;

    private final Envelope extent = new Envelope();
    private final List<Map.Entry<String, Geometry>> places = new ArrayList<>();

    /** Notes a geometry in the source's own numbers. */
    void add(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        if (Double.isFinite(box.getMinX() + box.getMaxX() + box.getMinY() + box.getMaxY())) {
            extent.expandToInclude(box);
        }
    }

    /** Notes where a row of this key lies, in EPSG:4490. */
    void place(String key, Geometry geometry) {
        if (places.size() < PLACES) {
            places.add(Map.entry(key, geometry));
        }
    }

    Envelope extent() {
        return extent;
    }

    List<Map.Entry<String, Geometry>> places() {
        return places;
    }
}

package org.onemap.ingest.load;

import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;

/**
 * How the coordinates of a source become EPSG:4490, longitude first. Immutable.
 *
 * @param label what users read, for instance {@code EPSG:4547}
 * @param transform the way there
 */
public record SourcePosition(String label, UnaryOperator<Geometry> transform) {

    /** The position of a source that says nothing of it; never loaded. */
    static SourcePosition unknown() {
        return new SourcePosition("unknown", UnaryOperator.identity());
    }
}

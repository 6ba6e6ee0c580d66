package org.onemap.ingest.load;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.onemap.crs.SourceCrs;

/**
 * How the coordinates of a source become EPSG:4490, longitude first. Immutable.
 *
 * @param label what users read, for instance {@code EPSG:4547}
 * @param crs the system; empty for a source without geometry
 */
public record SourcePosition(String label, Optional<SourceCrs> crs) {

    /** That of a system. */
    static SourcePosition of(SourceCrs crs) {
        return new SourcePosition(crs.describe(), Optional.of(crs));
    }

    /** That of a source without geometry. */
    static SourcePosition none() {
        return new SourcePosition("no geometry", Optional.empty());
    }

    /** That of a source that is refused for it; never loaded. */
    static SourcePosition unknown() {
        return new SourcePosition("unknown", Optional.empty());
    }

    /** The geometry in EPSG:4490. */
    Geometry transform(Geometry geometry) {
        return crs.map(system -> system.toCgcs2000(geometry)).orElse(geometry);
    }
}

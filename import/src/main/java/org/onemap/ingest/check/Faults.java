package org.onemap.ingest.check;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Faults of geometry in words. */
final class Faults {

    private Faults() {}

    /** {@code self-intersection at 113.5501234, 34.8109876}. */
    static String say(TopologyValidationError fault) {
        Coordinate spot = fault.getCoordinate();
        String what = fault.getMessage().toLowerCase(Locale.ROOT);
        return spot == null ? what : what + " at " + say(spot);
    }

    /** Longitude and latitude to a centimetre. */
    static String say(Coordinate spot) {
        return String.format(Locale.ROOT, "%.7f, %.7f", spot.x, spot.y);
    }
}

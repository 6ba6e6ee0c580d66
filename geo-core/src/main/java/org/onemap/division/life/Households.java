package org.onemap.division.life;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Households where people live, to be counted in any area. Immutable after it is made; safe for any number of threads. */
public final class Households {

    private final STRtree tree = new STRtree();
    private final boolean known;

    private Households(List<Home> homes) {
        homes.forEach(home -> tree.insert(new Envelope(home.at), home));
        tree.build();
        this.known = homes.stream().anyMatch(home -> home.households > 0);
    }

    /**
     * Households at one place, for instance a building.
     *
     * @param at a point inside it, EPSG:4490, longitude first
     * @param households how many, not negative
     */
    public record Home(Coordinate at, double households) {}

    /** The households of these homes. */
    public static Households of(List<Home> homes) {
        return new Households(homes);
    }

    /** No households are known: shares of households follow the area. */
    public static Households unknown() {
        return new Households(List.of());
    }

    /** Whether any are known. */
    public boolean isKnown() {
        return known;
    }

    /** How many live in a polygonal area; homes on its boundary count. */
    public double in(Geometry area) {
        PointOnGeometryLocator locator = new IndexedPointInAreaLocator(area);
        double[] sum = {0};
        tree.query(area.getEnvelopeInternal(), item -> {
            Home home = (Home) item;
            if (locator.locate(home.at) != Location.EXTERIOR) {
                sum[0] += home.households;
            }
        });
        return sum[0];
    }
}

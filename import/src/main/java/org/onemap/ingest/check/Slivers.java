package org.onemap.ingest.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.onemap.crs.GaussKruger;

/**
 * Which areas count. What is smaller than a square metre or narrower than five centimetres is drawing inaccuracy: a
 * straight edge of a kilometre bends by a centimetre between a projection and degrees.
 */
final class Slivers {

    static final double AREA_M2 = 1;
    static final double WIDTH_M = 0.05;

    private Slivers() {}

    /** Area in the fitting 3° zone. */
    static double areaM2(Geometry lonLat) {
        return lonLat.isEmpty()
                ? 0
                : GaussKruger.fitting(lonLat).project(lonLat).getArea();
    }

    /** The polygons of a geometry that are more than inaccuracy. */
    static List<Polygon> substantial(Geometry lonLat) {
        List<Polygon> found = new ArrayList<>();
        for (Object part : PolygonExtracter.getPolygons(lonLat)) {
            Polygon polygon = (Polygon) part;
            Geometry metres = GaussKruger.fitting(polygon).project(polygon);
            double areaM2 = metres.getArea();
            double widthM = 2 * areaM2 / metres.getLength();
            if (areaM2 > AREA_M2 && widthM > WIDTH_M) {
                found.add(polygon);
            }
        }
        return found;
    }

    /** {@code 12.3 m²}. */
    static String say(double areaM2) {
        return areaM2 < 100
                ? String.format(Locale.ROOT, "%.1f m²", areaM2)
                : String.format(Locale.ROOT, "%,.0f m²", areaM2);
    }
}

package org.onemap.division.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.onemap.crs.GaussKruger;

/** Areas and lengths in metres, and how they are said. */
final class Ground {

    private Ground() {}

    /** In the fitting 3° zone. */
    static Geometry metres(Geometry lonLat) {
        return GaussKruger.fitting(lonLat).project(lonLat);
    }

    /** The polygons that are larger and wider than this. */
    static List<Polygon> substantial(Geometry lonLat, double areaM2, double widthM) {
        List<Polygon> found = new ArrayList<>();
        for (Object part : PolygonExtracter.getPolygons(lonLat)) {
            Geometry metres = metres((Polygon) part);
            double area = metres.getArea();
            if (area > areaM2 && 2 * area / metres.getLength() > widthM) {
                found.add((Polygon) part);
            }
        }
        return found;
    }

    /** The area, or what it would be after a repair: so that one fault is not told as ten. */
    static Geometry valid(Geometry area) {
        return area.isValid() ? area : GeometryFixer.fix(area);
    }

    static String areaM2(double areaM2) {
        return areaM2 < 100
                ? String.format(Locale.ROOT, "%.1f m²", areaM2)
                : String.format(Locale.ROOT, "%,.0f m²", areaM2);
    }

    static String lengthM(double lengthM) {
        return lengthM < 10
                ? String.format(Locale.ROOT, "%.2f m", lengthM)
                : String.format(Locale.ROOT, "%,.0f m", lengthM);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}

package org.onemap.ingest.plan;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.onemap.crs.GaussKruger;
import org.onemap.theme.DeviationClass;

/** Divisions as an SVG map: grids filled by deviation, the higher a boundary's level the heavier its line. */
final class PlanMap {

    private static final double WIDTH = 720;
    private static final double MARGIN = 8;

    /** Height of the strip below the map that the scale bar stands in. */
    private static final double BAR = 26;

    private final GaussKruger zone;
    private final Envelope box;
    private final double scale;
    private final StringBuilder svg = new StringBuilder();

    /** @param extent EPSG:4490, what the map has to show */
    PlanMap(Geometry extent) {
        this.zone = GaussKruger.fitting(extent);
        this.box = zone.project(extent).getEnvelopeInternal();
        this.scale = (WIDTH - 2 * MARGIN) / Math.max(box.getWidth(), box.getHeight());
    }

    /** A grid with what a click or a pointer tells of it. */
    record Filled(Geometry shape, double deviation, String label) {}

    /** The map of grids, and of the levels above from the lower to the higher. */
    String draw(String title, List<Filled> grids, List<List<Geometry>> above) {
        svg.setLength(0);
        double height = box.getHeight() * scale + 2 * MARGIN + BAR;
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                box.getWidth() * scale + 2 * MARGIN,
                height,
                title));
        for (Filled grid : grids) {
            svg.append("<path class=\"g\" fill=\"")
                    .append(DeviationClass.of(grid.deviation()).colour());
            svg.append("\" d=\"");
            path(grid.shape());
            svg.append("\"><title>").append(grid.label()).append("</title></path>");
        }
        for (int level = 0; level < above.size(); level++) {
            String style = "l" + (above.size() - level);
            for (Geometry shape : above.get(level)) {
                svg.append("<path class=\"").append(style).append("\" d=\"");
                path(shape);
                svg.append("\"/>");
            }
        }
        scaleBar(height);
        return svg.append("</svg>").toString();
    }

    private void path(Geometry lonLat) {
        Geometry metres = zone.project(lonLat);
        for (int i = 0; i < metres.getNumGeometries(); i++) {
            if (metres.getGeometryN(i) instanceof Polygon polygon) {
                ring(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole));
                }
            }
        }
    }

    private void ring(LineString ring) {
        String last = "";
        char command = 'M';
        for (Coordinate vertex : ring.getCoordinates()) {
            String at = String.format(
                    Locale.ROOT,
                    "%.1f %.1f",
                    MARGIN + (vertex.x - box.getMinX()) * scale,
                    MARGIN + (box.getMaxY() - vertex.y) * scale);
            if (!at.equals(last)) {
                svg.append(command).append(at);
                command = 'L';
                last = at;
            }
        }
        svg.append('Z');
    }

    private void scaleBar(double height) {
        double metres = niceLength(box.getWidth() / 5);
        double length = metres * scale;
        svg.append(String.format(
                Locale.ROOT,
                "<g class=\"bar\"><path d=\"M%.1f %.1fv5h%.1fv-5\"/><text x=\"%.1f\" y=\"%.1f\">%s</text></g>",
                MARGIN,
                height - 11,
                length,
                MARGIN + length / 2,
                height - 14,
                metres >= 1000 ? String.format(Locale.ROOT, "%.0f km", metres / 1000) : Math.round(metres) + " m"));
    }

    private static double niceLength(double about) {
        double power = Math.pow(10, Math.floor(Math.log10(about)));
        double lead = about / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }
}

package org.onemap.ingest.road;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.onemap.crs.GaussKruger;
import org.onemap.road.RoadClass;
import org.onemap.road.RoadNet;
import org.onemap.road.RoadSegment;
import org.onemap.road.StreetBlock;

/** The net as an SVG picture: blocks in pale colours, segments by class, a legend. */
final class NetPicture {

    private static final int WIDTH = 1600;
    private static final int MARGIN = 30;
    private static final String[] FILLS = {"#e3ecd9", "#dbe7ee", "#f3e6d3", "#e8dfec", "#f1ead0", "#dcebe6", "#f0dfdc"};
    private static final Map<RoadClass, Stroke> STROKES = new EnumMap<>(RoadClass.class);

    static {
        STROKES.put(RoadClass.EXPRESSWAY, new Stroke("#c0392b", 3));
        STROKES.put(RoadClass.ARTERIAL, new Stroke("#d9822b", 2.2));
        STROKES.put(RoadClass.COLLECTOR, new Stroke("#b8962e", 1.5));
        STROKES.put(RoadClass.LOCAL, new Stroke("#6b7280", 1));
        STROKES.put(RoadClass.LANE, new Stroke("#9aa1ab", 0.7));
        STROKES.put(RoadClass.FOOTWAY, new Stroke("#6aa06a", 0.5));
        STROKES.put(RoadClass.RAILWAY, new Stroke("#2c3e50", 1.6));
        STROKES.put(RoadClass.RIVER, new Stroke("#3f8fc4", 2.4));
        STROKES.put(RoadClass.WALL, new Stroke("#7d5a3c", 1));
    }

    private final StringBuilder svg = new StringBuilder();
    private final GaussKruger zone;
    private final Envelope extent;
    private final double scale;

    /** How a class is drawn. */
    private record Stroke(String colour, double width) {}

    private NetPicture(RoadNet net) {
        this.zone = net.zone();
        this.extent = new Envelope();
        net.blocks()
                .forEach(block -> extent.expandToInclude(metres(block.polygon()).getEnvelopeInternal()));
        if (extent.isNull()) {
            net.segments()
                    .forEach(segment ->
                            extent.expandToInclude(metres(segment.line()).getEnvelopeInternal()));
        }
        if (extent.isNull()) {
            extent.expandToInclude(0, 0);
        }
        extent.expandBy(Math.max(50, 0.02 * extent.getWidth()));
        this.scale = WIDTH / extent.getWidth();
    }

    /** The picture; roads that lead far beyond the blocks are cut at its edge. */
    static String svg(RoadNet net) {
        NetPicture picture = new NetPicture(net);
        int height = (int) Math.ceil(picture.extent.getHeight() * picture.scale);
        picture.svg
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(height + 2 * MARGIN)
                .append("""
                        " font-family="'Noto Sans CJK SC','Microsoft YaHei',sans-serif" font-size="14">
                        <rect width="100%" height="100%" fill="#ffffff"/>
                        """);
        for (int i = 0; i < net.blocks().size(); i++) {
            picture.block(net.blocks().get(i), FILLS[colour(i, net)]);
        }
        for (RoadClass roadClass : RoadClass.values()) {
            picture.segments(net, roadClass);
        }
        picture.legend(height + MARGIN);
        return picture.svg.append("</svg>\n").toString();
    }

    /** A colour that the neighbours with lower numbers do not have, as far as seven colours allow. */
    private static int colour(int block, RoadNet net) {
        return Math.floorMod(block * 5 + net.graph().neighbours(block).length, FILLS.length);
    }

    private Geometry metres(Geometry lonLat) {
        return zone.project(lonLat);
    }

    private void block(StreetBlock block, String fill) {
        svg.append("<path fill-rule=\"evenodd\" fill=\"").append(fill).append("\" d=\"");
        for (Object ring : LinearComponentExtracter.getLines(metres(block.polygon()))) {
            path((LineString) ring);
            svg.append('Z');
        }
        svg.append("\"><title>")
                .append(block.code())
                .append(String.format(Locale.ROOT, " %.0f m²", block.areaM2()))
                .append("</title></path>\n");
    }

    private void segments(RoadNet net, RoadClass roadClass) {
        Stroke stroke = STROKES.get(roadClass);
        if (stroke == null) {
            return;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<path fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" d=\"",
                stroke.colour(),
                stroke.width()));
        for (RoadSegment segment : net.segments()) {
            if (segment.kind().roadClass() == roadClass) {
                path((LineString) metres(segment.line()));
            }
        }
        svg.append("\"/>\n");
    }

    private void path(LineString line) {
        Coordinate[] vertices = line.getCoordinates();
        for (int i = 0; i < vertices.length; i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    i == 0 ? "M" : "L",
                    (vertices[i].x - extent.getMinX()) * scale,
                    (extent.getMaxY() - vertices[i].y) * scale));
        }
    }

    private void legend(int y) {
        int x = 20;
        for (Map.Entry<RoadClass, Stroke> entry : STROKES.entrySet()) {
            Stroke stroke = entry.getValue();
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d %dh30\" stroke=\"%s\" stroke-width=\"%.1f\"/><text x=\"%d\" y=\"%d\" fill=\"#333\">%s</text>%n",
                    x,
                    y,
                    stroke.colour(),
                    Math.max(1.5, stroke.width()),
                    x + 38,
                    y + 5,
                    entry.getKey().title()));
            x += 110;
        }
    }
}

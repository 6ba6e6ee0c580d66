package org.onemap.theme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes the symbolizers of one rule, at one level, in one choice of colours. Immutable. */
final class SldSymbols {

    /** Pixels between two labels of one name along roads, as in the viewer. */
    private static final String REPEAT_PX = "320";

    /** How much a line may bend from letter to letter, in degrees; 0.6 radians in the viewer. */
    private static final String MOST_BEND_DEG = "35";

    private final SldXml xml;
    private final SldColors colors;
    private final int zoom;

    SldSymbols(SldXml xml, SldColors colors, int zoom) {
        this.xml = xml;
        this.colors = colors;
        this.zoom = zoom;
    }

    void polygon(Symbol symbol) {
        xml.open(xml.se("PolygonSymbolizer"));
        symbol.fill().ifPresent(this::fill);
        symbol.stroke()
                .ifPresent(stroke -> stroke(stroke.color(), stroke.width().at(zoom), stroke.dash()));
        xml.close();
    }

    void line(Symbol.Stroke stroke) {
        xml.open(xml.se("LineSymbolizer"));
        stroke(stroke.color(), stroke.width().at(zoom), stroke.dash());
        xml.close();
    }

    /** The wider line under a line, or around a polygon. */
    void casing(Symbol.Stroke stroke, Symbol.Casing casing, boolean polygon) {
        xml.open(xml.se(polygon ? "PolygonSymbolizer" : "LineSymbolizer"));
        stroke(casing.color(), stroke.width().at(zoom) + 2 * casing.width(), List.of());
        xml.close();
    }

    /** The circle, then the icon over it. */
    void point(Symbol symbol) {
        symbol.circle().ifPresent(this::mark);
        symbol.icon().ifPresent(this::icon);
    }

    private void mark(Symbol.Circle circle) {
        xml.open(xml.se("PointSymbolizer")).open(xml.se("Graphic")).open(xml.se("Mark"));
        xml.leaf(xml.se("WellKnownName"), "circle");
        fill(circle.fill());
        if (circle.strokeWidth() > 0) {
            stroke(circle.stroke(), circle.strokeWidth(), List.of());
        }
        xml.close();
        xml.leaf(xml.se("Size"), SldNumbers.plain(2 * circle.radius().at(zoom)));
        xml.close().close();
    }

    private void icon(Symbol.Icon icon) {
        xml.open(xml.se("PointSymbolizer")).open(xml.se("Graphic")).open(xml.se("ExternalGraphic"));
        xml.empty(
                xml.se("OnlineResource"),
                " xlink:type=\"simple\" xlink:href=\"" + SldXml.escape(Icons.fileName(icon.name())) + "\"");
        xml.leaf(xml.se("Format"), Icons.MEDIA_TYPE).close();
        xml.leaf(xml.se("Size"), SldNumbers.plain(icon.size().at(zoom)));
        xml.close().close();
    }

    private void fill(Paint paint) {
        xml.open(xml.se("Fill"));
        color("fill", paint);
        xml.close();
    }

    private void stroke(Paint paint, double width, List<Double> dash) {
        xml.open(xml.se("Stroke"));
        color("stroke", paint);
        xml.parameter("stroke-width", SldNumbers.plain(width));
        xml.parameter("stroke-linejoin", "round");
        xml.parameter("stroke-linecap", dash.isEmpty() ? "round" : "butt");
        if (!dash.isEmpty()) {
            xml.parameter(
                    "stroke-dasharray",
                    String.join(" ", dash.stream().map(SldNumbers::plain).toList()));
        }
        xml.close();
    }

    private void color(String parameter, Paint paint) {
        String css = colors.of(paint);
        xml.parameter(parameter, SldNumbers.color(css));
        if (SldNumbers.opacity(css) < 1) {
            xml.parameter(parameter + "-opacity", SldNumbers.plain(SldNumbers.opacity(css)));
        }
    }

    /** @param dimension of the geometry: lines are labelled along, points and polygons at one point */
    void label(Symbol.Label label, List<LabelText.Piece> pieces, String font, int dimension) {
        xml.open(xml.se("TextSymbolizer"));
        xml.openInline(xml.se("Label"), "");
        for (LabelText.Piece piece : pieces) {
            if (piece.fields().isEmpty()) {
                xml.cdata(piece.literal());
            } else {
                xml.leaf("ogc:PropertyName", piece.fields().get(0));
            }
        }
        xml.closeInline();
        font(label, font);
        placement(label, dimension);
        if (label.haloWidth() > 0) {
            xml.open(xml.se("Halo")).leaf(xml.se("Radius"), SldNumbers.plain(label.haloWidth()));
            fill(label.halo());
            xml.close();
        }
        fill(label.color());
        xml.open(xml.se("Priority")).leaf("ogc:Literal", String.valueOf(label.priority()));
        xml.close();
        vendorOptions(label, dimension);
        xml.close();
    }

    private void font(Symbol.Label label, String stack) {
        xml.open(xml.se("Font"));
        Arrays.stream(stack.split(","))
                .map(family -> family.strip().replace("'", "").replace("\"", ""))
                .map(family -> family.toLowerCase(Locale.ROOT).equals("sans-serif") ? "SansSerif" : family)
                .forEach(family -> xml.parameter("font-family", family));
        xml.parameter("font-size", String.valueOf(Math.round(label.size().at(zoom))));
        if (label.bold()) {
            xml.parameter("font-weight", "bold");
        }
        xml.close();
    }

    private void placement(Symbol.Label label, int dimension) {
        xml.open(xml.se("LabelPlacement"));
        if (dimension == 1) {
            xml.empty(xml.se("LinePlacement"), "");
        } else {
            xml.open(xml.se("PointPlacement")).open(xml.se("AnchorPoint"));
            xml.leaf(xml.se("AnchorPointX"), "0.5")
                    .leaf(xml.se("AnchorPointY"), "0.5")
                    .close();
            if (label.offsetY() != 0) {
                xml.open(xml.se("Displacement")).leaf(xml.se("DisplacementX"), "0");
                // up is positive here, down in a theme
                xml.leaf(xml.se("DisplacementY"), SldNumbers.plain(-label.offsetY()))
                        .close();
            }
            xml.close();
        }
        xml.close();
    }

    /** GeoServer's options; others pass over them. */
    private void vendorOptions(Symbol.Label label, int dimension) {
        xml.vendorOption("spaceAround", "3");
        if (dimension == 1) {
            xml.vendorOption("followLine", "true");
            xml.vendorOption("maxAngleDelta", MOST_BEND_DEG);
            xml.vendorOption("group", "yes");
            xml.vendorOption("repeat", REPEAT_PX);
        } else if (dimension == 2) {
            xml.vendorOption("goodnessOfFit", label.overflow() ? "0" : "0.9");
        }
    }
}

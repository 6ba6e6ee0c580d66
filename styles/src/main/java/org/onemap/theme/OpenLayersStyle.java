package org.onemap.theme;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Writes a theme as OpenLayers 10 flat styles. Stateless.
 *
 * <p>Each layer gets two lists of rules: {@code style} for what is drawn from vector tiles, {@code labels} for text. The
 * text of polygons and lines is not drawn tile by tile, because what is cut into tiles would be labelled once in each: the
 * viewer gathers their pieces first; the key {@code from} says so ({@code pieces}, {@code tiles}, or {@code both}: points from tiles). Drawing order is carried by {@code z-index}, so that one
 * vector tile layer can draw all layers.
 */
final class OpenLayersStyle {

    /** Above all geometry; the priority of a label is added. */
    private static final int LABEL_Z = 100_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Theme theme;
    private final FlatExpressions expressions = new FlatExpressions();

    OpenLayersStyle(Theme theme) {
        this.theme = theme;
    }

    ObjectNode toJson() {
        ObjectNode document = JSON.objectNode();
        document.put("name", theme.name());
        document.put("title", theme.title());
        document.put("background", theme.background());
        document.put("dark", theme.dark());
        ArrayNode layers = document.putArray("layers");
        for (int i = 0; i < theme.layers().size(); i++) {
            layers.add(layer(theme.layers().get(i), i + 1));
        }
        ArrayNode others = document.putArray("others");
        theme.others().forEach(other -> others.add(layer(other, 0)));
        ObjectNode marks = document.putObject("marks");
        theme.marks().forEach(mark -> marks.set(mark.id(), layer(mark, 0).get("style")));
        return document;
    }

    private ObjectNode layer(ThemeLayer layer, int place) {
        ObjectNode node = JSON.objectNode();
        node.put("id", layer.id());
        node.put("title", layer.title());
        node.put("geometry", layer.geometry().name().toLowerCase(Locale.ROOT));
        node.put("minZoom", layer.zoom().min());
        node.put("maxZoom", layer.zoom().max());
        node.put("visible", layer.visible());
        ArrayNode style = node.putArray("style");
        ArrayNode labels = JSON.arrayNode();
        int labelMinZoom = ZoomRange.HIGHEST;
        for (int i = 0; i < layer.rules().size(); i++) {
            ThemeRule rule = layer.rules().get(i);
            ArrayNode filter = expressions.filter(rule, layer);
            addShapes(style, filter, rule, place * 100 + i);
            if (rule.symbol().label().isPresent()) {
                labels.add(entry(filter, label(rule.symbol().label().get(), layer.geometry(), rule.zoom())));
                labelMinZoom = Math.min(labelMinZoom, rule.zoom().min());
            }
        }
        if (!labels.isEmpty()) {
            ObjectNode text = node.putObject("labels");
            text.put("from", labelsFrom(layer.geometry()));
            text.put("minZoom", labelMinZoom);
            text.set("style", labels);
        }
        return node;
    }

    private static String labelsFrom(ThemeLayer.Geometry geometry) {
        return switch (geometry) {
            case POINT -> "tiles";
            case LINE, POLYGON -> "pieces";
            case ANY -> "both";
        };
    }

    /** The casing lies under all lines of its layer, so that roads open into each other where they meet. */
    private void addShapes(ArrayNode style, ArrayNode filter, ThemeRule rule, int place) {
        int z = baseZ(rule.stage()) + place * 2;
        Symbol symbol = rule.symbol();
        symbol.stroke().ifPresent(stroke -> stroke.casing().ifPresent(casing -> {
            ObjectNode flat = JSON.objectNode();
            flat.put("z-index", z - 100);
            putStroke(flat, casing.color(), stroke.width().plus(2 * casing.width()), rule.zoom());
            style.add(entry(filter, flat));
        }));
        ObjectNode flat = JSON.objectNode();
        flat.put("z-index", z);
        symbol.fill().ifPresent(fill -> flat.set("fill-color", expressions.paint(fill)));
        symbol.stroke().ifPresent(stroke -> {
            putStroke(flat, stroke.color(), stroke.width(), rule.zoom());
            if (!stroke.dash().isEmpty()) {
                ArrayNode dash = flat.putArray("stroke-line-dash");
                stroke.dash().forEach(length -> dash.add(FlatExpressions.plain(length)));
                flat.put("stroke-line-cap", "butt");
            }
        });
        symbol.circle().ifPresent(circle -> {
            flat.set("circle-radius", expressions.byZoom(circle.radius(), rule.zoom()));
            flat.set("circle-fill-color", expressions.paint(circle.fill()));
            if (circle.strokeWidth() > 0) {
                flat.set("circle-stroke-color", expressions.paint(circle.stroke()));
                flat.set("circle-stroke-width", FlatExpressions.plain(circle.strokeWidth()));
            }
            flat.put("circle-declutter-mode", "none");
        });
        if (flat.size() > 1) {
            style.add(entry(filter, flat));
        }
        symbol.icon().ifPresent(icon -> style.add(entry(filter, icon(icon, rule, z + 1))));
    }

    /** A style of its own: OpenLayers takes one image for each and would leave the circle below it out. */
    private ObjectNode icon(Symbol.Icon icon, ThemeRule rule, int z) {
        ObjectNode flat = JSON.objectNode();
        flat.put("z-index", z);
        flat.put("icon-src", "icons/" + Icons.fileName(icon.name()));
        // a width must be a plain number, a scale may grow
        flat.set("icon-scale", expressions.byZoom(icon.size().times(1.0 / Icons.SIZE), rule.zoom()));
        flat.put("icon-declutter-mode", "none");
        return flat;
    }

    private static int baseZ(ThemeRule.Stage stage) {
        return switch (stage) {
            case AREA -> 20_000;
            case BODY -> 40_000;
            case BOUNDARY -> 60_000;
            case POINT -> 80_000;
        };
    }

    private void putStroke(ObjectNode flat, Paint color, ByZoom width, ZoomRange zoom) {
        flat.set("stroke-color", expressions.paint(color));
        flat.set("stroke-width", expressions.byZoom(width, zoom));
        flat.put("stroke-line-join", "round");
        flat.put("stroke-line-cap", "round");
    }

    private ObjectNode label(Symbol.Label label, ThemeLayer.Geometry geometry, ZoomRange zoom) {
        ObjectNode flat = JSON.objectNode();
        flat.put("z-index", LABEL_Z + label.priority());
        flat.set("text-value", expressions.text(label.text()));
        flat.set("text-font", expressions.font(label, theme.font(), zoom));
        flat.set("text-fill-color", expressions.paint(label.color()));
        if (label.haloWidth() > 0) {
            flat.set("text-stroke-color", expressions.paint(label.halo()));
            // a canvas stroke lies half outside the letter
            flat.set("text-stroke-width", FlatExpressions.plain(2 * label.haloWidth()));
        }
        flat.put("text-overflow", label.overflow());
        if (geometry == ThemeLayer.Geometry.LINE) {
            flat.put("text-placement", "line");
            flat.put("text-max-angle", 0.6);
        }
        if (label.offsetY() != 0) {
            flat.set("text-offset-y", FlatExpressions.plain(label.offsetY()));
        }
        ArrayNode padding = flat.putArray("text-padding");
        List.of(3, 4, 3, 4).forEach(padding::add);
        return flat;
    }

    private static ObjectNode entry(ArrayNode filter, ObjectNode flat) {
        ObjectNode entry = JSON.objectNode();
        if (!filter.isEmpty()) {
            entry.set("filter", filter);
        }
        entry.set("style", flat);
        return entry;
    }
}

package org.onemap.theme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Writes a theme in the MapLibre style specification, version 8, over the vector tiles of this service. Confined to one
 * thread.
 *
 * <p>Layers follow in the order of drawing: by stage, then by layer, casings first; then the labels, the most important
 * last, because MapLibre places the last first. There is no {@code glyphs}: text is drawn with the fonts of the reader's
 * machine (MapLibre GL JS 5.11 and later), since a glyph server for Chinese is some 100 MB of fonts.
 */
final class MapLibreStyle {

    /** Beyond this level tiles become no more exact, see the viewer. */
    private static final int DEEPEST_TILE = 16;

    private static final String SOURCE = "onemap";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Theme theme;
    private final String url;
    private final MapLibreExpressions expressions = new MapLibreExpressions();
    private final List<Placed> shapes = new ArrayList<>();
    private final List<Placed> labels = new ArrayList<>();

    /** A layer of the document and its place. */
    private record Placed(int order, ObjectNode layer) {}

    /**
     * A layer to write.
     *
     * @param looks what the theme says
     * @param collection the collection that is drawn so
     */
    record Styled(ThemeLayer looks, String collection) {}

    /** @param url where the service is, without a slash at the end */
    MapLibreStyle(Theme theme, String url) {
        this.theme = theme;
        this.url = url;
    }

    /** @param layers bottom first */
    ObjectNode toJson(List<Styled> layers) {
        ObjectNode document = JSON.objectNode();
        document.put("version", 8);
        document.put("name", theme.title());
        document.putObject("metadata").put("onemap:theme", theme.name());
        ObjectNode source = document.putObject("sources").putObject(SOURCE);
        source.put("type", "vector");
        source.putArray("tiles").add(url + "/tiles/WebMercatorQuad/{z}/{y}/{x}");
        source.put("minzoom", 0).put("maxzoom", DEEPEST_TILE);
        document.put("sprite", url + "/styles/" + theme.name() + "/sprite");
        ArrayNode all = document.putArray("layers");
        ObjectNode background = all.addObject();
        background.put("id", "background").put("type", "background");
        background.putObject("paint").put("background-color", theme.background());
        for (int i = 0; i < layers.size(); i++) {
            for (ThemeRule rule : layers.get(i).looks().rules()) {
                add(layers.get(i), i, rule);
            }
        }
        shapes.sort(Comparator.comparingInt(Placed::order));
        labels.sort(Comparator.comparingInt(Placed::order));
        shapes.forEach(placed -> all.add(placed.layer()));
        labels.forEach(placed -> all.add(placed.layer()));
        return document;
    }

    private void add(Styled styled, int place, ThemeRule rule) {
        int number = styled.looks().rules().indexOf(rule);
        int order = List.of(ThemeRule.Stage.values()).indexOf(rule.stage()) * 1_000_000 + place * 1000 + number;
        Symbol symbol = rule.symbol();
        symbol.stroke().ifPresent(stroke -> stroke.casing().ifPresent(casing -> {
            ObjectNode layer = layer(styled, rule, "casing", "line");
            line(layer, casing.color(), stroke.width().plus(2 * casing.width()));
            shapes.add(new Placed(order - 500, layer));
        }));
        symbol.fill().ifPresent(fill -> {
            ObjectNode layer = layer(styled, rule, "fill", "fill");
            layer.putObject("paint").set("fill-color", expressions.paint(fill));
            shapes.add(new Placed(order, layer));
        });
        symbol.stroke().ifPresent(stroke -> {
            ObjectNode layer = layer(styled, rule, "line", "line");
            line(layer, stroke.color(), stroke.width());
            dash(layer, stroke, rule.zoom());
            shapes.add(new Placed(order, layer));
        });
        symbol.circle().ifPresent(circle -> shapes.add(new Placed(order, circle(styled, rule, circle))));
        symbol.icon().ifPresent(icon -> shapes.add(new Placed(order, icon(styled, rule, icon))));
        symbol.label().ifPresent(label -> labels.add(new Placed(label.priority(), label(styled, rule, label))));
    }

    private ObjectNode layer(Styled styled, ThemeRule rule, String part, String type) {
        ObjectNode layer = JSON.objectNode();
        ThemeLayer looks = styled.looks();
        layer.put("id", styled.collection() + "-" + (looks.rules().indexOf(rule) + 1) + "-" + part);
        layer.put("type", type).put("source", SOURCE).put("source-layer", styled.collection());
        if (rule.zoom().min() > 1) {
            layer.set(
                    "minzoom",
                    MapLibreExpressions.plain(
                            MapLibreExpressions.zoom(rule.zoom().min() - 0.5)));
        }
        if (rule.zoom().max() < ZoomRange.HIGHEST) {
            double above = MapLibreExpressions.zoom(rule.zoom().max() + 0.5);
            layer.set("maxzoom", MapLibreExpressions.plain(Math.max(0, above)));
        }
        ArrayNode filter =
                MapLibreExpressions.all(List.of(geometryFilter(looks, part), expressions.filter(rule, looks)));
        if (!filter.isEmpty()) {
            layer.set("filter", filter);
        }
        if (!rule.legend().isEmpty()) {
            layer.putObject("metadata").put("onemap:legend", rule.legend());
        }
        layer.putObject("layout").put("visibility", looks.visible() ? "visible" : "none");
        return layer;
    }

    /** In a mixed layer, circles and icons would also be drawn at every corner of a polygon. */
    private static ArrayNode geometryFilter(ThemeLayer looks, String part) {
        boolean mixed = looks.geometry() == ThemeLayer.Geometry.ANY;
        return mixed && (part.equals("circle") || part.equals("icon"))
                ? MapLibreExpressions.ofGeometry(List.of("Point"))
                : JSON.arrayNode();
    }

    private void line(ObjectNode layer, Paint color, ByZoom width) {
        layer.withObject("/layout").put("line-join", "round").put("line-cap", "round");
        ObjectNode paint = layer.putObject("paint");
        paint.set("line-color", expressions.paint(color));
        paint.set("line-width", expressions.byZoom(width));
    }

    /** MapLibre's dashes are multiples of the width, a theme's are pixels. */
    private static void dash(ObjectNode layer, Symbol.Stroke stroke, ZoomRange zoom) {
        if (!stroke.dash().isEmpty()) {
            layer.withObject("/layout").put("line-cap", "butt");
            JsonNode dashes = MapLibreExpressions.steps(zoom, stroke.width(), width -> {
                ArrayNode lengths = JSON.arrayNode();
                stroke.dash().forEach(length -> lengths.add(MapLibreExpressions.plain(length / Math.max(width, 0.1))));
                return MapLibreExpressions.call("literal", lengths);
            });
            layer.withObject("/paint").set("line-dasharray", dashes);
        }
    }

    private ObjectNode circle(Styled styled, ThemeRule rule, Symbol.Circle circle) {
        ObjectNode layer = layer(styled, rule, "circle", "circle");
        ObjectNode paint = layer.putObject("paint");
        // the outline lies half inside and half outside elsewhere, wholly outside here
        paint.set("circle-radius", expressions.byZoom(circle.radius().plus(-circle.strokeWidth() / 2)));
        paint.set("circle-color", expressions.paint(circle.fill()));
        if (circle.strokeWidth() > 0) {
            paint.set("circle-stroke-color", expressions.paint(circle.stroke()));
            paint.set("circle-stroke-width", MapLibreExpressions.plain(circle.strokeWidth()));
        }
        return layer;
    }

    private ObjectNode icon(Styled styled, ThemeRule rule, Symbol.Icon icon) {
        ObjectNode layer = layer(styled, rule, "icon", "symbol");
        ObjectNode layout = layer.withObject("/layout");
        layout.put("icon-image", icon.name());
        ByZoom scale = icon.size().times(1.0 / Icons.SIZE);
        layout.set("icon-size", expressions.byZoom(scale));
        layout.put("icon-allow-overlap", true).put("icon-ignore-placement", true);
        return layer;
    }

    private ObjectNode label(Styled styled, ThemeRule rule, Symbol.Label label) {
        ObjectNode layer = layer(styled, rule, "label", "symbol");
        ObjectNode layout = layer.withObject("/layout");
        layout.set("text-field", expressions.label(label.text()));
        ArrayNode fonts = layout.putArray("text-font");
        Arrays.stream(theme.font().split(","))
                .map(family -> family.strip().replace("'", "").replace("\"", ""))
                .filter(family -> !family.toLowerCase(Locale.ROOT).equals("sans-serif"))
                .forEach(family -> fonts.add(label.bold() ? family + " Bold" : family));
        layout.set("text-size", expressions.byZoom(label.size()));
        layout.put("text-max-width", 20).put("text-padding", 3);
        if (styled.looks().geometry() == ThemeLayer.Geometry.LINE) {
            layout.put("symbol-placement", "line").put("symbol-spacing", 320).put("text-max-angle", 35);
        }
        ObjectNode paint = layer.putObject("paint");
        paint.set("text-color", expressions.paint(label.color()));
        if (label.haloWidth() > 0) {
            paint.set("text-halo-color", expressions.paint(label.halo()));
            paint.set("text-halo-width", MapLibreExpressions.plain(label.haloWidth()));
        }
        if (label.offsetY() != 0) {
            paint.putArray("text-translate").add(0).add(MapLibreExpressions.plain(label.offsetY()));
        }
        return layer;
    }
}

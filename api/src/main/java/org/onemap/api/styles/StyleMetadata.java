package org.onemap.api.styles;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.EntityTag;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;
import org.onemap.feature.Layer;
import org.onemap.theme.ThemeLayer;
import org.onemap.theme.ThemeStyles;

/**
 * {@code /styles/{styleId}/metadata}: title, languages and layers of a style, as OGC API Styles (20-009) has it: the style
 * sheets, and for each layer its kind of geometry and where a sample of its data is.
 */
public final class StyleMetadata implements Endpoint {

    private final StyleBodies styles;

    /** Tells of these styles. */
    public StyleMetadata(StyleBodies styles) {
        this.styles = styles;
    }

    @Override
    public String path() {
        return "/styles/{styleId}/metadata";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON);
        String name = exchange.pathPart("styleId");
        ThemeStyles theme = styles.get(name);
        List<Layer> layers = styles.layers();
        EntityTag tag = EntityTag.ofParts(exchange.url(""), name, layers.toString());
        if (exchange.isAnsweredBy(tag, form)) {
            return;
        }
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            json.writeStringField("id", name);
            json.writeStringField("title", theme.title());
            json.writeStringField("description", theme.description());
            json.writeArrayFieldStart("keywords");
            for (String keyword : List.of("要素一张图", "网格", "grid governance")) {
                json.writeString(keyword);
            }
            json.writeEndArray();
            json.writeStringField("scope", "style");
            json.writeArrayFieldStart("stylesheets");
            for (Representation sheet : StyleForms.ALL) {
                writeSheet(json, exchange, name, sheet);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("layers");
            for (Layer layer : layers) {
                writeLayer(json, exchange, theme, layer);
            }
            json.writeEndArray();
            List<Link> links = new ArrayList<>();
            links.add(new Link(StyleLinks.url(exchange, name) + "/metadata", "self", "application/json", "Metadata"));
            links.addAll(StyleLinks.stylesheets(exchange, name));
            links.addAll(StyleLinks.about(exchange, name).subList(1, 4));
            Link.write(json, links);
            json.writeEndObject();
        });
    }

    private static void writeSheet(JsonGenerator json, Exchange exchange, String name, Representation sheet)
            throws IOException {
        Link link = StyleLinks.stylesheet(exchange, name, sheet);
        json.writeStartObject();
        json.writeStringField("title", StyleForms.title(sheet));
        json.writeStringField("version", StyleForms.version(sheet));
        json.writeStringField("specification", StyleForms.specification(sheet));
        // none is the master: all are generated from the theme file
        json.writeBooleanField("native", false);
        writeLink(json, "link", link);
        json.writeEndObject();
    }

    private static void writeLayer(JsonGenerator json, Exchange exchange, ThemeStyles theme, Layer layer)
            throws IOException {
        String collection = exchange.url("/collections/"
                + URLEncoder.encode(layer.name(), StandardCharsets.UTF_8).replace("+", "%20"));
        json.writeStartObject();
        json.writeStringField("id", layer.name());
        json.writeStringField("title", layer.title());
        json.writeStringField("type", geometry(theme, layer));
        writeLink(
                json,
                "sampleData",
                new Link(collection + "/items?limit=10", "data", "application/geo+json", layer.title()));
        json.writeEndObject();
    }

    private static void writeLink(JsonGenerator json, String field, Link link) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("href", link.href());
        json.writeStringField("rel", link.rel());
        json.writeStringField("type", link.type());
        json.writeStringField("title", link.title());
        json.writeEndObject();
    }

    private static String geometry(ThemeStyles theme, Layer layer) {
        return switch (layer.geometry()) {
            case POINT, MULTIPOINT -> "point";
            case LINE -> "line";
            case POLYGON -> "polygon";
            default ->
                theme.theme().layers().stream()
                        .filter(looks -> looks.id().equals(layer.name()))
                        .map(ThemeLayer::geometry)
                        .filter(kind -> kind != ThemeLayer.Geometry.ANY)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .findFirst()
                        .orElse("geometry");
        };
    }
}

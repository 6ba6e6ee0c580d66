package org.onemap.api.features;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.onemap.NotFound;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Html;
import org.onemap.api.http.Link;
import org.onemap.api.http.Page;
import org.onemap.api.http.Representation;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;

/** {@code /collections/{collectionId}/items/{featureId}}: one item, by its code or, where it has none, by its key. */
public final class Item implements Endpoint {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Store store;

    /** Reads from this store. */
    public Item(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/collections/{collectionId}/items/{featureId}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        Representation form = exchange.negotiate(Representation.GEOJSON, Representation.HTML);
        ValidTime when = ItemsQuery.when(exchange.query().requireOnly(Set.of("asOf", "datetime")));
        Layer layer;
        Feature feature;
        try (ReadView view = store.read()) {
            layer = view.layers(Principal.anonymous()).get(exchange.pathPart("collectionId"));
            feature = get(view, layer, exchange.pathPart("featureId"), when);
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), form), form)) {
                return;
            }
        }
        if (form.equals(Representation.HTML)) {
            exchange.html(page(exchange, layer, feature));
        } else {
            exchange.header("Content-Crs", "<" + GeoJson.CRS84 + ">");
            exchange.json(form.mediaType(), json -> GeoJson.write(json, layer, feature, links(exchange, layer)));
        }
    }

    private static Feature get(ReadView view, Layer layer, String id, ValidTime when) {
        return view.find(Principal.anonymous(), layer.name(), id, when)
                .orElseThrow(() -> new NotFound("collection '" + layer.name() + "' has no item '" + id + "'"
                        + when.day().map(day -> " valid on " + day).orElse(" now") + wayOut(view, layer, id, when)));
    }

    /** The last day on which there was such an item. */
    private static String wayOut(ReadView view, Layer layer, String id, ValidTime when) {
        LocalDate day = when.day().orElseGet(() -> LocalDate.now(SHANGHAI));
        return view.findEnd(Principal.anonymous(), layer.name(), id, day)
                .map(end -> end.minusDays(1))
                .map(last -> "; it was valid until " + last + ", asOf=" + last + " reads that day")
                .orElse(when.day().isPresent() ? "" : "; asOf=YYYY-MM-DD reads a day past");
    }

    private static List<Link> links(Exchange exchange, Layer layer) {
        return List.of(
                new Link(exchange.url(exchange.target()), "self", Representation.GEOJSON.mediaType(), "This item"),
                new Link(
                        exchange.selfUrl() + "?"
                                + exchange.query().with("f", "html").toText(),
                        "alternate",
                        "text/html",
                        "This item as a page"),
                new Link(
                        exchange.url(CollectionDocument.path(layer)), "collection", "application/json", layer.title()));
    }

    private static Page page(Exchange exchange, Layer layer, Feature feature) {
        String collection = exchange.url(CollectionDocument.path(layer));
        String id = feature.id(layer);
        return new Page(
                feature.name().orElse(id),
                List.of(
                        new Link(exchange.url("/collections?f=html"), "up", "text/html", "图层"),
                        new Link(collection + "?f=html", "collection", "text/html", layer.title()),
                        new Link(collection + "/items?f=html", "items", "text/html", "要素")),
                List.of(new Link(
                        exchange.selfUrl() + "?"
                                + exchange.query().with("f", "json").toText(),
                        "alternate",
                        Representation.GEOJSON.mediaType(),
                        "GeoJSON")),
                html -> write(html, layer, feature));
    }

    private static void write(Html html, Layer layer, Feature feature) throws IOException {
        html.open("table");
        for (Map.Entry<String, Object> property :
                GeoJson.properties(layer, feature).entrySet()) {
            html.row(ItemsTable.title(layer, property.getKey()), ItemsTable.text(property.getValue()));
        }
        if (feature.geometry().isPresent()) {
            Envelope box = feature.geometry().get().getEnvelopeInternal();
            html.row("几何", feature.geometry().get().getGeometryType());
            html.row("范围", java.util.Arrays.toString(CollectionDocument.corners(box)));
        }
        html.close("table");
    }
}

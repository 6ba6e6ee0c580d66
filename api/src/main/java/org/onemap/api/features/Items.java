package org.onemap.api.features;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Page;
import org.onemap.api.http.Representation;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * {@code /collections/{collectionId}/items}: the items of a layer, page by page.
 *
 * <p>A page begins after an oid, which its link {@code next} carries. Items that come or go meanwhile never make another
 * one appear twice or be left out.
 */
public final class Items implements Endpoint {

    private final Store store;

    /** Reads from this store. */
    public Items(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/collections/{collectionId}/items";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        Representation form = exchange.negotiate(Representation.GEOJSON, Representation.HTML);
        try (ReadView view = store.read()) {
            Layer layer = view.layers(Principal.anonymous()).get(exchange.pathPart("collectionId"));
            ItemsQuery query = ItemsQuery.parse(layer, exchange.query());
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), form), form)) {
                return;
            }
            long matched = ItemsCursor.count(view, query);
            try (ItemsCursor cursor = ItemsCursor.page(view, query)) {
                ItemsPage page = new ItemsPage(exchange, query, matched, cursor);
                if (form.equals(Representation.HTML)) {
                    exchange.html(page.toHtml());
                } else {
                    exchange.header("Content-Crs", "<" + GeoJson.CRS84 + ">");
                    exchange.json(form.mediaType(), page::write);
                }
            }
        }
    }

    /**
     * One page of items, written once.
     *
     * @param exchange the request
     * @param query what was asked
     * @param matched how many items there are on all pages
     * @param cursor the items
     */
    private record ItemsPage(Exchange exchange, ItemsQuery query, long matched, ItemsCursor cursor) {

        void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField(
                    "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberField("numberMatched", matched);
            json.writeArrayFieldStart("features");
            int written = 0;
            long last = query.cursor();
            Optional<Feature> next = cursor.next();
            while (next.isPresent() && written < query.limit()) {
                GeoJson.write(json, cursor.layer(), next.get(), List.of());
                last = next.get().oid();
                written++;
                next = cursor.next();
            }
            json.writeEndArray();
            json.writeNumberField("numberReturned", written);
            Link.write(json, links(next.isPresent() ? Optional.of(last) : Optional.empty()));
            json.writeEndObject();
        }

        private List<Link> links(Optional<Long> nextCursor) {
            String geojson = Representation.GEOJSON.mediaType();
            String title = query.layer().title();
            List<Link> links = new ArrayList<>();
            links.add(new Link(exchange.url(exchange.target()), "self", geojson, "This page"));
            links.add(new Link(href("f", "html"), "alternate", "text/html", "This page for people"));
            nextCursor.ifPresent(
                    cursor -> links.add(new Link(href("cursor", Long.toString(cursor)), "next", geojson, "Next page")));
            links.add(new Link(
                    exchange.url(CollectionDocument.path(query.layer())), "collection", "application/json", title));
            return links;
        }

        /** This page's URL with one parameter set. */
        private String href(String parameter, String value) {
            return exchange.url(CollectionDocument.path(query.layer()) + "/items?")
                    + exchange.query().with(parameter, value).toText();
        }

        Page toHtml() {
            Layer layer = query.layer();
            Link up = new Link(exchange.url("/collections?f=html"), "up", "text/html", "图层");
            Link collection = new Link(
                    exchange.url(CollectionDocument.path(layer) + "?f=html"), "collection", "text/html", layer.title());
            Link geojson = new Link(href("f", "json"), "alternate", Representation.GEOJSON.mediaType(), "GeoJSON");
            return new Page(layer.title() + " 要素", List.of(up, collection), List.of(geojson), html -> {
                html.element("p", "共 " + matched + " 个要素");
                ItemsTable table = new ItemsTable(exchange, layer);
                table.open(html);
                int written = 0;
                long last = query.cursor();
                Optional<Feature> next = cursor.next();
                while (next.isPresent() && written < query.limit()) {
                    table.row(html, next.get());
                    last = next.get().oid();
                    written++;
                    next = cursor.next();
                }
                table.close(html);
                html.open("nav");
                if (query.cursor() > 0) {
                    html.link(href("cursor", "0"), "首页");
                }
                if (next.isPresent()) {
                    html.element("a", "下一页", "rel", "next", "href", href("cursor", Long.toString(last)));
                }
                html.close("nav");
            });
        }
    }
}

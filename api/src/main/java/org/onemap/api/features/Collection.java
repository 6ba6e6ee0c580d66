package org.onemap.api.features;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Html;
import org.onemap.api.http.Link;
import org.onemap.api.http.Page;
import org.onemap.api.http.Representation;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** {@code /collections/{collectionId}}: one layer. */
public final class Collection implements Endpoint {

    private final Store store;

    /** Reads from this store. */
    public Collection(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/collections/{collectionId}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON, Representation.HTML);
        CollectionDocument document;
        try (ReadView view = store.read()) {
            Layer layer = view.layers(Principal.anonymous()).get(exchange.pathPart("collectionId"));
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), form), form)) {
                return;
            }
            document = CollectionDocument.of(view, layer);
        }
        if (form.equals(Representation.HTML)) {
            Link json = new Link(exchange.selfUrl() + "?f=json", "alternate", "application/json", "JSON");
            Link above = new Link(exchange.url("/collections?f=html"), "up", "text/html", "图层");
            exchange.html(new Page(
                    document.layer().title(), List.of(above), List.of(json), html -> write(html, exchange, document)));
            return;
        }
        exchange.json(form.mediaType(), json -> document.write(json, exchange));
    }

    private static void write(Html html, Exchange exchange, CollectionDocument document) throws IOException {
        Layer layer = document.layer();
        String url = exchange.url(CollectionDocument.path(layer));
        html.open("p").link(url + "/items?f=html", "浏览要素").close("p");
        html.open("table");
        html.row("图层", layer.name());
        html.row("几何", layer.geometry().name());
        html.row("主键", layer.keyField());
        html.row(
                "范围",
                document.box()
                        .map(box -> Arrays.toString(CollectionDocument.corners(box)))
                        .orElse("无"));
        html.row("自", document.since().map(Object::toString).orElse("无"));
        html.close("table");
        html.element("h2", "字段").open("table");
        for (Field field : layer.schema().fields()) {
            html.row(field.name(), field.type() + (field.title().equals(field.name()) ? "" : " · " + field.title()));
        }
        html.close("table");
    }
}

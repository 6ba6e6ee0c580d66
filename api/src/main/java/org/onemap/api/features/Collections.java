package org.onemap.api.features;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.EntityTag;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Html;
import org.onemap.api.http.Link;
import org.onemap.api.http.Page;
import org.onemap.api.http.Representation;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** {@code /collections}: the layers of the store. */
public final class Collections implements Endpoint {

    private final Store store;

    /** Reads from this store. */
    public Collections(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/collections";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON, Representation.HTML);
        List<CollectionDocument> documents;
        try (ReadView view = store.read()) {
            EntityTag tag = exchange.tagOf(view.changeNumber(), form);
            if (exchange.isAnsweredBy(tag, form)) {
                return;
            }
            documents = CollectionDocument.list(view);
        }
        Link self = new Link(exchange.url("/collections"), "self", "application/json", "Collections");
        if (form.equals(Representation.HTML)) {
            Link json = new Link(exchange.url("/collections?f=json"), "alternate", "application/json", "JSON");
            exchange.html(new Page("图层", List.of(), List.of(json), html -> write(html, exchange, documents)));
            return;
        }
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            Link.write(
                    json,
                    List.of(
                            self,
                            new Link(self.href() + "?f=html", "alternate", "text/html", "Collections as a page")));
            json.writeArrayFieldStart("collections");
            for (CollectionDocument document : documents) {
                document.write(json, exchange);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(Html html, Exchange exchange, List<CollectionDocument> documents) throws IOException {
        if (documents.isEmpty()) {
            html.element("p", "还没有图层；用 onemap import 导入数据");
            return;
        }
        html.open("table").open("tr");
        for (String head : List.of("名称", "图层", "字段数", "自")) {
            html.element("th", head, "scope", "col");
        }
        html.close("tr");
        for (CollectionDocument document : documents) {
            String url = exchange.url(CollectionDocument.path(document.layer()));
            html.open("tr")
                    .open("td")
                    .link(url + "?f=html", document.layer().title())
                    .close("td");
            html.element("td", document.layer().name());
            html.element("td", Integer.toString(document.layer().schema().size()));
            html.element("td", document.since().map(Object::toString).orElse(""))
                    .close("tr");
        }
        html.close("table");
    }
}

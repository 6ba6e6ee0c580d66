package org.onemap.api.features;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Page;
import org.onemap.api.http.Representation;

/** {@code /conformance}: which parts of which standards this service follows. */
public final class Conformance implements Endpoint {

    private static final List<String> CLASSES = List.of(
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/dataset-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/collections-selection",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/mapbox-styles",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/sld-10",
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/sld-11",
            "http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
            "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset");

    @Override
    public String path() {
        return "/conformance";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON, Representation.HTML);
        if (form.equals(Representation.HTML)) {
            Link json = new Link(exchange.url("/conformance?f=json"), "alternate", "application/json", "JSON");
            exchange.html(new Page("符合性声明", List.of(), List.of(json), html -> {
                html.open("ul");
                for (String one : CLASSES) {
                    html.element("li", one);
                }
                html.close("ul");
            }));
            return;
        }
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("conformsTo");
            for (String one : CLASSES) {
                json.writeString(one);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}

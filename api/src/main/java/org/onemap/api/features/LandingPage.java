package org.onemap.api.features;

import java.io.IOException;
import java.util.List;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Html;
import org.onemap.api.http.Link;
import org.onemap.api.http.Page;
import org.onemap.api.http.Representation;

/** {@code /}: where everything begins. */
public final class LandingPage implements Endpoint {

    private static final String TITLE = "onemap 要素一张图";
    private static final String DESCRIPTION =
            "The one map of a city's grid governance: offices, zones and grids, and what lies in them. 城市网格治理一张图";

    @Override
    public String path() {
        return "/";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(java.util.Set.of());
        Representation form = exchange.negotiate(Representation.JSON, Representation.HTML);
        if (form.equals(Representation.HTML)) {
            exchange.html(new Page(TITLE, List.of(), List.of(json(exchange)), html -> write(html, exchange)));
            return;
        }
        exchange.json(form.mediaType(), json -> {
            json.writeStartObject();
            json.writeStringField("title", TITLE);
            json.writeStringField("description", DESCRIPTION);
            Link.write(json, links(exchange));
            json.writeEndObject();
        });
    }

    private static Link json(Exchange exchange) {
        return new Link(exchange.url("/?f=json"), "alternate", "application/json", "JSON");
    }

    private static List<Link> links(Exchange exchange) {
        String json = "application/json";
        String html = "text/html";
        return List.of(
                new Link(exchange.url("/"), "self", json, "This document"),
                new Link(exchange.url("/?f=html"), "alternate", html, "This document as a page"),
                new Link(
                        exchange.url("/api"), "service-desc", Representation.OPENAPI.mediaType(), "The API definition"),
                new Link(exchange.url("/api?f=html"), "service-doc", html, "The API documentation"),
                new Link(exchange.url("/conformance"), "conformance", json, "Conformance classes"),
                new Link(exchange.url("/collections"), "data", json, "The collections 图层"),
                new Link(
                        exchange.url("/tiles"),
                        "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                        json,
                        "Vector tiles of all collections 矢量瓦片"),
                new Link(
                        exchange.url("/tileMatrixSets"),
                        "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                        json,
                        "Tile matrix sets"),
                new Link(exchange.url("/styles"), "http://www.opengis.net/def/rel/ogc/1.0/styles", json, "Styles 样式"),
                new Link(exchange.url("/map"), "related", html, "The map 地图"),
                new Link(exchange.url("/health/ready"), "status", json, "Whether the service is ready"));
    }

    private static void write(Html html, Exchange exchange) throws IOException {
        html.element("p", DESCRIPTION);
        html.open("ul");
        item(html, exchange.url("/map"), "地图", "在浏览器中查看要素一张图");
        item(html, exchange.url("/collections?f=html"), "图层", "浏览各图层的要素");
        item(html, exchange.url("/api?f=html"), "接口说明", "OpenAPI 3.0");
        item(html, exchange.url("/conformance?f=html"), "符合性声明", "OGC API 符合性类");
        item(html, exchange.url("/tiles?f=json"), "矢量瓦片", "WebMercatorQuad, MVT, TileJSON");
        item(html, exchange.url("/styles?f=html"), "样式", "地图样式与图例");
        html.close("ul");
        html.open("h2").text("按坐标查询归属").close("h2");
        html.open("form", "action", exchange.url("/v1/locate"), "method", "get");
        for (String name : List.of("lon", "lat")) {
            html.open("label").text(name + " ");
            html.open("input", "name", name, "required", "required", "inputmode", "decimal")
                    .close("label");
        }
        html.open("label").text("coordsys ").open("select", "name", "coordsys");
        for (String coordsys : List.of("cgcs2000", "wgs84", "gcj02", "bd09")) {
            html.element("option", coordsys, "value", coordsys);
        }
        html.close("select").close("label");
        html.element("button", "查询").close("form");
    }

    private static void item(Html html, String href, String title, String text) throws IOException {
        html.open("li").link(href, title).text(" – " + text).close("li");
    }
}

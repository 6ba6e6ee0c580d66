package org.onemap.api.styles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Html;
import org.onemap.api.http.Link;
import org.onemap.api.http.Page;
import org.onemap.api.http.Representation;
import org.onemap.theme.ThemeStyles;

/** {@code /styles}: the styles that there are, one for each theme. */
public final class Styles implements Endpoint {

    private final StyleBodies styles;

    /** Tells of these styles. */
    public Styles(StyleBodies styles) {
        this.styles = styles;
    }

    @Override
    public String path() {
        return "/styles";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.JSON, Representation.HTML);
        Link json = new Link(exchange.url("/styles?f=json"), "alternate", "application/json", "JSON");
        if (form.equals(Representation.HTML)) {
            exchange.html(new Page("样式", List.of(), List.of(json), html -> write(html, exchange)));
            return;
        }
        exchange.json(form.mediaType(), out -> {
            out.writeStartObject();
            out.writeStringField("default", ThemeStyles.names().get(0));
            out.writeArrayFieldStart("styles");
            for (String name : ThemeStyles.names()) {
                out.writeStartObject();
                out.writeStringField("id", name);
                out.writeStringField("title", styles.get(name).title());
                List<Link> links = new ArrayList<>(StyleLinks.stylesheets(exchange, name));
                links.addAll(StyleLinks.about(exchange, name));
                Link.write(out, links);
                out.writeEndObject();
            }
            out.writeEndArray();
            Link.write(
                    out,
                    List.of(
                            new Link(exchange.url("/styles"), "self", "application/json", "Styles"),
                            new Link(exchange.url("/styles?f=html"), "alternate", "text/html", "Styles as a page")));
            out.writeEndObject();
        });
    }

    private void write(Html html, Exchange exchange) throws IOException {
        html.open("table").open("tr");
        for (String head : List.of("样式", "名称", "格式", "图例")) {
            html.element("th", head, "scope", "col");
        }
        html.close("tr");
        for (String name : ThemeStyles.names()) {
            html.open("tr")
                    .open("td")
                    .link(exchange.url("/map?theme=" + name), styles.get(name).title())
                    .close("td");
            html.element("td", name).open("td");
            for (Link link : StyleLinks.stylesheets(exchange, name)) {
                html.link(link.href(), link.title()).text(" ");
            }
            html.close("td").open("td");
            html.link(StyleLinks.url(exchange, name) + "/legend?f=svg", "图例")
                    .close("td")
                    .close("tr");
        }
        html.close("table");
    }
}

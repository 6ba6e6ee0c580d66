package org.onemap.api.styles;

import java.util.ArrayList;
import java.util.List;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;

/** Where the parts of a style are. */
final class StyleLinks {

    private StyleLinks() {}

    /** The style in every language. */
    static List<Link> stylesheets(Exchange exchange, String style) {
        List<Link> links = new ArrayList<>();
        for (Representation form : StyleForms.ALL) {
            links.add(stylesheet(exchange, style, form));
        }
        return links;
    }

    static Link stylesheet(Exchange exchange, String style, Representation form) {
        return new Link(
                url(exchange, style) + "?f=" + form.token(), "stylesheet", form.mediaType(), StyleForms.title(form));
    }

    /** What is told about the style. */
    static List<Link> about(Exchange exchange, String style) {
        String url = url(exchange, style);
        return List.of(
                new Link(url + "/metadata", "describedby", "application/json", "Metadata of the style 样式说明"),
                new Link(url + "/legend", "legend", "application/json", "Legend 图例"),
                new Link(url + "/legend?f=svg", "legend", "image/svg+xml", "Legend as a picture"),
                new Link(exchange.url("/map?theme=" + style), "preview", "text/html", "The map in this style"));
    }

    static String url(Exchange exchange, String style) {
        return exchange.url("/styles/" + style);
    }
}

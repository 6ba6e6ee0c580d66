package org.onemap.api.http;

import java.io.IOException;
import java.util.List;

/**
 * A page for people: the same frame around every body. Immutable.
 *
 * @param title heading and window title
 * @param trail links to what stands above, from the top
 * @param otherForms links to the same resource in other forms
 * @param body writes what is inside
 */
public record Page(String title, List<Link> trail, List<Link> otherForms, Body body) {

    /** Writes the inside of a page. */
    @FunctionalInterface
    public interface Body {

        /** Writes the inside of the page. */
        void write(Html html) throws IOException;
    }

    /** May load our own style and pictures, nothing else, and runs no script. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    void write(Html html, String root) throws IOException {
        html.declareDocument();
        html.open("html", "lang", "zh-CN").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", title + " · onemap");
        html.open("link", "rel", "stylesheet", "href", root + "/assets/onemap.css");
        html.close("head").open("body").open("header");
        html.link(root + "/", "onemap 要素一张图");
        for (Link link : trail) {
            html.element("span", "›").link(link.href(), link.title());
        }
        html.close("header").open("main").element("h1", title);
        body.write(html);
        html.close("main").open("footer");
        for (Link link : otherForms) {
            html.link(link.href(), link.title());
        }
        html.link(root + "/map", "地图").link(root + "/api?f=html", "接口说明");
        html.close("footer").close("body").close("html");
    }
}

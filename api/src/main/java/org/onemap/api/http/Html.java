package org.onemap.api.http;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a page tag by tag; every text and attribute value is escaped, there is no way to write raw markup. Confined to
 * one thread.
 */
public final class Html {

    private final Writer out;

    Html(Writer out) {
        this.out = out;
    }

    /** Opens a tag with attributes given as name, value, name, value, … */
    public Html open(String tag, String... attributes) throws IOException {
        out.write('<');
        out.write(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.write(' ');
            out.write(attributes[i]);
            out.write("=\"");
            escape(attributes[i + 1]);
            out.write('"');
        }
        out.write('>');
        return this;
    }

    /** Closes a tag. */
    public Html close(String tag) throws IOException {
        out.write("</");
        out.write(tag);
        out.write('>');
        return this;
    }

    /** Writes text. */
    public Html text(String text) throws IOException {
        escape(text);
        return this;
    }

    /** Writes a tag with nothing but text in it. */
    public Html element(String tag, String text, String... attributes) throws IOException {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Writes a link. */
    public Html link(String href, String text) throws IOException {
        return element("a", text, "href", href);
    }

    /** Writes one row of a table of two columns. */
    public Html row(String head, String value) throws IOException {
        return open("tr")
                .element("th", head, "scope", "row")
                .element("td", value)
                .close("tr");
    }

    void declareDocument() throws IOException {
        out.write("<!DOCTYPE html>\n");
    }

    private void escape(String text) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity =
                    switch (text.charAt(i)) {
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '&' -> "&amp;";
                        case '"' -> "&quot;";
                        case '\'' -> "&#39;";
                        default -> "";
                    };
            if (!entity.isEmpty()) {
                out.write(text, from, i - from);
                out.write(entity);
                from = i + 1;
            }
        }
        out.write(text, from, text.length() - from);
    }
}

package org.onemap.theme;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes the XML of an SLD, indented; knows in which namespace a version has its elements. Confined to one thread.
 *
 * <p>Written by hand rather than by {@code XMLStreamWriter}, because GeoServer keeps the white space of a label only in
 * CDATA, inside a mixed element that must not be indented.
 */
final class SldXml {

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private final SldVersion version;
    private boolean inline;

    SldXml(SldVersion version) {
        this.version = version;
    }

    SldVersion version() {
        return version;
    }

    /** Opens the root element with its namespaces. */
    SldXml root() {
        String namespaces = version == SldVersion.V1_0
                ? " xmlns=\"http://www.opengis.net/sld\""
                : " xmlns=\"http://www.opengis.net/sld\" xmlns:se=\"http://www.opengis.net/se\"";
        return open(
                "StyledLayerDescriptor",
                " version=\"" + version.number() + "\"" + namespaces + " xmlns:ogc=\"http://www.opengis.net/ogc\""
                        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    }

    /** The name of an element that moved to Symbology Encoding. */
    String se(String name) {
        return version == SldVersion.V1_0 ? name : "se:" + name;
    }

    SldXml open(String name) {
        return open(name, "");
    }

    /** @param attributes as they stand, each with a blank before it */
    SldXml open(String name, String attributes) {
        indent();
        xml.append('<').append(name).append(attributes).append('>');
        newLine();
        open.push(name);
        return this;
    }

    SldXml close() {
        String name = open.pop();
        indent();
        xml.append("</").append(name).append('>');
        newLine();
        return this;
    }

    SldXml leaf(String name, String text) {
        return leaf(name, "", text);
    }

    SldXml leaf(String name, String attributes, String text) {
        indent();
        xml.append('<').append(name).append(attributes).append('>');
        xml.append(escape(text)).append("</").append(name).append('>');
        newLine();
        return this;
    }

    SldXml empty(String name, String attributes) {
        indent();
        xml.append('<').append(name).append(attributes).append("/>");
        newLine();
        return this;
    }

    /** A parameter of a stroke, a fill or a font. */
    SldXml parameter(String name, String value) {
        String element = version == SldVersion.V1_0 ? "CssParameter" : "se:SvgParameter";
        return leaf(element, " name=\"" + name + "\"", value);
    }

    SldXml vendorOption(String name, String value) {
        return leaf(se("VendorOption"), " name=\"" + name + "\"", value);
    }

    /** Opens an element of text and elements in one line. */
    SldXml openInline(String name, String attributes) {
        indent();
        xml.append('<').append(name).append(attributes).append('>');
        open.push(name);
        inline = true;
        return this;
    }

    SldXml closeInline() {
        xml.append("</").append(open.pop()).append('>');
        inline = false;
        newLine();
        return this;
    }

    /** Text whose white space counts. */
    SldXml cdata(String text) {
        xml.append("<![CDATA[").append(text.replace("]]>", "]]]]><![CDATA[>")).append("]]>");
        return this;
    }

    private void indent() {
        if (!inline) {
            xml.append("  ".repeat(open.size()));
        }
    }

    private void newLine() {
        if (!inline) {
            xml.append('\n');
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}

package org.onemap.geoserver.catalog;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of styles and of the tile cache, without document types and external entities. */
final class Xml {

    private Xml() {}

    /** The document; empty if the text is no XML. */
    static Optional<Document> parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(builder.parse(new InputSource(new StringReader(text.strip()))));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements right below. */
    static List<Element> children(Node node) {
        List<Element> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The elements below a path of names, from any number of parents. */
    static List<Element> list(Node node, String... path) {
        List<Element> found = List.of();
        List<Node> from = new ArrayList<>(List.of(node));
        for (String name : path) {
            found = from.stream()
                    .flatMap(parent -> children(parent).stream())
                    .filter(child -> child.getLocalName().equals(name))
                    .toList();
            from = new ArrayList<>(found);
        }
        return found;
    }

    /** The texts below a path of names. */
    static List<String> texts(Node node, String... path) {
        return list(node, path).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    /** The first text below a path of names; empty text where there is none. */
    static String text(Node node, String... path) {
        return texts(node, path).stream().findFirst().orElse("");
    }

    /** Text fit for an element. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

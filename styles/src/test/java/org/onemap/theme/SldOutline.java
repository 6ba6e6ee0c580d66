package org.onemap.theme;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * One rule of an SLD, in a few words.
 *
 * @param layer the named layer
 * @param name the rule's name
 * @param minZoom lowest level
 * @param maxZoom highest level
 * @param filter its filter in one line
 * @param looks part ({@code fill}, {@code line}, {@code casing}, {@code circle}, {@code icon}, {@code label}) to colour or
 *     icon
 * @param numbers all other parameters
 */
record SldOutline(
        String layer, String name, int minZoom, int maxZoom, String filter, Map<String, String> looks, String numbers) {

    static List<SldOutline> read(String sld) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(sld)));
            List<SldOutline> rules = new ArrayList<>();
            for (Element layer : all(document.getDocumentElement(), "NamedLayer")) {
                for (Element rule : all(layer, "Rule")) {
                    rules.add(rule(child(layer, "Name"), rule));
                }
            }
            return rules;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SldOutline rule(String layer, Element rule) {
        String min = child(rule, "MaxScaleDenominator");
        String max = child(rule, "MinScaleDenominator");
        return new SldOutline(
                layer,
                child(rule, "Name"),
                min.isEmpty() ? 0 : (int) Math.round(level(min) + 0.5),
                max.isEmpty() ? ZoomRange.HIGHEST : (int) Math.round(level(max) - 0.5),
                all(rule, "Filter").stream()
                        .map(SldOutline::filterText)
                        .findFirst()
                        .orElse(""),
                looks(rule, child(rule, "Name").contains("-casing")),
                numbers(rule));
    }

    private static double level(String scale) {
        return Math.log(ZoomRange.resolution(0) / (Double.parseDouble(scale) * 0.00028)) / Math.log(2);
    }

    private static Map<String, String> looks(Element rule, boolean casing) {
        Map<String, String> looks = new TreeMap<>();
        for (Element text : all(rule, "TextSymbolizer")) {
            looks.put("label", color(all(text, "Fill").get(all(text, "Fill").size() - 1), "fill"));
        }
        for (Element mark : all(rule, "Mark")) {
            looks.put("circle", color(all(mark, "Fill").get(0), "fill"));
        }
        all(rule, "OnlineResource")
                .forEach(icon ->
                        looks.put("icon", icon.getAttribute("xlink:href").replace(".svg", "")));
        for (String symbolizer : List.of("PolygonSymbolizer", "LineSymbolizer")) {
            for (Element shape : all(rule, symbolizer)) {
                all(shape, "Fill").forEach(fill -> looks.put("fill", color(fill, "fill")));
                all(shape, "Stroke").forEach(stroke -> looks.put(casing ? "casing" : "line", color(stroke, "stroke")));
            }
        }
        return looks;
    }

    private static String color(Element paint, String name) {
        String opacity = parameter(paint, name + "-opacity");
        return parameter(paint, name) + (opacity.isEmpty() ? "" : "*" + opacity);
    }

    private static String parameter(Element paint, String name) {
        return parameters(paint).stream()
                .filter(parameter -> parameter.getAttribute("name").equals(name))
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> parameters(Element element) {
        List<Element> parameters = new ArrayList<>(all(element, "CssParameter"));
        parameters.addAll(all(element, "SvgParameter"));
        return parameters;
    }

    private static String numbers(Element rule) {
        List<String> numbers = new ArrayList<>();
        all(rule, "Label")
                .forEach(label -> numbers.add("text="
                        + all(label, "PropertyName").stream()
                                .map(Node::getTextContent)
                                .toList()));
        parameters(rule).stream()
                .filter(parameter ->
                        parameter.getAttribute("name").matches("stroke-width|stroke-dasharray|font-size|font-weight"))
                .forEach(parameter -> numbers.add(parameter.getAttribute("name") + "=" + parameter.getTextContent()));
        for (String element : List.of("Size", "Radius", "DisplacementY", "Priority")) {
            all(rule, element)
                    .forEach(e -> numbers.add(element + "=" + e.getTextContent().strip()));
        }
        return String.join(" ", numbers);
    }

    /** {@code (code LIKE .......01* OR code LIKE .......08* …)}; long lists are counted. */
    private static String filterText(Element element) {
        List<String> parts = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                parts.add(filterText(child));
            }
        }
        return switch (element.getLocalName()) {
            case "Filter" -> parts.get(0);
            case "And", "Or" ->
                "(" + String.join(" " + element.getLocalName().toUpperCase(java.util.Locale.ROOT) + " ", parts) + ")";
            case "Not" -> "NOT " + parts.get(0);
            case "PropertyName", "Literal" -> element.getTextContent();
            case "Function" -> element.getAttribute("name") + "(" + String.join(",", parts) + ")";
            default ->
                String.join(" " + element.getLocalName().replace("PropertyIs", "") + " ", parts)
                        + (parts.size() == 1 ? " " + element.getLocalName().replace("PropertyIs", "") : "");
        };
    }

    private static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getLocalName().equals(name)) {
                return child.getTextContent();
            }
        }
        return "";
    }

    /** Layer and number of the theme's rule from which it came, with {@code -casing} or {@code -label}. */
    String ofTheme() {
        return name.replaceFirst("^(.+?-\\d+(?:-casing|-label)?)(?:-.*)?$", "$1");
    }

    /** One line of an outline that people review; a long filter is cut, with its length. */
    @Override
    public String toString() {
        String shown = filter.length() <= 160 ? filter : filter.substring(0, 150) + "… " + filter.length();
        return name + " [" + minZoom + "-" + maxZoom + "] " + looks + " " + numbers
                + (shown.isEmpty() ? "" : " WHERE " + shown);
    }
}

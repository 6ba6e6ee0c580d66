package org.onemap.geoserver.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What must survive when GeoServer writes a style in its own way: of every rule its scales, its symbolizers and the
 * operators of its filter. Version and namespaces may differ. Immutable.
 *
 * @param rules one line for each rule
 */
record SldOutline(List<String> rules) {

    SldOutline {
        rules = List.copyOf(rules);
    }

    /** The outline of an SLD document; without rules if it is none. */
    static SldOutline of(String sld) {
        List<String> rules = new ArrayList<>();
        Xml.parse(sld).ifPresent(document -> {
            NodeList all = document.getElementsByTagNameNS("*", "Rule");
            for (int i = 0; i < all.getLength(); i++) {
                rules.add(line((Element) all.item(i)));
            }
        });
        return new SldOutline(rules);
    }

    private static String line(Element rule) {
        StringBuilder line = new StringBuilder("rule");
        for (Element child : Xml.children(rule)) {
            String name = child.getLocalName();
            if (name.endsWith("ScaleDenominator")) {
                line.append(' ').append(name, 0, 3).append(' ').append(scale(child));
            } else if (name.endsWith("Symbolizer")) {
                line.append(' ').append(name);
            } else if (name.equals("Filter")) {
                line.append(" Filter(").append(operators(child)).append(')');
            }
        }
        return line.toString();
    }

    private static String scale(Element element) {
        String text = element.getTextContent().strip();
        try {
            return String.format(Locale.ROOT, "%.2f", Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static String operators(Node filter) {
        List<String> names = new ArrayList<>();
        for (Element child : Xml.children(filter)) {
            if (child.getLocalName().startsWith("PropertyIs")) {
                names.add(child.getLocalName().substring("PropertyIs".length()));
            } else {
                String inner = operators(child);
                if (!inner.isEmpty()) {
                    names.add(inner);
                }
            }
        }
        return String.join(" ", names);
    }

    /** The first place where another outline differs, in words. */
    String difference(SldOutline other) {
        for (int i = 0; i < rules.size(); i++) {
            String got = i < other.rules.size() ? other.rules.get(i) : "nothing";
            if (!rules.get(i).equals(got)) {
                return "rule " + (i + 1) + " was sent as '" + rules.get(i) + "' and came back as '" + got + "'";
            }
        }
        return rules.size() + " rules were sent, " + other.rules.size() + " came back";
    }
}

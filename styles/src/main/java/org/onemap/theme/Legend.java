package org.onemap.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the symbols of a map mean, in the order in which users read it: top of the map first. Immutable.
 *
 * @param name the theme's name
 * @param title what users read
 * @param layers groups of entries, one for each layer that has any
 */
public record Legend(String name, String title, List<Group> layers) {

    public Legend {
        layers = List.copyOf(layers);
    }

    /**
     * The symbols of one layer.
     *
     * @param id the layer's name
     * @param title what users read
     * @param entries its symbols, in the order of the theme
     */
    public record Group(String id, String title, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One symbol and its meaning.
     *
     * @param title what users read
     * @param minZoom lowest level at which it can be seen
     * @param maxZoom highest level at which it can be seen
     * @param svg its picture, a whole SVG document of 32 × 20 pixels
     */
    public record Entry(String title, int minZoom, int maxZoom, String svg) {}

    /** The legend of a theme. */
    public static Legend of(Theme theme) {
        List<Group> groups = new ArrayList<>();
        for (int i = theme.layers().size() - 1; i >= 0; i--) {
            addGroup(groups, theme.layers().get(i));
        }
        theme.others().forEach(other -> addGroup(groups, other));
        return new Legend(theme.name(), theme.title(), groups);
    }

    private static void addGroup(List<Group> groups, ThemeLayer layer) {
        List<Entry> entries = entries(layer);
        if (!entries.isEmpty()) {
            groups.add(new Group(layer.id(), layer.title(), entries));
        }
    }

    private static List<Entry> entries(ThemeLayer layer) {
        Map<String, List<ThemeRule>> byTitle = new LinkedHashMap<>();
        for (ThemeRule rule : layer.rules()) {
            if (!rule.legend().isEmpty()) {
                byTitle.computeIfAbsent(rule.legend(), title -> new ArrayList<>())
                        .add(rule);
            }
        }
        List<Entry> entries = new ArrayList<>();
        byTitle.forEach((title, rules) -> {
            ZoomRange zoom = new ThemeLayer(layer.id(), layer.title(), layer.geometry(), layer.visible(), rules).zoom();
            entries.add(new Entry(title, zoom.min(), zoom.max(), Swatch.svg(rules, layer.geometry())));
        });
        return entries;
    }

    /** The whole legend as one SVG document, for print. */
    public String toSvg() {
        int lineHeight = 26;
        int lines = layers.stream()
                .mapToInt(group -> isSingle(group) ? 1 : 1 + group.entries().size())
                .sum();
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"220\" height=\""
                + (lines * lineHeight + 52) + "\" font-family=\"Noto Sans CJK SC, Source Han Sans SC, PingFang SC,"
                + " Microsoft YaHei, sans-serif\" font-size=\"13\" fill=\"#1f2937\">");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        svg.append("<text x=\"16\" y=\"28\" font-size=\"16\" font-weight=\"600\">")
                .append(escape(title))
                .append("</text>");
        int y = 44;
        for (Group group : layers) {
            if (!isSingle(group)) {
                svg.append("<text x=\"16\" y=\"" + (y + 17) + "\" font-weight=\"600\" fill=\"#6b7280\">")
                        .append(escape(group.title()))
                        .append("</text>");
                y += lineHeight;
            }
            for (Entry entry : group.entries()) {
                svg.append("<g transform=\"translate(16 " + (y + 2) + ")\">")
                        .append(entry.svg())
                        .append("</g><text x=\"60\" y=\"" + (y + 17) + "\">")
                        .append(escape(entry.title()))
                        .append("</text>");
                y += lineHeight;
            }
        }
        return svg.append("</svg>").toString();
    }

    private static boolean isSingle(Group group) {
        return group.entries().size() == 1;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

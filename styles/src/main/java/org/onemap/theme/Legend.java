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
 * @param background colour on which the symbols are seen as on the map
 * @param dark whether the background is dark
 * @param layers groups of entries, one for each layer that has any
 */
public record Legend(String name, String title, String background, boolean dark, List<Group> layers) {

    public Legend {
        layers = List.copyOf(layers);
    }

    /**
     * The symbols of one layer.
     *
     * @param id the layer's name
     * @param title what users read
     * @param symbol the picture that stands for the layer, an SVG document; empty text for none
     * @param entries its symbols, in the order of the theme
     */
    public record Group(String id, String title, String symbol, List<Entry> entries) {
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
        return new Legend(theme.name(), theme.title(), theme.background(), theme.dark(), groups);
    }

    private static void addGroup(List<Group> groups, ThemeLayer layer) {
        List<Entry> entries = entries(layer);
        if (!entries.isEmpty()) {
            groups.add(new Group(
                    layer.id(), layer.title(), layer.symbol().map(Icons::svg).orElse(""), entries));
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
            int min = rules.stream().mapToInt(rule -> rule.zoom().min()).min().orElse(0);
            int max = rules.stream().mapToInt(rule -> rule.zoom().max()).max().orElse(ZoomRange.HIGHEST);
            entries.add(new Entry(title, min, max, Swatch.svg(rules, layer.geometry())));
        });
        return entries;
    }

    private static final int LINE = 26;
    private static final int WIDTH = 232;

    /** The whole legend as one SVG document, for print. */
    public String toSvg() {
        int lines = layers.stream()
                .mapToInt(group -> isSingle(group) ? 1 : 1 + group.entries().size())
                .sum();
        String ink = dark ? "#e6edf5" : "#1f2937";
        String quiet = dark ? "#9fb0c3" : "#6b7280";
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH
                + "\" height=\"" + (lines * LINE + 56) + "\" font-family=\"Noto Sans CJK SC, Source Han Sans SC,"
                + " PingFang SC, Microsoft YaHei, sans-serif\" font-size=\"13\" fill=\"" + ink + "\">");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"" + background + "\"/>");
        text(svg, 16, 28, " font-size=\"16\" font-weight=\"600\"", title);
        int y = 44;
        for (Group group : layers) {
            picture(
                    svg,
                    WIDTH - 34,
                    y + 4,
                    group.symbol().replace("width=\"24\" height=\"24\"", "width=\"18\" height=\"18\""));
            if (!isSingle(group)) {
                text(svg, 16, y + 17, " font-weight=\"600\" fill=\"" + quiet + "\"", group.title());
                y += LINE;
            }
            for (Entry entry : group.entries()) {
                picture(svg, 16, y + 2, entry.svg());
                text(svg, 60, y + 17, "", entry.title());
                y += LINE;
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void picture(StringBuilder svg, int x, int y, String picture) {
        if (!picture.isEmpty()) {
            svg.append("<g transform=\"translate(" + x + " " + y + ")\">" + picture.strip() + "</g>");
        }
    }

    private static void text(StringBuilder svg, int x, int y, String look, String text) {
        svg.append("<text x=\"" + x + "\" y=\"" + y + "\"" + look + ">" + escape(text) + "</text>");
    }

    private static boolean isSingle(Group group) {
        return group.entries().size() == 1;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

package org.onemap.geoserver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onemap.feature.Layer;
import org.onemap.theme.Icons;
import org.onemap.theme.SldStyles;
import org.onemap.theme.SldVersion;
import org.onemap.theme.ThemeLayer;
import org.onemap.theme.ThemeStyles;

/** The looks that a theme gives tables, in SLD 1.1. Layers that the theme hides at first are not in the group. Immutable. */
public final class ThemeLooks implements OneMapPublication.MapLooks {

    private final ThemeStyles theme;

    /** The looks of a theme. */
    public ThemeLooks(ThemeStyles theme) {
        this.theme = theme;
    }

    @Override
    public MapLook of(List<Layer> layers) {
        SldStyles sld = theme.sld(SldVersion.V1_1);
        Set<String> named = theme.theme().layers().stream().map(ThemeLayer::id).collect(Collectors.toSet());
        Set<String> hidden = theme.theme().layers().stream()
                .filter(layer -> !layer.visible())
                .map(ThemeLayer::id)
                .collect(Collectors.toSet());
        Map<String, String> styles = new LinkedHashMap<>();
        Set<String> files = new TreeSet<>();
        int others = 0;
        for (Layer layer : layers) {
            boolean other = !named.contains(layer.name());
            styles.put(layer.name(), sld.layer(layer, other ? others++ : 0));
            files.addAll(sld.iconFiles(layer));
        }
        List<MapLook.Drawing> drawings = sld.drawingOrder(layers).stream()
                .filter(drawing -> !hidden.contains(drawing.layer()))
                .map(drawing -> new MapLook.Drawing(
                        drawing.layer(), drawing.stage().name().toLowerCase(Locale.ROOT), drawing.sld()))
                .toList();
        Map<String, String> icons = new LinkedHashMap<>();
        Icons.names().stream()
                .filter(name -> files.contains(Icons.fileName(name)))
                .forEach(name -> icons.put(Icons.fileName(name), Icons.svg(name)));
        return new MapLook(theme.title(), styles, drawings, icons);
    }
}

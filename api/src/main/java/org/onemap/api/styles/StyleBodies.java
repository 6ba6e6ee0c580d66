package org.onemap.api.styles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onemap.NotFound;
import org.onemap.api.http.Precompressed;
import org.onemap.api.http.Representation;
import org.onemap.feature.Layer;
import org.onemap.snapshot.SnapshotHolder;
import org.onemap.theme.SldStyles;
import org.onemap.theme.SldVersion;
import org.onemap.theme.SpriteSheet;
import org.onemap.theme.ThemeStyles;

/**
 * The documents of each style, generated at the first request for it. Thread-safe.
 *
 * <p>MapLibre styles and SLD depend on what the store holds: layers that the theme does not name get its other looks, and
 * an SLD names only columns that there are. Their bodies are kept for each state of the catalog, the latest few.
 */
public final class StyleBodies {

    private static final int MOST_BODIES = 60;

    private final SnapshotHolder snapshots;
    private final Map<String, ThemeStyles> themes = new ConcurrentHashMap<>();
    private final Cache<Key, Precompressed> bodies =
            Caffeine.newBuilder().maximumSize(MOST_BODIES).build();

    private record Key(String style, String form, String url, List<Layer> layers) {}

    /** Draws the layers of these snapshots. */
    public StyleBodies(SnapshotHolder snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * The theme behind a style.
     *
     * @throws NotFound if there is none of this name
     */
    ThemeStyles get(String style) {
        return themes.computeIfAbsent(style, ThemeStyles::load);
    }

    /** The layers that can be drawn, in the order of the catalog. */
    List<Layer> layers() {
        return snapshots.current().layers().list().stream()
                .filter(layer -> layer.geometry().isSpatial())
                .toList();
    }

    /** A style in a language, for the layers of the store. */
    Precompressed style(String style, Representation form, String url) {
        ThemeStyles theme = get(style);
        List<Layer> layers = form.equals(StyleForms.OPENLAYERS) ? List.of() : layers();
        return bodies.get(
                new Key(style, form.token(), url, layers),
                key -> body(
                        switch (form.token()) {
                            case "mapbox" -> theme.mapLibre(url, others(theme, layers));
                            case "sld10" -> theme.sld(SldVersion.V1_0).map(layers);
                            case "sld11" -> theme.sld(SldVersion.V1_1).map(layers);
                            default -> theme.openLayers();
                        }));
    }

    /**
     * The SLD of one layer.
     *
     * @throws NotFound if the store has no such layer with a geometry
     */
    Precompressed layerStyle(String style, Representation form, String name) {
        List<Layer> layers = layers();
        Layer layer = layers.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("no layer named '" + name + "' to draw; there are "
                        + layers.stream().map(Layer::name).toList()));
        SldStyles sld = get(style).sld(form.equals(StyleForms.SLD_1_0) ? SldVersion.V1_0 : SldVersion.V1_1);
        int other = Math.max(0, others(get(style), layers).indexOf(name));
        return bodies.get(new Key(style, form.token() + " " + name, "", layers), key -> body(sld.layer(layer, other)));
    }

    Precompressed legendJson(String style) {
        return bodies.get(
                new Key(style, "legend json", "", List.of()),
                key -> body(get(style).legendJson()));
    }

    Precompressed legendSvg(String style) {
        return bodies.get(
                new Key(style, "legend svg", "", List.of()),
                key -> body(get(style).legendSvg()));
    }

    Precompressed spriteIndex(int ratio) {
        return bodies.get(
                new Key("", "sprite json " + ratio, "", List.of()), key -> body(new SpriteSheet(ratio).json()));
    }

    Precompressed spritePicture(int ratio) {
        return bodies.get(
                new Key("", "sprite png " + ratio, "", List.of()),
                key -> Precompressed.of(new SpriteSheet(ratio).png()));
    }

    /** Layers of the store that the theme does not name. */
    static List<String> others(ThemeStyles theme, List<Layer> layers) {
        return layers.stream()
                .map(Layer::name)
                .filter(name -> theme.theme().layers().stream()
                        .noneMatch(looks -> looks.id().equals(name)))
                .toList();
    }

    private static Precompressed body(String text) {
        return Precompressed.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

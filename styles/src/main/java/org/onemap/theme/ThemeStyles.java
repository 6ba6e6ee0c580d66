package org.onemap.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.onemap.NotFound;

/**
 * The documents that are generated from a theme, each written once. Immutable.
 *
 * <p>Use: {@code ThemeStyles.load("one-map").openLayers()}.
 */
public final class ThemeStyles {

    private static final List<String> NAMES = List.of("one-map", "night", "print");

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private final Theme theme;
    private final String openLayers;
    private final String legendJson;
    private final String legendSvg;

    private ThemeStyles(Theme theme) {
        this.theme = theme;
        Legend legend = Legend.of(theme);
        this.openLayers = write(new OpenLayersStyle(theme).toJson());
        this.legendJson = write(legend);
        this.legendSvg = legend.toSvg() + "\n";
    }

    /** The names of the themes that come with onemap. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads a theme that comes with onemap and generates its documents.
     *
     * @throws NotFound if there is none of this name; the message lists those that there are
     */
    public static ThemeStyles load(String name) {
        if (!NAMES.contains(name)) {
            throw new NotFound("no style named '" + name + "'; there are " + NAMES);
        }
        String file = name + ".yaml";
        try (InputStream in = ThemeStyles.class.getResourceAsStream("/themes/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the theme " + file + " is missing from the jar");
            }
            return of(Theme.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Generates the documents of a theme. */
    public static ThemeStyles of(Theme theme) {
        return new ThemeStyles(theme);
    }

    /** The name of the theme. */
    public String name() {
        return theme.name();
    }

    /** What users read. */
    public String title() {
        return theme.title();
    }

    /** One sentence for users. */
    public String description() {
        return theme.description();
    }

    /** The theme itself. */
    public Theme theme() {
        return theme;
    }

    /**
     * OpenLayers flat styles as JSON: {@code {name, title, background, layers: [{id, title, geometry, minZoom, maxZoom,
     * visible, style, labels?: {from, minZoom, style}}], others: […], marks}}, layers in drawing order.
     */
    public String openLayers() {
        return openLayers;
    }

    /**
     * The MapLibre style over the vector tiles of a service, with its sprite at {@code styles/<name>/sprite}.
     *
     * @param url where the service is, without a slash at the end
     * @param others collections that the theme does not name; they lie lowest
     */
    public String mapLibre(String url, List<String> others) {
        List<MapLibreStyle.Styled> layers = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            layers.add(new MapLibreStyle.Styled(
                    theme.others().get(i % theme.others().size()), others.get(i)));
        }
        theme.layers().forEach(layer -> layers.add(new MapLibreStyle.Styled(layer, layer.id())));
        return write(new MapLibreStyle(theme, url).toJson(layers));
    }

    /** Styled Layer Descriptors of this version: of the whole map, of one layer, and in the order of drawing. */
    public SldStyles sld(SldVersion version) {
        return new SldStyles(theme, version);
    }

    /** The {@link Legend} as JSON. */
    public String legendJson() {
        return legendJson;
    }

    /** The {@link Legend} as an SVG picture. */
    public String legendSvg() {
        return legendSvg;
    }

    private static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

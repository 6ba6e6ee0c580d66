package org.onemap.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.onemap.NotFound;

/**
 * onemap's own symbols, as SVG of 24 × 24: the six classes of parts (部件) and the levels of divisions. Plain shapes with
 * fill and stroke attributes only, so that browsers, GeoServer (Batik), MapServer (librsvg) and QGIS draw them alike.
 * Thread-safe.
 */
public final class Icons {

    /** What an icon is in every style. */
    public static final String MEDIA_TYPE = "image/svg+xml";

    /** Width and height of every icon, in its own units. */
    public static final int SIZE = 24;

    private static final List<String> NAMES = List.of(
            "part-utility",
            "part-traffic",
            "part-environment",
            "part-greening",
            "part-property",
            "part-other",
            "division-office",
            "division-zone",
            "division-grid",
            "division-community");

    private Icons() {}

    /** The names of all icons. */
    public static List<String> names() {
        return NAMES;
    }

    /** The file name by which styles refer to an icon. */
    public static String fileName(String name) {
        return name + ".svg";
    }

    /**
     * The picture, an SVG document.
     *
     * @throws NotFound if there is none of this name; the message lists those that there are
     */
    public static String svg(String name) {
        if (!NAMES.contains(name)) {
            throw new NotFound("no icon named '" + name + "'; there are " + NAMES);
        }
        try (InputStream in = Icons.class.getResourceAsStream("/icons/" + fileName(name))) {
            if (in == null) {
                throw new IllegalStateException("the icon " + fileName(name) + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shapes of an icon without the {@code svg} element around them. */
    static String shapes(String name) {
        String svg = svg(name);
        return svg.substring(svg.indexOf('>') + 1, svg.lastIndexOf("</svg>")).strip();
    }
}

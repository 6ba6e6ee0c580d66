package org.onemap.geoserver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the theme gives for a set of tables: styles in SLD 1.1 and the order of drawing. Immutable.
 *
 * @param title of the map
 * @param styles name of a table to its style when it is looked at alone
 * @param drawings what the whole map is made of, bottom first
 * @param icons file name to SVG document, for all that the styles refer to
 */
public record MapLook(String title, Map<String, String> styles, List<Drawing> drawings, Map<String, String> icons) {

    public MapLook {
        styles = Collections.unmodifiableMap(new LinkedHashMap<>(styles));
        drawings = List.copyOf(drawings);
        icons = Collections.unmodifiableMap(new LinkedHashMap<>(icons));
    }

    /**
     * One table at one place of the drawing order.
     *
     * @param layer name of the table
     * @param stage a word that tells its places apart, for instance {@code area}
     * @param sld what is drawn there
     */
    public record Drawing(String layer, String stage, String sld) {}
}

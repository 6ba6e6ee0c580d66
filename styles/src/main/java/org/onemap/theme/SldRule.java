package org.onemap.theme;

import java.util.List;
import java.util.function.Consumer;

/**
 * One {@code Rule} of an SLD. Immutable.
 *
 * @param name layer, number of the theme's rule and what of it, for instance {@code road-4-casing-z14}
 * @param title legend text; empty for none
 * @param filter which features; never {@link SldFilter.Never}
 * @param zoom levels
 * @param symbolizer writes the symbolizer
 */
record SldRule(String name, String title, SldFilter filter, ZoomRange zoom, Consumer<SldXml> symbolizer) {

    private static final double HALF_LEVEL = 0.5;

    /** The same for fewer features. */
    SldRule onlyWhere(SldFilter condition) {
        return new SldRule(name, title, SldFilter.and(List.of(filter, condition)), zoom, symbolizer);
    }

    void write(SldXml xml) {
        xml.open(xml.se("Rule"));
        xml.leaf(xml.se("Name"), name);
        if (!title.isEmpty() && xml.version() == SldVersion.V1_0) {
            xml.leaf("Title", title);
        } else if (!title.isEmpty()) {
            xml.open("se:Description").leaf("se:Title", title).close();
        }
        if (!(filter instanceof SldFilter.Always)) {
            xml.open("ogc:Filter");
            filter.write(xml);
            xml.close();
        }
        if (zoom.max() < ZoomRange.HIGHEST) {
            xml.leaf(xml.se("MinScaleDenominator"), SldNumbers.scale(zoom.max() + HALF_LEVEL));
        }
        if (zoom.min() > 0) {
            xml.leaf(xml.se("MaxScaleDenominator"), SldNumbers.scale(zoom.min() - HALF_LEVEL));
        }
        symbolizer.accept(xml);
        xml.close();
    }
}

package org.onemap.theme;

/**
 * One line of a layer's drawing instructions. Immutable.
 *
 * @param legend what users read beside the symbol; empty text keeps the rule out of the legend. Rules of one layer with
 *     the same text share one legend entry
 * @param zoom levels at which it draws
 * @param when features that it draws
 * @param stage where it stands in the drawing order of the whole map
 * @param symbol how it draws
 */
public record ThemeRule(String legend, ZoomRange zoom, Condition when, Stage stage, Symbol symbol) {

    /** The order in which the map is drawn, across layers; inside a stage, layers follow the order of the theme. */
    public enum Stage {
        /** Tints of divisions, under everything. */
        AREA,
        /** Things that cover ground: buildings and roads. */
        BODY,
        /** Outlines of divisions, over the roads on which they run. */
        BOUNDARY,
        /** Marks of points. */
        POINT
    }
}

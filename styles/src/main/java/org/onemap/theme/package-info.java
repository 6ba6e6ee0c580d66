/**
 * What the map looks like: a theme file and the style documents that are generated from it.
 *
 * <p>Accepted input: a YAML file of the form of {@code themes/one-map.yaml}; a fault is refused with file and line.
 * Output: OpenLayers flat styles, MapLibre styles, SLD 1.0 and 1.1 and the legend, complete for every rule of the theme; nothing about looks is written
 * anywhere else.
 *
 * <ol>
 *   <li>{@code ThemeNode} reads YAML into a tree that knows its lines.
 *   <li>{@code ThemeReader} makes a {@link org.onemap.theme.Theme} of it and refuses what it does not know.
 *   <li>{@code OpenLayersStyle}, {@code MapLibreStyle}, {@link org.onemap.theme.SldStyles} and {@link org.onemap.theme.Legend} write the theme out.
 *   <li>{@link org.onemap.theme.ThemeStyles} keeps the documents for the server.
 * </ol>
 */
@NullMarked
package org.onemap.theme;

import org.jspecify.annotations.NullMarked;

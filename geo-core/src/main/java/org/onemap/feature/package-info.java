/**
 * The vocabulary that tables, collections, tiles, styles and GeoServer share: {@link org.onemap.feature.Layer},
 * {@link org.onemap.feature.Schema}, {@link org.onemap.feature.Feature} and the
 * {@link org.onemap.feature.LayerCatalog} that lists what a store holds. All types are immutable values.
 */
@NullMarked
package org.onemap.feature;

import org.jspecify.annotations.NullMarked;

/**
 * {@code onemap roads build}: the road layer of a store becomes the layers {@code road_segment}, {@code road_node} and
 * {@code block} of the same store, in one change set.
 *
 * <ol>
 *   <li>{@code NetInput} reads centrelines, outline, the net as it is and every code that was ever given.
 *   <li>{@link org.onemap.road.RoadNetBuilder} builds.
 *   <li>{@code NetWriter} writes, unless the net is refused or nothing differs.
 *   <li>{@code NetReport} says in Chinese what came of it; {@code NetPicture} draws it.
 * </ol>
 */
@NullMarked
package org.onemap.ingest.road;

import org.jspecify.annotations.NullMarked;

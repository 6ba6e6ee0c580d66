/**
 * Where divisions of one level meet, and which lines they meet along.
 *
 * <p>Input: polygons in EPSG:4490 that should tile; rings need not share their vertices, and may overlap or gape. Output:
 * every stretch that two of them share, each stretch of a pair once, however the polygons are listed.
 *
 * <ol>
 *   <li>Edges that two polygons have in common to the last bit are found by hashing.
 *   <li>Of the edges left over, those that run along one another within a centimetre count too: a vertex that one side lacks.
 *   <li>Each stretch is given to the road segment whose edge it is, or that runs along it within half a metre.
 * </ol>
 */
@NullMarked
package org.onemap.division.border;

import org.jspecify.annotations.NullMarked;

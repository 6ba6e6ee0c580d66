/**
 * Whose is this point? Polygons of one level or of all levels in, divisions out, exactly as JTS {@code covers} answers; on a
 * shared boundary the lowest code wins. For those who embed it, five lines:
 *
 * <pre>{@code
 * GridIndex index = GridIndex.of(shapes);             // DivisionShape: code and polygon in EPSG:4490, longitude first
 * int ordinal = index.find(113.9, 34.2);              // tens to some hundred nanoseconds
 * String code = ordinal == GridIndex.NONE ? "outside" : index.code(ordinal);
 * int[] ordinals = new int[2];
 * index.findAll(new double[] {113.9, 34.2, 113.1, 34.9}, 2, ordinals); // many at once: some times faster
 * }</pre>
 *
 * <p>{@link org.onemap.locate.Locator} answers all levels for one position, with distance and neighbours;
 * {@link org.onemap.locate.BulkLocator} all levels for many. How the index works, from the data up:
 *
 * <ol>
 *   <li>{@code Rings} holds the exact vertices outside the heap, ordered by code; it can decide every case by itself.
 *   <li>{@code CellGrid} lays square top cells over everything, about one for 56 vertices; {@code CellEdges} finds the edges
 *       of each.
 *   <li>{@code CellLine} cuts a cell into 8 × 8 sub-cells and says in one cache line whose each of them is, or that it has
 *       edges: so most lookups read one line. {@code CentreWalk} finds who holds the centres.
 *   <li>{@code SubCell} is what a sub-cell with edges keeps in half a cache line: its edges as 16-bit steps, and who holds its
 *       west. A lookup counts by integers which edges a ray to the west crosses, and asks the rings only where these cannot
 *       tell. {@code LongRecord} is for more edges; where there are very many, the sub-cell is a {@code CellLine} again.
 *   <li>{@code CellFinder} is the lookup, {@code BulkSearch} takes many positions through its steps together.
 *   <li>{@code BoxTree} over blocks of edges serves the distances: {@code NearSearch} in the plane at the position,
 *       {@code FarSearch} on the ellipsoid where nothing is near. {@code GridIndexFile} keeps all of it in a mapped file.
 * </ol>
 */
@NullMarked
package org.onemap.locate;

import org.jspecify.annotations.NullMarked;

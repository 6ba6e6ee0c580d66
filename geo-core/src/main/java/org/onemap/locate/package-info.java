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
 *   <li>{@code CellGrid} lays about one square cell per polygon over everything; {@code CellEdges} finds the edges of each.
 *   <li>{@code SubGrid} cuts a cell with edges into 2^k × 2^k sub-cells, about one per edge; {@code CentreWalk} finds who
 *       holds each of their centres.
 *   <li>{@code CellRecord} is what a sub-cell with edges keeps: its edges as 16-bit steps, and who holds its centre. A lookup
 *       counts by integers which edges lie between centre and position, and asks the rings only where these cannot tell.
 *   <li>{@code BoxTree} over blocks of edges serves the distances, {@code GridIndexFile} keeps all of it in a mapped file.
 * </ol>
 */
@NullMarked
package org.onemap.locate;

import org.jspecify.annotations.NullMarked;

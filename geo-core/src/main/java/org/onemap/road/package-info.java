/**
 * The physical net (道路编码形成物理网): centrelines become coded segments and intersections, and what the segments enclose
 * becomes street blocks (街坊).
 *
 * <p>Accepted input: line strings in EPSG:4490, longitude first, in any direction and order; one line for each direction of
 * travel is as good as one for both. Lines that cannot be used (empty, not a number, without length) are left out and
 * reported, nothing here throws because of a line. Guaranteed of the output: the edges form a planar graph; faces, vertices
 * and edges obey Euler's formula; every face lies in exactly one block; neighbouring blocks share their vertices to the last
 * bit, and vertices that the source had are the source's own numbers; the same input gives the same net.
 *
 * <ol>
 *   <li>{@code CentrelinePlane} projects to metres in the fitting Gauss–Krüger zone and closes tiny gaps at road ends.
 *   <li>{@code Arrangement} cuts all lines where they meet, by snap rounding on a grid of 1 cm.
 *   <li>{@code Joints} decides which lines that meet are joined: those of one level, and others only where one of them ends.
 *   <li>{@code RoadGroups} makes roads of lines: by code, by name, or by straight continuation.
 *   <li>{@code Chains} strings edges together between intersections: the segments.
 *   <li>{@code Faces} polygonises the edges that may bound blocks; {@code Slivers} joins what is too small or too narrow with
 *       a neighbour over the least important road.
 *   <li>{@code NetCodes} gives codes: kept where the previous net has the same thing, else the next free ones.
 * </ol>
 *
 * <p>{@link org.onemap.road.RoadNetBuilder} is the entry, {@link org.onemap.road.RoadNet} the result,
 * {@link org.onemap.road.BlockGraph} what a planner works on. No store, no input or output here.
 */
@NullMarked
package org.onemap.road;

import org.jspecify.annotations.NullMarked;

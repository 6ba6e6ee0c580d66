/**
 * The demo district: a synthetic district in the shape of the Zhengzhou High-tech Zone, from one seed.
 *
 * <p>Accepted input: a seed. Output: GBK shapefiles in EPSG:4547 that go through the same import as everybody's data.
 * Guaranteed: the same seed gives the same bytes; the three division levels are exact coverages with shared vertices and
 * nest; no building meets a road centreline, hence none meets a division boundary; every element lies in the grid it names.
 * No row describes a real person, house or facility: each carries 数据来源 = 合成演示数据.
 *
 * <ol>
 *   <li>{@code MainRoads} draws the named roads as a deformed lattice with gaps and diagonals and nodes them.
 *   <li>{@code SuperBlocks} takes the faces of that net that make up the district.
 *   <li>{@code BlockCutter} cuts them into street blocks; each cut is a street, and cuts are exact for both sides.
 *   <li>{@code StreetNet} chains the streets into coded segments between intersections.
 *   <li>{@code BuildingLayout} builds on the blocks; {@code Residents} lets people move in.
 *   <li>{@code Partition} joins blocks into offices, zones and grids of like numbers of residents.
 *   <li>{@code Parts}, {@code Addresses}, {@code Assignments} fill the rest.
 * </ol>
 */
@NullMarked
package org.onemap.ingest.demo;

import org.jspecify.annotations.NullMarked;

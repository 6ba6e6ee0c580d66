/**
 * Shapefiles: {@code .shp} with or without {@code .shx}, {@code .dbf}, {@code .prj} and {@code .cpg}.
 *
 * <p>Accepted: all shape types with or without M block, wrong headers and indexes, files that are cut. Guaranteed: a row
 * keeps its number, its shape and its attributes belong together, and every row that is not read whole is an issue with
 * its place. Reading:
 * <ol>
 * <li>survey: walk through the record headers, compare them with the {@code .shx}, choose the way that is whole;
 * <li>open the table and compare its count;
 * <li>read record by record through one window on each file; rings become polygons by containment.
 * </ol>
 */
@NullMarked
package org.onemap.ingest.read.shapefile;

import org.jspecify.annotations.NullMarked;

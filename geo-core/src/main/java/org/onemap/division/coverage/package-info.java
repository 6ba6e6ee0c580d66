/**
 * Whether areas that should tile a surface really do, and where they do not: gaps, overlaps, slivers, missing vertices,
 * T-junctions, duplicates, parts outside the parent.
 *
 * <p>Accepted: polygons and multipolygons in EPSG:4490, longitude first, valid each for itself; empty geometries are
 * passed over. Guaranteed: every region that two areas share and every enclosed region that none covers is found, down
 * to the lattice of 1e-7° (1 cm); positions within one step of the lattice count as the same.
 *
 * <ol>
 *   <li>{@code SegmentTable}: vertices go onto the lattice, rings run with their area on the
 *       left, and each segment is looked up in a hash table; with its opposite it cancels out. O(vertices).
 *   <li>What is left, the loose segments, bounds every fault entirely: crossing a cancelled pair changes nothing about how
 *       many areas lie over a point. {@code NearVertices} takes back what rounding tore apart.
 *   <li>{@code Arrangement}: the loose segments alone are noded (snap rounding) and cut the
 *       plane into faces; the winding number of a face is the number of areas over it. 0: gap; 2 and more: overlap.
 *   <li>{@code FaultFinder} tells by shape and owners what each face is.
 * </ol>
 */
@NullMarked
package org.onemap.division.coverage;

import org.jspecify.annotations.NullMarked;

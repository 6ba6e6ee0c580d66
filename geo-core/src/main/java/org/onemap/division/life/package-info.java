/**
 * The life of a division: split along a road, merge, move a boundary, rename, recode, transfer, abolish, and the lineage
 * that carries statistics from the old divisions to the new ones. Pure: rows in, changed rows out; no store.
 *
 * <p>Accepted: the rows of all levels of a tree, polygons in EPSG:4490, longitude first. Guaranteed of what comes out:
 * <ol>
 *   <li>neighbours share every vertex of a new boundary, on all levels;
 *   <li>an ancestor is the union of its children wherever they moved;
 *   <li>a code that went is retired, one that changed keeps the permanent id of its thing;
 *   <li>the lineage shares of a division that went sum to 1.
 * </ol>
 *
 * <p>{@link org.onemap.division.life.DivisionEditor} does the edits, {@link org.onemap.division.life.Redrawing} puts
 * whole levels that were planned anew in the place of the old ones, {@link
 * org.onemap.division.life.DivisionChange} is what they come to, {@link org.onemap.division.life.Lineages} follows
 * shares through time.
 */
@NullMarked
package org.onemap.division.life;

import org.jspecify.annotations.NullMarked;

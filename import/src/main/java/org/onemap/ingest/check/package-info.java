/**
 * What is wrong with rows and with whole division levels, before anything is loaded.
 *
 * <p>Accepted: contents in EPSG:4490, longitude first. Guaranteed: every fault is an
 * {@link org.onemap.ingest.issue.ImportIssue} with its place; a fault in a division layer is an error, in any other layer
 * a warning, unless its text says otherwise. Topology is judged on the stored geometry, straight edges in longitude and
 * latitude; areas are those of the fitting 3° Gauss–Krüger zone.
 *
 * <ol>
 *   <li>{@link org.onemap.ingest.check.RowCheck}: each row for itself, streaming.
 *   <li>{@link org.onemap.ingest.check.LevelCheck}: a division level in memory: codes, parents, children inside parents,
 *       overlaps and gaps.
 * </ol>
 */
@NullMarked
package org.onemap.ingest.check;

import org.jspecify.annotations.NullMarked;

/**
 * 四定体检: whether a division tree, in a store or in a draft, keeps the rules R1 to R16 of grid division.
 *
 * <p>Accepted: levels with their areas in EPSG:4490, longitude first, and whatever elements are known. Guaranteed: every
 * breach is a {@link org.onemap.division.check.Finding} with rule, severity, place, measure and a Chinese sentence; a rule
 * whose data is missing says so and is not counted as kept. Pure: no store, no clock.
 *
 * <ol>
 *   <li>{@link org.onemap.division.check.DivisionChecks} runs each {@link org.onemap.division.check.Rule} over a
 *       {@link org.onemap.division.check.CheckInput}.
 *   <li>Geometry comes from {@code org.onemap.division.coverage}; areas and lengths are those of the fitting 3° zone.
 *   <li>{@link org.onemap.division.check.GridCard} sums up each grid: 定格, 定员, 定责, 定岗.
 * </ol>
 */
@NullMarked
package org.onemap.division.check;

import org.jspecify.annotations.NullMarked;

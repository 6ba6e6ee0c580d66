/**
 * Plans divisions (划格分区): street blocks and loads in, nested offices, zones and grids out, with certificates and
 * explanations. Pure: no store, no files.
 *
 * <p>Input: the dual graph of the physical net ({@link org.onemap.road.BlockGraph}) and a load for every block. Output: a
 * {@link org.onemap.division.plan.Plan}. Guarantees: every part of every level is connected over shared boundaries (a
 * common point does not connect); boundaries run along the edges of blocks, so along the net; blocks of one compound
 * stay together; no grid crosses a hard barrier; the same seed gives the same plan.
 *
 * <ol>
 *   <li>{@link org.onemap.division.plan.PlanProblem}: joins the blocks of a compound to one node, prices the boundaries by
 *       road class, and refuses what cannot be done, with the bound that says so.
 *   <li>{@link org.onemap.division.plan.Planner}: {@code org.onemap.division.partition} does the work.
 *   <li>{@link org.onemap.division.plan.Certificates}: what no plan can beat.
 *   <li>{@link org.onemap.division.plan.GridCards}: for each grid what binds it and what the best single change would cost.
 * </ol>
 */
@NullMarked
package org.onemap.division.plan;

import org.jspecify.annotations.NullMarked;

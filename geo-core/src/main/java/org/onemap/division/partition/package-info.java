/**
 * Cuts a graph into connected, balanced, nested parts of least cutting cost. Knows nothing of districts: nodes have a
 * load, edges a cost of being cut.
 *
 * <p>Input: a {@link org.onemap.division.partition.WeightedGraph}, and a {@link org.onemap.division.partition.Nesting}
 * that says how many parts there are on each level and which lie in which. Output: the leaf of every node. Guarantees:
 * every part of every level is connected; the same seed gives the same answer on every machine and for every number of
 * threads.
 *
 * <ol>
 *   <li>{@link org.onemap.division.partition.TopDown}: level by level, random spanning trees are cut in two
 *       ({@link org.onemap.division.partition.RecursiveBisection}) and every cut is annealed.
 *   <li>{@link org.onemap.division.partition.Annealer}: simulated annealing of flips and two-node swaps; balance weighs
 *       little at first and more and more as the temperature falls, since rigid balance from the start blocks movement.
 *       Connectedness is kept at every level by every step.
 *   <li>{@link org.onemap.division.partition.Recombination}: the worst pairs of neighbouring parts are merged and cut
 *       anew along random spanning trees.
 *   <li>{@link org.onemap.division.partition.Redivision}: the parts around leaves that are still off are divided anew.
 *   <li>{@link org.onemap.division.partition.Reshaping}: of the best start, a leaf that is off even so is given a set of
 *       nodes of the right load, and the others are annealed around it.
 * </ol>
 *
 * <p>Sources: spanning-tree recombination after DeFord, Duchin and Solomon, "Recombination: a family of Markov chains for
 * redistricting" (2021); annealed flips after Kirkpatrick, Gelatt and Vecchi (1983).
 */
@NullMarked
package org.onemap.division.partition;

import org.jspecify.annotations.NullMarked;

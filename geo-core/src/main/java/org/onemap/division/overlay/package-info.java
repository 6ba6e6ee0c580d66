/**
 * What is laid over the division tree for some matters: dedicated grids (专属网格) with a polygon of their own, and
 * professional nets (专业网格) whose areas are exact unions of grids.
 *
 * <ol>
 *   <li>A position lies in one grid of the tree, in any number of dedicated grids, and for each professional net in the
 *       area of which its grid is a member.
 *   <li>For a matter the dedicated grid with the lowest precedence number answers, of those that answer for the matter;
 *       where none does, the grid of the tree does (兜底).
 * </ol>
 *
 * <p>Pure: rows in, tables out.
 */
@NullMarked
package org.onemap.division.overlay;

import org.jspecify.annotations.NullMarked;

/**
 * The tree of divisions (网格 → 片区 → 办事处) as a pure value: which levels there are, which node lies under which.
 *
 * <p>Geometry is not in here; whose a position is, {@code org.onemap.locate} says.
 */
@NullMarked
package org.onemap.division;

import org.jspecify.annotations.NullMarked;

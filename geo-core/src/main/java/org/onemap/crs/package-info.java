/**
 * Positions and datums as types, projections, and the way from a {@code .prj} to an EPSG code.
 *
 * <p>Everything inside onemap is CGCS2000 (EPSG:4490), longitude first.
 */
@NullMarked
package org.onemap.crs;

import org.jspecify.annotations.NullMarked;

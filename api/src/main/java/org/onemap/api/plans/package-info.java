/**
 * Plans over HTTP: change sets that give divisions another shape, waiting for a decision or decided, compared with the
 * divisions that they replace.
 *
 * <p>{@link org.onemap.api.plans.Plans} lists them, {@link org.onemap.api.plans.Plan} gives the figures of one,
 * {@link org.onemap.api.plans.PlanDivisions} its divisions before and after as GeoJSON, and
 * {@link org.onemap.api.plans.PlanBoundaries} each stretch of boundary with the road that it follows. A draft's rows are read
 * where they wait, an applied plan's as they were on its day.
 */
@NullMarked
package org.onemap.api.plans;

import org.jspecify.annotations.NullMarked;

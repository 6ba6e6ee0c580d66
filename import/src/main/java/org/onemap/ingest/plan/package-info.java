/**
 * {@code onemap plan}: blocks and loads of a store become a plan, and the plan a draft change set with a report.
 *
 * <p>Reads the layers {@code road_segment} and {@code block} that {@code onemap roads build} makes, counts the loads from {@code
 * building}, {@code part}, {@code address} and a layer of cases, and writes the layers of the planned levels. Nothing is written
 * before the plan is whole.
 */
@NullMarked
package org.onemap.ingest.plan;

import org.jspecify.annotations.NullMarked;

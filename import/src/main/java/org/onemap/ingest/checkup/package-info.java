/**
 * 四定体检 of a store: reads its division tree and elements, lets {@code org.onemap.division.check} judge them, and writes
 * the 检查报告 with map and cards, the findings as GeoJSON, JSON and GeoPackage.
 *
 * <p>Accepted: a read view of a store; fields are recognised by their usual Chinese and English names. Guaranteed: the
 * store is not written; a layer or field that is missing makes a rule "not judged", never silently kept.
 */
@NullMarked
package org.onemap.ingest.checkup;

import org.jspecify.annotations.NullMarked;

/**
 * Values and geometries of formats that declare no types: what type a column needs so that nothing is lost, and which
 * family of geometries a source holds.
 */
@NullMarked
package org.onemap.ingest.read.value;

import org.jspecify.annotations.NullMarked;

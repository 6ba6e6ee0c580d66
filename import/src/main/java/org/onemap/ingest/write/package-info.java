/**
 * Writes shapefiles: {@code .shp}, {@code .shx}, {@code .dbf}, {@code .prj}, {@code .cpg}, and loose {@code .dbf} tables.
 *
 * <p>The same rows give the same bytes on any day and machine: the date in the DBF header is an argument, not today.
 */
@NullMarked
package org.onemap.ingest.write;

import org.jspecify.annotations.NullMarked;

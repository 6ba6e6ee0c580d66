/**
 * Sources: files as they are, read truthfully and row by row in constant memory. A source gives geometries in its own
 * coordinate reference system and values under its own column names; meaning is given to them by the mapping.
 */
@NullMarked
package org.onemap.ingest.read;

import org.jspecify.annotations.NullMarked;

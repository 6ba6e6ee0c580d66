/**
 * Which column of a source becomes which field of a layer.
 *
 * <p>Accepted: the columns of a {@link org.onemap.ingest.read.Source}, a mapping file, the names that Chinese offices
 * use for code, name and parent. Guaranteed: a {@link org.onemap.ingest.mapping.ColumnMapping} in which every column has
 * one target or none, no field has the name of a system column, and the same input gives the same mapping.
 */
@NullMarked
package org.onemap.ingest.mapping;

import org.jspecify.annotations.NullMarked;

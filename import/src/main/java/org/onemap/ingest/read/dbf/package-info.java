/**
 * Attribute tables in dBASE, FoxPro and Clipper files ({@code .dbf} with {@code .dbt} or {@code .fpt}).
 *
 * <p>Accepted: every version from dBASE III on, wrong record counts and header lengths included. Guaranteed: the type of a
 * column holds all its values without loss; a record keeps its number when records before it are deleted; what cannot be
 * read is an issue with its place.
 */
@NullMarked
package org.onemap.ingest.read.dbf;

import org.jspecify.annotations.NullMarked;

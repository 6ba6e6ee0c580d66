/**
 * From opened sources to one change set.
 *
 * <p>Accepted: source files and {@link org.onemap.ingest.load.ImportOptions}. Guaranteed: all sources and layers of one
 * run come in as one change set in one transaction, parents before children; an issue of severity ERROR leaves the store
 * as it was.
 *
 * <ol>
 *   <li>Each source gets its layer, its mapping, its coordinate reference system, its key.
 *   <li>Division layers are read into memory and checked as a level; then they are written.
 *   <li>All other layers stream: one thread reads, transforms and checks, the other writes.
 *   <li>Without an error the change set is committed.
 * </ol>
 */
@NullMarked
package org.onemap.ingest.load;

import org.jspecify.annotations.NullMarked;

/**
 * One change number of the store, read into memory: what every request is answered from.
 *
 * <p>A {@link org.onemap.snapshot.Snapshot} never changes. {@link org.onemap.snapshot.SnapshotLoader} builds the next one
 * beside it and reads only the layers that were touched; {@link org.onemap.snapshot.SnapshotHolder} watches the change
 * number and swaps. A request takes the snapshot once and finishes on it.
 */
@NullMarked
package org.onemap.snapshot;

import org.jspecify.annotations.NullMarked;

/**
 * The store port and the change set, the one door through which every write goes.
 *
 * <p>A change set is written in one transaction: either all of it is there or nothing is. Current rows live in the
 * table of their layer, closed rows in {@code <layer>_history} with the half-open validity interval
 * {@code [valid_from, valid_to)} in days of Asia/Shanghai. Readers work on a {@link org.onemap.store.ReadView},
 * a consistent picture at one change number; they never wait for a writer.
 */
@NullMarked
package org.onemap.store;

import org.jspecify.annotations.NullMarked;

/**
 * The division tree over HTTP: lists of divisions, and the card of one with its people, its lineage and its neighbours, as
 * they are today or were on another day ({@code asOf}).
 *
 * <p>Lists come from the snapshot, cards from a read view of the store. Telephone numbers are masked but for
 * {@link org.onemap.api.security.PhoneReaders}.
 */
@NullMarked
package org.onemap.api.divisions;

import org.jspecify.annotations.NullMarked;

package org.onemap.store;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * One row's change: enough to know which tiles and lookups are stale (old box ∪ new box). Immutable.
 *
 * @param changeNumber the change number at which readers saw it
 * @param layer the layer of the row
 * @param oid the row
 * @param code its code or key, empty text for none
 * @param oldBox box of the geometry before; empty if there was none
 * @param newBox box of the geometry after; empty if there is none
 */
public record ChangeLogEntry(
        long changeNumber, String layer, long oid, String code, Optional<Envelope> oldBox, Optional<Envelope> newBox) {}

package org.onemap.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Keeps right what an engine holds beside the rows of a layer, such as spatial index and extent, while they change.
 * Confined to the thread of its session.
 */
public interface Upkeep extends AutoCloseable {

    /** For engines that keep it by themselves. */
    Upkeep NONE = new Upkeep() {};

    /** A current row with this geometry came. */
    default void came(long oid, byte @Nullable [] geometry, @Nullable Envelope box) throws SQLException {}

    /** A current row with this box went. */
    default void went(long oid, @Nullable Envelope box) throws SQLException {}

    /** A row with this geometry came into the history. */
    default void closed(byte @Nullable [] geometry, @Nullable Envelope box) {}

    /** A row with this box left the history. */
    default void reopened(@Nullable Envelope box) {}

    /** All changes are made. */
    default void finish() throws SQLException {}

    @Override
    default void close() throws SQLException {}
}

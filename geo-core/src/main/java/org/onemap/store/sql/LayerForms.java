package org.onemap.store.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.onemap.feature.Layer;

/** How an engine makes the tables of layers, keeps their indexes and looks into boxes. Stateless, thread-safe. */
public interface LayerForms {

    /** A name for a table or an index as the engine can take it; the same for the same name. */
    String name(String wanted);

    /** A name for the column of a field; the same for the same name. */
    String columnName(String field);

    /** The statement that makes the table of a layer. */
    String createTable(LayerTable table);

    /** The statement that makes the history of a layer. */
    String createHistory(LayerTable table);

    /** Definition of a key column that counts the rows as they come. */
    String countingKey();

    /** The type of the geometry column of a table that keeps rows until their day. */
    String stagedGeometry();

    /** Whether the store has a table of this name. */
    boolean hasTable(Session session, String name) throws SQLException;

    /** The tables of a layer have been made: whatever else belongs to them. */
    void made(Session session, Layer layer) throws SQLException;

    /** A table has been made to keep rows until their day. */
    default void staged(Session session, String table) throws SQLException {}

    /** The tables of a layer are about to be dropped. */
    void dropping(Session session, Layer layer) throws SQLException;

    /** The records of the change sets have changed. */
    default void recorded(Session session) throws SQLException {}

    /** Keeps what follows from changes of a layer's rows. */
    Upkeep upkeep(Session session, Layer layer) throws SQLException;

    /** Writes many new rows into a blank layer. */
    BulkLoad bulk(Session session, LayerTable table) throws SQLException;

    /** The box of all current geometries, exact. */
    Optional<Envelope> extent(Session session, LayerTable table) throws SQLException;

    /** Narrows a condition on the current table to rows near a box, by the index: all that meet it and perhaps some more. */
    void narrow(Session session, LayerTable table, Condition condition, Envelope box) throws SQLException;

    /** Narrows a condition on the history in the same way, as far as the history has an index. */
    default void narrowHistory(Condition condition, Envelope box) {}

    /** Whether the store has an index of this name that can be used. */
    boolean hasIndex(Session session, String name) throws SQLException;

    /** Compares the spatial index of a layer with its rows and says what differs. */
    void checkIndex(Session session, LayerTable table, Consumer<String> problems) throws SQLException;

    /** Number of current rows of a condition whose exact box meets this one. */
    long countInBox(Session session, LayerTable table, Condition condition, Envelope box) throws SQLException;
}

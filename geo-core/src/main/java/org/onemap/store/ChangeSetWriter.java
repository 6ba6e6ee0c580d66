package org.onemap.store;

import org.onemap.InvalidInput;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;

/**
 * A change set being written, in one transaction: nothing of it can be seen before {@link #commit()}, and closing the
 * writer without it leaves the store as it was. Confined to one thread.
 *
 * <p>Use: {@link #load} a layer, {@link #put} its rows, {@link #finishLayer()}; the next layer; {@link #commit()}.
 */
public interface ChangeSetWriter extends AutoCloseable {

    /** The number of the change set. */
    long number();

    /** Adds a file to the record of the change set. */
    void addSource(ChangeSet.Source source);

    /**
     * Opens a layer for rows. A layer that is not there is created. For one that is there, fields that are new are added
     * to its table, fields that the given layer lacks stay (null in new rows), and the stored layer keeps its title,
     * role, geometry and key unless it is empty.
     *
     * @param layer as the source describes it; rows are put with this schema
     * @param mode what the layer's other rows become
     * @return the layer as it is stored from now on
     * @throws InvalidInput if a field has another type than in the table, the key or the geometry family differs, or the
     *     effective date lies before the layer's last applied change
     */
    Layer load(Layer layer, Mode mode);

    /**
     * Puts a row into the open layer. The row is recognised by the key field of the stored layer.
     *
     * @return what became of it; {@link Outcome#REUSES_RETIRED} and {@link Outcome#DUPLICATE_KEY} write nothing
     */
    Outcome put(Content content);

    /**
     * Takes the current row of the same key out of the open layer, as an upsert cannot do by leaving it out.
     *
     * @param key a content whose key is looked at and nothing else
     * @return {@link Outcome#RETIRED}; {@link Outcome#ABSENT} if there is no such row, {@link Outcome#DUPLICATE_KEY} if
     *     it was put or retired before in this load: both change nothing
     */
    Outcome retire(Content key);

    /**
     * Puts a row in the place of the current row of another key, so that the thing keeps its permanent id under its new
     * code; the old code is used no more.
     *
     * @param key a content with the key as it is now; nothing else of it is looked at
     * @param content the row as it becomes, under its new key
     * @return {@link Outcome#REPLACED}; {@link Outcome#ABSENT} if there is no such row, {@link Outcome#DUPLICATE_KEY} if
     *     it was named before in this load or a row of the new key is there, {@link Outcome#REUSES_RETIRED} as for
     *     {@link #put}: all but the first write nothing
     */
    Outcome recode(Content key, Content content);

    /**
     * Ends the open layer; under {@link Mode#REPLACE} the current rows that were not put are retired.
     *
     * @return the counts of the layer in this change set
     */
    ChangeSet.Counts finishLayer();

    /**
     * Makes the change set part of the store: applied, scheduled if its day lies ahead, or a draft if it has none.
     *
     * @return its record
     */
    ChangeSet commit();

    /** Ends the transaction; without {@link #commit()} nothing of it stays. */
    @Override
    void close();

    /** What the rows of a layer become that a load does not name. */
    enum Mode {
        /** They are retired: the source is the whole layer. */
        REPLACE,
        /** They stay: the source is a part of the layer. */
        UPSERT
    }

    /** What became of a row. */
    enum Outcome {
        /** A new row with a new oid. */
        CREATED,
        /** The current row of this key differs; it went into the history. */
        REPLACED,
        /** The current row of this key is equal and stays. */
        UNCHANGED,
        /** The code was retired before; codes are never reused. Not written. (Layers of role OTHER: written.) */
        REUSES_RETIRED,
        /** A row of the same key was put before in this load. Not written. */
        DUPLICATE_KEY,
        /** The current row of this key goes into the history, and its code is used no more. */
        RETIRED,
        /** There is no current row of this key to retire. */
        ABSENT
    }
}

package org.onemap.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.onemap.NotFound;
import org.onemap.feature.Feature;
import org.onemap.feature.LayerCatalog;
import org.onemap.rights.Principal;

/**
 * A consistent picture of a store at one change number, untouched by what is written meanwhile. Confined to one thread;
 * close it, and close its cursors before it.
 */
public interface ReadView extends AutoCloseable {

    /** The change number of this picture. */
    long changeNumber();

    /** The layers that the principal may see. */
    LayerCatalog layers(Principal principal);

    /**
     * The features that match, in ascending oid, one row in memory at a time.
     *
     * @throws NotFound if there is no such layer
     */
    FeatureCursor query(Principal principal, FeatureQuery query);

    /** How many features match, without regard to limit and paging position. */
    long count(Principal principal, FeatureQuery query);

    /**
     * The feature with this id: its code or, where it has none, the value of the key field.
     *
     * @throws NotFound if there is no such layer
     */
    Optional<Feature> find(Principal principal, String layer, String id, ValidTime when);

    /**
     * When a code went out of use: the first day, not after the one given, on which its last version so far was valid no
     * more. Says nothing of whether it is in use again. Versions that no day shows do not count.
     *
     * @throws NotFound if there is no such layer
     */
    Optional<LocalDate> findEnd(Principal principal, String layer, String code, LocalDate day);

    /** The box of all current geometries of a layer; empty if there are none. */
    Optional<Envelope> extent(Principal principal, String layer);

    /** All change sets, newest first. */
    List<ChangeSet> listChangeSets();

    /**
     * The record of one change set.
     *
     * @throws NotFound if there is no change set of this number
     */
    ChangeSet getChangeSet(long number);

    /**
     * What a draft or a scheduled change set brings, layer by layer in the order in which they were loaded; empty for
     * others.
     */
    List<StagedLayer> listStaged(long number);

    /**
     * The rows that a draft or a scheduled change set puts into a layer, in the order in which they were put; their oid
     * is that place, from 1, since they have no permanent one yet.
     *
     * @throws NotFound if the change set brings no such layer
     */
    FeatureCursor queryStaged(Principal principal, long number, String layer);

    /** The log of all changes after this change number, oldest first, one entry in memory at a time. */
    void forEachChangeSince(long changeNumber, Consumer<ChangeLogEntry> action);

    @Override
    void close();
}

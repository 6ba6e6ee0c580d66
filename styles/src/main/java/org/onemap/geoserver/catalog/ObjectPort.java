package org.onemap.geoserver.catalog;

import java.util.Optional;
import org.onemap.geoserver.plan.ObjectState;

/** Reads and writes the objects of one kind. Confined to one thread. */
interface ObjectPort {

    boolean exists(String name);

    /** As {@link org.onemap.geoserver.plan.Actual#read}. */
    Optional<ObjectState> read(ObjectState wanted);

    /** Makes an object that was not there when last looked at. */
    void create(ObjectState wanted);

    /** Brings an object that is there to what it should be. */
    void update(ObjectState wanted);

    void remove(String name);
}

package org.onemap.geoserver.plan;

import java.util.Optional;

/** What is there, read object by object. */
public interface Actual {

    /**
     * The object as it is now, with at least the properties that the wanted one has and that can be read. A property
     * that means the same in another spelling comes in the spelling of the wanted one.
     */
    Optional<ObjectState> read(ObjectState wanted);

    /** Whether there is such an object. */
    boolean exists(ObjectKey key);
}

package org.onemap.geoserver;

import java.util.Map;
import org.onemap.geoserver.plan.Manifest;
import org.onemap.geoserver.tiles.DirtyArea;

/**
 * What shall be in GeoServer, and how far its data are. Immutable.
 *
 * @param manifest the objects
 * @param change change number of the store
 * @param changes where the data changed
 */
public record Publication(Manifest manifest, long change, Changes changes) {

    /** Where the data of published layers changed. */
    public interface Changes {

        /** The areas of layers that changed after this change number; layers without a change are not in it. */
        Map<String, DirtyArea> since(long change);
    }
}

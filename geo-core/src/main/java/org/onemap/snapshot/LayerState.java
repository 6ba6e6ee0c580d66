package org.onemap.snapshot;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.onemap.division.DivisionTable;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.locate.LocateLevel;

/**
 * What a snapshot keeps of one layer; handed on to the next snapshot while the layer is untouched. Immutable.
 *
 * @param layer the layer
 * @param lastChange change number of its last change, as far as it was seen
 * @param extent box of its geometries
 * @param locateLevel its lookup; empty unless it is a division or an overlay
 * @param overlays its rows, if it is a layer of dedicated grids or of professional nets
 */
record LayerState(
        Layer layer,
        long lastChange,
        Optional<Envelope> extent,
        Optional<LocateLevel> locateLevel,
        List<Content> overlays) {

    /** Its divisions, if it is a level of the tree. */
    Optional<DivisionTable> divisions() {
        return locateLevel.filter(level -> layer.role() == LayerRole.DIVISION).map(LocateLevel::divisions);
    }

    boolean isOverlay() {
        return layer.role() == LayerRole.OVERLAY;
    }
}

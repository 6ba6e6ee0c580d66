package org.onemap.snapshot;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.onemap.division.DivisionNode;
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
 * @param nodes its divisions; empty for a layer that is no level of the tree
 * @param locateLevel its lookup; empty unless it is a division or an overlay
 * @param overlays its rows, if it is a layer of dedicated grids or of professional nets
 */
record LayerState(
        Layer layer,
        long lastChange,
        Optional<Envelope> extent,
        List<DivisionNode> nodes,
        Optional<LocateLevel> locateLevel,
        List<Content> overlays) {

    boolean isOverlay() {
        return layer.role() == LayerRole.OVERLAY;
    }
}

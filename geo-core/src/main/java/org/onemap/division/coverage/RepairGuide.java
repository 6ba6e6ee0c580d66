package org.onemap.division.coverage;

import org.locationtech.jts.geom.Coordinate;

/** What a repair should respect where it has a choice. Implementations are confined to the thread of the repair. */
public interface RepairGuide {

    /** A guide without wishes. */
    RepairGuide NONE = new RepairGuide() {};

    /** Whether a border from here to there runs along a road or another line that borders should follow. */
    default boolean isOnLine(Coordinate fromLonLat, Coordinate toLonLat) {
        return false;
    }

    /** Whether an area may have this position; its parent must have it too. */
    default boolean mayOwn(int area, Coordinate lonLat) {
        return true;
    }
}

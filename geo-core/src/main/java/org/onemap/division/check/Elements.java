package org.onemap.division.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.people.Assignment;

/**
 * What lies in the divisions, as far as it is known. Immutable. Geometries in EPSG:4490, longitude first.
 *
 * @param lines road centrelines, rivers, walls: lines that borders may follow
 * @param buildings footprints
 * @param compounds outlines of 小区, 单位 and 院落; where empty they are taken from the buildings' compound names
 * @param posts who works where; empty if nothing is known of people at all
 * @param professional layers of other departments that must be unions of grids: name to polygons
 */
public record Elements(
        List<Line> lines,
        List<Building> buildings,
        List<Compound> compounds,
        Optional<List<Assignment>> posts,
        Map<String, List<Geometry>> professional) {

    /** What the names of professional nets begin with: each grid is in one of their areas. */
    public static final String NET = "专业网·";

    /** Nothing known. */
    public static Elements none() {
        return new Elements(List.of(), List.of(), List.of(), Optional.empty(), Map.of());
    }

    /**
     * A line on the ground.
     *
     * @param name what it is called; may be empty
     * @param line its centreline
     * @param isBarrier whether people do not cross it except at crossings: expressway, railway, river
     */
    public record Line(String name, Geometry line, boolean isBarrier) {}

    /**
     * A building.
     *
     * @param code its code
     * @param footprint its outline
     * @param compound the compound it belongs to; empty text for none
     * @param households how many households live there
     */
    public record Building(String code, Geometry footprint, String compound, double households) {}

    /**
     * A compound under one management.
     *
     * @param name what it is called
     * @param outline its land
     */
    public record Compound(String name, Geometry outline) {}
}

package org.onemap.division.check;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/**
 * A division under check. Immutable.
 *
 * @param code its code, unique in its level
 * @param name what it is called; may be empty
 * @param parentCode code of the division above; empty text for none
 * @param area its area in EPSG:4490, longitude first; may be empty
 * @param facts what is known beside
 */
public record Division(String code, String name, String parentCode, Geometry area, Facts facts) {

    /**
     * What is known of a division beside its area.
     *
     * @param households how many households live there, where the source says so
     * @param scaleDenominator scale of the map it was drawn from, 2000 for 1:2000
     * @param validFrom first day of its present version
     */
    public record Facts(OptionalDouble households, OptionalInt scaleDenominator, LocalDate validFrom) {

        /** Nothing known. */
        public static Facts none() {
            return new Facts(OptionalDouble.empty(), OptionalInt.empty(), LocalDate.MIN);
        }
    }

    /** Code and name as a reader wants them. */
    public String label() {
        return name.isEmpty() ? code : code + "（" + name + "）";
    }
}

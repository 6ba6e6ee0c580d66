package org.onemap.division.check;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A breach of a rule. Immutable.
 *
 * @param rule the rule
 * @param defect what sort of breach, in kebab case, for instance {@code sliver-gap}
 * @param severity how grave it is
 * @param subject whom it concerns
 * @param where the spot in EPSG:4490, longitude first, if there is one
 * @param measure how big it is
 * @param text what the report says
 */
public record Finding(
        Rule rule,
        String defect,
        Severity severity,
        Subject subject,
        Optional<Geometry> where,
        Measure measure,
        Text text) {

    /**
     * The divisions concerned.
     *
     * @param layer their level, for instance {@code grid}
     * @param codes their codes, the one to be mended first; empty for the level as a whole
     */
    public record Subject(String layer, List<String> codes) {

        public Subject {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A number with its unit.
     *
     * @param value the number
     * @param unit for instance {@code m²}; empty text for a share or a count
     */
    public record Measure(double value, String unit) {

        /** Nothing to measure. */
        public static Measure none() {
            return new Measure(0, "");
        }
    }

    /**
     * What the report says, in Chinese.
     *
     * @param sentence what is wrong
     * @param advice what to do
     */
    public record Text(String sentence, String advice) {}
}

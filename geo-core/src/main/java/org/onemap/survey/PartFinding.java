package org.onemap.survey;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Severity;

/**
 * A breach of a rule by a part, or by the survey as a whole. Immutable.
 *
 * @param rule the rule
 * @param defect what sort of breach, in kebab case
 * @param severity an error refuses the survey
 * @param code of the part; empty text for none or for the survey as a whole
 * @param where the spot in EPSG:4490, longitude first, if there is one
 * @param measure how big it is
 * @param text what the report says
 */
public record PartFinding(
        PartRule rule,
        String defect,
        Severity severity,
        String code,
        Optional<Geometry> where,
        Finding.Measure measure,
        Finding.Text text) {

    static PartFinding of(PartRule rule, String defect, Severity severity, SurveyPart part, Finding.Text text) {
        return new PartFinding(
                rule, defect, severity, part.code(), part.point().map(point -> point), Finding.Measure.none(), text);
    }

    static PartFinding whole(PartRule rule, String defect, Severity severity, Finding.Text text) {
        return new PartFinding(rule, defect, severity, "", Optional.empty(), Finding.Measure.none(), text);
    }

    PartFinding measuring(double value, String unit) {
        return new PartFinding(rule, defect, severity, code, where, new Finding.Measure(value, unit), text);
    }
}

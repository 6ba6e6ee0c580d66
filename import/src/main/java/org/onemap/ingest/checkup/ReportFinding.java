package org.onemap.ingest.checkup;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Severity;
import org.onemap.survey.PartFinding;

/**
 * A finding as reports write it, of divisions or of parts. Immutable.
 *
 * @param rule number of the rule, for instance {@code R3} or {@code P2}
 * @param title what the rule is called
 * @param defect what sort of breach, in kebab case
 * @param severity how grave it is
 * @param subject whom it concerns
 * @param where the spot in EPSG:4490, longitude first, if there is one
 * @param measure how big it is
 * @param text what the report says
 */
record ReportFinding(
        String rule,
        String title,
        String defect,
        Severity severity,
        Finding.Subject subject,
        Optional<Geometry> where,
        Finding.Measure measure,
        Finding.Text text) {

    static List<ReportFinding> ofDivisions(List<Finding> findings) {
        return findings.stream()
                .map(one -> new ReportFinding(
                        one.rule().name(),
                        one.rule().chinese(),
                        one.defect(),
                        one.severity(),
                        one.subject(),
                        one.where(),
                        one.measure(),
                        one.text()))
                .toList();
    }

    static List<ReportFinding> ofParts(List<PartFinding> findings) {
        return findings.stream()
                .map(one -> new ReportFinding(
                        one.rule().name(),
                        one.rule().chinese(),
                        one.defect(),
                        one.severity(),
                        new Finding.Subject("part", one.code().isEmpty() ? List.of() : List.of(one.code())),
                        one.where(),
                        one.measure(),
                        one.text()))
                .toList();
    }
}

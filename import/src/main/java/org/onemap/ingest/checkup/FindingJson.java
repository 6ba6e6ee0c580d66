package org.onemap.ingest.checkup;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** Writes findings as the member {@code findings} of a {@code report.json}. */
final class FindingJson {

    private FindingJson() {}

    static void write(JsonGenerator json, List<ReportFinding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (ReportFinding finding : findings) {
            write(json, finding);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ReportFinding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("defect", finding.defect());
        json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("layer", finding.subject().layer());
        json.writeArrayFieldStart("codes");
        for (String code : finding.subject().codes()) {
            json.writeString(code);
        }
        json.writeEndArray();
        json.writeNumberField("value", finding.measure().value());
        json.writeStringField("unit", finding.measure().unit());
        json.writeStringField("sentence", finding.text().sentence());
        json.writeStringField("advice", finding.text().advice());
        if (finding.where().isPresent() && !finding.where().get().isEmpty()) {
            Coordinate at = finding.where().get().getInteriorPoint().getCoordinate();
            json.writeArrayFieldStart("at");
            json.writeNumber(Math.rint(at.x * 1e7) / 1e7);
            json.writeNumber(Math.rint(at.y * 1e7) / 1e7);
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}

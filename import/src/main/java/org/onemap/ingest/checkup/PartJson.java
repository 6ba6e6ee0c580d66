package org.onemap.ingest.checkup;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.onemap.StoreUnavailable;
import org.onemap.code.CodeScheme;
import org.onemap.division.check.Severity;
import org.onemap.survey.Batch;
import org.onemap.survey.FieldVerdict;
import org.onemap.survey.PartRule;
import org.onemap.survey.SurveyInput;
import org.onemap.survey.SurveyPart;
import org.onemap.survey.SurveyPlan;
import org.onemap.survey.SurveyResult;

/** Writes an acceptance as {@code report.json}: verdict, parameters with their sources, batches, field, findings. */
final class PartJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private PartJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Path file, SurveyInput input, SurveyPlan plan, long seed, SurveyResult result) {
        try (JsonGenerator json = JSON.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            new PartJson(json).write(input, plan, seed, result);
        } catch (IOException e) {
            throw new StoreUnavailable("the report cannot be written into " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(SurveyInput input, SurveyPlan plan, long seed, SurveyResult result) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("passes", result.passes());
        json.writeBooleanField("fieldChecked", result.field().isPresent());
        json.writeArrayFieldStart("decidedBy");
        for (PartRule rule : result.deciding()) {
            json.writeString(rule.name());
        }
        json.writeEndArray();
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.name().toLowerCase(Locale.ROOT) + "s", result.count(severity));
        }
        json.writeStringField("codeScheme", input.scheme().map(CodeScheme::id).orElse(""));
        json.writeNumberField("sampleSeed", seed);
        json.writeNumberField("sampleSize", result.sampleSize());
        json.writeStringField("sampleTableOrigin", plan.table().origin().text());
        parameters(plan);
        json.writeObjectFieldStart("notJudged");
        for (Map.Entry<String, String> one : result.notJudged().entrySet()) {
            json.writeStringField(one.getKey(), one.getValue());
        }
        json.writeEndObject();
        batches(result);
        if (result.field().isPresent()) {
            field(result.field().get());
        }
        FindingJson.write(json, ReportFinding.ofParts(result.findings()));
        json.writeEndObject();
    }

    private void parameters(SurveyPlan plan) throws IOException {
        json.writeArrayFieldStart("parameters");
        for (Map.Entry<String, SurveyPlan.Parameter> one : plan.parameters().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", one.getKey());
            json.writeStringField("title", one.getValue().title());
            json.writeNumberField("value", one.getValue().value());
            json.writeStringField("unit", one.getValue().unit());
            json.writeStringField("origin", one.getValue().origin().text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void batches(SurveyResult result) throws IOException {
        json.writeArrayFieldStart("batches");
        for (Batch batch : result.batches()) {
            json.writeStartObject();
            json.writeNumberField("number", batch.number());
            json.writeNumberField("size", batch.parts().size());
            json.writeArrayFieldStart("sample");
            for (SurveyPart part : batch.sample()) {
                json.writeString(part.code());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void field(FieldVerdict verdict) throws IOException {
        json.writeObjectFieldStart("field");
        json.writeNumberField("looked", verdict.counts().looked());
        json.writeNumberField("unlooked", verdict.counts().unlooked());
        json.writeNumberField("faults", verdict.counts().faults());
        json.writeNumberField("surplus", verdict.counts().surplus());
        json.writeNumberField("omitted", verdict.counts().omitted());
        json.writeNumberField("outsideSample", verdict.counts().beside());
        share("omissionShare", verdict.omissionShare());
        share("surplusShare", verdict.surplusShare());
        share("attributeShare", verdict.attributeShare());
        share("positionShare", verdict.positionShare());
        json.writeArrayFieldStart("positions");
        for (FieldVerdict.Positions one : verdict.positions()) {
            json.writeStartObject();
            json.writeStringField("accuracy", one.accuracy());
            json.writeNumberField("measured", one.measured());
            json.writeNumberField("within", one.within());
            json.writeNumberField("rmsM", Math.rint(one.rmsM() * 1e4) / 1e4);
            json.writeNumberField("greatestM", Math.rint(one.greatestM() * 1e4) / 1e4);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void share(String name, OptionalDouble share) throws IOException {
        if (share.isPresent()) {
            json.writeNumberField(name, Math.rint(share.getAsDouble() * 1e6) / 1e6);
        } else {
            json.writeNullField(name);
        }
    }
}

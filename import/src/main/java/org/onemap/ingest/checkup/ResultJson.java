package org.onemap.ingest.checkup;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.onemap.StoreUnavailable;
import org.onemap.division.check.CheckResult;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.GridCard;
import org.onemap.division.check.Rule;
import org.onemap.division.check.Severity;
import org.onemap.division.people.Assignment;

/** Writes a result as {@code report.json}: counts, rules with parameters, findings, cards. */
final class ResultJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private ResultJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Path file, CheckResult result, CheckSettings settings) {
        try (JsonGenerator json = JSON.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            new ResultJson(json).write(result, settings);
        } catch (IOException e) {
            throw new StoreUnavailable("the report cannot be written into " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(CheckResult result, CheckSettings settings) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("passes", result.passes());
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.name().toLowerCase(Locale.ROOT) + "s", result.count(severity));
        }
        json.writeArrayFieldStart("rules");
        for (Rule rule : Rule.values()) {
            write(rule, result, settings);
        }
        json.writeEndArray();
        FindingJson.write(json, ReportFinding.ofDivisions(result.findings()));
        json.writeArrayFieldStart("cards");
        for (GridCard card : result.cards()) {
            write(card);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Rule rule, CheckResult result, CheckSettings settings) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", rule.name());
        json.writeStringField("name", rule.key());
        json.writeStringField("title", rule.chinese());
        json.writeStringField(
                "severity", settings.runs(rule) ? settings.severity(rule).name().toLowerCase(Locale.ROOT) : "off");
        json.writeNumberField(
                "findings",
                result.findings().stream().filter(one -> one.rule() == rule).count());
        if (result.notRun().containsKey(rule)) {
            json.writeStringField("notJudged", result.notRun().get(rule));
        }
        json.writeObjectFieldStart("parameters");
        for (String name : rule.parameters().keySet()) {
            json.writeNumberField(name, settings.get(rule, name));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(GridCard card) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", card.layer());
        json.writeStringField("code", card.division().code());
        json.writeStringField("name", card.division().name());
        json.writeNumberField("score", card.scores().total());
        json.writeNumberField("定格", card.scores().shape());
        score("定员", card.scores().people());
        score("定责", card.scores().duties());
        score("定岗", card.scores().posts());
        json.writeStringField("leader", card.leader());
        json.writeArrayFieldStart("people");
        for (Assignment one : card.people()) {
            write(one);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Assignment one) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", one.code());
        json.writeStringField("person", one.person());
        json.writeStringField("role", one.post().title());
        json.writeStringField("phone", one.details().phone().masked());
        json.writeArrayFieldStart("matters");
        for (String matter : one.details().matters()) {
            json.writeString(matter);
        }
        json.writeEndArray();
        if (one.isSubstitute()) {
            json.writeStringField("standsInFor", one.details().standsInFor());
        }
        json.writeEndObject();
    }

    private void score(String name, OptionalInt score) throws IOException {
        if (score.isPresent()) {
            json.writeNumberField(name, score.getAsInt());
        } else {
            json.writeNullField(name);
        }
    }
}

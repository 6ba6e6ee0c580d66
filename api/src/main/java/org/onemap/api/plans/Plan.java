package org.onemap.api.plans;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemap.api.features.GeoJson;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Representation;
import org.onemap.division.life.SignOff;
import org.onemap.division.plan.PlanFigureRows;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.theme.DeviationClass;

/** {@code /v1/plans/{planId}}: the record of a plan, its figures level by level beside those of today, its certificates. */
public final class Plan implements Endpoint {

    private static final List<String> OF_LEVELS =
            List.of("divisions", "mean_load", "worst", "mean", "raw_worst", "boundary_m", "compactness");
    private static final List<String> OF_CERTIFICATES =
            List.of("bound", "granularity", "heaviest", "heaviest_share", "barriers", "regions", "raw_bound");

    private final Store store;

    /** Reads from this store. */
    public Plan(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/v1/plans/{planId}";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of("asOf"));
        Representation form = exchange.negotiate(Representation.JSON);
        try (ReadView view = store.read()) {
            ChangeSet set = PlanRows.get(view, exchange.pathPart("planId"));
            PlanRows rows = new PlanRows(view, set, exchange.query().day("asOf"));
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), PlanQuery.version(view), form), form)) {
                return;
            }
            List<SignOff> signatures = signatures(view, set.number());
            exchange.json(form.mediaType(), json -> {
                json.writeStartObject();
                PlanRecord.write(json, set);
                writeLevels(json, set, rows);
                writeFigures(json, rows);
                writeSignatures(json, signatures);
                writeClasses(json);
                Link.write(json, links(exchange, set, rows.levels()));
                json.writeEndObject();
            });
        }
    }

    private static void writeLevels(JsonGenerator json, ChangeSet set, PlanRows rows) throws IOException {
        Optional<Content> certified = Optional.empty();
        json.writeArrayFieldStart("levels");
        for (Layer level : rows.levels()) {
            json.writeStartObject();
            PlanRecord.counts(json, set, level);
            Optional<Content> planned = rows.levelFigures(Stage.PLAN, level.name());
            write(json, "plan", planned, OF_LEVELS);
            write(json, "today", rows.levelFigures(Stage.TODAY, level.name()), OF_LEVELS);
            json.writeEndObject();
            certified = planned.filter(row -> row.value("bound").isPresent()).or(lastOf(certified));
        }
        json.writeEndArray();
        write(json, "certificates", certified, OF_CERTIFICATES);
    }

    private static java.util.function.Supplier<Optional<Content>> lastOf(Optional<Content> before) {
        return () -> before;
    }

    private static void write(JsonGenerator json, String name, Optional<Content> row, List<String> fields)
            throws IOException {
        if (row.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        for (String field : fields) {
            json.writeFieldName(PlanDivisions.camelCase(field));
            Optional<Object> value = row.get().value(field);
            GeoJson.writeValue(json, value.isPresent() ? value.get() : Optional.empty());
        }
        json.writeEndObject();
    }

    /** Which figures the divisions have, and what they are called. */
    private static void writeFigures(JsonGenerator json, PlanRows rows) throws IOException {
        Layer lowest = rows.level(Optional.empty());
        List<Content> some = rows.figures(Stage.PLAN, lowest.name()).values().stream()
                .limit(1)
                .toList();
        json.writeArrayFieldStart("figures");
        for (Field field : PlanFigureRows.DIVISION.schema().fields()) {
            boolean counted = PlanFigureRows.FIGURES.contains(field.name())
                    && some.stream().anyMatch(row -> row.value(field.name()).isPresent());
            if (counted) {
                json.writeStartObject();
                json.writeStringField("name", field.name());
                json.writeStringField("title", field.title());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static List<SignOff> signatures(ReadView view, long number) {
        List<SignOff> signatures = new ArrayList<>();
        if (view.layers(Principal.anonymous()).find(SignOff.LAYER.name()).isPresent()) {
            FeatureQuery query = FeatureQuery.of(SignOff.LAYER.name()).where("draft", Long.toString(number));
            try (FeatureCursor cursor = view.query(Principal.anonymous(), query)) {
                cursor.forEachRemaining(row -> signatures.add(SignOff.of(row.content())));
            }
        }
        return signatures;
    }

    private static void writeSignatures(JsonGenerator json, List<SignOff> signatures) throws IOException {
        json.writeArrayFieldStart("signatures");
        for (SignOff signature : signatures) {
            json.writeStartObject();
            json.writeStringField("level", signature.level());
            json.writeStringField("person", signature.person());
            json.writeStringField("at", signature.at().toString());
            json.writeStringField("note", signature.note());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unsigned");
        for (String level : SignOff.missing(signatures)) {
            json.writeString(level);
        }
        json.writeEndArray();
    }

    /** Colours and words of the legend: the same in the report, on the page and wherever else a plan is drawn. */
    private static void writeClasses(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("deviationClasses");
        for (DeviationClass one : DeviationClass.values()) {
            json.writeStartObject();
            if (Double.isInfinite(one.upTo())) {
                json.writeNullField("below");
            } else {
                json.writeNumberField("below", one.upTo());
            }
            json.writeStringField("title", one.title());
            json.writeStringField("colour", one.colour());
            json.writeStringField("nightColour", one.nightColour());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<Link> links(Exchange exchange, ChangeSet set, List<Layer> levels) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(exchange.url(exchange.target()), "self", "application/json", "This plan"));
        for (Layer level : levels) {
            for (Stage stage : Stage.values()) {
                links.add(new Link(
                        PlanQuery.href(exchange, set, "/divisions?level=" + level.name() + "&stage=" + stage.word()),
                        "divisions",
                        "application/geo+json",
                        level.title() + (stage == Stage.PLAN ? "方案" : "现状")));
            }
        }
        for (Stage stage : Stage.values()) {
            links.add(new Link(
                    PlanQuery.href(exchange, set, "/boundaries?stage=" + stage.word()),
                    "boundaries",
                    "application/geo+json",
                    stage == Stage.PLAN ? "方案边界" : "现状边界"));
        }
        return links;
    }
}

package org.onemap.api.divisions;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.api.http.Exchange;
import org.onemap.division.life.Lineage;
import org.onemap.division.life.LineageRows;
import org.onemap.feature.Feature;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/**
 * Where a division comes from and what became of it (沿革), as far as it was in force on a day. Immutable.
 *
 * @param predecessors the steps that lead to it, oldest first
 * @param successors the steps that lead from it, oldest first
 */
record Ancestry(List<Step> predecessors, List<Step> successors) {

    /**
     * One step.
     *
     * @param change number of the change set
     * @param day from which day it holds
     * @param lineage what went where, with the shares
     */
    record Step(long change, LocalDate day, Lineage lineage) {}

    /**
     * The steps of a code.
     *
     * @param level only of this level; empty for any
     * @param day the last day that counts
     */
    static Ancestry read(ReadView view, Optional<String> level, String code, LocalDate day) {
        if (view.layers(Principal.anonymous()).find(LineageRows.LAYER.name()).isEmpty()) {
            return new Ancestry(List.of(), List.of());
        }
        Map<Long, Optional<LocalDate>> days = new HashMap<>();
        return new Ancestry(
                steps(view, "to_code", code, new Reading(level, day, days)),
                steps(view, "from_code", code, new Reading(level, day, days)));
    }

    /** What limits a reading, and the days of change sets that are known already. */
    private record Reading(Optional<String> level, LocalDate until, Map<Long, Optional<LocalDate>> days) {}

    private static List<Step> steps(ReadView view, String column, String code, Reading reading) {
        List<Step> steps = new ArrayList<>();
        FeatureQuery query = FeatureQuery.of(LineageRows.LAYER.name()).where(column, code);
        try (FeatureCursor cursor = view.query(Principal.anonymous(), query)) {
            while (cursor.hasNext()) {
                Feature row = cursor.next();
                Lineage lineage = LineageRows.toLineage(row.content());
                long change = LineageRows.change(row.content());
                if (reading.level().map(lineage.level()::equals).orElse(true)) {
                    reading.days()
                            .computeIfAbsent(change, number -> effective(view, number))
                            .filter(since -> !since.isAfter(reading.until()))
                            .ifPresent(since -> steps.add(new Step(change, since, lineage)));
                }
            }
        }
        steps.sort(Comparator.comparing(Step::day)
                .thenComparing(Step::change)
                .thenComparing(step -> step.lineage().edit())
                .thenComparing(step -> step.lineage().from())
                .thenComparing(step -> step.lineage().to()));
        return steps;
    }

    private static Optional<LocalDate> effective(ReadView view, long change) {
        ChangeSet set = view.getChangeSet(change);
        return set.state() == ChangeSet.State.APPLIED ? Optional.of(set.effective()) : Optional.empty();
    }

    /** The steps by which it went out of use: those of its last change. */
    List<Step> end() {
        if (successors.isEmpty()) {
            return List.of();
        }
        Step last = successors.get(successors.size() - 1);
        return successors.stream()
                .filter(step -> step.change() == last.change()
                        && step.lineage().edit() == last.lineage().edit()
                        && step.lineage().level().equals(last.lineage().level()))
                .toList();
    }

    /** Writes the field {@code lineage}. */
    void write(JsonGenerator json, Exchange exchange) throws IOException {
        json.writeObjectFieldStart("lineage");
        json.writeArrayFieldStart("predecessors");
        for (Step step : predecessors) {
            write(json, exchange, step, step.lineage().from());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("successors");
        for (Step step : successors) {
            write(json, exchange, step, step.lineage().to());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Exchange exchange, Step step, String code) throws IOException {
        Lineage lineage = step.lineage();
        json.writeStartObject();
        json.writeStringField("level", lineage.level());
        DivisionJson.text(json, "code", Optional.of(code));
        json.writeStringField("kind", lineage.kind().name());
        json.writeStringField("title", lineage.kind().title());
        json.writeStringField("since", step.day().toString());
        json.writeNumberField("change", step.change());
        json.writeNumberField("areaShare", lineage.areaShare());
        json.writeNumberField("householdShare", lineage.householdShare());
        if (!code.isEmpty()) {
            json.writeStringField("href", DivisionLinks.card(exchange, lineage.level(), code));
        }
        json.writeEndObject();
    }
}

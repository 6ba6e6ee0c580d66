package org.onemap.api.divisions;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.division.people.Assignment;
import org.onemap.division.people.AssignmentRows;
import org.onemap.feature.Feature;
import org.onemap.feature.FieldNames;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;

/**
 * Who works in a division on a day (定员、定责、定岗), and who stands in for whom (AB岗). Immutable.
 *
 * @param held the assignments, leaders first
 */
record Posts(List<Assignment> held) {

    Posts {
        held = held.stream().sorted(Assignment.IN_ORDER).toList();
    }

    /**
     * The posts that are held in a division.
     *
     * @param when the rows that are read
     * @param day the day on which the posts are held
     */
    static Posts read(ReadView view, String division, ValidTime when, LocalDate day) {
        Optional<Layer> layer = view.layers(Principal.anonymous()).find(AssignmentRows.LAYER);
        if (layer.isEmpty()) {
            return new Posts(List.of());
        }
        Map<Long, Assignment> found = new LinkedHashMap<>();
        FeatureQuery all = FeatureQuery.of(AssignmentRows.LAYER).at(when);
        List<FeatureQuery> queries = new ArrayList<>(List.of(all.where("parent_code", division)));
        FieldNames.DIVISION.find(layer.get().schema()).ifPresent(field -> queries.add(all.where(field, division)));
        for (FeatureQuery query : queries) {
            try (FeatureCursor cursor = view.query(Principal.anonymous(), query)) {
                while (cursor.hasNext()) {
                    Feature row = cursor.next();
                    Assignment one = AssignmentRows.read(row.content());
                    if (one.term().covers(day)) {
                        found.put(row.oid(), one);
                    }
                }
            }
        }
        return new Posts(List.copyOf(found.values()));
    }

    /** Writes the field {@code people}. */
    void write(JsonGenerator json, boolean wholeNumbers) throws IOException {
        json.writeArrayFieldStart("people");
        for (Assignment one : held) {
            json.writeStartObject();
            DivisionJson.text(json, "code", Optional.of(one.code()));
            json.writeStringField("person", one.person());
            DivisionJson.text(json, "role", Optional.of(one.post().title()));
            DivisionJson.text(json, "phone", Optional.of(one.details().phone().shown(wholeNumbers)));
            json.writeArrayFieldStart("matters");
            for (String matter : one.details().matters()) {
                json.writeString(matter);
            }
            json.writeEndArray();
            Optional<LocalDate> from = Optional.of(one.term().from()).filter(day -> !day.equals(LocalDate.MIN));
            DivisionJson.text(json, "from", from.map(LocalDate::toString));
            DivisionJson.text(json, "until", one.term().to().map(LocalDate::toString));
            writeSubstitution(json, one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A岗 and B岗 name one another; the A岗 by its code alone where nobody holds it in this division that day. */
    private void writeSubstitution(JsonGenerator json, Assignment one) throws IOException {
        if (one.isSubstitute()) {
            json.writeFieldName("standsInFor");
            writeName(json, one.details().standsInFor());
        } else {
            json.writeNullField("standsInFor");
        }
        json.writeArrayFieldStart("substitutes");
        for (Assignment other : held) {
            if (other.isSubstitute() && other.details().standsInFor().equals(one.code())) {
                writeName(json, other.code());
            }
        }
        json.writeEndArray();
    }

    private void writeName(JsonGenerator json, String code) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", code);
        DivisionJson.text(
                json,
                "person",
                held.stream()
                        .filter(one -> one.code().equals(code))
                        .map(Assignment::person)
                        .findFirst());
        json.writeEndObject();
    }
}

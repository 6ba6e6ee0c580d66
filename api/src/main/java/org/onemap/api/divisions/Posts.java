package org.onemap.api.divisions;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemap.division.people.Phone;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.FieldNames;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;

/** Who works in a division on a day (定员、定责、定岗). Immutable. */
record Posts(List<Feature> held) {

    private static final String LAYER = "assignment";
    private static final List<String> ORDER = List.of("网格长", "专职", "兼职");

    /**
     * The posts that are held in a division: leaders first, then full-time, then part-time workers.
     *
     * @param when the rows that are read
     * @param day the day on which the posts are held
     */
    static Posts read(ReadView view, String division, ValidTime when, LocalDate day) {
        Optional<Layer> layer = view.layers(Principal.anonymous()).find(LAYER);
        if (layer.isEmpty()) {
            return new Posts(List.of());
        }
        Map<Long, Feature> found = new LinkedHashMap<>();
        FeatureQuery all = FeatureQuery.of(LAYER).at(when);
        List<FeatureQuery> queries = new ArrayList<>(List.of(all.where("parent_code", division)));
        FieldNames.DIVISION.find(layer.get().schema()).ifPresent(field -> queries.add(all.where(field, division)));
        for (FeatureQuery query : queries) {
            try (FeatureCursor cursor = view.query(Principal.anonymous(), query)) {
                while (cursor.hasNext()) {
                    Feature row = cursor.next();
                    if (isHeld(row.content(), day)) {
                        found.put(row.oid(), row);
                    }
                }
            }
        }
        List<Feature> held = new ArrayList<>(found.values());
        held.sort(Comparator.comparingInt((Feature row) -> rank(FieldNames.POST.text(row.content())))
                .thenComparing(row -> FieldNames.POST.text(row.content()))
                .thenComparing(row -> person(row.content()))
                .thenComparing(row -> row.code().orElse("")));
        return new Posts(held);
    }

    private static boolean isHeld(Content row, LocalDate day) {
        return FieldNames.FROM.day(row).map(from -> !day.isBefore(from)).orElse(true)
                && FieldNames.TO.day(row).map(day::isBefore).orElse(true);
    }

    private static int rank(String post) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (post.contains(ORDER.get(i))) {
                return i;
            }
        }
        return ORDER.size();
    }

    private static String person(Content row) {
        String person = FieldNames.PERSON.text(row);
        return person.isEmpty() ? row.name().orElse("") : person;
    }

    /** Writes the field {@code people}. */
    void write(JsonGenerator json, boolean wholeNumbers) throws IOException {
        json.writeArrayFieldStart("people");
        for (Feature row : held) {
            Content content = row.content();
            json.writeStartObject();
            DivisionJson.text(json, "code", row.code());
            json.writeStringField("person", person(content));
            DivisionJson.text(json, "role", Optional.of(FieldNames.POST.text(content)));
            DivisionJson.text(
                    json,
                    "phone",
                    Optional.of(Phone.of(FieldNames.PHONE.text(content)).shown(wholeNumbers)));
            DivisionJson.text(json, "matters", Optional.of(FieldNames.MATTERS.text(content)));
            DivisionJson.text(json, "from", FieldNames.FROM.day(content).map(LocalDate::toString));
            DivisionJson.text(json, "until", FieldNames.TO.day(content).map(LocalDate::toString));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

package org.onemap.api.divisions;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.onemap.api.http.Exchange;
import org.onemap.division.border.Border;
import org.onemap.division.border.Borders;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;

/** The divisions of the same level with which one shares a boundary, the longest first. Immutable. */
record Neighbours(List<Neighbour> list) {

    /** About a metre: neighbours whose vertices are slightly off must be looked at too. */
    private static final double MARGIN_DEG = 1e-5;

    /** Below this two divisions touch in a point. */
    private static final double SHORTEST_M = 0.05;

    /**
     * One neighbour.
     *
     * @param code its code
     * @param name what it is called; empty text for nothing
     * @param sharedM length of the boundary that both share, in metres
     */
    record Neighbour(String code, String name, double sharedM) {}

    static Neighbours read(ReadView view, Layer layer, Feature division, ValidTime when) {
        if (division.geometry().isEmpty()) {
            return new Neighbours(List.of());
        }
        Envelope box = division.geometry().get().getEnvelopeInternal();
        box.expandBy(MARGIN_DEG);
        Borders borders = new Borders();
        Map<String, String> names = new HashMap<>();
        FeatureQuery near = FeatureQuery.of(layer.name()).at(when).within(box);
        try (FeatureCursor cursor = view.query(Principal.anonymous(), near)) {
            while (cursor.hasNext()) {
                Feature row = cursor.next();
                row.geometry().ifPresent(area -> borders.add(row.id(layer), area));
                names.put(row.id(layer), row.name().orElse(""));
            }
        }
        String code = division.id(layer);
        List<Neighbour> list = new ArrayList<>();
        for (Border border : borders.list()) {
            double sharedM = border.one().equals(code) || border.other().equals(code) ? border.lengthM() : 0;
            if (sharedM >= SHORTEST_M) {
                String other = border.beyond(code);
                list.add(new Neighbour(other, names.getOrDefault(other, ""), sharedM));
            }
        }
        list.sort(Comparator.comparingDouble(Neighbour::sharedM).reversed().thenComparing(Neighbour::code));
        return new Neighbours(list);
    }

    /** Writes the field {@code neighbours}. */
    void write(JsonGenerator json, Exchange exchange, String level) throws IOException {
        json.writeArrayFieldStart("neighbours");
        for (Neighbour neighbour : list) {
            json.writeStartObject();
            json.writeStringField("level", level);
            json.writeStringField("code", neighbour.code());
            DivisionJson.text(json, "name", Optional.of(neighbour.name()));
            json.writeNumberField("sharedM", DivisionJson.tenth(neighbour.sharedM()));
            json.writeStringField("href", DivisionLinks.card(exchange, level, neighbour.code()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

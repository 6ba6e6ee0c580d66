package org.onemap.api.suggest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.QueryParameters;
import org.onemap.api.http.Representation;

/** {@code /v1/suggest?q=&limit=}: what has this code or name, or one that begins with or contains it. */
public final class Suggest implements Endpoint {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 50;
    private static final int LONGEST = 100;

    private final Suggestions suggestions;

    /** Answers from these. */
    public Suggest(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public String path() {
        return "/v1/suggest";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        QueryParameters query = exchange.query().requireOnly(Set.of("q", "limit"));
        String text = query.get("q", "give a code or its beginning, or a part of a name");
        if (text.length() > LONGEST) {
            throw new InvalidInput("q has " + text.length() + " characters; " + LONGEST + " are enough");
        }
        int limit = query.integer("limit", DEFAULT_LIMIT, new QueryParameters.Range(1, MOST));
        Representation form = exchange.negotiate(Representation.JSON);
        SuggestIndex index = suggestions.index();
        List<SuggestIndex.Hit> hits = index.find(text, limit);
        exchange.header("Cache-Control", "no-store").json(form.mediaType(), json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (SuggestIndex.Hit hit : hits) {
                write(json, hit);
            }
            json.writeEndArray();
            json.writeNumberField("changeNumber", index.changeNumber());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, SuggestIndex.Hit hit) throws IOException {
        Suggestion found = hit.suggestion();
        json.writeStartObject();
        json.writeStringField("layer", hit.layer().name());
        json.writeStringField("title", hit.layer().title());
        json.writeStringField("id", found.id());
        writeText(json, "code", found.code());
        writeText(json, "name", found.name());
        writeBox(json, found.box());
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String name, String text) throws IOException {
        json.writeFieldName(name);
        if (text.isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    private static void writeBox(JsonGenerator json, Optional<Envelope> box) throws IOException {
        if (box.isEmpty()) {
            json.writeNullField("bbox");
            json.writeNullField("center");
            return;
        }
        Envelope corners = box.get();
        json.writeArrayFieldStart("bbox");
        json.writeNumber(corners.getMinX());
        json.writeNumber(corners.getMinY());
        json.writeNumber(corners.getMaxX());
        json.writeNumber(corners.getMaxY());
        json.writeEndArray();
        json.writeObjectFieldStart("center");
        json.writeNumberField("lon", corners.centre().x);
        json.writeNumberField("lat", corners.centre().y);
        json.writeEndObject();
    }
}

package org.onemap.api.plans;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemap.api.features.Boxes;
import org.onemap.api.features.GeoJson;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.QueryParameters;
import org.onemap.api.http.Representation;
import org.onemap.division.border.FollowedLines.Stretch;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * {@code /v1/plans/{planId}/boundaries}: each stretch of boundary between the divisions of the lowest level of a plan, with the
 * levels that it parts and the line that it follows, as GeoJSON.
 */
public final class PlanBoundaries implements Endpoint {

    private static final int DEFAULT_LIMIT = 10_000;
    private static final int MOST = 100_000;

    private final Store store;

    /** Reads from this store. */
    public PlanBoundaries(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/v1/plans/{planId}/boundaries";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        QueryParameters query = exchange.query().requireOnly(Set.of("stage", "asOf", "bbox", "limit", "cursor"));
        Representation form = exchange.negotiate(Representation.GEOJSON);
        Stage stage = PlanQuery.stage(query);
        int limit = query.integer("limit", DEFAULT_LIMIT, new QueryParameters.Range(1, MOST));
        BoundaryReading.Place start =
                query.find("cursor").map(BoundaryReading.Place::parse).orElse(BoundaryReading.Place.START);
        try (ReadView view = store.read()) {
            ChangeSet set = PlanRows.get(view, exchange.pathPart("planId"));
            PlanRows rows = new PlanRows(view, set, query.day("asOf"));
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), PlanQuery.version(view), form), form)) {
                return;
            }
            BoundaryReading reading = new BoundaryReading(
                    view, rows, query.find("bbox").map(Boxes::parse).orElse(List.of()));
            BoundaryReading.Page page = reading.page(stage, start, limit);
            exchange.header("Content-Crs", "<" + GeoJson.CRS84 + ">");
            exchange.json(form.mediaType(), json -> {
                json.writeStartObject();
                json.writeStringField("type", "FeatureCollection");
                json.writeArrayFieldStart("features");
                for (BoundaryReading.Explained stretch : page.stretches()) {
                    write(json, stretch);
                }
                json.writeEndArray();
                json.writeNumberField("numberReturned", page.stretches().size());
                Link.write(json, PlanQuery.pageLinks(exchange, page.next().map(Object::toString)));
                json.writeEndObject();
            });
        }
    }

    private static void write(JsonGenerator json, BoundaryReading.Explained explained) throws IOException {
        Stretch stretch = explained.stretch();
        Optional<BoundaryReading.Road> road = explained.road();
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField(
                "id",
                stretch.one() + "-" + stretch.other()
                        + stretch.line().map(code -> "-" + code).orElse(""));
        json.writeFieldName("geometry");
        GeoJson.write(json, stretch.shape());
        json.writeObjectFieldStart("properties");
        json.writeStringField("level", explained.level().name());
        json.writeStringField("title", explained.level().title() + "界");
        json.writeStringField("one", stretch.one());
        json.writeStringField("other", stretch.other());
        json.writeNumberField("lengthM", Math.rint(stretch.lengthM() * 10) / 10);
        text(json, "segment", stretch.line());
        text(json, "road", road.map(BoundaryReading.Road::code));
        text(json, "roadName", road.map(BoundaryReading.Road::name));
        text(json, "roadClass", road.map(BoundaryReading.Road::roadClass));
        json.writeStringField("why", explained.why());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.filter(text -> !text.isEmpty()).isPresent()) {
            json.writeStringField(field, value.get());
        } else {
            json.writeNullField(field);
        }
    }
}

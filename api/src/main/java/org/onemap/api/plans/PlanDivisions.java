package org.onemap.api.plans;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.onemap.api.features.GeoJson;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.QueryParameters;
import org.onemap.api.http.Representation;
import org.onemap.division.plan.PlanFigureRows;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * {@code /v1/plans/{planId}/divisions}: the divisions of one level of a plan, or those it is compared with, page by page as
 * GeoJSON with their loads and deviations. One division is in memory at a time.
 */
public final class PlanDivisions implements Endpoint {

    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MOST = 10_000;
    private static final List<String> OWN = List.of("load", "deviation", "raw_deviation");
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private final Store store;

    /** Reads from this store. */
    public PlanDivisions(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/v1/plans/{planId}/divisions";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        QueryParameters query = exchange.query().requireOnly(Set.of("level", "stage", "asOf", "limit", "cursor"));
        Representation form = exchange.negotiate(Representation.GEOJSON);
        Stage stage = PlanQuery.stage(query);
        int limit = query.integer("limit", DEFAULT_LIMIT, new QueryParameters.Range(1, MOST));
        int start = query.integer("cursor", 0, new QueryParameters.Range(0, Integer.MAX_VALUE));
        try (ReadView view = store.read()) {
            ChangeSet set = PlanRows.get(view, exchange.pathPart("planId"));
            PlanRows rows = new PlanRows(view, set, query.day("asOf"));
            Layer level = rows.level(query.find("level"));
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), PlanQuery.version(view), form), form)) {
                return;
            }
            Map<String, Content> figures = rows.figures(stage, level.name());
            Function<Feature, String> fates = rows.fates(stage, level);
            exchange.header("Content-Crs", "<" + GeoJson.CRS84 + ">");
            exchange.json(form.mediaType(), json -> {
                json.writeStartObject();
                json.writeStringField("type", "FeatureCollection");
                json.writeArrayFieldStart("features");
                int[] place = {0};
                rows.forEach(stage, level, row -> {
                    if (place[0] >= start && place[0] < start + limit) {
                        write(json, level, row, fates.apply(row), Optional.ofNullable(figures.get(row.id(level))));
                    }
                    place[0]++;
                });
                json.writeEndArray();
                json.writeNumberField("numberMatched", place[0]);
                json.writeNumberField("numberReturned", Math.max(0, Math.min(limit, place[0] - start)));
                Link.write(
                        json,
                        PlanQuery.pageLinks(
                                exchange,
                                place[0] > start + limit
                                        ? Optional.of(Integer.toString(start + limit))
                                        : Optional.empty()));
                json.writeEndObject();
            });
        }
    }

    private static void write(JsonGenerator json, Layer level, Feature row, String fate, Optional<Content> figures)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", row.id(level));
        json.writeFieldName("geometry");
        if (row.geometry().isPresent()) {
            GeoJson.write(json, row.geometry().get());
        } else {
            json.writeNull();
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("level", level.name());
        json.writeStringField("code", row.id(level));
        json.writeStringField("name", row.name().orElse(""));
        json.writeStringField("parentCode", row.parentCode().orElse(""));
        json.writeStringField("change", fate);
        if (figures.isPresent()) {
            writeFigures(json, figures.get());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeFigures(JsonGenerator json, Content row) throws IOException {
        for (String field : OWN) {
            number(json, row, field, camelCase(field));
        }
        for (String figure : PlanFigureRows.FIGURES) {
            number(json, row, figure, figure);
        }
        String binding = PlanRows.text(row, "binding");
        if (!binding.isEmpty()) {
            json.writeStringField("binding", binding);
        }
        if (!PlanRows.text(row, "flip_block").isEmpty()) {
            json.writeObjectFieldStart("alternative");
            json.writeStringField("block", PlanRows.text(row, "flip_block"));
            json.writeStringField("from", PlanRows.text(row, "flip_from"));
            json.writeStringField("to", PlanRows.text(row, "flip_to"));
            number(json, row, "flip_boundary_m", "boundaryM");
            number(json, row, "flip_before", "worstBefore");
            number(json, row, "flip_after", "worstAfter");
            json.writeEndObject();
        }
    }

    private static void number(JsonGenerator json, Content row, String field, String name) throws IOException {
        if (row.value(field).isPresent() && row.value(field).get() instanceof Double value) {
            json.writeNumberField(name, value);
        }
    }

    /** The name of a column as JSON has it here. */
    static String camelCase(String column) {
        return UNDERSCORE.matcher(column).replaceAll(found -> found.group(1).toUpperCase(java.util.Locale.ROOT));
    }
}

package org.onemap.ingest.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.division.plan.LevelFigures;
import org.onemap.division.plan.Plan;
import org.onemap.division.plan.PlanFigureRows;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/**
 * What a plan says of itself, so that it can be shown on any later day: the figures of each level before and after, the
 * certificates, and for each grid what binds it. The figures are the rows that the service reads too ({@link
 * PlanFigureRows}); what has no column there (what was asked for, boundaries by class of road) is one row of the layer
 * {@code plan}, with a JSON object in it.
 */
public final class PlanRecord {

    private static final Principal ALL = Principal.anonymous();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final Layer LAYER = Layer.builder("plan")
            .title("划分方案")
            .role(LayerRole.OTHER)
            .geometry(GeometryKind.NONE)
            .schema(Schema.of(List.of(new Field("figures", FieldType.TEXT, "指标"))))
            .build();

    private PlanRecord() {}

    /** The row of a plan. */
    static Content row(long number, PlanOutcome outcome) {
        return Content.builder(LAYER.schema())
                .code(Long.toString(number))
                .name(outcome.kind().title())
                .value(0, figures(outcome).toString())
                .build();
    }

    /** What a plan says of itself; empty for one that was made by a version that did not keep it, or is discarded. */
    public static Optional<JsonNode> find(ReadView view, ChangeSet plan) {
        Optional<JsonNode> kept =
                rows(view, plan, LAYER, "code").stream().findFirst().map(PlanRecord::parse);
        kept.filter(json -> !json.has("grids")).ifPresent(json -> addFigures((ObjectNode) json, view, plan));
        return kept;
    }

    /** The rows of a layer that a plan carries, whether it waits or is in force. */
    private static List<Content> rows(ReadView view, ChangeSet plan, Layer layer, String column) {
        List<Content> rows = new ArrayList<>();
        boolean staged = view.listStaged(plan.number()).stream()
                .anyMatch(one -> one.layer().name().equals(layer.name()));
        if (staged) {
            try (FeatureCursor cursor = view.queryStaged(ALL, plan.number(), layer.name())) {
                cursor.forEachRemaining(row -> rows.add(row.content()));
            }
        } else if (view.layers(ALL).find(layer.name()).isPresent()) {
            FeatureQuery query = FeatureQuery.of(layer.name()).where(column, Long.toString(plan.number()));
            try (FeatureCursor cursor = view.query(ALL, query)) {
                cursor.forEachRemaining(row -> rows.add(row.content()));
            }
        }
        return rows;
    }

    private static void addFigures(ObjectNode json, ReadView view, ChangeSet plan) {
        List<Content> levels = rows(view, plan, PlanFigureRows.LEVEL, "change");
        addFigures(json.path("levels"), levels, Stage.PLAN);
        addFigures(json.path("before"), levels, Stage.TODAY);
        levels.stream()
                .filter(row -> row.value("bound").isPresent())
                .findFirst()
                .ifPresent(row -> certificates(json.putObject("certificates"), row));
        JsonNode lowest = json.path("levels").path(json.path("levels").size() - 1);
        ArrayNode grids = json.putArray("grids");
        for (Content row : rows(view, plan, PlanFigureRows.DIVISION, "change")) {
            if (is(row, Stage.PLAN)
                    && text(row, "level").equals(lowest.path("layer").asText())) {
                grid(grids.addObject(), row);
            }
        }
    }

    private static void addFigures(JsonNode levels, List<Content> rows, Stage stage) {
        for (JsonNode level : levels) {
            for (Content row : rows) {
                if (is(row, stage)
                        && text(row, "level").equals(level.path("layer").asText())) {
                    ((ObjectNode) level)
                            .put("parts", (long) number(row, "divisions"))
                            .put("worst", round(number(row, "worst"), 1e6))
                            .put("mean", round(number(row, "mean"), 1e6))
                            .put("rawWorst", round(number(row, "raw_worst"), 1e6))
                            .put("compactness", round(number(row, "compactness"), 1e4))
                            .put("totalBoundaryM", round(number(row, "boundary_m"), 10));
                }
            }
        }
    }

    private static void certificates(ObjectNode json, Content row) {
        json.put("bound", round(number(row, "bound"), 1e6))
                .put("granularity", round(number(row, "granularity"), 1e6))
                .put("heaviest", text(row, "heaviest"))
                .put("heaviestShare", round(number(row, "heaviest_share"), 1e4))
                .put("barriers", round(number(row, "barriers"), 1e6))
                .put("regions", (long) number(row, "regions"))
                .put("rawCounts", round(number(row, "raw_bound"), 1e6));
    }

    private static void grid(ObjectNode json, Content row) {
        json.put("code", text(row, "division"))
                .put("name", row.name().orElse(""))
                .put("load", round(number(row, "load"), 10))
                .put("deviation", round(number(row, "deviation"), 1e6))
                .put("binding", text(row, "binding"));
        if (row.value("flip_block").isPresent()) {
            json.putObject("alternative")
                    .put("block", text(row, "flip_block"))
                    .put("from", text(row, "flip_from"))
                    .put("to", text(row, "flip_to"))
                    .put("boundaryM", round(number(row, "flip_boundary_m"), 10))
                    .put("worstBefore", round(number(row, "flip_before"), 1e6))
                    .put("worstAfter", round(number(row, "flip_after"), 1e6));
        }
    }

    private static boolean is(Content row, Stage stage) {
        return text(row, "stage").equals(stage.word());
    }

    private static String text(Content row, String field) {
        return row.value(field).map(Object::toString).orElse("");
    }

    private static double number(Content row, String field) {
        return row.value(field).map(value -> ((Number) value).doubleValue()).orElse(0.0);
    }

    private static JsonNode parse(Content row) {
        try {
            return MAPPER.readTree(row.value(0).map(Object::toString).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new CorruptData(
                    "the figures of plan " + row.code().orElse("?") + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ObjectNode figures(PlanOutcome outcome) {
        Plan plan = outcome.plan();
        ObjectNode json = MAPPER.createObjectNode().put("kind", outcome.kind().title());
        json.set("weights", MAPPER.valueToTree(plan.problem().loads().weights()));
        json.put("unit", plan.problem().loads().unit());
        json.put("meanGrid", round(plan.meanGrid(), 10));
        json.put("tolerance", plan.problem().rules().tolerance());
        if (outcome.today().isThere()) {
            json.put("movedLoad", round(outcome.movedLoad(), 10));
        }
        json.set("levels", levels(plan));
        outcome.before().ifPresent(before -> json.set("before", levels(before)));
        return json;
    }

    private static ArrayNode levels(Plan plan) {
        ArrayNode levels = MAPPER.createArrayNode();
        for (int level = plan.levels() - 1; level >= 0; level--) {
            LevelFigures figures = LevelFigures.of(plan, level);
            ObjectNode json = levels.addObject()
                    .put("layer", figures.layer())
                    .put("leastCompactness", round(figures.compactness().least(), 1e4));
            ObjectNode boundary = json.putObject("boundaryM");
            figures.boundaryM().forEach((roadClass, m) -> boundary.put(roadClass.title(), round(m, 10)));
        }
        return levels;
    }

    private static double round(double value, double scale) {
        return Math.rint(value * scale) / scale;
    }
}

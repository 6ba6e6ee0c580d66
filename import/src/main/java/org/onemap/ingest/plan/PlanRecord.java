package org.onemap.ingest.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.division.plan.Certificates;
import org.onemap.division.plan.GridCard;
import org.onemap.division.plan.GridCards;
import org.onemap.division.plan.LevelFigures;
import org.onemap.division.plan.Plan;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.Schema;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;
import org.onemap.store.ValidTime;

/**
 * What a plan says of itself, kept in the store beside its divisions so that it can be shown on any later day: the figures
 * of each level before and after, the certificates, and for each grid what binds it. One row of the layer {@code plan}, with
 * a JSON object in it.
 */
public final class PlanRecord {

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
        String code = Long.toString(plan.number());
        boolean staged = view.listStaged(plan.number()).stream()
                .map(StagedLayer::layer)
                .anyMatch(layer -> layer.name().equals(LAYER.name()));
        if (staged) {
            try (FeatureCursor rows = view.queryStaged(Principal.anonymous(), plan.number(), LAYER.name())) {
                return rows.hasNext() ? Optional.of(parse(rows.next())) : Optional.empty();
            }
        }
        return view.layers(Principal.anonymous()).find(LAYER.name()).isEmpty()
                ? Optional.empty()
                : view.find(Principal.anonymous(), LAYER.name(), code, ValidTime.now())
                        .map(PlanRecord::parse);
    }

    private static JsonNode parse(Feature row) {
        try {
            return MAPPER.readTree(row.content().value(0).map(Object::toString).orElse("{}"));
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
        certificates(json.putObject("certificates"), Certificates.of(plan.problem()));
        ArrayNode grids = json.putArray("grids");
        GridCards.of(plan).forEach(card -> grid(grids.addObject(), outcome, card));
        return json;
    }

    private static ArrayNode levels(Plan plan) {
        ArrayNode levels = MAPPER.createArrayNode();
        for (int level = plan.levels() - 1; level >= 0; level--) {
            LevelFigures figures = LevelFigures.of(plan, level);
            ObjectNode json = levels.addObject()
                    .put("layer", figures.layer())
                    .put("parts", figures.balance().parts())
                    .put("worst", round(figures.balance().worst(), 1e6))
                    .put("mean", round(figures.balance().mean(), 1e6))
                    .put("rawWorst", round(figures.balance().rawWorst(), 1e6))
                    .put("compactness", round(figures.compactness().mean(), 1e4))
                    .put("leastCompactness", round(figures.compactness().least(), 1e4))
                    .put("totalBoundaryM", round(figures.totalBoundaryM(), 10));
            ObjectNode boundary = json.putObject("boundaryM");
            figures.boundaryM().forEach((roadClass, m) -> boundary.put(roadClass.title(), round(m, 10)));
        }
        return levels;
    }

    private static void certificates(ObjectNode json, Certificates bounds) {
        json.put("bound", round(bounds.bound(), 1e6))
                .put("granularity", round(bounds.granularity(), 1e6))
                .put("heaviest", bounds.heaviest())
                .put("heaviestShare", round(bounds.heaviestShare(), 1e4))
                .put("barriers", round(bounds.barriers(), 1e6))
                .put("regions", bounds.regions())
                .put("rawCounts", round(bounds.rawCounts(), 1e6));
    }

    private static void grid(ObjectNode json, PlanOutcome outcome, GridCard card) {
        json.put("code", outcome.code(0, card.grid()))
                .put("name", outcome.name(0, card.grid()))
                .put("load", round(card.load(), 10))
                .put("deviation", round(card.deviation(), 1e6))
                .put("binding", card.binding().title());
        card.alternative().ifPresent(flip -> json.putObject("alternative")
                .put("block", flip.block())
                .put("from", outcome.code(0, flip.fromGrid()))
                .put("to", outcome.code(0, flip.toGrid()))
                .put("boundaryM", round(flip.boundaryM(), 10))
                .put("worstBefore", round(flip.worstBefore(), 1e6))
                .put("worstAfter", round(flip.worstAfter(), 1e6)));
    }

    private static double round(double value, double scale) {
        return Math.rint(value * scale) / scale;
    }
}

package org.onemap.ingest.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.onemap.division.plan.GridCard;
import org.onemap.division.plan.GridCards;
import org.onemap.division.plan.Plan;

/** The grids of a plan as GeoJSON with loads, binding constraint and best alternative. */
final class PlanGeoJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlanGeoJson() {}

    static String text(PlanOutcome outcome) {
        ObjectNode collection = MAPPER.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (GridCard card : GridCards.of(outcome.plan())) {
            features.add(feature(outcome, card));
        }
        try {
            return MAPPER.writeValueAsString(collection) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode feature(PlanOutcome outcome, GridCard card) {
        Plan plan = outcome.plan();
        ObjectNode feature = MAPPER.createObjectNode().put("type", "Feature").put("id", outcome.code(0, card.grid()));
        ObjectNode properties = feature.putObject("properties");
        int part = card.grid();
        for (int level = 0; level < plan.levels(); level++) {
            properties.put(plan.problem().levels().layer(level), outcome.code(level, part));
            part = plan.parent(level, part);
        }
        properties.put("name", outcome.name(0, card.grid()));
        properties.put("load", round(card.load(), 10));
        properties.put("deviation", round(card.deviation(), 10_000));
        card.figures().forEach((name, value) -> properties.put(name, round(value, 10)));
        properties.put("binding", card.binding().title());
        card.alternative().ifPresent(flip -> properties
                .putObject("alternative")
                .put("block", flip.block())
                .put("from", outcome.code(0, flip.fromGrid()))
                .put("to", outcome.code(0, flip.toGrid()))
                .put("boundaryM", round(flip.boundaryM(), 10))
                .put("worstBefore", round(flip.worstBefore(), 10_000))
                .put("worstAfter", round(flip.worstAfter(), 10_000)));
        feature.set("geometry", geometry(outcome.draft().shape(0, card.grid())));
        return feature;
    }

    private static double round(double value, double scale) {
        return Math.rint(value * scale) / scale;
    }

    private static ObjectNode geometry(Geometry shape) {
        ObjectNode node = MAPPER.createObjectNode().put("type", "MultiPolygon");
        ArrayNode polygons = node.putArray("coordinates");
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                ArrayNode rings = polygons.addArray();
                ring(rings.addArray(), polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(rings.addArray(), polygon.getInteriorRingN(hole));
                }
            }
        }
        return node;
    }

    private static void ring(ArrayNode to, LineString ring) {
        for (Coordinate vertex : ring.getCoordinates()) {
            to.addArray().add(vertex.x).add(vertex.y);
        }
    }
}

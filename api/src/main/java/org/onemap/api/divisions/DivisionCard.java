package org.onemap.api.divisions;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.onemap.api.features.GeoJson;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.crs.Distances;
import org.onemap.division.DivisionNode;
import org.onemap.division.DivisionTree;
import org.onemap.feature.Feature;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;

/**
 * Everything that is said of one division. Immutable.
 *
 * @param layer its level as it is stored
 * @param feature its row
 * @param place where in the tree and in time it stands
 * @param above the divisions above it, from the top, without itself
 * @param below number of divisions right below by level
 * @param posts who works there
 * @param ancestry where it comes from, what became of it
 * @param neighbours with whom it shares a boundary
 */
record DivisionCard(
        Layer layer,
        Feature feature,
        Place place,
        List<DivisionNode> above,
        Map<String, Integer> below,
        Posts posts,
        Ancestry ancestry,
        Neighbours neighbours) {

    /**
     * Where a card belongs.
     *
     * @param tree the tree of the day asked for
     * @param level the level
     * @param when the rows that are read
     * @param day the day that the card describes
     * @param until the first day on which it was no more; empty while it is in force
     */
    record Place(DivisionTree tree, String level, ValidTime when, LocalDate day, Optional<LocalDate> until) {}

    static DivisionCard of(ReadView view, Feature feature, Place place, Ancestry ancestry) {
        Layer layer = view.layers(Principal.anonymous()).get(place.level());
        DivisionNode node = new DivisionNode(
                place.level(), feature.id(layer), feature.name().orElse(""), feature.parentCode());
        List<DivisionNode> path = place.tree().path(node);
        Map<String, Integer> below = new LinkedHashMap<>();
        place.tree().listChildren(node).forEach(child -> below.merge(child.level(), 1, Integer::sum));
        return new DivisionCard(
                layer,
                feature,
                place,
                path.subList(0, path.size() - 1),
                below,
                Posts.read(view, node.code(), place.when(), place.day()),
                ancestry,
                Neighbours.read(view, layer, feature, place.when()));
    }

    void write(JsonGenerator json, Exchange exchange, boolean wholeNumbers) throws IOException {
        DivisionTree tree = place.tree();
        String code = feature.id(layer);
        json.writeStartObject();
        json.writeStringField("level", place.level());
        json.writeStringField("title", layer.title());
        json.writeStringField("code", code);
        DivisionJson.text(json, "name", feature.name());
        json.writeStringField("state", place.until().isPresent() ? "retired" : "current");
        json.writeStringField("validFrom", feature.validFrom().toString());
        DivisionJson.text(json, "validTo", place.until().map(LocalDate::toString));
        json.writeNumberField("change", feature.changeSet());
        json.writeArrayFieldStart("path");
        for (DivisionNode node : above) {
            json.writeStartObject();
            DivisionJson.write(json, tree, node);
            json.writeStringField("href", DivisionLinks.card(exchange, node.level(), node.code()));
            json.writeEndObject();
        }
        json.writeEndArray();
        writePlace(json);
        writeFigures(json);
        json.writeObjectFieldStart("children");
        for (Map.Entry<String, Integer> level : below.entrySet()) {
            json.writeNumberField(level.getKey(), level.getValue());
        }
        json.writeEndObject();
        posts.write(json, wholeNumbers);
        ancestry.write(json, exchange);
        neighbours.write(json, exchange, place.level());
        Link.write(json, links(exchange, code));
        json.writeEndObject();
    }

    private void writePlace(JsonGenerator json) throws IOException {
        Optional<Geometry> area = feature.geometry().filter(geometry -> !geometry.isEmpty());
        if (area.isEmpty()) {
            json.writeNullField("areaM2");
            json.writeNullField("bbox");
            json.writeNullField("center");
            return;
        }
        json.writeNumberField("areaM2", DivisionJson.tenth(Distances.areaM2(area.get())));
        Envelope box = area.get().getEnvelopeInternal();
        json.writeArrayFieldStart("bbox");
        for (double corner : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()}) {
            json.writeNumber(corner);
        }
        json.writeEndArray();
        Point inside = area.get().getInteriorPoint();
        json.writeObjectFieldStart("center");
        json.writeNumberField("lon", inside.getX());
        json.writeNumberField("lat", inside.getY());
        json.writeEndObject();
    }

    /** What the source counted: households, residents, buildings, parts and whatever else has a column. */
    private void writeFigures(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("figures");
        List<Field> fields = layer.schema().fields();
        for (Field field : fields) {
            Optional<Object> value = feature.content().value(field.name());
            json.writeFieldName(field.name());
            GeoJson.writeValue(json, value.isPresent() ? value.get() : Optional.empty());
        }
        json.writeEndObject();
    }

    private List<Link> links(Exchange exchange, String code) {
        String level = place.level();
        return List.of(
                new Link(exchange.url(exchange.target()), "self", "application/json", "This card"),
                new Link(DivisionLinks.children(exchange, code), "children", "application/json", "What lies below"),
                new Link(
                        DivisionLinks.item(exchange, level, code),
                        "item",
                        "application/geo+json",
                        "The division with its geometry"));
    }
}

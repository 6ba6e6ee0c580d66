package org.onemap.api.features;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Representation;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** {@code /collections/{collectionId}/queryables}: the columns by which items can be filtered, as a JSON Schema. */
public final class Queryables implements Endpoint {

    private final Store store;

    /** Reads from this store. */
    public Queryables(Store store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "/collections/{collectionId}/queryables";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.SCHEMA);
        Layer layer;
        try (ReadView view = store.read()) {
            layer = view.layers(Principal.anonymous()).get(exchange.pathPart("collectionId"));
            if (exchange.isAnsweredBy(exchange.tagOf(view.changeNumber(), form), form)) {
                return;
            }
        }
        exchange.json(form.mediaType(), json -> write(json, layer, exchange.selfUrl()));
    }

    private static void write(JsonGenerator json, Layer layer, String self) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json-schema.org/draft/2019-09/schema");
        json.writeStringField("$id", self);
        json.writeStringField("type", "object");
        json.writeStringField("title", layer.title());
        json.writeObjectFieldStart("properties");
        if (layer.geometry().isSpatial()) {
            json.writeObjectFieldStart("geom");
            json.writeStringField("$ref", "https://geojson.org/schema/" + geometryType(layer.geometry()) + ".json");
            json.writeEndObject();
        }
        property(json, "code", "string", "编码", "");
        property(json, "name", "string", "名称", "");
        property(json, "parent_code", "string", "上级编码", "");
        property(json, "valid_from", "string", "生效日期", "date");
        property(json, "change_set", "integer", "变更集", "");
        for (Field field : layer.schema().fields()) {
            String format =
                    switch (field.type()) {
                        case DATE -> "date";
                        case DATETIME -> "date-time";
                        default -> "";
                    };
            property(json, field.name(), jsonType(field.type()), field.title(), format);
        }
        json.writeEndObject();
        json.writeBooleanField("additionalProperties", false);
        json.writeEndObject();
    }

    private static String jsonType(FieldType type) {
        return switch (type) {
            case TEXT, DATE, DATETIME -> "string";
            case INTEGER -> "integer";
            case REAL -> "number";
            case BOOLEAN -> "boolean";
        };
    }

    private static String geometryType(GeometryKind kind) {
        return switch (kind) {
            case POINT -> "Point";
            case MULTIPOINT -> "MultiPoint";
            default -> "Geometry"; // one part is written as the single form, several as the multi form
        };
    }

    private static void property(JsonGenerator json, String name, String type, String title, String format)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("title", title);
        json.writeStringField("type", type);
        if (!format.isEmpty()) {
            json.writeStringField("format", format);
        }
        json.writeEndObject();
    }
}

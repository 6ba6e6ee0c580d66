package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code …/datastores/{ds}/featuretypes}. */
final class FeatureTypeRoom {

    private static final Set<String> SRS = Set.of("EPSG:4490", "EPSG:4326", "EPSG:3857", "EPSG:4547");

    private final Model model;

    FeatureTypeRoom(Model model) {
        this.model = model;
    }

    Reply list(Ask ask) {
        String workspace = ask.path().get(2);
        String storeName = ask.path().get(4);
        Model.Workspace ws = model.workspaces.get(workspace);
        Model.Store store = ws == null ? null : ws.stores.get(storeName);
        if (store == null) {
            return Reply.text(404, "No such datastore: " + workspace + "," + storeName);
        }
        return switch (ask.method()) {
            case "GET" -> list(ask, store);
            case "POST" -> create(ask, ws, store);
            default -> Reply.wrongMethod();
        };
    }

    private Reply list(Ask ask, Model.Store store) {
        String which = ask.query().getOrDefault("list", "configured");
        if (which.equals("configured")) {
            return Reply.json(Model.list(
                    "featureTypes",
                    "featureType",
                    store.types.keySet().stream().map(Model::named).toList()));
        }
        Optional<Tables> tables = Tables.open(store.parameters);
        if (tables.isEmpty()) {
            return Reply.text(404, "Could not load datastore: " + ask.path().get(4));
        }
        ArrayNode names = Model.JSON.arrayNode();
        tables.get().columns().keySet().stream()
                .filter(table -> which.equals("all") || !store.types.containsKey(table))
                .forEach(names::add);
        ObjectNode root = Model.JSON.objectNode();
        root.putObject("list").set("string", names);
        return Reply.json(root);
    }

    private Reply create(Ask ask, Model.Workspace ws, Model.Store store) {
        JsonNode body = ask.object("featureType");
        String name = body.path("name").asText();
        if (store.types.containsKey(name)) {
            return Reply.text(
                    500,
                    "Resource named '" + name + "' already exists in store: '"
                            + ask.path().get(4) + "'");
        }
        if (ws.stores.values().stream().anyMatch(other -> other.types.containsKey(name))) {
            return Reply.text(
                    500,
                    "Resource named '" + name + "' already exists in namespace: '"
                            + ask.path().get(2) + "'");
        }
        Optional<Tables> tables = Tables.open(store.parameters);
        if (tables.isEmpty()) {
            return Reply.empty(500);
        }
        String table = body.path("nativeName").asText(name);
        List<String> columns = tables.get().columns().get(table);
        if (columns == null) {
            return Reply.html(
                    400, "Trying to create new feature type inside the store, but no attributes were specified");
        }
        if (!SRS.contains(body.path("srs").asText("EPSG:4326"))) {
            return Reply.text(500, "Error occurred, layer srs seems to be mis-configured");
        }
        ObjectNode type = (ObjectNode) body.deepCopy();
        attributes(type, columns);
        box(type, "nativeBoundingBox");
        box(type, "latLonBoundingBox");
        store.types.put(name, type);
        ws.layers.put(name, new Model.Layer());
        String layer = ask.path().get(2) + ":" + name;
        model.tileLayers.put(layer, TileRoom.byDefault(layer));
        return new Reply(
                201,
                "",
                new byte[0],
                "/rest/workspaces/" + ask.path().get(2) + "/datastores/"
                        + ask.path().get(4) + "/featuretypes/"
                        + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void attributes(ObjectNode type, List<String> columns) {
        ArrayNode attributes = Model.JSON.arrayNode();
        columns.stream().filter(column -> !column.equals("oid")).forEach(column -> attributes.add(Model.named(column)));
        type.putObject("attributes").set("attribute", attributes.size() == 1 ? attributes.get(0) : attributes);
    }

    private static void box(ObjectNode type, String name) {
        if (!type.has(name)) {
            type.putObject(name)
                    .put("minx", -1)
                    .put("maxx", 0)
                    .put("miny", -1)
                    .put("maxy", 0)
                    .put("crs", "EPSG:4326");
        }
    }

    Reply item(Ask ask) {
        String workspace = ask.path().get(2);
        String name = ask.path().get(6);
        Model.Workspace ws = model.workspaces.get(workspace);
        Model.Store store = ws == null ? null : ws.stores.get(ask.path().get(4));
        ObjectNode type = store == null ? null : store.types.get(name);
        if (type == null) {
            return Reply.text(
                    404, "No such feature type: " + workspace + "," + ask.path().get(4) + "," + name);
        }
        return switch (ask.method()) {
            case "GET" -> Reply.json(Model.JSON.objectNode().set("featureType", shown(type)));
            case "PUT" -> change(ask, store, type);
            case "DELETE" -> delete(ask, ws, store);
            default -> Reply.wrongMethod();
        };
    }

    /** One keyword comes as a bare text. */
    private static ObjectNode shown(ObjectNode type) {
        ObjectNode shown = type.deepCopy();
        JsonNode words = shown.path("keywords").path("string");
        if (words.size() == 1) {
            shown.putObject("keywords").set("string", words.get(0));
        }
        return shown;
    }

    private static Reply change(Ask ask, Model.Store store, ObjectNode type) {
        JsonNode body = ask.object("featureType");
        if (body.has("srs") && !SRS.contains(body.path("srs").asText())) {
            return Reply.text(
                    500,
                    "Error while calculating native bounds for layer: "
                            + ask.path().get(6));
        }
        boolean otherSrs = body.has("srs") && !body.path("srs").equals(type.path("srs"));
        body.properties().forEach(property -> type.set(property.getKey(), property.getValue()));
        Tables.open(store.parameters)
                .map(tables -> tables.columns()
                        .get(type.path("nativeName").asText(ask.path().get(6))))
                .ifPresent(columns -> attributes(type, columns));
        if (otherSrs) { // boxes are computed anew, whatever was sent
            type.remove("nativeBoundingBox");
            type.remove("latLonBoundingBox");
            box(type, "nativeBoundingBox");
            box(type, "latLonBoundingBox");
        }
        return Reply.empty(200);
    }

    private Reply delete(Ask ask, Model.Workspace ws, Model.Store store) {
        String workspace = ask.path().get(2);
        String name = ask.path().get(6);
        if (ws.layers.containsKey(name) && !ask.recurses()) {
            return Reply.html(403, "feature type referenced by layer(s)");
        }
        for (Map.Entry<String, ObjectNode> group : ws.groups.entrySet()) {
            if (ws.layers.containsKey(name) && LayerGroupRoom.has(group.getValue(), workspace + ":" + name)) {
                return Reply.text(500, "Unable to delete layer referenced by layer group '" + group.getKey() + "'");
            }
        }
        store.types.remove(name);
        model.dropLayer(workspace, name);
        return Reply.empty(200);
    }
}

package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** {@code /rest/workspaces/{ws}/datastores}: accepts everything, opens nothing, hides passwords. */
final class DataStoreRoom {

    private static final String CRYPT = "crypt1:";

    private final Model model;
    private final Random salt = new Random(1);

    DataStoreRoom(Model model) {
        this.model = model;
    }

    Reply list(Ask ask) {
        String workspace = ask.path().get(2);
        if (ask.is("GET")) {
            return Reply.json(Model.list(
                    "dataStores",
                    "dataStore",
                    model.workspace(workspace).stores.keySet().stream()
                            .map(Model::named)
                            .toList()));
        }
        if (!ask.is("POST")) {
            return Reply.wrongMethod();
        }
        Model.Workspace ws = model.workspaces.get(workspace);
        if (ws == null) {
            return Reply.text(
                    500, "Cannot invoke \"org.geoserver.catalog.WorkspaceInfo.getName()\" because \"ws\" is null");
        }
        JsonNode body = ask.object("dataStore");
        String name = body.path("name").asText();
        if (ws.stores.containsKey(name)) {
            return Reply.text(500, "Store '" + name + "' already exists in workspace '" + workspace + "'");
        }
        Model.Store store = new Model.Store();
        merge(store, body);
        store.parameters.put("namespace", ws.uri);
        ws.stores.put(name, store);
        return Reply.created(name, "/rest/workspaces/" + workspace + "/datastores/" + name);
    }

    Reply item(Ask ask) {
        String workspace = ask.path().get(2);
        String name = ask.path().get(4);
        Model.Workspace ws = model.workspaces.get(workspace);
        Model.Store store = ws == null ? null : ws.stores.get(name);
        if (store == null) {
            return Reply.text(404, "No such datastore: " + workspace + "," + name);
        }
        return switch (ask.method()) {
            case "GET" -> Reply.json(Model.JSON.objectNode().set("dataStore", shown(store)));
            case "PUT" -> {
                merge(store, ask.object("dataStore"));
                yield Reply.empty(200);
            }
            case "DELETE" -> delete(ask, ws, store);
            default -> Reply.wrongMethod();
        };
    }

    private Reply delete(Ask ask, Model.Workspace ws, Model.Store store) {
        if (!store.types.isEmpty() && !ask.recurses()) {
            return Reply.html(403, "Unable to delete non-empty store.");
        }
        for (String type : store.types.keySet().toArray(String[]::new)) {
            model.dropLayer(ask.path().get(2), type);
        }
        ws.stores.remove(ask.path().get(4));
        return Reply.empty(200);
    }

    /** Given properties replace the old ones, the map of parameters as a whole. */
    private static void merge(Model.Store store, JsonNode body) {
        body.properties().forEach(property -> {
            if (!property.getKey().equals("connectionParameters")) {
                store.json.set(property.getKey(), property.getValue());
            }
        });
        if (!body.has("connectionParameters")) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (JsonNode entry : elements(body.path("connectionParameters").path("entry"))) {
            parameters.put(entry.path("@key").asText(), decrypt(entry.path("$").asText()));
        }
        store.parameters = parameters;
        String type = parameters.getOrDefault("dbtype", "");
        store.json.put("type", type.equals("postgis") ? "PostGIS" : type.equals("geopkg") ? "GeoPackage" : type);
    }

    static Iterable<JsonNode> elements(JsonNode node) {
        if (node.isObject()) {
            return java.util.List.of(node);
        }
        return node;
    }

    private ObjectNode shown(Model.Store store) {
        ObjectNode shown = store.json.deepCopy();
        ArrayNode entries = shown.putObject("connectionParameters").putArray("entry");
        store.parameters.forEach((key, value) ->
                entries.addObject().put("@key", key).put("$", key.equals("passwd") ? encrypt(value) : value));
        shown.put("featureTypes", "http://localhost/rest/featuretypes.json");
        return shown;
    }

    /** A new salt every time, as GeoServer does. */
    private String encrypt(String password) {
        String salted = (char) ('a' + salt.nextInt(26))
                + new StringBuilder(password).reverse().toString();
        return CRYPT + Base64.getEncoder().encodeToString(salted.getBytes(StandardCharsets.UTF_8));
    }

    private static String decrypt(String value) {
        if (!value.startsWith(CRYPT)) {
            return value;
        }
        String salted = new String(Base64.getDecoder().decode(value.substring(CRYPT.length())), StandardCharsets.UTF_8);
        return new StringBuilder(salted.substring(1)).reverse().toString();
    }
}

package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@code …/layergroups}: unknown members are dropped, bounds computed only once. */
final class LayerGroupRoom {

    private final Model model;

    LayerGroupRoom(Model model) {
        this.model = model;
    }

    Reply list(Ask ask) {
        String workspace = ask.path().get(2);
        if (ask.is("GET")) {
            return Reply.json(Model.list(
                    "layerGroups",
                    "layerGroup",
                    model.workspace(workspace).groups.keySet().stream()
                            .map(Model::named)
                            .toList()));
        }
        if (!ask.is("POST")) {
            return Reply.wrongMethod();
        }
        Model.Workspace ws = model.workspace(workspace);
        JsonNode body = ask.object("layerGroup");
        String name = body.path("name").asText();
        if (ws.groups.containsKey(name)) {
            return Reply.text(500, "Layer group named '" + name + "' already exists in workspace " + workspace);
        }
        ObjectNode group = (ObjectNode) body.deepCopy();
        Reply fault = members(group, body, ws, workspace);
        if (fault.status() != 200) {
            return fault;
        }
        if (!group.has("bounds")) {
            group.putObject("bounds")
                    .put("minx", -1)
                    .put("maxx", 0)
                    .put("miny", -1)
                    .put("maxy", 0)
                    .put("crs", "EPSG:4326");
        }
        ws.groups.put(name, group);
        model.tileLayers.put(workspace + ":" + name, TileRoom.byDefault(workspace + ":" + name));
        return Reply.created(name, "/rest/layergroups/" + name); // without the workspace
    }

    private static Reply members(ObjectNode group, JsonNode body, Model.Workspace ws, String workspace) {
        List<JsonNode> wanted = new ArrayList<>();
        DataStoreRoom.elements(body.path("publishables").path("published")).forEach(wanted::add);
        List<JsonNode> styles = new ArrayList<>();
        DataStoreRoom.elements(body.path("styles").path("style")).forEach(styles::add);
        if (wanted.isEmpty()) {
            return Reply.html(400, "layer group must not be empty");
        }
        if (styles.size() != wanted.size()) {
            return Reply.text(500, "Layer group has different number of styles than layers");
        }
        ArrayNode kept = Model.JSON.arrayNode();
        ArrayNode keptStyles = Model.JSON.arrayNode();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i).path("name").asText();
            String local = name.substring(name.indexOf(':') + 1);
            if (ws.layers.containsKey(local)) {
                kept.add(Model.JSON.objectNode().put("@type", "layer").put("name", workspace + ":" + local));
                keptStyles.add(styles.get(i));
            }
        }
        group.putObject("publishables").set("published", kept);
        group.putObject("styles").set("style", keptStyles);
        return Reply.empty(200);
    }

    Reply item(Ask ask) {
        String workspace = ask.path().get(2);
        String name = ask.path().get(4);
        Model.Workspace ws = model.workspaces.get(workspace);
        ObjectNode group = ws == null ? null : ws.groups.get(name);
        if (group == null) {
            return ask.is("GET")
                    ? Reply.text(404, "No such layer group " + name + " in workspace " + workspace)
                    : Reply.text(500, "Cannot invoke \"LayerGroupInfo.getName()\" because \"lg\" is null");
        }
        return switch (ask.method()) {
            case "GET" -> Reply.json(Model.JSON.objectNode().set("layerGroup", shown(group)));
            case "PUT" -> change(ask.object("layerGroup"), group, ws, workspace);
            case "DELETE" -> {
                ws.groups.remove(name);
                model.tileLayers.remove(workspace + ":" + name);
                yield Reply.empty(200);
            }
            default -> Reply.wrongMethod();
        };
    }

    private static Reply change(JsonNode body, ObjectNode group, Model.Workspace ws, String workspace) {
        if (!body.path("name")
                .asText(group.path("name").asText())
                .equals(group.path("name").asText())) {
            return Reply.html(403, "Can't change name of a layer group");
        }
        body.properties().forEach(property -> group.set(property.getKey(), property.getValue()));
        return body.has("publishables") ? members(group, group.deepCopy(), ws, workspace) : Reply.empty(200);
    }

    /** One member comes as an object, not as a list. */
    private static ObjectNode shown(ObjectNode group) {
        ObjectNode shown = group.deepCopy();
        single(shown, "publishables", "published");
        single(shown, "styles", "style");
        return shown;
    }

    private static void single(ObjectNode group, String outer, String inner) {
        JsonNode list = group.path(outer).path(inner);
        if (list.size() == 1) {
            group.putObject(outer).set(inner, list.get(0));
        }
    }

    static boolean has(ObjectNode group, String layer) {
        for (JsonNode member : group.path("publishables").path("published")) {
            if (member.path("name").asText().equals(layer)) {
                return true;
            }
        }
        return false;
    }

    /** As GeoServer does when a layer goes. */
    static void dropMember(Model.Workspace ws, String layer) {
        for (ObjectNode group : ws.groups.values()) {
            ArrayNode members = (ArrayNode) group.path("publishables").path("published");
            ArrayNode styles = (ArrayNode) group.path("styles").path("style");
            for (int i = members.size() - 1; i >= 0; i--) {
                if (members.get(i).path("name").asText().equals(layer)) {
                    members.remove(i);
                    styles.remove(i);
                }
            }
        }
    }
}

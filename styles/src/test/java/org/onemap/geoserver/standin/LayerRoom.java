package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code /rest/layers/{ws}:{name}} and {@code /rest/workspaces/{ws}/layers/{name}}. */
final class LayerRoom {

    private final Model model;
    private final StyleRoom styles;

    LayerRoom(Model model, StyleRoom styles) {
        this.model = model;
        this.styles = styles;
    }

    Reply list(Ask ask, String workspace) {
        if (!ask.is("GET")) {
            return Reply.wrongMethod();
        }
        return Reply.json(Model.list(
                "layers",
                "layer",
                model.workspace(workspace).layers.keySet().stream()
                        .map(Model::named)
                        .toList()));
    }

    Reply item(Ask ask, String workspace, String name) {
        Model.Workspace ws = model.workspaces.get(workspace);
        Model.Layer layer = ws == null ? null : ws.layers.get(name);
        if (layer == null) {
            return ask.is("PUT")
                    ? Reply.text(500, "Cannot invoke \"LayerInfo.getName()\" because \"original\" is null")
                    : Reply.text(404, "No such layer: " + workspace + ":" + name);
        }
        return switch (ask.method()) {
            case "GET" -> Reply.json(Model.JSON.objectNode().set("layer", shown(name, layer)));
            case "PUT" -> change(ask.object("layer"), workspace, layer);
            case "DELETE" -> {
                if (ask.recurses()) {
                    model.dropLayer(workspace, name);
                } else {
                    ws.layers.remove(name); // the feature type stays behind
                    model.tileLayers.remove(workspace + ":" + name);
                    LayerGroupRoom.dropMember(ws, workspace + ":" + name);
                }
                yield Reply.empty(200);
            }
            default -> Reply.wrongMethod();
        };
    }

    private static ObjectNode shown(String name, Model.Layer layer) {
        ObjectNode shown = Model.named(name).put("type", "VECTOR").put("queryable", layer.queryable);
        ObjectNode style = shown.putObject("defaultStyle").put("name", layer.style);
        int colon = layer.style.indexOf(':');
        if (colon > 0) {
            style.put("workspace", layer.style.substring(0, colon));
        }
        style.put("href", "http://localhost/rest/styles/x.json");
        if (!layer.others.isEmpty()) {
            shown.putObject("styles").put("@class", "linked-hash-set").set("style", layer.others);
        }
        return shown;
    }

    /** A style that does not exist is ignored with 200. */
    private Reply change(JsonNode body, String workspace, Model.Layer layer) {
        if (body.has("defaultStyle")) {
            styles.find(body.path("defaultStyle"), workspace).ifPresent(found -> layer.style = found);
        }
        if (body.has("queryable")) {
            layer.queryable = body.path("queryable").asBoolean();
        }
        Optional.of(body.path("styles").path("style"))
                .filter(JsonNode::isArray)
                .ifPresent(list -> layer.others = list.deepCopy());
        return Reply.empty(200);
    }
}

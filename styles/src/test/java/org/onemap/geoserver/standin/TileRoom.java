package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /gwc/rest}: takes unknown grid sets, replaces layers whole, answers seeds with 200 and nothing. */
final class TileRoom {

    private static final Pattern LAYER_NAME = Pattern.compile("<layerName>(.*?)</layerName>");
    private static final Pattern NAME = Pattern.compile("<name>(.*?)</name>");
    private static final long TILES = 90;

    private final Model model;

    TileRoom(Model model) {
        this.model = model;
        for (String known : List.of("EPSG:4326", "EPSG:900913", "WebMercatorQuad")) {
            model.gridSets.put(
                    known,
                    "<gridSet><name>" + known + "</name><srs><number>3857</number></srs><alignTopLeft>false"
                            + "</alignTopLeft></gridSet>");
        }
    }

    /** As GeoServer configures a layer of its own accord. */
    static String byDefault(String layer) {
        return "<GeoServerLayer><name>" + layer
                + "</name><enabled>true</enabled><mimeFormats><string>image/png</string>"
                + "<string>image/jpeg</string></mimeFormats><gridSubsets><gridSubset><gridSetName>EPSG:4326</gridSetName>"
                + "</gridSubset><gridSubset><gridSetName>EPSG:900913</gridSetName></gridSubset></gridSubsets>"
                + "<metaWidthHeight><int>4</int><int>4</int></metaWidthHeight><gutter>0</gutter></GeoServerLayer>";
    }

    private static boolean isXml(Ask ask) {
        return ask.hasType("text/xml") || ask.hasType("application/xml");
    }

    Reply layers(Ask ask) {
        if (ask.size() == 3) {
            ArrayNode names = Model.JSON.arrayNode();
            model.tileLayers.keySet().forEach(names::add);
            return ask.is("GET") ? Reply.json(names) : Reply.wrongMethod();
        }
        String name = ask.path().get(3);
        return switch (ask.method()) {
            case "GET" ->
                model.tileLayers.containsKey(name)
                        ? Reply.of("application/xml", model.tileLayers.get(name))
                        : Reply.text(404, "Unknown layer: " + name);
            case "PUT" -> put(ask, name);
            case "DELETE" ->
                model.tileLayers.remove(name) != null
                        ? Reply.text(200, name + " deleted")
                        : Reply.text(404, "Unknown layer: " + name);
            default -> Reply.wrongMethod();
        };
    }

    private Reply put(Ask ask, String name) {
        if (!isXml(ask)) {
            return ask.hasType("application/json") ? Reply.text(500, "defaultValue") : Reply.empty(415);
        }
        String[] parts = name.split(":", 2);
        Model.Workspace ws = model.workspaces.get(parts[0]);
        boolean published = ws != null && (ws.layers.containsKey(parts[1]) || ws.groups.containsKey(parts[1]));
        if (!published) {
            return Reply.text(404, "Layer " + name + " is not known by the GeoServer catalog");
        }
        model.tileLayers.put(name, ask.text());
        return Reply.text(200, "layer saved");
    }

    Reply gridSets(Ask ask) {
        String name = ask.path().get(3);
        return switch (ask.method()) {
            case "GET" ->
                model.gridSets.containsKey(name)
                        ? Reply.of("application/xml", model.gridSets.get(name))
                        : Reply.text(404, "Failed to find the gridset: " + name);
            case "PUT" -> {
                if (!isXml(ask)) {
                    yield Reply.empty(415);
                }
                Matcher inBody = NAME.matcher(ask.text());
                if (!inBody.find() || !inBody.group(1).equals(name)) {
                    yield Reply.empty(500);
                }
                yield Reply.empty(model.gridSets.put(name, ask.text()) == null ? 201 : 200);
            }
            case "DELETE" -> Reply.empty(model.gridSets.remove(name) == null ? 404 : 200);
            default -> Reply.wrongMethod();
        };
    }

    Reply seed(Ask ask) {
        if (ask.extension().isEmpty()) {
            return Reply.text(500, "Form parsing failed");
        }
        String layer = ask.size() > 3 ? ask.path().get(3) : "";
        if (ask.is("GET")) {
            return status(layer);
        }
        if (!ask.is("POST")) {
            return Reply.wrongMethod();
        }
        JsonNode request = ask.object("seedRequest");
        if (!model.tileLayers.containsKey(layer)) {
            return Reply.text(500, "Unknown layer: " + layer);
        }
        String gridSet = request.path("gridSetId").asText();
        if (!model.tileLayers.get(layer).contains("<gridSetName>" + gridSet + "</gridSetName>")) {
            return Reply.text(500, "Unknown grid set " + gridSet);
        }
        model.tileWork.add(request.toString());
        model.tasks.add(new Model.Task(layer, ++model.taskIds, TILES));
        return Reply.empty(200);
    }

    /** Every look brings a task a third further; a finished one is shown once more, then it is gone. */
    private Reply status(String layer) {
        ArrayNode rows = Model.JSON.arrayNode();
        for (Model.Task task : List.copyOf(model.tasks)) {
            if (!layer.isEmpty() && !task.layer.equals(layer)) {
                continue;
            }
            if (task.done >= task.total) {
                rows.add(row(task.total, task.total, 0, task.id, 2));
                model.tasks.remove(task);
            } else {
                rows.add(task.done == 0 ? row(-1, -1, -2, task.id, 0) : row(task.done, task.total, 9, task.id, 1));
                task.done += task.total / 3;
            }
        }
        ObjectNode root = Model.JSON.objectNode();
        root.set("long-array-array", rows);
        return Reply.json(root);
    }

    private static ArrayNode row(long... numbers) {
        ArrayNode row = Model.JSON.arrayNode();
        for (long number : numbers) {
            row.add(number);
        }
        return row;
    }

    Reply massTruncate(Ask ask) {
        if (!ask.is("POST")) {
            return Reply.wrongMethod();
        }
        Matcher name = LAYER_NAME.matcher(ask.text());
        if (!isXml(ask) || !name.find() || !model.tileLayers.containsKey(name.group(1))) {
            return Reply.text(400, "Unable to truncate");
        }
        model.tileWork.add("masstruncate " + name.group(1));
        return Reply.empty(200);
    }
}

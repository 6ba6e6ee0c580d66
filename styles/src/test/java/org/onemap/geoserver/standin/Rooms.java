package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Leads a request to the room that answers it. */
final class Rooms {

    private final Model model;
    private final StandInOptions options;
    private final WorkspaceRoom workspaces;
    private final DataStoreRoom stores;
    private final FeatureTypeRoom types;
    private final StyleRoom styles;
    private final LayerRoom layers;
    private final LayerGroupRoom groups;
    private final TileRoom tiles;

    Rooms(Model model, StandInOptions options) {
        this.model = model;
        this.options = options;
        this.workspaces = new WorkspaceRoom(model);
        this.stores = new DataStoreRoom(model);
        this.types = new FeatureTypeRoom(model);
        this.styles = new StyleRoom(model, options);
        this.layers = new LayerRoom(model, styles);
        this.groups = new LayerGroupRoom(model);
        this.tiles = new TileRoom(model);
    }

    Reply answer(Ask ask, String accept) {
        if (ask.at("gwc", "rest", "masstruncate")) {
            return tiles.massTruncate(ask);
        }
        if (ask.size() > 2 && ask.path().get(0).equals("gwc")) {
            return switch (ask.path().get(2)) {
                case "layers" -> tiles.layers(ask);
                case "gridsets" -> tiles.gridSets(ask);
                case "seed" -> tiles.seed(ask);
                default -> Reply.html(404, "Not Found");
            };
        }
        if (ask.size() < 2 || !ask.path().get(0).equals("rest")) {
            return Reply.html(404, "Not Found");
        }
        if (ask.path().get(1).equals("resource")) {
            return resource(ask);
        }
        boolean html = ask.extension().isEmpty() && (accept == null || !accept.contains("json"));
        if (ask.is("GET") && html) {
            return Reply.of("text/html", "<html><body>GeoServer configuration</body></html>");
        }
        if (ask.is("DELETE") && ask.extension().equals("unknown")) {
            return Reply.empty(406);
        }
        boolean style = ask.path().contains("styles");
        boolean reads = ask.is("GET") || ask.is("DELETE");
        if (!reads
                && !style
                && !ask.hasType("application/json")
                && !ask.hasType("text/xml")
                && !ask.hasType("application/xml")) {
            return Reply.empty(415);
        }
        return catalogue(ask);
    }

    private Reply catalogue(Ask ask) {
        return switch (ask.path().get(1)) {
            case "about" -> about();
            case "workspaces" -> workspace(ask);
            case "namespaces" -> workspaces.namespaces(ask);
            case "styles" -> ask.size() == 2 ? styles.list(ask, Optional.empty()) : styles.item(ask, Optional.empty());
            case "layers" -> {
                String[] name = ask.path().get(2).split(":", 2);
                yield name.length == 2 ? layers.item(ask, name[0], name[1]) : Reply.text(404, "No such layer");
            }
            default -> Reply.html(404, "Not Found");
        };
    }

    private Reply workspace(Ask ask) {
        if (ask.size() <= 3) {
            return workspaces.workspaces(ask);
        }
        String workspace = ask.path().get(2);
        return switch (ask.path().get(3)) {
            case "datastores" -> store(ask);
            case "styles" ->
                ask.size() == 4 ? styles.list(ask, Optional.of(workspace)) : styles.item(ask, Optional.of(workspace));
            case "layers" ->
                ask.size() == 4
                        ? layers.list(ask, workspace)
                        : layers.item(ask, workspace, ask.path().get(4));
            case "layergroups" -> ask.size() == 4 ? groups.list(ask) : groups.item(ask);
            default -> Reply.html(404, "Not Found");
        };
    }

    private Reply store(Ask ask) {
        return switch (ask.size()) {
            case 4 -> stores.list(ask);
            case 5 -> stores.item(ask);
            case 6 -> ask.path().get(5).equals("reset") ? Reply.empty(200) : types.list(ask);
            case 7 -> types.item(ask);
            default -> ask.path().get(7).equals("reset") ? Reply.empty(200) : Reply.html(404, "Not Found");
        };
    }

    /** The version of GeoTools is a number. */
    private Reply about() {
        ObjectNode root = Model.JSON.objectNode();
        ArrayNode all = root.putObject("about").putArray("resource");
        all.addObject()
                .put("@name", "GeoServer")
                .put("Version", options.version())
                .put("Git-Revision", "abc");
        all.addObject().put("@name", "GeoTools").put("Version", 32.2);
        all.addObject().put("@name", "GeoWebCache").put("Version", "1.26.2");
        return Reply.json(root);
    }

    private Reply resource(Ask ask) {
        String path = String.join("/", ask.path().subList(2, ask.size()));
        return switch (ask.method()) {
            case "GET" ->
                model.resources.containsKey(path)
                        ? Reply.of(
                                path.endsWith(".json") ? "application/json" : "application/octet-stream",
                                new String(model.resources.get(path), StandardCharsets.UTF_8))
                        : Reply.text(404, "Undefined resource path.");
            case "PUT" -> {
                model.resources.put(path, ask.body());
                yield Reply.empty(201);
            }
            case "DELETE" ->
                model.resources.remove(path) == null ? Reply.text(404, "Undefined resource path.") : Reply.empty(200);
            default -> Reply.wrongMethod();
        };
    }

    String dump() {
        StringBuilder dump = new StringBuilder();
        model.workspaces.forEach((name, ws) -> {
            dump.append("workspace ").append(name).append(' ').append(ws.uri).append('\n');
            ws.stores.forEach((store, value) -> {
                dump.append(" store ")
                        .append(store)
                        .append(' ')
                        .append(value.json)
                        .append(value.parameters)
                        .append('\n');
                value.types.forEach((type, json) -> dump.append("  type ")
                        .append(type)
                        .append(' ')
                        .append(json)
                        .append('\n'));
            });
            ws.styles.forEach((style, value) -> dump.append(" style ")
                    .append(style)
                    .append(' ')
                    .append(value.version)
                    .append(' ')
                    .append(value.body.hashCode())
                    .append('\n'));
            ws.layers.forEach((layer, value) -> dump.append(" layer ")
                    .append(layer)
                    .append(' ')
                    .append(value.style)
                    .append('\n'));
            ws.groups.forEach((group, value) -> dump.append(" group ")
                    .append(group)
                    .append(' ')
                    .append(value)
                    .append('\n'));
        });
        model.gridSets.forEach((name, xml) ->
                dump.append("gridset ").append(name).append(' ').append(xml).append('\n'));
        model.tileLayers.forEach((name, xml) ->
                dump.append("tiles ").append(name).append(' ').append(xml).append('\n'));
        model.resources.forEach((path, bytes) -> {
            if (!path.endsWith("state.json") && !path.endsWith("run.json")) {
                dump.append("file ")
                        .append(path)
                        .append(' ')
                        .append(new String(bytes, StandardCharsets.UTF_8))
                        .append('\n');
            }
        });
        return dump.toString();
    }
}

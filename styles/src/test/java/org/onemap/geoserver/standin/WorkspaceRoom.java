package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code /rest/workspaces}, {@code /rest/namespaces}. */
final class WorkspaceRoom {

    private final Model model;

    WorkspaceRoom(Model model) {
        this.model = model;
    }

    Reply workspaces(Ask ask) {
        if (ask.size() == 2) {
            return switch (ask.method()) {
                case "GET" ->
                    Reply.json(Model.list(
                            "workspaces",
                            "workspace",
                            model.workspaces.keySet().stream().map(Model::named).toList()));
                case "POST" -> create(ask.object("workspace").path("name").asText());
                default -> Reply.wrongMethod();
            };
        }
        String name = ask.path().get(2);
        return switch (ask.method()) {
            case "GET" -> {
                model.workspace(name);
                yield Reply.json(Model.JSON.objectNode().set("workspace", Model.named(name)));
            }
            case "PUT" -> rename(name, ask.object("workspace"));
            case "DELETE" -> delete(name, ask);
            default -> Reply.wrongMethod();
        };
    }

    private Reply create(String name) {
        if (name.isEmpty()) {
            return Reply.text(500, "");
        }
        if (model.workspaces.containsKey(name)) {
            return Reply.html(409, "Workspace '" + name + "' already exists");
        }
        Model.Workspace made = new Model.Workspace();
        made.uri = "http://" + name;
        boolean taken = model.workspaces.values().stream().anyMatch(other -> other.uri.equals(made.uri));
        model.workspaces.put(name, made);
        if (name.contains(" ") || taken) {
            made.hasNamespace = false; // the workspace stays, half-created
            made.uri = "";
            return Reply.text(
                    500, taken ? "Namespace with URI 'http://" + name + "' already exists." : "Illegal character");
        }
        return Reply.created(name, "/rest/workspaces/" + name);
    }

    private Reply rename(String name, JsonNode body) {
        if (!model.workspaces.containsKey(name)) {
            return Reply.html(404, "No such workspace: '" + name + "' found");
        }
        String other = body.path("name").asText(name);
        model.workspaces.put(other, model.workspaces.remove(name));
        return Reply.empty(200);
    }

    private Reply delete(String name, Ask ask) {
        Model.Workspace ws = model.workspace(name);
        boolean filled = !ws.stores.isEmpty() || !ws.styles.isEmpty() || !ws.groups.isEmpty();
        if (filled && !ask.recurses()) {
            return Reply.html(403, "Workspace not empty");
        }
        model.workspaces.remove(name);
        model.tileLayers.keySet().removeIf(layer -> layer.startsWith(name + ":"));
        model.resources.keySet().removeIf(path -> path.startsWith("workspaces/" + name + "/"));
        return Reply.empty(200);
    }

    Reply namespaces(Ask ask) {
        if (ask.size() == 2) {
            return ask.is("GET")
                    ? Reply.json(Model.list(
                            "namespaces",
                            "namespace",
                            model.workspaces.keySet().stream().map(Model::named).toList()))
                    : Reply.wrongMethod();
        }
        String prefix = ask.path().get(2);
        Model.Workspace ws = model.workspaces.get(prefix);
        if (ws == null || !ws.hasNamespace) {
            return Reply.text(404, "No such namespace: '" + prefix + "' found");
        }
        if (ask.is("GET")) {
            return Reply.json(Model.JSON
                    .objectNode()
                    .set(
                            "namespace",
                            Model.JSON.objectNode().put("prefix", prefix).put("uri", ws.uri)));
        }
        if (ask.is("PUT")) {
            ws.uri = ask.object("namespace").path("uri").asText(ws.uri);
            return Reply.empty(200);
        }
        return Reply.wrongMethod();
    }
}

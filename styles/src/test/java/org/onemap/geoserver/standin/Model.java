package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the stand-in holds. Guarded by the stand-in's lock. */
final class Model {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final Map<String, Workspace> workspaces = new TreeMap<>();
    /** Path to file, as the data directory. */
    final Map<String, byte[]> resources = new TreeMap<>();

    final Map<String, String> gridSets = new TreeMap<>();
    /** {@code ws:name} to XML. */
    final Map<String, String> tileLayers = new TreeMap<>();
    /** Seed requests and truncations, as they came. */
    final List<String> tileWork = new ArrayList<>();
    /** Running tasks: {@code [layer, done, total, id]}. */
    final List<Task> tasks = new ArrayList<>();

    int taskIds;

    /** A workspace; without a namespace it is half-created. */
    static final class Workspace {
        String uri = "";
        boolean hasNamespace = true;
        final Map<String, Store> stores = new TreeMap<>();
        final Map<String, Style> styles = new TreeMap<>();
        final Map<String, ObjectNode> groups = new TreeMap<>();
        /** Layer name to default style. */
        final Map<String, Layer> layers = new TreeMap<>();
    }

    /** A store: its JSON without parameters, and the parameters. */
    static final class Store {
        ObjectNode json = JSON.objectNode();
        Map<String, String> parameters = new LinkedHashMap<>();
        final Map<String, ObjectNode> types = new TreeMap<>();
    }

    /** A layer. */
    static final class Layer {
        String style = "polygon";
        ArrayNode others = JSON.arrayNode();
        boolean queryable = true;
    }

    /** A style; without a body its file is missing. */
    static final class Style {
        String body = "";
        String version = "1.0.0";
        String fileName = "";
    }

    /** Work of the tile cache. */
    static final class Task {
        final String layer;
        final int id;
        long done;
        final long total;

        Task(String layer, int id, long total) {
            this.layer = layer;
            this.id = id;
            this.total = total;
        }
    }

    /** {@code {"outer": {"inner": […]}}}; nothing is the empty text, one is an object, not a list. */
    static ObjectNode list(String outer, String inner, Collection<? extends JsonNode> elements) {
        ObjectNode root = JSON.objectNode();
        if (elements.isEmpty()) {
            root.put(outer, "");
        } else if (elements.size() == 1) {
            root.putObject(outer).set(inner, elements.iterator().next());
        } else {
            ArrayNode all = root.putObject(outer).putArray(inner);
            elements.forEach(all::add);
        }
        return root;
    }

    static ObjectNode named(String name) {
        return JSON.objectNode().put("name", name);
    }

    Workspace workspace(String name) {
        Workspace found = workspaces.get(name);
        if (found == null) {
            throw new Refusal(Reply.text(404, "No such workspace: '" + name + "' found"));
        }
        return found;
    }

    /** Removes a layer with all that hangs on it. */
    void dropLayer(String workspace, String name) {
        Workspace ws = workspaces.get(workspace);
        ws.layers.remove(name);
        ws.stores.values().forEach(store -> store.types.remove(name));
        tileLayers.remove(workspace + ":" + name);
        LayerGroupRoom.dropMember(ws, workspace + ":" + name);
    }
}

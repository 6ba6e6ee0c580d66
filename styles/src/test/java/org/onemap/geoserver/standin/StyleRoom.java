package org.onemap.geoserver.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** {@code …/styles}. A style whose media type says 1.0 is parsed and written anew; one of 1.1 is kept as it came. */
final class StyleRoom {

    private static final String SLD = "application/vnd.ogc.sld+xml";
    private static final String SE = "application/vnd.ogc.se+xml";
    private static final Set<String> BUILT_IN = Set.of("point", "line", "polygon", "raster", "generic");

    private final Model model;
    private final StandInOptions options;
    private final Map<String, Model.Style> global = new TreeMap<>();

    StyleRoom(Model model, StandInOptions options) {
        this.model = model;
        this.options = options;
    }

    Reply list(Ask ask, Optional<String> workspace) {
        Map<String, Model.Style> styles =
                workspace.map(ws -> model.workspace(ws).styles).orElse(global);
        if (ask.is("GET")) {
            return Reply.json(Model.list(
                    "styles",
                    "style",
                    styles.keySet().stream().map(Model::named).toList()));
        }
        if (!ask.is("POST")) {
            return Reply.wrongMethod();
        }
        if (!ask.hasType(SLD) && !ask.hasType(SE)) {
            return ask.contentType().isEmpty() ? Reply.empty(415) : Reply.text(500, "StyledLayerDescriptor");
        }
        String name = ask.query().getOrDefault("name", "");
        if (styles.containsKey(name)) {
            return Reply.html(403, "Style " + name + " already exists.");
        }
        Model.Style style = new Model.Style();
        style.fileName = name + ".sld";
        Reply reply = write(ask, style);
        if (reply.status() != 200) {
            return reply;
        }
        styles.put(name, style);
        return Reply.created(name, "/rest/workspaces/" + workspace.orElse("") + "/styles/" + name);
    }

    private Reply write(Ask ask, Model.Style style) {
        String body = ask.text();
        if ("true".equals(ask.query().get("raw"))) {
            style.body = body;
            return Reply.empty(200);
        }
        Optional<String> fault = fault(body);
        if (fault.isPresent()) {
            return Reply.html(400, "Invalid style:" + fault.get());
        }
        boolean se = ask.hasType(SE);
        style.version = se ? "1.1.0" : "1.0.0";
        if (options.translatesStyles()) {
            String path = "workspaces/" + ask.path().get(2) + "/styles/" + style.fileName;
            model.resources.put(path, body.getBytes(StandardCharsets.UTF_8));
            style.body = "<StyledLayerDescriptor version=\"1.0.0\"/>";
            return Reply.empty(200);
        }
        style.body = se && !options.rewritesStyles() ? body : rewritten(body);
        return Reply.empty(200);
    }

    private static Optional<String> fault(String body) {
        if (body.contains("<!DOCTYPE")) {
            return Optional.of("DOCTYPE is disallowed");
        }
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.parse(new InputSource(new StringReader(body)));
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of("org.xml.sax.SAXParseException; lineNumber: 1; " + e.getMessage());
        }
    }

    /** Formatting and comments are lost, unknown symbolizers become a default one, as GeoServer's own writer does. */
    private static String rewritten(String body) {
        return body.replaceAll("(?s)<!--.*?-->", "")
                .replaceAll(">\\s+<", "><")
                .replaceAll("<((?:se:)?)PointySymbolizer>.*?</(?:se:)?PointySymbolizer>", "<$1PointSymbolizer/>")
                .replaceFirst("^(<\\?xml[^>]*>)?", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    Reply item(Ask ask, Optional<String> workspace) {
        String name = ask.path().get(ask.size() - 1);
        Map<String, Model.Style> styles = workspace
                .map(ws ->
                        model.workspaces.containsKey(ws) ? model.workspace(ws).styles : Map.<String, Model.Style>of())
                .orElse(global);
        Model.Style style = styles.get(name);
        return switch (ask.method()) {
            case "GET" -> style == null ? Reply.text(404, "No such style: " + name) : show(ask, name, style);
            case "PUT" -> put(ask, style);
            case "DELETE" -> style == null ? Reply.text(404, "No such style: " + name) : delete(ask, styles, name);
            default -> Reply.wrongMethod();
        };
    }

    private Reply show(Ask ask, String name, Model.Style style) {
        if (ask.extension().equals("sld")) {
            return style.body.isEmpty()
                    ? Reply.text(500, "File not found " + style.fileName)
                    : Reply.of(SLD, style.body);
        }
        ObjectNode json = Model.named(name).put("format", "sld").put("filename", style.fileName);
        json.putObject("languageVersion").put("version", style.version);
        return Reply.json(Model.JSON.objectNode().set("style", json));
    }

    private Reply put(Ask ask, Model.Style style) {
        if (ask.contentType().isEmpty()) {
            return Reply.empty(415);
        }
        if (!ask.hasType(SLD) && !ask.hasType(SE)) {
            return Reply.text(500, "StyledLayerDescriptor");
        }
        if (style == null) {
            return Reply.html(
                    400, "Invalid style:Cannot invoke \"StyleInfo.setFormat(String)\" because \"info\" is null");
        }
        return write(ask, style);
    }

    private Reply delete(Ask ask, Map<String, Model.Style> styles, String name) {
        String qualified = ask.path().get(2) + ":" + name;
        boolean used = model.workspaces.values().stream()
                .flatMap(ws -> ws.layers.values().stream())
                .anyMatch(layer -> layer.style.equals(qualified));
        if (used && !ask.recurses()) {
            return Reply.html(403, "Can't delete style referenced by existing layers.");
        }
        model.workspaces.values().stream()
                .flatMap(ws -> ws.layers.values().stream())
                .filter(layer -> layer.style.equals(qualified))
                .forEach(layer -> layer.style = "polygon");
        styles.remove(name);
        return Reply.empty(200);
    }

    /** The qualified name of a style that is referred to, if there is one. */
    Optional<String> find(JsonNode reference, String home) {
        String name = reference.path("name").asText();
        if (reference.hasNonNull("workspace")) {
            name = reference.path("workspace").asText() + ":" + name;
        }
        if (name.contains(":")) {
            String[] parts = name.split(":", 2);
            Model.Workspace ws = model.workspaces.get(parts[0]);
            return ws != null && ws.styles.containsKey(parts[1]) ? Optional.of(name) : Optional.empty();
        }
        if (BUILT_IN.contains(name) || global.containsKey(name)) {
            return Optional.of(name);
        }
        Model.Workspace ws = model.workspaces.get(home);
        return ws != null && ws.styles.containsKey(name) ? Optional.of(home + ":" + name) : Optional.empty();
    }
}

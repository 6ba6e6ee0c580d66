package org.onemap.api.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onemap.api.http.Html;

/**
 * Writes the API definition as a page. Immutable.
 *
 * @param definition an OpenAPI 3.0 document
 */
record ApiPage(JsonNode definition) {

    private static final List<String> METHODS = List.of("get", "post");

    void write(Html html) throws IOException {
        html.element("p", definition.at("/info/description").asText());
        html.element("p", "版本 " + definition.at("/info/version").asText());
        for (JsonNode tag : definition.path("tags")) {
            html.element("h2", tag.path("description").asText());
            for (Map.Entry<String, JsonNode> path : definition.path("paths").properties()) {
                for (String method : METHODS) {
                    JsonNode operation = path.getValue().path(method);
                    if (operation.at("/tags/0").asText().equals(tag.path("name").asText())) {
                        writeOperation(html, method.toUpperCase(Locale.ROOT) + " " + path.getKey(), operation);
                    }
                }
            }
        }
    }

    private void writeOperation(Html html, String what, JsonNode operation) throws IOException {
        html.open("section", "id", operation.path("operationId").asText());
        html.open("h3").element("code", what).close("h3");
        html.element("p", operation.path("summary").asText());
        if (operation.has("description")) {
            html.element("p", operation.path("description").asText());
        }
        if (!operation.path("parameters").isEmpty()) {
            html.open("table").open("tr");
            for (String head : new String[] {"参数", "位置", "类型", "说明"}) {
                html.element("th", head, "scope", "col");
            }
            html.close("tr");
            for (JsonNode parameter : operation.path("parameters")) {
                writeParameter(html, resolve(parameter));
            }
            html.close("table");
        }
        if (operation.has("requestBody")) {
            html.element("p", operation.at("/requestBody/description").asText());
        }
        html.open("ul");
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            JsonNode answer = resolve(response.getValue());
            StringBuilder types = new StringBuilder();
            answer.path("content").fieldNames().forEachRemaining(type -> types.append(' ')
                    .append(type));
            html.open("li").element("code", response.getKey());
            html.text(" " + answer.path("description").asText() + " ")
                    .element("code", types.toString().strip());
            html.close("li");
        }
        html.close("ul").close("section");
    }

    private static void writeParameter(Html html, JsonNode parameter) throws IOException {
        boolean required = parameter.path("required").asBoolean();
        html.open("tr").open("td").element("code", parameter.path("name").asText());
        html.text(required ? " *" : "").close("td");
        html.element("td", parameter.path("in").asText());
        html.element("td", type(parameter.path("schema")));
        html.element("td", parameter.path("description").asText()).close("tr");
    }

    private static String type(JsonNode schema) {
        StringBuilder text = new StringBuilder(schema.path("type").asText());
        if (schema.has("enum")) {
            text.append(' ').append(schema.path("enum"));
        }
        if (schema.has("minimum") || schema.has("maximum")) {
            text.append(' ')
                    .append(schema.path("minimum").asText())
                    .append('…')
                    .append(schema.path("maximum").asText());
        }
        if (schema.has("default")) {
            text.append(" = ").append(schema.path("default").asText());
        }
        return text.toString();
    }

    /** The thing itself, or what its {@code $ref} points to in this document. */
    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? definition.at(node.path("$ref").asText().substring(1)) : node;
    }
}

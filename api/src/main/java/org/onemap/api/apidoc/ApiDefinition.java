package org.onemap.api.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.EntityTag;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Link;
import org.onemap.api.http.Page;
import org.onemap.api.http.Representation;

/**
 * {@code /api}: the API definition. It is written by hand in {@code openapi.yaml} and read at the first request; the
 * server's address is that of the request.
 */
public final class ApiDefinition implements Endpoint {

    private static final String FILE = "/org/onemap/api/openapi.yaml";

    private volatile @Nullable JsonNode document;

    @Override
    public String path() {
        return "/api";
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.query().requireOnly(Set.of());
        Representation form = exchange.negotiate(Representation.OPENAPI, Representation.HTML);
        ObjectNode definition = definition(exchange.url(""));
        if (exchange.isAnsweredBy(EntityTag.ofParts(definition.toString(), form.mediaType()), form)) {
            return;
        }
        if (form.equals(Representation.HTML)) {
            Link json =
                    new Link(exchange.url("/api?f=json"), "alternate", Representation.OPENAPI.mediaType(), "OpenAPI");
            exchange.html(new Page("接口说明", List.of(), List.of(json), new ApiPage(definition)::write));
        } else {
            exchange.json(form.mediaType(), json -> new ObjectMapper().writeTree(json, definition));
        }
    }

    private ObjectNode definition(String url) {
        JsonNode read = document;
        if (read == null) {
            read = read();
            document = read;
        }
        ObjectNode definition = read.deepCopy();
        definition.putArray("servers").addObject().put("url", url);
        return definition;
    }

    private static JsonNode read() {
        try (InputStream in = ApiDefinition.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

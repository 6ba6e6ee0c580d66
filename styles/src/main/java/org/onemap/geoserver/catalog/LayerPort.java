package org.onemap.geoserver.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.rest.Xstream;

/**
 * Which style draws a layer. GeoServer answers 200 and keeps the old style where the named one does not exist, so the
 * style is written before and read back after.
 */
final class LayerPort implements ObjectPort {

    static final String STYLE = "defaultStyle";

    private final Site site;

    LayerPort(Site site) {
        this.site = site;
    }

    private RestPath path(String name) {
        return site.root().and("layers", name);
    }

    @Override
    public boolean exists(String name) {
        return site.client().get(path(name).json()).isOk();
    }

    @Override
    public Optional<ObjectState> read(ObjectState wanted) {
        String name = wanted.key().name();
        RestAnswer answer = site.client().get(path(name).json());
        if (!answer.isOk()) {
            return Optional.empty();
        }
        String style = styleName(answer.json().path("layer").path(STYLE));
        return Optional.of(ObjectState.of(Kind.LAYER, name, Map.of(STYLE, style)));
    }

    /** {@code {"name": "ws:style"}} and {@code {"name": "style", "workspace": "ws"}} are one. */
    static String styleName(JsonNode style) {
        if (style.isTextual()) {
            return style.asText();
        }
        String name = Xstream.text(style, "name").orElse("");
        if (name.contains(":") || name.isEmpty()) {
            return name;
        }
        Optional<String> workspace =
                Xstream.text(style, "workspace").or(() -> Xstream.text(style, "workspace", "name"));
        return workspace.map(ws -> ws + ":" + name).orElse(name);
    }

    /** The feature type brings its layer along; there is no other way to make one. */
    @Override
    public void create(ObjectState wanted) {
        update(wanted);
    }

    @Override
    public void update(ObjectState wanted) {
        String name = wanted.key().name();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("layer").putObject(STYLE).put("name", wanted.get(STYLE));
        site.client()
                .put(path(name), RestBody.json(body))
                .orFail("give the layer " + name + " the style " + wanted.get(STYLE));
    }

    @Override
    public void remove(String name) {
        throw new IllegalStateException("a layer goes with its feature type: " + name);
    }
}

package org.onemap.geoserver.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.rest.Xstream;

/**
 * Layer groups: members bottom first, a style for each, bounds. GeoServer drops members that it does not know and
 * computes bounds only once, so members are read back and bounds always given.
 */
final class GroupPort implements ObjectPort {

    static final String TITLE = "title";
    static final String MODE = "mode";
    static final String MEMBERS = "publishables";
    static final String STYLES = "styles";
    static final String BOUNDS = "bounds";

    private final Site site;

    GroupPort(Site site) {
        this.site = site;
    }

    private RestPath path(String name) {
        return site.root().and("layergroups", name);
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
        JsonNode group = answer.json().path("layerGroup");
        Map<String, String> found = new LinkedHashMap<>();
        found.put(TITLE, Xstream.text(group, TITLE).orElse(""));
        found.put(MODE, Xstream.text(group, MODE).orElse(""));
        found.put(
                MEMBERS,
                ObjectState.join(Xstream.list(group, MEMBERS, "published").stream()
                        .map(member -> site.qualified(
                                member.isTextual()
                                        ? member.asText()
                                        : member.path("name").asText()))
                        .toList()));
        found.put(
                STYLES,
                ObjectState.join(Xstream.list(group, STYLES, "style").stream()
                        .map(LayerPort::styleName)
                        .toList()));
        found.put(BOUNDS, Box.read(group.path(BOUNDS)).map(Box::toString).orElse(""));
        return Optional.of(ObjectState.of(Kind.GROUP, name, found));
    }

    @Override
    public void create(ObjectState wanted) {
        RestAnswer answer = site.client().post(site.root().and("layergroups"), body(wanted));
        boolean madeMeanwhile = answer.status() == 500 && answer.message().contains("already exists");
        if (madeMeanwhile) {
            update(wanted);
        } else {
            answer.orFail("make the layer group " + wanted.key().name());
        }
    }

    @Override
    public void update(ObjectState wanted) {
        site.client()
                .put(path(wanted.key().name()), body(wanted))
                .orFail("change the layer group " + wanted.key().name());
    }

    private static RestBody body(ObjectState wanted) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode group = root.putObject("layerGroup");
        group.put("name", wanted.key().name());
        group.put(MODE, wanted.get(MODE));
        group.put(TITLE, wanted.get(TITLE));
        ArrayNode members = group.putObject(MEMBERS).putArray("published");
        wanted.list(MEMBERS)
                .forEach(member -> members.addObject().put("@type", "layer").put("name", member));
        ArrayNode styles = group.putObject(STYLES).putArray("style");
        wanted.list(STYLES).forEach(style -> styles.addObject().put("name", style));
        Box.parse(wanted.get(BOUNDS)).write(group.putObject(BOUNDS));
        return RestBody.json(root);
    }

    /** GeoServer answers a missing group with 500, so it is looked for first. */
    @Override
    public void remove(String name) {
        if (exists(name)) {
            site.client().delete(path(name)).orFail("remove the layer group " + name);
        }
    }
}

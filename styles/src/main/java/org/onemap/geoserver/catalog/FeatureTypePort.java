package org.onemap.geoserver.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onemap.InvalidInput;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.rest.Xstream;

/**
 * Feature types over the tables of layers. GeoServer makes a layer and a tile layer with each; where only the feature
 * type is left, {@link #LAYER} is empty and it must be made anew, because nothing else brings the layer back.
 */
final class FeatureTypePort implements ObjectPort {

    static final String NATIVE_NAME = "nativeName";
    static final String KEYWORDS = "keywords";
    static final String NATIVE_BOX = "nativeBoundingBox";
    static final String LON_LAT_BOX = "latLonBoundingBox";
    static final String FILTER = "cqlFilter";
    static final String COLUMNS = "attributes";
    static final String LAYER = "layer";
    static final String THERE = "there";
    /** Plain texts and truths, sent and read as they are. */
    private static final List<String> TEXTS = List.of(NATIVE_NAME, "title", "abstract", "srs", "projectionPolicy");

    private static final List<String> TRUTHS = List.of("enabled", "advertised");
    private static final String ALREADY = "already exists";

    private final Site site;

    FeatureTypePort(Site site) {
        this.site = site;
    }

    private RestPath path(String name) {
        return site.store().and("featuretypes", name);
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
        JsonNode type = answer.json().path("featureType");
        Map<String, String> found = new LinkedHashMap<>();
        for (String property : wanted.properties().keySet()) {
            found.put(property, value(property, wanted, type));
        }
        return Optional.of(new ObjectState(wanted.key(), found, ""));
    }

    private String value(String property, ObjectState wanted, JsonNode type) {
        return switch (property) {
            case KEYWORDS -> keywords(wanted, type);
            case NATIVE_BOX, LON_LAT_BOX ->
                Box.read(type.path(property)).map(Box::toString).orElse("");
            case COLUMNS -> columns(wanted, type);
            case LAYER -> layerIsThere(wanted.key().name()) ? THERE : "";
            case "enabled", "advertised" -> Xstream.text(type, property).orElse("true"); // left out where it is usual
            default -> Xstream.text(type, property).orElse("");
        };
    }

    private static String keywords(ObjectState wanted, JsonNode type) {
        List<String> found = Xstream.list(type, KEYWORDS, "string").stream()
                .map(JsonNode::asText)
                .toList();
        boolean same = new HashSet<>(found).equals(new HashSet<>(wanted.list(KEYWORDS)));
        return same ? wanted.get(KEYWORDS) : ObjectState.join(found);
    }

    /** Differs where a column is missing, or where one is left that the table no longer has. */
    private static String columns(ObjectState wanted, JsonNode type) {
        Set<String> found = new TreeSet<>();
        for (JsonNode attribute : Xstream.list(type, COLUMNS, "attribute")) {
            found.add(attribute.path("name").asText());
        }
        if (found.isEmpty()) {
            return wanted.get(COLUMNS); // all that the table has
        }
        Set<String> same = new HashSet<>();
        wanted.list(COLUMNS).forEach(column -> same.add(column.toLowerCase(Locale.ROOT)));
        Set<String> folded = new HashSet<>();
        found.forEach(column -> folded.add(column.toLowerCase(Locale.ROOT)));
        folded.removeIf(TableColumns::isHouseKeeping);
        same.removeIf(TableColumns::isHouseKeeping);
        return folded.equals(same) ? wanted.get(COLUMNS) : ObjectState.join(found);
    }

    private boolean layerIsThere(String name) {
        return site.client().get(site.root().and("layers", name).json()).isOk();
    }

    @Override
    public void create(ObjectState wanted) {
        String name = wanted.key().name();
        RestAnswer answer = site.client().post(site.store().and("featuretypes"), body(wanted, false));
        if (answer.isOk()) {
            return;
        }
        if (answer.status() == 500 && answer.message().contains(ALREADY)) {
            if (!exists(name)) {
                throw new InvalidInput("another store of workspace " + site.workspace() + " has a layer '" + name
                        + "' already; rename or remove it in GeoServer, or publish to another --workspace");
            }
            update(wanted);
            return;
        }
        throw explained(wanted, answer);
    }

    private RuntimeException explained(ObjectState wanted, RestAnswer answer) {
        String table = wanted.get(NATIVE_NAME);
        String hint = "";
        if (answer.message().contains("no attributes were specified")) {
            hint = " (GeoServer sees no table '" + table + "' in the store)";
        } else if (answer.status() == 500 && answer.message().isEmpty()) {
            hint = " (GeoServer cannot open the store)";
        }
        return answer.failure("publish the table " + table + hint);
    }

    @Override
    public void update(ObjectState wanted) {
        String name = wanted.key().name();
        if (!layerIsThere(name)) {
            remove(name);
            RestAnswer answer = site.client().post(site.store().and("featuretypes"), body(wanted, false));
            if (!answer.isOk()) {
                throw explained(wanted, answer);
            }
            return;
        }
        Optional<ObjectState> found = read(wanted);
        boolean otherColumns = found.isPresent() && !found.get().get(COLUMNS).equals(wanted.get(COLUMNS));
        if (otherColumns) { // a dropped column breaks WFS until the store forgets what it knows
            reset(site.store());
        }
        boolean hadFilter = found.isPresent() && !found.get().get(FILTER).isEmpty();
        site.client().put(path(name), body(wanted, hadFilter)).orFail("change the feature type " + name);
        if (otherColumns) {
            reset(path(name));
        }
    }

    private void reset(RestPath path) {
        site.client()
                .put(path.and("reset"), RestBody.json(JsonNodeFactory.instance.objectNode()))
                .orFail("read its tables anew");
    }

    /** An empty filter is sent only to take one away. */
    private static RestBody body(ObjectState wanted, boolean hadFilter) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode type = root.putObject("featureType");
        type.put("name", wanted.key().name());
        TEXTS.forEach(property -> type.put(property, wanted.get(property)));
        TRUTHS.forEach(property -> type.put(property, Boolean.parseBoolean(wanted.get(property))));
        ArrayNode keywords = type.putObject(KEYWORDS).putArray("string");
        wanted.list(KEYWORDS).forEach(keywords::add);
        Box.parse(wanted.get(NATIVE_BOX)).write(type.putObject(NATIVE_BOX));
        Box.parse(wanted.get(LON_LAT_BOX)).write(type.putObject(LON_LAT_BOX));
        if (hadFilter || !wanted.get(FILTER).isEmpty()) {
            type.put(FILTER, wanted.get(FILTER));
        }
        return RestBody.json(root);
    }

    @Override
    public void remove(String name) {
        RestAnswer answer = site.client().delete(path(name).with("recurse", "true"));
        if (!answer.isMissing()) {
            answer.orFail("remove the feature type " + name);
        }
    }
}

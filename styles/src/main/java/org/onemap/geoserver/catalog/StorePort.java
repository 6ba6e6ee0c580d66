package org.onemap.geoserver.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.Xstream;

/**
 * The store and its connection. GeoServer accepts any store without opening it, so {@link #CONNECTION} is read by
 * asking for its tables. A PUT replaces all connection parameters: they are always sent in full. The password is never
 * read: {@link #PASSWORD} only says whether there is one.
 */
final class StorePort implements ObjectPort {

    static final String TYPE = "type";
    static final String ENABLED = "enabled";
    static final String DESCRIPTION = "description";
    /** What GeoServer says when asked for the tables; {@link #ANSWERS} if it lists them. */
    static final String CONNECTION = "connection";

    static final String ANSWERS = "answers";
    static final String PASSWORD = "connection.passwd";
    static final String GIVEN = "given";
    static final String PARAMETER = "connection.";
    private static final String PASSWORD_KEY = "passwd";

    private final Site site;
    private final Optional<String> password;

    StorePort(Site site, Optional<String> password) {
        this.site = site;
        this.password = password;
    }

    @Override
    public boolean exists(String name) {
        return get().isOk();
    }

    private RestAnswer get() {
        return site.client().get(site.store().json());
    }

    @Override
    public Optional<ObjectState> read(ObjectState wanted) {
        RestAnswer answer = get();
        if (!answer.isOk()) {
            return Optional.empty();
        }
        JsonNode store = answer.json().path("dataStore");
        Map<String, String> parameters = parameters(store);
        Map<String, String> found = new LinkedHashMap<>();
        for (String property : wanted.properties().keySet()) {
            found.put(property, value(property, wanted, store, parameters));
        }
        return Optional.of(ObjectState.of(Kind.STORE, wanted.key().name(), found));
    }

    private String value(String property, ObjectState wanted, JsonNode store, Map<String, String> parameters) {
        if (property.equals(CONNECTION)) {
            return connection();
        }
        if (property.equals(PASSWORD)) {
            return parameters.containsKey(PASSWORD_KEY) ? GIVEN : "";
        }
        if (property.startsWith(PARAMETER)) {
            String value = parameters.getOrDefault(property.substring(PARAMETER.length()), "");
            return sameFile(value, wanted.get(property)) ? wanted.get(property) : value;
        }
        return Xstream.text(store, property).orElse("");
    }

    private String connection() {
        RestAnswer tables =
                site.client().get(site.store().and("featuretypes").json().with("list", "available"));
        if (tables.isOk()) {
            return ANSWERS;
        }
        String message = tables.message();
        return message.isEmpty() ? "fails (" + tables.status() + ")" : message;
    }

    private static Map<String, String> parameters(JsonNode store) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (JsonNode entry : Xstream.list(store, "connectionParameters", "entry")) {
            parameters.put(entry.path("@key").asText(), entry.path("$").asText());
        }
        return parameters;
    }

    /** {@code file:/a}, {@code file:///a} and {@code /a} are one file. */
    private static boolean sameFile(String one, String other) {
        return other.startsWith("file:")
                && one.replaceFirst("^file:/*", "/").equals(other.replaceFirst("^file:/*", "/"));
    }

    @Override
    public void create(ObjectState wanted) {
        RestAnswer answer = site.client().post(site.root().and("datastores"), body(wanted, password));
        boolean madeMeanwhile = answer.status() == 500 && answer.message().contains("already exists");
        if (madeMeanwhile) {
            update(wanted);
        } else {
            answer.orFail("make the store " + wanted.key().name());
        }
    }

    @Override
    public void update(ObjectState wanted) {
        Optional<String> kept = password.or(() -> Optional.ofNullable(
                parameters(get().orFail("give back the store").json().path("dataStore"))
                        .get(PASSWORD_KEY)));
        site.client()
                .put(site.store(), body(wanted, kept))
                .orFail("change the store " + wanted.key().name());
        site.client()
                .put(site.store().and("reset"), RestBody.json(JsonNodeFactory.instance.objectNode()))
                .orFail("connect the store " + wanted.key().name() + " anew");
    }

    private static RestBody body(ObjectState wanted, Optional<String> password) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode store = root.putObject("dataStore");
        store.put("name", wanted.key().name());
        store.put(TYPE, wanted.get(TYPE));
        store.put(ENABLED, Boolean.parseBoolean(wanted.get(ENABLED)));
        store.put(DESCRIPTION, wanted.get(DESCRIPTION));
        ArrayNode entries = store.putObject("connectionParameters").putArray("entry");
        wanted.properties().forEach((property, value) -> {
            if (property.startsWith(PARAMETER) && !property.equals(PASSWORD)) {
                entries.addObject()
                        .put("@key", property.substring(PARAMETER.length()))
                        .put("$", value);
            }
        });
        if (!wanted.get(PASSWORD).isEmpty()) {
            String secret =
                    password.orElseThrow(() -> new InvalidInput("GeoServer needs the password of database user '"
                            + wanted.get(PARAMETER + "user")
                            + "': give it by ONEMAP_GEOSERVER_DB_PASSWORD or by the line"
                            + " 'db-password=…' of --credentials FILE"));
            entries.addObject().put("@key", PASSWORD_KEY).put("$", secret);
        }
        return RestBody.json(root);
    }

    @Override
    public void remove(String name) {
        RestAnswer answer = site.client().delete(site.store().with("recurse", "true"));
        if (!answer.isMissing()) {
            answer.orFail("remove the store " + name);
        }
    }
}

package org.onemap.geoserver.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.rest.Xstream;

/**
 * The workspace and its namespace. A refused POST may leave a workspace without namespace behind: that half is taken
 * away again.
 */
final class WorkspacePort implements ObjectPort {

    static final String NAMESPACE = "namespace";

    private final Site site;

    WorkspacePort(Site site) {
        this.site = site;
    }

    @Override
    public boolean exists(String name) {
        return site.client().get(RestPath.rest("workspaces", name).json()).isOk();
    }

    @Override
    public Optional<ObjectState> read(ObjectState wanted) {
        String name = wanted.key().name();
        if (!exists(name)) {
            return Optional.empty();
        }
        String uri = namespace(name).orElse("");
        return Optional.of(ObjectState.of(Kind.WORKSPACE, name, Map.of(NAMESPACE, uri)));
    }

    private Optional<String> namespace(String name) {
        RestAnswer answer = site.client().get(RestPath.rest("namespaces", name).json());
        return answer.isOk() ? Xstream.text(answer.json(), "namespace", "uri") : Optional.empty();
    }

    @Override
    public void create(ObjectState wanted) {
        String name = wanted.key().name();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("workspace").put("name", name);
        RestAnswer answer = site.client().post(RestPath.rest("workspaces"), RestBody.json(body));
        boolean madeMeanwhile = answer.status() == 409;
        if (!answer.isOk() && !madeMeanwhile) {
            removeHalf(name);
            throw answer.failure("make the workspace " + name);
        }
        putNamespace(wanted);
    }

    /** Nothing can be in a workspace that was refused a moment ago. */
    private void removeHalf(String name) {
        if (exists(name) && namespace(name).isEmpty()) {
            remove(name);
        }
    }

    @Override
    public void update(ObjectState wanted) {
        String name = wanted.key().name();
        if (namespace(name).isPresent()) {
            putNamespace(wanted);
            return;
        }
        if (!isEmpty()) {
            throw new InvalidInput(
                    "workspace " + name + " in GeoServer has lost its namespace but holds stores; restore"
                            + " the namespace in GeoServer or remove the workspace, then apply again");
        }
        remove(name);
        create(wanted);
    }

    private boolean isEmpty() {
        RestAnswer answer = site.client().get(site.root().and("datastores").json());
        return !answer.isOk()
                || Xstream.list(answer.json(), "dataStores", "dataStore").isEmpty();
    }

    private void putNamespace(ObjectState wanted) {
        String name = wanted.key().name();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("namespace").put("prefix", name).put("uri", wanted.get(NAMESPACE));
        site.client()
                .put(RestPath.rest("namespaces", name), RestBody.json(body))
                .orFail("give workspace " + name + " the namespace " + wanted.get(NAMESPACE));
    }

    @Override
    public void remove(String name) {
        RestAnswer answer =
                site.client().delete(RestPath.rest("workspaces", name).with("recurse", "true"));
        if (!answer.isMissing()) {
            answer.orFail("remove the workspace " + name);
        }
    }
}

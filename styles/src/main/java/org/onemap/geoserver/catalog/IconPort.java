package org.onemap.geoserver.catalog;

import java.util.Map;
import java.util.Optional;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;

/** SVG pictures beside the styles, which refer to them by their names. */
final class IconPort implements ObjectPort {

    private static final String SVG = "image/svg+xml";

    private final Site site;

    IconPort(Site site) {
        this.site = site;
    }

    private RestPath path(String name) {
        return site.resource("styles", name);
    }

    @Override
    public boolean exists(String name) {
        return site.client().get(path(name)).isOk();
    }

    @Override
    public Optional<ObjectState> read(ObjectState wanted) {
        String name = wanted.key().name();
        RestAnswer answer = site.client().get(path(name));
        return answer.isOk()
                ? Optional.of(ObjectState.of(Kind.ICON, name, Map.of(Digest.PROPERTY, Digest.of(answer.text()))))
                : Optional.empty();
    }

    @Override
    public void create(ObjectState wanted) {
        site.client()
                .put(path(wanted.key().name()), new RestBody(SVG, wanted.content()))
                .orFail("keep the icon " + wanted.key().name());
    }

    @Override
    public void update(ObjectState wanted) {
        create(wanted);
    }

    @Override
    public void remove(String name) {
        RestAnswer answer = site.client().delete(path(name));
        if (!answer.isMissing()) {
            answer.orFail("remove the icon " + name);
        }
    }
}

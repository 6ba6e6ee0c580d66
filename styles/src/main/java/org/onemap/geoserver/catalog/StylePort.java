package org.onemap.geoserver.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.rest.Xstream;

/**
 * Styles in SLD 1.1. GeoServer may give a style back that it wrote in its own way; then the pair of sent and returned
 * text is remembered, so that a later look tells a re-written style from one that was changed by hand.
 */
final class StylePort implements ObjectPort {

    static final String VERSION = "languageVersion";

    private final Site site;
    private final Map<String, String> returned;

    StylePort(Site site, Map<String, String> remembered) {
        this.site = site;
        this.returned = new LinkedHashMap<>(remembered);
    }

    private RestPath path(String name) {
        return site.root().and("styles", name);
    }

    @Override
    public boolean exists(String name) {
        return site.client().get(path(name).json()).isOk();
    }

    @Override
    public Optional<ObjectState> read(ObjectState wanted) {
        String name = wanted.key().name();
        RestAnswer metadata = site.client().get(path(name).json());
        if (!metadata.isOk()) {
            return Optional.empty();
        }
        JsonNode style = metadata.json().path("style");
        String body = body(name);
        Map<String, String> found = new LinkedHashMap<>();
        found.put(VERSION, Xstream.text(style, VERSION, "version").orElse(""));
        boolean ours = isOurs(wanted, body) || isKeptAsSent(wanted);
        found.put(Digest.PROPERTY, ours ? wanted.get(Digest.PROPERTY) : Digest.of(body));
        return Optional.of(new ObjectState(wanted.key(), found, body));
    }

    /** A style without a file yet answers 500. */
    private String body(String name) {
        RestAnswer answer = site.client().get(path(name).suffix("sld"));
        return answer.isOk() ? answer.text() : "";
    }

    private boolean isOurs(ObjectState wanted, String body) {
        String digest = Digest.of(body);
        return digest.equals(wanted.get(Digest.PROPERTY))
                || pair(wanted.get(Digest.PROPERTY), digest)
                        .equals(returned.get(wanted.key().name()));
    }

    /** A GET of SLD 1.1 may come translated to 1.0; the file beside it is then still as it was sent. */
    private boolean isKeptAsSent(ObjectState wanted) {
        RestAnswer file = site.client().get(site.resource("styles", wanted.key().name() + ".sld"));
        return file.isOk() && Digest.of(file.text()).equals(wanted.get(Digest.PROPERTY));
    }

    private static String pair(String sent, String got) {
        return sent + "→" + got;
    }

    /** How GeoServer gives styles back that it re-wrote, for the next run. */
    Map<String, String> returned() {
        return Map.copyOf(returned);
    }

    @Override
    public void create(ObjectState wanted) {
        String name = wanted.key().name();
        RestAnswer answer = site.client()
                .post(site.root().and("styles").with("name", name), new RestBody(RestBody.SLD_11, wanted.content()));
        boolean madeMeanwhile = answer.status() == 403 && answer.message().contains("already exists");
        if (madeMeanwhile) {
            update(wanted);
            return;
        }
        answer.orFail("make the style " + name);
        compare(wanted);
    }

    @Override
    public void update(ObjectState wanted) {
        String name = wanted.key().name();
        site.client()
                .put(path(name), new RestBody(RestBody.SLD_11, wanted.content()))
                .orFail("change the style " + name);
        compare(wanted);
    }

    /** GeoServer answers 200 also where it replaced what it did not understand by a default symbol. */
    private void compare(ObjectState wanted) {
        String name = wanted.key().name();
        String body = body(name);
        String digest = Digest.of(body);
        if (digest.equals(wanted.get(Digest.PROPERTY)) || isKeptAsSent(wanted)) {
            returned.remove(name);
            return;
        }
        SldOutline sent = SldOutline.of(wanted.content());
        SldOutline got = SldOutline.of(body);
        if (!sent.equals(got)) {
            throw new CorruptData(
                    "GeoServer took the style " + name + " but keeps another one: " + sent.difference(got));
        }
        returned.put(name, pair(wanted.get(Digest.PROPERTY), digest));
    }

    @Override
    public void remove(String name) {
        RestAnswer answer =
                site.client().delete(path(name).with("purge", "true").with("recurse", "true"));
        if (!answer.isMissing()) {
            answer.orFail("remove the style " + name);
        }
    }

    /** A style as a publication wants it. */
    static ObjectState wanted(String name, String sld) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(VERSION, "1.1.0");
        properties.put(Digest.PROPERTY, Digest.of(sld));
        return new ObjectState(new org.onemap.geoserver.plan.ObjectKey(Kind.STYLE, name), properties, sld);
    }
}

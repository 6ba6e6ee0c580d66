package org.onemap.geoserver.catalog;

import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.geoserver.plan.PublishedState;
import org.onemap.geoserver.plan.StateJson;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;

/**
 * Keeps {@link PublishedState} in GeoServer's data directory, {@code workspaces/{workspace}/onemap/state.json}: it goes
 * with the workspace when that is removed. Confined to one thread.
 */
public final class RecordKeeper {

    private final Site site;

    /** A keeper. */
    public RecordKeeper(Site site) {
        this.site = site;
    }

    private RestPath path() {
        return site.resource("onemap", "state.json");
    }

    /** What onemap did in the workspace; empty where it did nothing. */
    public Optional<PublishedState> find() {
        RestAnswer answer = site.client().get(path());
        if (answer.isMissing()) {
            return Optional.empty();
        }
        return Optional.of(
                StateJson.read(answer.orFail("read what onemap keeps there").text()));
    }

    /**
     * Writes the state and reads it back.
     *
     * @return whether GeoServer took it; it may refuse a folder for a workspace that is not there yet
     * @throws CorruptData if it took it and does not keep it
     */
    public boolean offer(PublishedState state) {
        RestAnswer answer = site.client().put(path(), new RestBody("application/json", StateJson.write(state)));
        if (answer.isOk()) {
            readBack(state);
        }
        return answer.isOk();
    }

    /** Writes the state and reads it back. @throws CorruptData if GeoServer does not keep it */
    public void keep(PublishedState state) {
        site.client()
                .put(path(), new RestBody("application/json", StateJson.write(state)))
                .orFail("keep onemap's record of workspace " + site.workspace());
        readBack(state);
    }

    private void readBack(PublishedState state) {
        RestAnswer back = site.client().get(path());
        if (!back.isOk() || !StateJson.read(back.text()).equals(state)) {
            throw new CorruptData("GeoServer took onemap's record of workspace " + site.workspace()
                    + " but does not give it back; without it the next run could not know its own objects");
        }
    }
}

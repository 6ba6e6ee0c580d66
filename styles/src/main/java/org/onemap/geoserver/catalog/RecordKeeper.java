package org.onemap.geoserver.catalog;

import java.util.List;
import java.util.Optional;
import org.onemap.CorruptData;
import org.onemap.geoserver.plan.PublishedState;
import org.onemap.geoserver.plan.StateJson;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;

/**
 * Keeps {@link PublishedState} in GeoServer's data directory, {@code workspaces/{workspace}/onemap/state.json}: it goes
 * with the workspace when that is removed. Where GeoServer takes files for styles only, it lies beside them. Confined to
 * one thread.
 */
public final class RecordKeeper {

    private final Site site;

    /** A keeper. */
    public RecordKeeper(Site site) {
        this.site = site;
    }

    private List<RestPath> places() {
        return List.of(site.resource("onemap", "state.json"), site.resource("styles", "onemap-state.json"));
    }

    /** What onemap did in the workspace; empty where it did nothing. */
    public Optional<PublishedState> find() {
        for (RestPath place : places()) {
            RestAnswer answer = site.client().get(place);
            if (answer.isOk()) {
                return Optional.of(StateJson.read(answer.text()));
            }
        }
        return Optional.empty();
    }

    /**
     * Writes the state and reads it back.
     *
     * @return whether GeoServer took it; it may refuse a folder for a workspace that is not there yet
     * @throws CorruptData if it took it and does not keep it
     */
    public boolean offer(PublishedState state) {
        return write(state).isOk();
    }

    /** Writes the state and reads it back. @throws CorruptData if GeoServer does not keep it */
    public void keep(PublishedState state) {
        write(state).orFail("keep onemap's record of workspace " + site.workspace());
    }

    private RestAnswer write(PublishedState state) {
        RestBody body = new RestBody("application/json", StateJson.write(state));
        RestAnswer answer = site.client().put(places().get(0), body);
        if (!answer.isOk()) {
            answer = site.client().put(places().get(1), body);
        }
        if (answer.isOk() && !find().equals(Optional.of(state))) {
            throw new CorruptData("GeoServer took onemap's record of workspace " + site.workspace()
                    + " but does not give it back; without it the next run could not know its own objects");
        }
        return answer;
    }
}

package org.onemap.geoserver.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onemap.StoreUnavailable;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestPath;

/**
 * Says whose run the workspace belongs to, in {@code workspaces/{workspace}/onemap/run.json}: the one that began last. A run looks before
 * each write and stops where another one has begun, so that of two at the same time one goes through whole. It is no lock: a run that was
 * cut off holds nobody up. Confined to one thread.
 */
public final class RunMark {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final String run = UUID.randomUUID().toString();
    private boolean set;

    /** The mark of a run that is about to begin. */
    public RunMark(Site site) {
        this.site = site;
    }

    private List<RestPath> places() {
        return List.of(site.resource("onemap", "run.json"), site.resource("styles", "onemap-run.json"));
    }

    /**
     * Takes the workspace over.
     *
     * @return whether GeoServer took the mark; it may refuse a folder for a workspace that is not there yet
     * @throws StoreUnavailable if another run took it over at the same moment
     */
    public boolean offer() {
        String began = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String text = JSON.createObjectNode()
                .put("run", run)
                .put("began", began)
                .put("by", System.getProperty("user.name", ""))
                .toString();
        RestBody body = new RestBody("application/json", text);
        RestAnswer answer = site.client().put(places().get(0), body);
        if (!answer.isOk()) {
            answer = site.client().put(places().get(1), body);
        }
        set = answer.isOk();
        require();
        return set;
    }

    /** Goes on only while no other run has begun. @throws StoreUnavailable if one has */
    public void require() {
        if (!set) {
            return;
        }
        JsonNode mark = find().orElseGet(JSON::createObjectNode);
        if (!mark.path("run").asText().equals(run)) {
            String who = mark.path("by").asText("?") + ", " + mark.path("began").asText("?");
            throw new StoreUnavailable("another 'onemap publish' (" + who + ") has begun on workspace "
                    + site.workspace()
                    + " of GeoServer at " + site.client().address() + " meanwhile; this one stops and leaves the"
                    + " workspace to it. When it is done, see with 'onemap publish plan' what is left to do");
        }
    }

    private Optional<JsonNode> find() {
        for (RestPath place : places()) {
            RestAnswer answer = site.client().get(place);
            if (answer.isOk()) {
                try {
                    return Optional.of(JSON.readTree(answer.text()));
                } catch (JsonProcessingException e) {
                    return Optional.empty(); // somebody's hand: not ours any more
                }
            }
        }
        return Optional.empty();
    }
}

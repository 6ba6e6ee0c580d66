package org.onemap.geoserver.tiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.onemap.StoreUnavailable;
import org.onemap.geoserver.catalog.Wanted;
import org.onemap.geoserver.rest.RestAnswer;
import org.onemap.geoserver.rest.RestBody;
import org.onemap.geoserver.rest.RestClient;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.rest.Xstream;

/** Starts work in the tile cache and waits for it. Confined to one thread. */
public final class TileJobs {

    /** Levels that are truncated together, by the first of them; coarser ones are cheap, finer ones many. */
    private static final int[] BANDS = {0, 9, 12, 15};

    private static final int THREADS = 2;
    private static final long FIRST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 2_000;
    private static final int ABORTED = -1;

    private final RestClient client;

    /** Work on this GeoServer. */
    public TileJobs(RestClient client) {
        this.client = client;
    }

    /** Throws all tiles of a layer away, in every grid set. */
    public void truncateAll(String layer) {
        String body = "<truncateLayer><layerName>" + layer.replace("&", "&amp;").replace("<", "&lt;")
                + "</layerName></truncateLayer>";
        client.post(RestPath.tileCache("masstruncate"), RestBody.xml(body))
                .orFail("throw the tiles of " + layer + " away");
    }

    /**
     * Throws away the tiles that show something of these boxes (degrees, longitude first), and waits until it is done.
     * Where the cache refuses a part of it, all tiles of the layer go.
     */
    public void truncateAreas(String layer, List<TileGrid> grids, List<Envelope> boxes) {
        Set<TileTask> tasks = new LinkedHashSet<>();
        grids.forEach(grid -> boxes.forEach(box -> tasks.addAll(stale(layer, grid, box))));
        for (TileTask task : tasks) {
            if (!send(TileTask.Type.TRUNCATE, task).isOk()) {
                truncateAll(layer);
                return;
            }
        }
        await(layer, progress -> {});
    }

    private static List<TileTask> stale(String layer, TileGrid grid, Envelope box) {
        List<TileTask> tasks = new ArrayList<>();
        for (int band = 0; band < BANDS.length; band++) {
            int first = BANDS[band];
            int last = Math.min(grid.levels(), band + 1 < BANDS.length ? BANDS[band + 1] : grid.levels()) - 1;
            if (first <= last) {
                Envelope area = grid.staleArea(grid.project(box), first);
                tasks.add(new TileTask(layer, grid, first, last, Optional.of(area)));
            }
        }
        return tasks;
    }

    /** Makes the tiles that are missing; {@link #await} says when they are there. */
    public void seed(TileTask task) {
        send(TileTask.Type.SEED, task)
                .orFail("make the tiles of " + task.layer() + " in "
                        + task.grid().name());
    }

    private RestAnswer send(TileTask.Type type, TileTask task) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode request = root.putObject("seedRequest");
        request.put("name", task.layer());
        task.area().ifPresent(area -> {
            ArrayNode coords = request.putObject("bounds").putObject("coords").putArray("double");
            coords.add(area.getMinX()).add(area.getMinY()).add(area.getMaxX()).add(area.getMaxY());
        });
        request.put("gridSetId", task.grid().name());
        request.put("zoomStart", task.firstLevel());
        request.put("zoomStop", task.lastLevel());
        request.put("format", Wanted.TILE_FORMAT);
        request.put("type", type.name().toLowerCase(Locale.ROOT));
        request.put("threadCount", type == TileTask.Type.SEED ? THREADS : 1);
        return client.post(path(task.layer()), RestBody.json(root));
    }

    private static RestPath path(String layer) {
        return RestPath.tileCache("seed", layer).json();
    }

    /** Hears how far the cache is. */
    public interface Listener {

        /** Called after every look. */
        void progress(Progress progress);
    }

    /**
     * How far the cache is with one layer.
     *
     * @param tasks tasks that are waiting or running
     * @param done tiles that they have done
     * @param total tiles that they will have done; 0 while unknown
     * @param secondsLeft the cache's own estimate for the slowest; negative while unknown
     */
    public record Progress(int tasks, long done, long total, long secondsLeft) {}

    /** Waits until the cache has nothing more to do for a layer. @throws StoreUnavailable if a task was aborted */
    public void await(String layer, Listener listener) {
        long pause = FIRST_PAUSE_MS;
        while (true) {
            RestAnswer answer = client.get(path(layer)).orFail("say how far the tiles of " + layer + " are");
            List<long[]> tasks = tasks(answer.json());
            if (tasks.stream().anyMatch(task -> task[4] == ABORTED)) {
                throw new StoreUnavailable("GeoServer has aborted work on the tiles of " + layer
                        + "; its log says why. 'onemap publish apply' starts it again");
            }
            List<long[]> open =
                    tasks.stream().filter(task -> task[4] == 0 || task[4] == 1).toList();
            listener.progress(new Progress(
                    open.size(),
                    open.stream().mapToLong(task -> Math.max(0, task[0])).sum(),
                    open.stream().mapToLong(task -> Math.max(0, task[1])).sum(),
                    open.stream().mapToLong(task -> task[2]).max().orElse(0)));
            if (open.isEmpty()) {
                return;
            }
            sleep(pause);
            pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
        }
    }

    /** {@code [[done, total, secondsLeft, id, status], …]}; a list of one may come without the outer brackets. */
    private static List<long[]> tasks(JsonNode document) {
        List<JsonNode> rows = Xstream.list(document, "long-array-array");
        List<long[]> tasks = new ArrayList<>();
        if (!rows.isEmpty() && rows.get(0).isNumber()) {
            tasks.add(numbers(document.path("long-array-array")));
        } else {
            rows.stream().filter(row -> row.size() >= 5).forEach(row -> tasks.add(numbers(row)));
        }
        return tasks;
    }

    private static long[] numbers(JsonNode row) {
        long[] numbers = new long[Math.max(5, row.size())];
        for (int i = 0; i < row.size(); i++) {
            numbers[i] = row.get(i).asLong();
        }
        return numbers;
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for tiles; GeoServer goes on by itself", e);
        }
    }
}

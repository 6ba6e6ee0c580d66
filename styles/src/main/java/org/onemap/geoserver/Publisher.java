package org.onemap.geoserver;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;
import org.onemap.geoserver.catalog.Catalog;
import org.onemap.geoserver.catalog.RecordKeeper;
import org.onemap.geoserver.catalog.RunMark;
import org.onemap.geoserver.catalog.Site;
import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.plan.Change.Action;
import org.onemap.geoserver.plan.Differ;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.Manifest;
import org.onemap.geoserver.plan.ObjectKey;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.plan.Plan;
import org.onemap.geoserver.plan.PublishedState;
import org.onemap.geoserver.rest.RestPath;
import org.onemap.geoserver.rest.ServerVersion;
import org.onemap.geoserver.tiles.TileGrid;
import org.onemap.geoserver.tiles.TileJobs;
import org.onemap.geoserver.tiles.TileTask;

/**
 * Brings one workspace of a GeoServer to a {@link Publication}. Confined to one thread.
 *
 * <p>Every object is read back after it was written. What onemap is about to make is claimed before it is made, and
 * what a run applied is kept when it is finished, both in GeoServer; a run that was cut off anywhere is finished by the
 * next one. A run that finds nothing to change writes nothing.
 */
public final class Publisher {

    private final Site site;
    private final Optional<String> databasePassword;
    private final PublishListener listener;
    private final RecordKeeper keeper;
    private final ServerVersion version;

    private Publisher(Site site, Optional<String> databasePassword, PublishListener listener) {
        this.site = site;
        this.databasePassword = databasePassword;
        this.listener = listener;
        this.keeper = new RecordKeeper(site);
        this.version = ServerVersion.ask(site.client());
    }

    /**
     * Signs in.
     *
     * @param databasePassword of the user with whom GeoServer reads the database
     * @throws NotFound if there is no GeoServer
     * @throws InvalidInput if the credentials do not suffice or GeoServer is too old
     * @throws StoreUnavailable if it does not answer
     */
    public static Publisher connect(Site site, Optional<String> databasePassword, PublishListener listener) {
        return new Publisher(site, databasePassword, listener);
    }

    /** GeoServer's version. */
    public ServerVersion version() {
        return version;
    }

    /** The grid sets of this GeoServer that tiles are published in; that of 天地图 is made if it is missing. */
    public List<TileGrid> tileGrids() {
        List<TileGrid> grids = new ArrayList<>();
        for (TileGrid grid : TileGrid.all()) {
            boolean there = grid.equals(TileGrid.TIANDITU_C)
                    || site.client()
                            .get(RestPath.tileCache("gridsets", grid.name()), "application/xml")
                            .isOk();
            if (there) {
                grids.add(grid);
            }
        }
        return grids;
    }

    /** What an apply would change. Writes nothing. */
    public Plan plan(Publication wanted, boolean adopt) {
        return draft(wanted, adopt).plan();
    }

    /**
     * Brings GeoServer there and reads everything back.
     *
     * @return what was changed
     * @throws InvalidInput if names are taken by objects that onemap did not make; nothing was written
     * @throws CorruptData if GeoServer took something but does not keep it
     * @throws StoreUnavailable if GeoServer fails or falls silent, the next apply finishes the job then; or if another run
     *     begins on this workspace, which is left to it
     */
    public Plan apply(Publication wanted, boolean adopt) {
        Draft draft = draft(wanted, adopt);
        refuseConflicts(draft.plan());
        if (draft.plan().isEmpty()) {
            return draft.plan();
        }
        RunMark mark = new RunMark(site);
        boolean marked = mark.offer();
        if (marked && !keeper.find().orElse(PublishedState.none()).equals(draft.state())) {
            draft = draft(wanted, adopt); // another run did something since; it stops now
            refuseConflicts(draft.plan());
        }
        run(draft, wanted, mark);
        return draft.plan();
    }

    /**
     * What was changed by hand in GeoServer since the last apply. Writes nothing.
     *
     * @throws NotFound if nothing was applied yet
     */
    public Plan diff() {
        return draft(lastApplied(applied()), false).plan();
    }

    /**
     * Returns to the last applied state; where GeoServer is in it, to the one before.
     *
     * @return what was changed
     * @throws NotFound if nothing was applied yet
     * @throws InvalidInput if nothing was changed by hand and nothing was applied before
     */
    public Plan rollback() {
        PublishedState state = applied();
        Draft drift = draft(lastApplied(state), false);
        if (!drift.plan().isEmpty()) {
            return apply(lastApplied(state), false);
        }
        Manifest previous = state.previous()
                .orElseThrow(() -> new InvalidInput("workspace " + site.workspace()
                        + " is as it was applied, and nothing was applied before: there is nothing to go back to"));
        return apply(new Publication(previous, state.change(), since -> Map.of()), false);
    }

    private PublishedState applied() {
        return keeper.find()
                .filter(state -> state.applied().isPresent())
                .orElseThrow(() -> new NotFound("onemap has not applied anything to workspace " + site.workspace()
                        + " of GeoServer at " + site.client().address()
                        + " to the end yet; 'onemap publish apply' does"));
    }

    private static Publication lastApplied(PublishedState state) {
        return new Publication(state.applied().orElseThrow(), state.change(), since -> Map.of());
    }

    /**
     * A plan with what it was made from.
     *
     * @param objects the changes of objects
     * @param stale tiles to be thrown away
     * @param plan both, as users read it
     */
    private record Draft(PublishedState state, Catalog catalog, List<Change> objects, StaleTiles stale, Plan plan) {}

    private Draft draft(Publication wanted, boolean adopt) {
        PublishedState state = keeper.find().orElse(PublishedState.none());
        Catalog catalog = new Catalog(site, databasePassword, state.styles());
        boolean gone = !catalog.exists(new ObjectKey(Kind.WORKSPACE, site.workspace()));
        Set<ObjectKey> owned = gone ? Set.of() : state.owned();
        List<Change> objects =
                new Differ(catalog, owned, adopt).compare(wanted.manifest()).changes();
        boolean moved = state.applied().isPresent() && wanted.change() != state.change();
        StaleTiles stale = StaleTiles.of(
                wanted.manifest(),
                objects,
                gone ? Set.of() : state.pending(),
                moved ? wanted.changes().since(state.change()) : Map.of());
        List<Change> all = new ArrayList<>(objects);
        all.addAll(stale.changes());
        if (all.isEmpty() && !isRecorded(state, wanted)) {
            all.add(new Change(
                    Action.UPDATE,
                    new ObjectKey(Kind.RECORD, "onemap/state.json"),
                    List.of(),
                    "notes what is published"));
        }
        return new Draft(state, catalog, objects, stale, new Plan(all));
    }

    private static boolean isRecorded(PublishedState state, Publication wanted) {
        return state.applied().map(wanted.manifest()::wantsSameAs).orElse(false)
                && state.pending().isEmpty()
                && state.finish(wanted.manifest(), 0, Map.of()).owned().equals(state.owned());
    }

    private void refuseConflicts(Plan plan) {
        List<Change> conflicts = plan.conflicts();
        if (!conflicts.isEmpty()) {
            throw new InvalidInput("workspace " + site.workspace() + " of GeoServer has objects of these names that"
                    + " onemap did not make: "
                    + conflicts.stream().map(change -> change.key().words()).collect(Collectors.joining(", "))
                    + "; nothing was written. Publish to another --workspace, or take them over with --adopt");
        }
    }

    private void run(Draft draft, Publication wanted, RunMark mark) {
        List<Change> left = new ArrayList<>(draft.objects());
        claim(draft, wanted, left, mark);
        for (Change change : left) {
            mark.require();
            carryOut(change, draft.catalog(), wanted.manifest());
        }
        mark.require();
        throwAway(draft, wanted.manifest());
        List<Change> differing = new Differ(draft.catalog(), owned(wanted.manifest()), true)
                .compare(wanted.manifest())
                .changes();
        if (!differing.isEmpty()) {
            throw notKept(differing.get(0));
        }
        mark.require();
        keeper.keep(draft.state()
                .finish(wanted.manifest(), wanted.change(), draft.catalog().returnedStyles()));
    }

    /** Before anything is made. Where GeoServer keeps nothing for a workspace that is missing, that comes first. */
    private void claim(Draft draft, Publication wanted, List<Change> left, RunMark mark) {
        PublishedState claimed =
                draft.state().claim(owned(wanted.manifest()), draft.stale().whole());
        if (keeper.offer(claimed)) {
            return;
        }
        if (!left.isEmpty() && left.get(0).key().kind() == Kind.WORKSPACE) {
            carryOut(left.remove(0), draft.catalog(), wanted.manifest());
        }
        boolean unused = mark.offer();
        keeper.keep(claimed);
    }

    private static Set<ObjectKey> owned(Manifest manifest) {
        Set<ObjectKey> owned = new LinkedHashSet<>();
        manifest.objects().stream()
                .map(ObjectState::key)
                .filter(key -> key.kind().isOwned())
                .forEach(owned::add);
        return owned;
    }

    private void carryOut(Change change, Catalog catalog, Manifest wanted) {
        ObjectKey key = change.key();
        if (change.action() == Action.REMOVE) {
            catalog.remove(key);
            if (catalog.exists(key)) {
                throw new CorruptData("GeoServer answers the removal of " + key.words() + " well but still has it");
            }
        } else {
            write(change, catalog, wanted.find(key).orElseThrow());
        }
        listener.done(change);
    }

    /** Twice where GeoServer computes boxes of its own when something else changes. */
    private void write(Change change, Catalog catalog, ObjectState wanted) {
        catalog.write(change.action(), wanted);
        List<Change.PropertyChange> differing = differing(catalog, wanted);
        if (!differing.isEmpty() && wanted.key().kind() == Kind.FEATURE_TYPE) {
            catalog.write(Action.UPDATE, wanted);
            differing = differing(catalog, wanted);
        }
        if (!differing.isEmpty()) {
            throw notKept(new Change(Action.UPDATE, wanted.key(), differing, ""));
        }
        if (wanted.key().kind() == Kind.TILE_LAYER && change.action() == Action.CREATE) {
            new TileJobs(site.client())
                    .truncateAll(site.workspace() + ":" + wanted.key().name());
        }
    }

    private static List<Change.PropertyChange> differing(Catalog catalog, ObjectState wanted) {
        return catalog.read(wanted)
                .map(found -> Differ.differences(wanted, found))
                .orElseGet(() -> List.of(new Change.PropertyChange("it", "not there", "there")));
    }

    private CorruptData notKept(Change change) {
        return new CorruptData(NotKept.sentence(change));
    }

    private void throwAway(Draft draft, Manifest wanted) {
        TileJobs jobs = new TileJobs(site.client());
        StaleTiles stale = draft.stale();
        stale.whole().forEach(name -> jobs.truncateAll(site.workspace() + ":" + name));
        stale.areas().forEach((name, area) -> {
            List<TileGrid> grids = wanted.find(new ObjectKey(Kind.TILE_LAYER, name)).stream()
                    .flatMap(layer -> layer.list("gridSubsets").stream())
                    .flatMap(set -> TileGrid.find(set).stream())
                    .toList();
            jobs.truncateAreas(site.workspace() + ":" + name, grids, area.boxes());
        });
        stale.changes().forEach(listener::done);
    }

    /**
     * Makes tiles ahead and waits until they are there.
     *
     * @param name of a published layer or group
     * @param firstZoom coarsest WebMercatorQuad level; the other grid sets get the levels of the same pixel size
     * @param lastZoom finest level
     */
    public void seed(String name, int firstZoom, int lastZoom) {
        String layer = site.workspace() + ":" + name;
        TileJobs jobs = new TileJobs(site.client());
        for (TileGrid grid : tileGrids()) {
            int first = Math.max(0, grid.levelOf(firstZoom));
            int last = Math.min(grid.levels() - 1, grid.levelOf(lastZoom));
            if (first <= last) {
                jobs.seed(new TileTask(layer, grid, first, last, Optional.empty()));
            }
        }
        jobs.await(layer, progress -> listener.seeding(layer, progress));
    }
}

package org.onemap.api;

import java.util.List;
import org.onemap.InvalidInput;
import org.onemap.StoreUnavailable;
import org.onemap.api.apidoc.ApiDefinition;
import org.onemap.api.divisions.Division;
import org.onemap.api.divisions.DivisionChildren;
import org.onemap.api.divisions.DivisionDays;
import org.onemap.api.divisions.Divisions;
import org.onemap.api.features.Collection;
import org.onemap.api.features.Collections;
import org.onemap.api.features.Conformance;
import org.onemap.api.features.Item;
import org.onemap.api.features.Items;
import org.onemap.api.features.LandingPage;
import org.onemap.api.features.Queryables;
import org.onemap.api.health.Live;
import org.onemap.api.health.Ready;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.HttpService;
import org.onemap.api.locate.KnownMatters;
import org.onemap.api.locate.Locate;
import org.onemap.api.locate.LocateBatch;
import org.onemap.api.locate.Locators;
import org.onemap.api.pages.OpenLayersFiles;
import org.onemap.api.pages.StaticFiles;
import org.onemap.api.plans.Plan;
import org.onemap.api.plans.PlanBoundaries;
import org.onemap.api.plans.PlanDivisions;
import org.onemap.api.plans.Plans;
import org.onemap.api.security.PhoneReaders;
import org.onemap.api.styles.Style;
import org.onemap.api.styles.StyleBodies;
import org.onemap.api.styles.StyleLegend;
import org.onemap.api.styles.StyleMetadata;
import org.onemap.api.styles.StyleSprite;
import org.onemap.api.styles.Styles;
import org.onemap.api.suggest.Suggest;
import org.onemap.api.suggest.Suggestions;
import org.onemap.api.tiles.CollectionTile;
import org.onemap.api.tiles.CollectionTileSet;
import org.onemap.api.tiles.CollectionTileSets;
import org.onemap.api.tiles.DatasetTile;
import org.onemap.api.tiles.DatasetTileSet;
import org.onemap.api.tiles.DatasetTileSets;
import org.onemap.api.tiles.TileMatrixSetDefinition;
import org.onemap.api.tiles.TileMatrixSets;
import org.onemap.api.tiles.Tiles;
import org.onemap.rights.Principal;
import org.onemap.snapshot.AsOfLocators;
import org.onemap.snapshot.SnapshotHolder;
import org.onemap.store.Store;

/**
 * The service over one store, wired by hand: every endpoint and what it needs stands in this class. Thread-safe.
 *
 * <p>It follows the store: what another process changes is shown within two seconds. It does not close the store.
 */
public final class OnemapServer implements AutoCloseable {

    private static final String VIEWER = "/viewer";
    private static final String PAGES = "/org/onemap/api/pages";

    private final SnapshotHolder snapshots;
    private final Suggestions suggestions;
    private final HttpService http;

    private OnemapServer(SnapshotHolder snapshots, Suggestions suggestions, HttpService http) {
        this.snapshots = snapshots;
        this.suggestions = suggestions;
        this.http = http;
    }

    /**
     * Reads the first snapshot, makes the HTTP server ready meanwhile, and starts to listen when both are done.
     *
     * @throws StoreUnavailable if the store cannot be read now
     * @throws InvalidInput if the port is taken or the host is none of this machine's
     */
    public static OnemapServer start(Store store, ServerOptions options) {
        SnapshotHolder snapshots = SnapshotHolder.begin(store, Principal.anonymous());
        Suggestions suggestions = new Suggestions(store, snapshots);
        try {
            HttpService http = HttpService.start(
                    new HttpService.Binding(options.host(), options.port(), options.publicUrl()),
                    endpoints(store, snapshots, suggestions, options),
                    snapshots::current);
            return new OnemapServer(snapshots, suggestions, http);
        } catch (RuntimeException failure) {
            snapshots.close();
            suggestions.close();
            throw failure;
        }
    }

    private static List<Endpoint> endpoints(
            Store store, SnapshotHolder snapshots, Suggestions suggestions, ServerOptions options) {
        Tiles tiles = new Tiles(store, snapshots);
        AsOfLocators pastDays = new AsOfLocators(store, Principal.anonymous());
        Locators locators = new Locators(snapshots, pastDays);
        DivisionDays days = new DivisionDays(snapshots, pastDays);
        PhoneReaders phoneReaders = new PhoneReaders(options.phoneToken());
        StyleBodies styles = new StyleBodies(snapshots);
        return List.of(
                new LandingPage(),
                new Conformance(),
                new ApiDefinition(),
                new Collections(store),
                new Collection(store),
                new Queryables(store),
                new Items(store),
                new Item(store),
                new CollectionTileSets(tiles),
                new CollectionTileSet(tiles),
                new CollectionTile(tiles),
                new DatasetTileSets(tiles),
                new DatasetTileSet(tiles),
                new DatasetTile(tiles),
                new TileMatrixSets(),
                new TileMatrixSetDefinition(),
                new Styles(styles),
                new Style(styles),
                new StyleLegend(styles),
                new StyleMetadata(styles),
                new StyleSprite(styles),
                StaticFiles.folder("/icons", "/icons"),
                StaticFiles.file("/map", VIEWER, "index.html"),
                StaticFiles.folder("/map", VIEWER),
                StaticFiles.file("/plan", VIEWER, "plan.html"),
                StaticFiles.library("/webjars/ol", OpenLayersFiles.folder()),
                StaticFiles.folder("/assets", PAGES),
                StaticFiles.file("/favicon.ico", PAGES, "favicon.svg"),
                new Locate(locators, new KnownMatters(store)),
                new LocateBatch(locators),
                new Suggest(suggestions),
                new Divisions(store, days),
                new Division(store, days, phoneReaders),
                new DivisionChildren(store, days),
                new Plans(store),
                new Plan(store),
                new PlanDivisions(store),
                new PlanBoundaries(store),
                new Live(),
                new Ready(store, snapshots));
    }

    /** Where it can be reached, without a slash at the end. */
    public String url() {
        return http.url();
    }

    /** Stops to listen, lets requests under way finish for some seconds, and ends. */
    @Override
    public void close() {
        try (suggestions;
                snapshots) {
            http.close();
        }
    }
}

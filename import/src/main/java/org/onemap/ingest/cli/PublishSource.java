package org.onemap.ingest.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.geoserver.OneMapPublication;
import org.onemap.geoserver.Publisher;
import org.onemap.geoserver.ThemeLooks;
import org.onemap.geoserver.catalog.StoreConnection;
import org.onemap.store.StoreLocation;
import org.onemap.theme.ThemeStyles;
import picocli.CommandLine.Option;

/** The options that say what is published: the store, how GeoServer reaches it, the theme, the scope. */
final class PublishSource {

    private static final String SCHEMA = "onemap";
    private static final int POSTGRES_PORT = 5432;

    @Option(names = "--store", required = true, paramLabel = "S", description = "The store.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String store;

    @Option(
            names = "--geoserver-db",
            paramLabel = "D",
            description =
                    "The store as GeoServer reaches it: postgresql://reader@host:port/database, or the path of the"
                            + " .gpkg file on GeoServer's machine. Default: as --store, with the role onemap_reader.")
    private @Nullable String geoserverDb;

    @Option(
            names = "--theme",
            paramLabel = "T",
            defaultValue = "one-map",
            description = "The theme. Default: ${DEFAULT-VALUE}.")
    private String theme = "one-map";

    @Option(
            names = "--scope",
            paramLabel = "CODE",
            description = "Only the rows of this division, for instance an office; for a workspace of its own.")
    private @Nullable String scope;

    @Option(
            names = "--namespace",
            paramLabel = "URI",
            description = "XML namespace of the workspace. Default: urn:onemap: and its name.")
    private @Nullable String namespace;

    String store() {
        return store;
    }

    boolean isScoped() {
        return scope != null;
    }

    OneMapPublication publication(Publisher publisher, String workspace) {
        OneMapPublication.Options options = new OneMapPublication.Options(
                workspace,
                namespace == null ? "urn:onemap:" + workspace : namespace,
                connection(),
                Optional.ofNullable(scope),
                publisher.tileGrids());
        return new OneMapPublication(options, new ThemeLooks(ThemeStyles.load(theme)));
    }

    private StoreConnection connection() {
        StoreLocation own = StoreLocation.parse(store);
        StoreLocation seen = geoserverDb == null ? own : StoreLocation.parse(geoserverDb);
        if (seen.engine() != own.engine()) {
            throw new InvalidInput("--geoserver-db " + seen + " is another sort of store than --store " + own);
        }
        if (seen.engine() == StoreLocation.Engine.GEOPACKAGE) {
            return new StoreConnection.GeoPackageFile(
                    geoserverDb == null
                            ? own.file().toAbsolutePath().normalize().toString()
                            : geoserverDb);
        }
        return postgis(own, seen, geoserverDb != null);
    }

    /** The store's own user may write: GeoServer gets the reader unless --geoserver-db names a user. */
    private static StoreConnection postgis(StoreLocation own, StoreLocation seen, boolean given) {
        URI uri = uri(seen);
        String user = Optional.ofNullable(uri.getUserInfo()).orElse("");
        if (given && (user.contains(":") || seen.text().contains("password="))) {
            throw new InvalidInput("--geoserver-db holds a password, which everyone on this machine can read from the"
                    + " command line; set " + Secrets.DB_PASSWORD + " instead");
        }
        String database = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
        if (uri.getHost() == null || database.isEmpty()) {
            throw new InvalidInput(
                    "'" + seen + "' names no host and database:" + " give postgresql://reader@host:port/database");
        }
        String schema = schema(uri).or(() -> schema(uri(own))).orElse(SCHEMA);
        return new StoreConnection.PostgisDatabase(
                uri.getHost(),
                uri.getPort() < 0 ? POSTGRES_PORT : uri.getPort(),
                database,
                schema,
                given && !user.isEmpty() ? user : schema + "_reader");
    }

    private static URI uri(StoreLocation location) {
        try {
            return new URI(location.text().replaceFirst("^jdbc:", ""));
        } catch (URISyntaxException e) {
            throw new InvalidInput("'" + location + "' is no address of a database: " + e.getReason(), e);
        }
    }

    private static Optional<String> schema(URI uri) {
        return Optional.ofNullable(uri.getRawQuery()).stream()
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(pair -> pair.startsWith("schema=") || pair.startsWith("currentSchema="))
                .map(pair -> pair.substring(pair.indexOf('=') + 1))
                .findFirst();
    }
}

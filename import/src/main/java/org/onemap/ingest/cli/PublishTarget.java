package org.onemap.ingest.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.geoserver.PublishListener;
import org.onemap.geoserver.Publisher;
import org.onemap.geoserver.catalog.Site;
import org.onemap.geoserver.rest.GeoServerAddress;
import org.onemap.geoserver.rest.RestClient;
import picocli.CommandLine.Option;

/** The options that say which GeoServer and which workspace: the same for every publish command. */
final class PublishTarget {

    @Option(
            names = "--geoserver",
            required = true,
            paramLabel = "URL",
            description = "The GeoServer, for instance http://localhost:8080/geoserver.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String geoserver;

    @Option(names = "--workspace", required = true, paramLabel = "W", description = "The workspace in it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String workspace;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "A file with lines user=…, password=… and db-password=…, readable by its owner only. Default:"
                    + " the variables ONEMAP_GEOSERVER_USER, ONEMAP_GEOSERVER_PASSWORD and"
                    + " ONEMAP_GEOSERVER_DB_PASSWORD, then a prompt.")
    private @Nullable Path credentials;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "60",
            description = "Longest wait for one answer, in seconds. Default: ${DEFAULT-VALUE}.")
    private int timeoutS;

    String workspace() {
        return workspace;
    }

    /** Signs in. */
    Publisher connect(PublishListener listener) {
        if (timeoutS < 1 || timeoutS > 3_600) {
            throw new InvalidInput("--timeout " + timeoutS + " is no wait: 1 to 3600 seconds");
        }
        GeoServerAddress address = GeoServerAddress.parse(geoserver);
        Secrets secrets =
                Secrets.of(Optional.ofNullable(credentials), name -> Optional.ofNullable(System.getenv(name)));
        RestClient client =
                new RestClient(address, secrets.geoServer(Secrets.Prompt.ofProcess()), Duration.ofSeconds(timeoutS));
        return Publisher.connect(new Site(client, workspace), secrets.database(), listener);
    }
}

package org.onemap.geoserver.catalog;

import java.util.regex.Pattern;
import org.onemap.InvalidInput;
import org.onemap.geoserver.rest.RestClient;
import org.onemap.geoserver.rest.RestPath;

/**
 * The place that is published to: one workspace of one GeoServer, with one store in it. Immutable.
 *
 * @param client the GeoServer
 * @param workspace name of the workspace, fit for paths and XML prefixes
 */
public record Site(RestClient client, String workspace) {

    /** The name of the store in the workspace. */
    public static final String STORE = "onemap";

    /** Spaces leave a half-created workspace behind, dots are eaten as extensions, percent signs cannot be reached. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,59}");

    public Site {
        if (!NAME.matcher(workspace).matches()) {
            throw new InvalidInput("'" + workspace
                    + "' cannot name a workspace: letters, digits, _ and - only, 60 at most, no space and no dot");
        }
    }

    /** The workspace itself. */
    RestPath root() {
        return RestPath.rest("workspaces", workspace);
    }

    /** The store. */
    RestPath store() {
        return root().and("datastores", STORE);
    }

    /** A file in the workspace's folder of the data directory. */
    RestPath resource(String... names) {
        return RestPath.rest("resource", "workspaces", workspace).and(names);
    }

    /** A name with the workspace before it. */
    String qualified(String name) {
        return name.contains(":") ? name : workspace + ":" + name;
    }
}

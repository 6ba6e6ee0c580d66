package org.onemap.api.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where OpenLayers lies on the class path. The build writes its version down, so that it stands in one place only. */
public final class OpenLayersFiles {

    private OpenLayersFiles() {}

    /** The folder of the WebJar, version included. */
    public static String folder() {
        Properties versions = new Properties();
        try (InputStream in = OpenLayersFiles.class.getResourceAsStream("/org/onemap/api/webjars.properties")) {
            if (in == null) {
                throw new IllegalStateException("webjars.properties is missing from the jar");
            }
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/ol/" + versions.getProperty("ol");
    }
}

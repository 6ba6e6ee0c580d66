package org.onemap.api.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.onemap.NotFound;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.Precompressed;

/**
 * A folder of the class path, served file by file; each is read, compressed and hashed at its first request. Thread-safe.
 *
 * <ul>
 *   <li>{@code /map/…} is {@code viewer/…}; {@code /map} itself is its {@code index.html}.
 *   <li>{@code /webjars/ol/…} is the folder of OpenLayers without its version: {@code /webjars/ol/dist/ol.js},
 *       {@code /webjars/ol/ol.css}.
 *   <li>{@code /assets/…} is what the plain pages use.
 * </ul>
 */
public final class StaticFiles implements Endpoint {

    private static final String FILE = "file";

    /** Names without dots at the beginning: nothing hidden, and no way up. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    /** Scripts and styles from here only; OpenLayers sets styles from script and draws into canvases and blobs. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data: blob:;"
            + " style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'self'";

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("mjs", "text/javascript;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/svg+xml"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("md", "text/plain;charset=utf-8"),
            Map.entry("txt", "text/plain;charset=utf-8"));

    private final String path;
    private final String folder;
    private final String onlyFile;
    private final String caching;
    private final Map<String, Precompressed> bodies = new ConcurrentHashMap<>();

    private StaticFiles(String path, String folder, String onlyFile, String caching) {
        this.path = path;
        this.folder = folder;
        this.onlyFile = onlyFile;
        this.caching = caching;
    }

    /** All files of a folder, which a browser asks for again each time it needs them. */
    public static StaticFiles folder(String path, String folder) {
        return new StaticFiles(path + "/<" + FILE + ">", folder, "", "no-cache");
    }

    /** All files of a folder that changes only with the version of onemap: kept by the browser for a day. */
    public static StaticFiles library(String path, String folder) {
        return new StaticFiles(path + "/<" + FILE + ">", folder, "", "public, max-age=86400");
    }

    /** One file. */
    public static StaticFiles file(String path, String folder, String file) {
        return new StaticFiles(path, folder, file, "no-cache");
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        String name = onlyFile.isEmpty() ? exchange.pathPart(FILE) : onlyFile;
        Precompressed body = bodies.get(name);
        if (body == null) {
            body = read(name);
            bodies.put(name, body);
        }
        String mediaType = mediaType(name);
        if (mediaType.startsWith("text/html")) {
            exchange.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        }
        exchange.header("Cache-Control", caching).send(mediaType, body);
    }

    private Precompressed read(String name) {
        if (NAME.matcher(name).matches()) {
            try (InputStream in = StaticFiles.class.getResourceAsStream(folder + "/" + name)) {
                if (in != null) {
                    return Precompressed.of(in.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new NotFound("there is no file '" + name + "' here");
    }

    private static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(MEDIA_TYPES.get(ending)).orElse("application/octet-stream");
    }
}

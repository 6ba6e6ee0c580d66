package org.onemap.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.onemap.InvalidInput;

/**
 * Where a store lies, as {@code --store} says it: a {@code .gpkg} path or a PostgreSQL URL. Immutable.
 *
 * @param text as it was given; may hold a password, so it is never printed
 * @param engine which engine it names
 */
public record StoreLocation(String text, Engine engine) {

    /** The engines behind the port. */
    public enum Engine {
        GEOPACKAGE,
        POSTGIS
    }

    /**
     * Reads a location.
     *
     * @throws InvalidInput if it is neither a {@code .gpkg} path nor a {@code postgresql://} or
     *     {@code jdbc:postgresql:} URL
     */
    public static StoreLocation parse(String text) {
        if (text.startsWith("postgresql://") || text.startsWith("postgres://") || text.startsWith("jdbc:postgresql:")) {
            return new StoreLocation(text, Engine.POSTGIS);
        }
        if (!text.toLowerCase(Locale.ROOT).endsWith(".gpkg")) {
            throw new InvalidInput("'" + text + "' is no store: give the path of a .gpkg file"
                    + " or postgresql://user:password@host:port/database");
        }
        try {
            Path unused = Path.of(text);
            return new StoreLocation(text, Engine.GEOPACKAGE);
        } catch (InvalidPathException e) {
            throw new InvalidInput("'" + text + "' is no path: " + e.getReason(), e);
        }
    }

    /** The file of an embedded store. */
    public Path file() {
        if (engine != Engine.GEOPACKAGE) {
            throw new IllegalStateException("only a GeoPackage is a file");
        }
        return Path.of(text);
    }

    @Override
    public String toString() {
        return engine == Engine.GEOPACKAGE
                ? text
                : text.replaceAll("://[^@/]*@", "://***@").replaceAll("password=[^&]*", "password=***");
    }
}

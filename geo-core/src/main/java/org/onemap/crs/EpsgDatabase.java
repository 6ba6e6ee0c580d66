package org.onemap.crs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.onemap.InvalidInput;

/**
 * The EPSG database that comes with GeoTools. The first use in a process costs about a second, the first on a computer
 * unpacks it to a folder of the user ({@code ~/.cache/onemap/epsg}, or below the temporary folder where there is no
 * home): the common folder that GeoTools would take belongs to whoever came first. Thread-safe.
 */
final class EpsgDatabase {

    private static final String DIRECTORY = "EPSG-HSQL.directory";

    private EpsgDatabase() {}

    /**
     * The system of a code, longitude or easting first.
     *
     * @throws InvalidInput if there is no such code
     */
    static CoordinateReferenceSystem decode(int code) {
        Opened.once();
        try {
            return CRS.decode("EPSG:" + code, true);
        } catch (NoSuchAuthorityCodeException e) {
            throw new InvalidInput(
                    "there is no coordinate reference system EPSG:" + code
                            + "; look it up on https://epsg.org and give --crs EPSG:xxxx or --coordsys",
                    e);
        } catch (FactoryException e) {
            throw new InvalidInput("EPSG:" + code + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Opens the database now, so that the first request need not wait for it. */
    static void open() {
        Opened.once();
    }

    /** Class initialisation is the lock within the process, a file between processes. */
    private static final class Opened {

        static {
            if (System.getProperty(DIRECTORY) == null) {
                System.setProperty(DIRECTORY, directory().toString());
            }
            openAlone(Path.of(System.getProperty(DIRECTORY)));
        }

        private static void once() {
            // the initialiser has done it
        }

        private static Path directory() {
            Path home = Path.of(System.getProperty("user.home", "/"));
            Path cache = home.resolve(".cache").resolve("onemap").resolve("epsg");
            if (Files.isDirectory(home) && canCreate(cache)) {
                return cache;
            }
            Path temporary =
                    Path.of(System.getProperty("java.io.tmpdir"), "onemap-" + System.getProperty("user.name"), "epsg");
            canCreate(temporary);
            return temporary;
        }

        private static boolean canCreate(Path directory) {
            try {
                return Files.isWritable(Files.createDirectories(directory));
            } catch (IOException e) {
                return false;
            }
        }

        @SuppressWarnings("try") // the lock is there to be held, not to be used
        private static void openAlone(Path directory) {
            try (FileChannel channel = FileChannel.open(
                            Files.createDirectories(directory).resolve("onemap.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                CRS.decode("EPSG:4326", true);
            } catch (IOException | FactoryException e) {
                throw new IllegalStateException(
                        "the EPSG database cannot be unpacked to " + directory
                                + "; make it writable, or name another folder with -D" + DIRECTORY + "=…",
                        e);
            }
        }
    }
}

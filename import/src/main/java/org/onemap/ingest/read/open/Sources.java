package org.onemap.ingest.read.open;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.shapefile.ShapefileSource;

/** Opens the sources in a file. */
public final class Sources {

    private Sources() {}

    /**
     * Opens all sources in a file; the caller closes each.
     *
     * @param file a shapefile ({@code .shp}), a table ({@code .dbf})
     * @throws NotFound if there is no such file
     * @throws InvalidInput if it is of no format that is known
     * @throws org.onemap.CorruptData if it is not what it claims to be
     */
    public static List<Source> open(Path file, ReadOptions options) {
        if (!Files.exists(file)) {
            throw new NotFound("there is no file " + file);
        }
        Path fileName = file.getFileName();
        String name = fileName == null ? "" : fileName.toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".shp") || lower.endsWith(".dbf")) {
            return List.of(ShapefileSource.open(file, name, options));
        }
        throw new InvalidInput(file + " is of no format that can be read: give a .shp or .dbf");
    }
}

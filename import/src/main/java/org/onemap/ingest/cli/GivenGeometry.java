package org.onemap.ingest.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.StoreUnavailable;

/** Geometries as a user gives them. */
final class GivenGeometry {

    private GivenGeometry() {}

    /** A geometry in EPSG:4490 given as WKT, or as the path of a file with WKT or GeoJSON. */
    static Geometry parse(String given) {
        String text = given.strip();
        if (!text.matches("(?is)(multi)?(point|linestring|polygon|geometrycollection).*")) {
            text = read(given).strip();
        }
        try {
            Geometry geometry = text.startsWith("{") ? new GeoJsonReader().read(text) : new WKTReader().read(text);
            if (geometry.isEmpty()) {
                throw new InvalidInput("the geometry is empty: " + given);
            }
            return geometry;
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidInput("'" + given + "' is neither WKT nor GeoJSON: " + e.getMessage(), e);
        }
    }

    private static String read(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new NotFound("'" + file + "' is no WKT, and there is no file of this name");
            }
            return Files.readString(path);
        } catch (InvalidPathException e) {
            throw new InvalidInput("'" + file + "' is neither WKT nor the name of a file", e);
        } catch (IOException e) {
            throw new StoreUnavailable(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}

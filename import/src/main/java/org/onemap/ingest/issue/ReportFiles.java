package org.onemap.ingest.issue;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.onemap.StoreUnavailable;

/**
 * Writes what was found into a folder: {@code report.html}, the Chinese 检查报告, and {@code issues.geojson}, one feature
 * for each issue, WGS 84 longitude and latitude.
 */
public final class ReportFiles {

    private static final JsonFactory JSON = new JsonFactory();

    private ReportFiles() {}

    /**
     * Writes both files; the folder is made if it is missing.
     *
     * @throws StoreUnavailable if the folder cannot be written
     */
    public static void write(Path folder, Inspection inspection, IssueCollector issues) {
        write(folder, inspection, issues, List.of(), List.of());
    }

    /**
     * Writes both files with chapters of its own in the page.
     *
     * @param before those before the list of issues
     * @param after those after it
     * @throws StoreUnavailable if the folder cannot be written
     */
    public static void write(
            Path folder,
            Inspection inspection,
            IssueCollector issues,
            List<ReportSection> before,
            List<ReportSection> after) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("report.html"),
                    ReportPage.html(inspection, issues, before, after),
                    StandardCharsets.UTF_8);
            try (JsonGenerator json =
                    JSON.createGenerator(folder.resolve("issues.geojson").toFile(), JsonEncoding.UTF8)) {
                write(json, issues);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("the report cannot be written into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void write(JsonGenerator json, IssueCollector issues) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        for (ImportIssue issue : issues.kept()) {
            write(json, issue);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ImportIssue issue) throws IOException {
        ImportIssue.Place place = issue.place();
        RuleTitles.Title title = RuleTitles.of(issue.rule());
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
        json.writeStringField("severity", issue.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("rule", issue.rule());
        json.writeStringField("title", title.text());
        json.writeStringField("message", issue.message());
        json.writeStringField("source", place.source());
        if (place.row() > 0) {
            json.writeNumberField("row", place.row());
        } else {
            json.writeNullField("row");
        }
        json.writeStringField("field", place.field());
        json.writeStringField("code", place.code());
        json.writeEndObject();
        json.writeFieldName("geometry");
        geometry(json, issue.where());
        json.writeEndObject();
    }

    private static void geometry(JsonGenerator json, Optional<Geometry> where) throws IOException {
        if (where.isEmpty() || where.get().isEmpty()) {
            json.writeNull();
            return;
        }
        geometry(json, where.get());
    }

    private static void geometry(JsonGenerator json, Geometry geometry) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type(geometry));
        boolean collection = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        json.writeFieldName(collection ? "geometries" : "coordinates");
        if (collection || geometry.getGeometryType().startsWith("Multi")) {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (collection) {
                    geometry(json, geometry.getGeometryN(i));
                } else {
                    coordinates(json, geometry.getGeometryN(i));
                }
            }
            json.writeEndArray();
        } else {
            coordinates(json, geometry);
        }
        json.writeEndObject();
    }

    private static String type(Geometry geometry) {
        String type = geometry.getGeometryType();
        return type.equals(Geometry.TYPENAME_LINEARRING) ? Geometry.TYPENAME_LINESTRING : type;
    }

    private static void coordinates(JsonGenerator json, Geometry geometry) throws IOException {
        if (geometry instanceof Polygon polygon) {
            json.writeStartArray();
            line(json, polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(json, polygon.getInteriorRingN(i));
            }
            json.writeEndArray();
        } else if (geometry.getDimension() == 0) {
            position(json, geometry.getCoordinate());
        } else {
            line(json, geometry);
        }
    }

    private static void line(JsonGenerator json, Geometry line) throws IOException {
        json.writeStartArray();
        for (Coordinate coordinate : line.getCoordinates()) {
            position(json, coordinate);
        }
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, Coordinate coordinate) throws IOException {
        json.writeStartArray();
        json.writeNumber(round(coordinate.x));
        json.writeNumber(round(coordinate.y));
        json.writeEndArray();
    }

    private static double round(double deg) {
        return Math.rint(deg * 1e9) / 1e9;
    }
}

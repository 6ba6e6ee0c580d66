package org.onemap.ingest.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The report of a plan: {@code plan.html} (map before and after, tables), {@code plan.geojson} (grids with their figures) and
 * {@code boundary.csv} (every stretch of boundary with its road). Each file appears whole or not at all.
 */
final class PlanReport {

    private PlanReport() {}

    static void write(Path folder, PlanOutcome outcome) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("plan.html", new PlanPage(outcome).html());
        files.put("plan.geojson", PlanGeoJson.text(outcome));
        files.put("boundary.csv", BoundaryTable.text(outcome));
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path part = folder.resolve(file.getKey() + ".part");
                Files.writeString(part, file.getValue(), StandardCharsets.UTF_8);
                Files.move(part, folder.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written to " + folder, e);
        }
    }
}

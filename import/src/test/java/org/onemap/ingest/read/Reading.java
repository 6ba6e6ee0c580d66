package org.onemap.ingest.read;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.onemap.OnemapException;
import org.onemap.feature.Field;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.open.Sources;

/** All that reading a file gives, for tests. */
public record Reading(List<Layer> layers, List<ImportIssue> issues, Optional<OnemapException> failure) {

    /** One source with all its rows. */
    public record Layer(
            String name,
            String displayName,
            GeometryKind kind,
            List<Field> fields,
            Source.DeclaredCrs crs,
            long rowCount,
            Optional<Charset> charset,
            List<Row> rows) {

        /** Number of rows with a geometry. */
        public long geometries() {
            return rows.stream().filter(row -> row.geometry() != null).count();
        }

        /** {@code name:TYPE} of each column. */
        public List<String> columns() {
            return fields.stream()
                    .map(field -> field.name() + ":" + field.type())
                    .toList();
        }

        /** Value of a column in a row counted from 0. */
        public Object value(int row, String column) {
            int position = new SourceSchema(fields).position(column);
            return rows.get(row).values().get(position);
        }

        /** The values of a column. */
        public List<Object> column(String column) {
            int position = new SourceSchema(fields).position(column);
            return rows.stream().map(row -> row.values().get(position)).toList();
        }

        /** WKT of a row counted from 0. */
        public String wkt(int row) {
            return String.valueOf(rows.get(row).geometry());
        }
    }

    /** One row, kept. */
    public record Row(long number, Geometry geometry, List<Object> values) {}

    /** Reads a file as it says of itself. */
    public static Reading of(Path file) {
        return of(file, Optional.empty());
    }

    /** Reads a file with this charset option. */
    public static Reading of(Path file, Optional<Charset> charset) {
        List<ImportIssue> issues = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        try {
            List<Source> sources = Sources.open(file, new ReadOptions(charset, issues::add));
            for (Source source : sources) {
                try (source) {
                    layers.add(layer(source));
                }
            }
            return new Reading(layers, issues, Optional.empty());
        } catch (OnemapException e) {
            return new Reading(layers, issues, Optional.of(e));
        }
    }

    private static Layer layer(Source source) {
        List<Row> rows = new ArrayList<>();
        for (Iterator<SourceRow> it = source.rows(); it.hasNext(); ) {
            SourceRow row = it.next();
            List<Object> values = new ArrayList<>();
            java.util.Collections.addAll(values, row.values());
            rows.add(new Row(row.number(), row.geometry(), values));
        }
        return new Layer(
                source.name(),
                source.displayName(),
                source.geometry(),
                source.schema().fields(),
                source.crs(),
                source.rowCount().orElse(-1),
                source.charset(),
                rows);
    }

    /** The only layer. */
    public Layer layer() {
        if (layers.size() != 1) {
            throw new AssertionError("layers: " + layers.size() + " " + failure + " " + issues);
        }
        return layers.get(0);
    }

    /** Rules of all issues of a severity, each once, sorted. */
    public List<String> rules(Severity severity) {
        return issues.stream()
                .filter(issue -> issue.severity() == severity)
                .map(ImportIssue::rule)
                .distinct()
                .sorted()
                .toList();
    }

    /** The only issue of a rule. */
    public ImportIssue issue(String rule) {
        List<ImportIssue> found =
                issues.stream().filter(issue -> issue.rule().equals(rule)).toList();
        if (found.size() != 1) {
            throw new AssertionError(rule + ": " + found + " among " + issues);
        }
        return found.get(0);
    }
}

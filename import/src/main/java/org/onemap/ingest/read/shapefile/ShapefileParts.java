package org.onemap.ingest.read.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.bytes.FileWindow;
import org.onemap.ingest.read.dbf.DbfTable;

/** The open files of one shapefile and the plan to read them. Confined to one thread. */
final class ShapefileParts implements Closeable {

    private final Deque<Closeable> open = new ArrayDeque<>();
    private @Nullable FileWindow shp;
    private @Nullable ShpIndex shx;
    private @Nullable DbfTable table;
    private ShpPlan plan = new ShpPlan(false, 0, GeometryKind.NONE);

    private ShapefileParts() {}

    /** Opens the files and surveys them; if that fails, all are closed again. */
    static ShapefileParts open(ShapefileFiles files, String displayName, ReadOptions options) {
        ShapefileParts parts = new ShapefileParts();
        boolean done = false;
        try {
            parts.openFiles(files, displayName, options);
            done = true;
            return parts;
        } finally {
            if (!done) {
                parts.close();
            }
        }
    }

    private void openFiles(ShapefileFiles files, String displayName, ReadOptions options) {
        Optional<DbfTable.Opened> header = files.find("dbf")
                .map(dbf -> DbfTable.open(
                        dbf, files.find("fpt").or(() -> files.find("dbt")), files.text("cpg"), displayName, options));
        header.ifPresent(open::push);
        if (files.find("shp").isEmpty()) {
            DbfTable alone = header.orElseThrow().settle(OptionalLong.empty());
            open.push(alone);
            table = alone;
            plan = new ShpPlan(false, alone.records(), GeometryKind.NONE);
            if (files.find("shx").isPresent()) {
                options.issues()
                        .add(ImportIssue.warning(
                                "shp-missing",
                                Place.file(displayName),
                                "the .shp is missing, though its .shx is there: only the table was read"));
            }
            return;
        }
        FileWindow shapes = FileWindow.open(files.find("shp").get());
        open.push(shapes);
        shp = shapes;
        files.find("shx").ifPresent(file -> {
            ShpIndex index = ShpIndex.open(file);
            open.push(index);
            shx = index;
        });
        OptionalLong stated =
                header.map(opened -> OptionalLong.of(opened.statedRecords())).orElse(OptionalLong.empty());
        plan = ShpSurvey.survey(shapes, shx, stated, displayName, options.issues());
        header.ifPresent(opened -> {
            DbfTable beside = opened.settle(OptionalLong.of(plan.count()));
            open.push(beside);
            table = beside;
        });
        compareCounts(displayName, options.issues());
    }

    private void compareCounts(String displayName, IssueSink issues) {
        Place place = Place.file(displayName);
        if (table == null) {
            issues.add(ImportIssue.warning("dbf-missing", place, "there is no .dbf: the shapes have no attributes"));
        } else if (table.records() < plan.count() || !isDeletedFrom(table, plan.count() + 1)) {
            issues.add(ImportIssue.error(
                    "count-differs",
                    place,
                    "the .shp has " + plan.count() + " shapes, the .dbf " + table.records()
                            + " records: they do not belong together, or one of them was cut"));
        }
    }

    private static boolean isDeletedFrom(DbfTable table, long first) {
        for (long number = first; number <= table.records(); number++) {
            if (!table.isDeleted(number)) {
                return false;
            }
        }
        return true;
    }

    /** Number of rows that are not deleted. */
    long rows() {
        if (table == null) {
            return plan.count();
        }
        long beyond = Math.max(0, table.records() - plan.count()); // all deleted, else it was an error
        return Math.max(0, plan.count() - Math.max(0, table.deleted() - beyond));
    }

    ShpPlan plan() {
        return plan;
    }

    /** The attributes; empty for a shapefile without. */
    Optional<DbfTable> table() {
        return Optional.ofNullable(table);
    }

    /** The shapes from the first on; empty for a table that stands alone. */
    Optional<ShpRecords> shapes(String displayName, IssueSink issues) {
        return Optional.ofNullable(shp)
                .map(shapes -> new ShpRecords(shapes, plan.byIndex() ? shx : null, displayName, issues));
    }

    @Override
    public void close() {
        try {
            while (!open.isEmpty()) {
                open.pop().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a shapefile", e);
        }
    }
}

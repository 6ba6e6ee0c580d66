package org.onemap.ingest.read.shapefile;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.SourceSchema;
import org.onemap.ingest.read.ToldOnce;
import org.onemap.ingest.read.bytes.FileHash;
import org.onemap.ingest.read.bytes.FileWindow;
import org.onemap.ingest.read.dbf.DbfTable;
import org.onemap.ingest.read.value.WatchedRows;

/**
 * A shapefile, or a table that stands alone. Confined to one thread.
 *
 * <p>The record number joins shape and attributes; a record deleted in the table is left out together with its shape.
 */
public final class ShapefileSource implements Source {

    private final ShapefileFiles files;
    private final String displayName;
    private final ToldOnce issues;
    private final @Nullable FileWindow shp;
    private final @Nullable ShpIndex shx;
    private final @Nullable DbfTable table;
    private final ShpPlan plan;
    private final SourceSchema schema;

    private ShapefileSource(ShapefileFiles files, String displayName, ReadOptions given) {
        this.files = files;
        this.displayName = displayName;
        this.issues = new ToldOnce(given.issues());
        ReadOptions options = new ReadOptions(given.charset(), issues);
        this.shp = files.find("shp").map(FileWindow::open).orElse(null);
        this.shx = shp == null ? null : files.find("shx").map(ShpIndex::open).orElse(null);
        Optional<DbfTable.Opened> opened = files.find("dbf")
                .map(dbf -> DbfTable.open(
                        dbf, files.find("fpt").or(() -> files.find("dbt")), files.text("cpg"), displayName, options));
        OptionalLong stated = opened.map(DbfTable.Opened::statedRecords).stream()
                .mapToLong(Long::longValue)
                .findFirst();
        if (shp == null) {
            this.table = opened.orElseThrow().settle(OptionalLong.empty());
            this.plan = new ShpPlan(false, table.records(), GeometryKind.NONE);
        } else {
            this.plan = ShpSurvey.survey(shp, shx, stated, displayName, issues);
            this.table = opened.map(open -> open.settle(OptionalLong.of(plan.count())))
                    .orElse(null);
            compareCounts();
        }
        this.schema = new SourceSchema(table == null ? List.of() : table.fields());
    }

    /**
     * Opens the shapefile to which a file belongs.
     *
     * @param file a {@code .shp} or {@code .dbf}; a {@code .dbf} without {@code .shp} is a table
     * @param displayName how issues call it
     * @throws InvalidInput if neither is there
     * @throws org.onemap.CorruptData if a header shows that it is none
     */
    public static ShapefileSource open(Path file, String displayName, ReadOptions options) {
        ShapefileFiles files = ShapefileFiles.beside(file);
        if (files.find("shp").isEmpty() && files.find("dbf").isEmpty()) {
            throw new InvalidInput(displayName + " alone is no shapefile: its .shp is missing, and its .dbf too");
        }
        return new ShapefileSource(files, displayName, options);
    }

    private void compareCounts() {
        Place place = Place.file(displayName);
        if (table == null) {
            issues.add(ImportIssue.warning("dbf-missing", place, "there is no .dbf: the shapes have no attributes"));
        } else if (table.records() != plan.count()) {
            issues.add(ImportIssue.error(
                    "count-differs",
                    place,
                    "the .shp has " + plan.count() + " shapes, the .dbf " + table.records()
                            + " records: they do not belong together, or one of them was cut"));
        }
    }

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public String sha256() {
        return FileHash.sha256(files.inHashOrder());
    }

    @Override
    public SourceSchema schema() {
        return schema;
    }

    @Override
    public GeometryKind geometry() {
        return plan.kind();
    }

    @Override
    public DeclaredCrs crs() {
        return shp == null ? DeclaredCrs.none() : new DeclaredCrs(files.text("prj"), Optional.empty());
    }

    @Override
    public Optional<Charset> charset() {
        return table == null ? Optional.empty() : Optional.of(table.charset());
    }

    @Override
    public OptionalLong rowCount() {
        long deleted = table == null ? 0 : table.deleted();
        return OptionalLong.of(Math.max(0, plan.count() - deleted));
    }

    @Override
    public Iterator<SourceRow> rows() {
        return new Rows();
    }

    @Override
    public void close() {
        if (shp != null) {
            shp.close();
        }
        if (shx != null) {
            shx.close();
        }
        if (table != null) {
            table.close();
        }
    }

    private final class Rows extends WatchedRows {

        private final @Nullable ShpRecords shapes =
                shp == null ? null : new ShpRecords(shp, plan.byIndex() ? shx : null, displayName, issues);
        private long number;

        private Rows() {
            super(displayName, schema, issues);
        }

        @Override
        protected @Nullable SourceRow read() {
            while (number < plan.count()) {
                number++;
                boolean deleted = table != null && table.isDeleted(number);
                Geometry geometry = shapes == null ? null : shapes.next(!deleted);
                if (!deleted) {
                    @Nullable Object[] values = table == null ? new @Nullable Object[0] : table.values(number, issues);
                    return new SourceRow(number, geometry, values);
                }
            }
            return null;
        }
    }
}

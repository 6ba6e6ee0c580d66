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
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.SourceSchema;
import org.onemap.ingest.read.ToldOnce;
import org.onemap.ingest.read.bytes.FileHash;
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
    private final ShapefileParts parts;
    private final SourceSchema schema;

    private ShapefileSource(ShapefileFiles files, String displayName, ReadOptions given) {
        this.files = files;
        this.displayName = displayName;
        this.issues = new ToldOnce(given.issues());
        this.parts = ShapefileParts.open(files, displayName, new ReadOptions(given.charset(), issues));
        this.schema = new SourceSchema(parts.table().map(DbfTable::fields).orElse(List.of()));
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
        return parts.plan().kind();
    }

    @Override
    public DeclaredCrs crs() {
        return new DeclaredCrs(files.find("shp").flatMap(shp -> files.text("prj")), Optional.empty());
    }

    @Override
    public Optional<Charset> charset() {
        return parts.table().map(DbfTable::charset);
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(parts.rows());
    }

    @Override
    public Iterator<SourceRow> rows() {
        return new Rows();
    }

    @Override
    public void close() {
        parts.close();
    }

    private final class Rows extends WatchedRows {

        private final @Nullable ShpRecords shapes =
                parts.shapes(displayName, issues).orElse(null);
        private final @Nullable DbfTable table = parts.table().orElse(null);
        private final long count = parts.plan().count();
        private long number;

        private Rows() {
            super(displayName, schema, issues);
        }

        @Override
        protected @Nullable SourceRow read() {
            while (number < count) {
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

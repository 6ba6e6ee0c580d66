package org.onemap.ingest.read.geopackage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.onemap.feature.Field;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.SourceSchema;
import org.onemap.ingest.read.ToldOnce;
import org.onemap.ingest.read.bytes.FileHash;
import org.onemap.ingest.read.geopackage.GeoPackageFile.TableEntry;
import org.onemap.ingest.read.geopackage.GeometryBlob.NoGeometry;
import org.onemap.ingest.read.value.GeometryFamily;
import org.onemap.ingest.read.value.WatchedRows;

/** One table of a GeoPackage, in the order of its row ids. Confined to one thread. */
final class GeoPackageSource implements Source {

    private final Path file;
    private final TableEntry entry;
    private final String displayName;
    private final ToldOnce issues;
    private final Connection connection;
    private final TableLayout layout;
    private @Nullable Rows open;

    GeoPackageSource(Path file, TableEntry entry, String displayName, ReadOptions options) {
        this.file = file;
        this.entry = entry;
        this.displayName = displayName;
        this.issues = new ToldOnce(options.issues());
        try {
            this.connection = GeoPackageFile.connect(file);
            this.layout = TableLayout.of(connection, entry, displayName, issues);
        } catch (SQLException e) {
            throw GeoPackageFile.unreadable(displayName, e);
        }
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public String sha256() {
        return FileHash.sha256(List.of(file));
    }

    @Override
    public SourceSchema schema() {
        return new SourceSchema(layout.fields());
    }

    @Override
    public GeometryKind geometry() {
        return layout.kind();
    }

    @Override
    public DeclaredCrs crs() {
        return layout.crs();
    }

    @Override
    public Optional<Charset> charset() {
        return Optional.of(StandardCharsets.UTF_8);
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(layout.rows());
    }

    @Override
    public Iterator<SourceRow> rows() {
        closeRows();
        open = new Rows();
        return open;
    }

    private void closeRows() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public void close() {
        closeRows();
        try {
            connection.close();
        } catch (SQLException e) {
            throw GeoPackageFile.unreadable(displayName, e);
        }
    }

    private final class Rows extends WatchedRows {

        private final PreparedStatement statement;
        private final ResultSet rows;
        private final GeometryBlob blobs = new GeometryBlob();
        private final CellReader cells = new CellReader(displayName, issues);
        private long number;
        private boolean otherSrsTold;

        private Rows() {
            super(displayName, schema(), issues);
            try {
                statement = connection.prepareStatement(select());
                rows = statement.executeQuery();
            } catch (SQLException e) {
                throw GeoPackageFile.unreadable(displayName, e);
            }
        }

        private String select() {
            StringBuilder columns = new StringBuilder();
            columns.append(layout.geometryColumn().map(TableLayout::quoted).orElse("NULL"));
            for (Field field : layout.fields()) {
                columns.append(", ").append(TableLayout.quoted(field.name()));
            }
            return "SELECT " + columns + " FROM " + TableLayout.quoted(entry.name());
        }

        @Override
        protected @Nullable SourceRow read() {
            try {
                if (!rows.next()) {
                    return null;
                }
                number++;
                @Nullable Object[] values = new @Nullable Object[layout.fields().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] =
                            cells.read(rows.getObject(i + 2), layout.fields().get(i), number);
                }
                return new SourceRow(number, shape(rows.getObject(1)), values);
            } catch (SQLException e) {
                throw GeoPackageFile.unreadable(displayName + " behind row " + number, e);
            }
        }

        private @Nullable Geometry shape(@Nullable Object blob) {
            if (blob == null) {
                return null;
            }
            Place place = Place.row(displayName, number);
            try {
                if (!(blob instanceof byte[] bytes)) {
                    throw new NoGeometry("it is no binary value");
                }
                Geometry geometry = blobs.read(bytes);
                tellOtherSrs(place);
                return geometry == null ? null : GeometryFamily.conform(geometry, layout.kind());
            } catch (NoGeometry e) {
                issues.add(
                        ImportIssue.error("shape-unreadable", place, "the geometry cannot be read: " + e.getMessage()));
                return null;
            }
        }

        private void tellOtherSrs(Place place) {
            if (blobs.srsId() != layout.srsId() && !otherSrsTold) {
                otherSrsTold = true;
                issues.add(ImportIssue.warning(
                        "srs-differs",
                        place,
                        "the geometry says srs_id " + blobs.srsId() + ", its table " + layout.srsId()
                                + "; all were read as the table says"));
            }
        }

        private void close() {
            try {
                rows.close();
                statement.close();
            } catch (SQLException e) {
                throw GeoPackageFile.unreadable(displayName, e);
            }
        }
    }
}

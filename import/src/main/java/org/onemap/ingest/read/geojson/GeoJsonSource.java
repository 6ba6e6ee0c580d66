package org.onemap.ingest.read.geojson;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.onemap.ingest.read.geojson.GeometryBuilder.NoGeometry;
import org.onemap.ingest.read.geojson.RawFeature.RawGeometry;
import org.onemap.ingest.read.value.GeometryFamily;
import org.onemap.ingest.read.value.WatchedRows;

/** A GeoJSON file. Confined to one thread. */
public final class GeoJsonSource implements Source {

    private static final String CRS84 = "OGC:CRS84";
    private static final Pattern CRS_NAME =
            Pattern.compile("(?i)(?:urn:(?:x-)?ogc:def:crs:)?(EPSG|OGC):(?:[^:]*:)?(\\w+)");

    private final Path file;
    private final String displayName;
    private final ReadOptions options;
    private final ToldOnce issues;
    private final GeoJsonColumns columns;
    private final GeometryKind geometry;
    private final DeclaredCrs crs;
    private final long count;
    private @Nullable Rows open;

    private GeoJsonSource(Path file, String displayName, ReadOptions options) {
        this.file = file;
        this.displayName = displayName;
        this.options = options;
        this.issues = new ToldOnce(options.issues());
        this.columns = new GeoJsonColumns(displayName);
        GeometryFamily family = new GeometryFamily();
        Set<String> foreign = new TreeSet<>();
        long features = 0;
        try (GeoJsonReader reader = new GeoJsonReader(file, displayName, options.charset())) {
            for (RawFeature feature = reader.next(); feature != null; feature = reader.next()) {
                features++;
                columns.add(feature);
                foreign.addAll(feature.foreign);
                RawGeometry shape = feature.shape();
                if (shape != null && shape.type != null) {
                    family.add(shape.type);
                }
            }
            this.crs = declared(reader);
        }
        this.count = features;
        this.geometry = family.kind();
        columns.settle(issues);
        tellLeftOut(foreign);
    }

    /**
     * Opens a file and reads it once.
     *
     * @throws InvalidInput if it is no GeoJSON, or not UTF-8
     * @throws org.onemap.CorruptData if it is no JSON
     */
    public static GeoJsonSource open(Path file, String displayName, ReadOptions options) {
        return new GeoJsonSource(file, displayName, options);
    }

    private void tellLeftOut(Set<String> foreign) {
        Place place = Place.file(displayName);
        if (!foreign.isEmpty()) {
            issues.add(ImportIssue.warning(
                    "foreign-member",
                    place,
                    "features have members beside their properties, " + foreign + "; they were left out"));
        }
        if (columns.leavesIds()) {
            issues.add(ImportIssue.warning(
                    "foreign-member",
                    place.field("id"),
                    "features have an id of their own and a property id; the property was read"));
        }
    }

    private DeclaredCrs declared(GeoJsonReader reader) {
        if (reader.crsName().isEmpty()) {
            return reader.crsIsNull() ? DeclaredCrs.none() : new DeclaredCrs(Optional.empty(), Optional.of(CRS84));
        }
        String name = reader.crsName().get();
        Matcher parts = CRS_NAME.matcher(name);
        if (!parts.matches()) {
            throw new InvalidInput(displayName + " names the coordinate reference system " + name
                    + ", which is none of EPSG or OGC: say it with --crs");
        }
        String authority = parts.group(1).toUpperCase(java.util.Locale.ROOT);
        String code = parts.group(2);
        return new DeclaredCrs(Optional.empty(), Optional.of(authority.equals("OGC") ? CRS84 : authority + ":" + code));
    }

    @Override
    public String name() {
        String given = String.valueOf(file.getFileName());
        int dot = given.lastIndexOf('.');
        return dot > 0 ? given.substring(0, dot) : given;
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
        return new SourceSchema(columns.fields());
    }

    @Override
    public GeometryKind geometry() {
        return geometry;
    }

    @Override
    public DeclaredCrs crs() {
        return crs;
    }

    @Override
    public Optional<Charset> charset() {
        return Optional.of(options.charset().orElse(StandardCharsets.UTF_8));
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(count);
    }

    @Override
    public Iterator<SourceRow> rows() {
        close();
        open = new Rows();
        return open;
    }

    @Override
    public void close() {
        if (open != null) {
            open.reader.close();
            open = null;
        }
    }

    private final class Rows extends WatchedRows {

        private final GeoJsonReader reader = new GeoJsonReader(file, displayName, options.charset());
        private final GeometryBuilder builder = new GeometryBuilder();
        private long number;

        private Rows() {
            super(displayName, schema(), issues);
        }

        @Override
        protected @Nullable SourceRow read() {
            RawFeature feature = number < count ? reader.next() : null;
            if (feature == null) {
                reader.close();
                return null;
            }
            number++;
            Place place = Place.row(displayName, number);
            feature.faults.forEach(fault -> issues.add(
                    ImportIssue.error("feature-malformed", place, "the feature is not as it has to be: " + fault)));
            return new SourceRow(number, shape(feature, place), columns.values(feature));
        }

        private @Nullable Geometry shape(RawFeature feature, Place place) {
            RawGeometry shape = feature.shape();
            if (shape == null || !feature.faults.isEmpty()) {
                return null;
            }
            try {
                Geometry built = builder.build(shape);
                builder.remarks()
                        .forEach(remark -> issues.add(
                                ImportIssue.warning("geometry-mended", place, "of the geometry, " + remark)));
                return built == null ? null : GeometryFamily.conform(built, geometry);
            } catch (NoGeometry e) {
                issues.add(
                        ImportIssue.error("shape-unreadable", place, "the geometry cannot be read: " + e.getMessage()));
                return null;
            }
        }
    }
}

package org.onemap.ingest.read.csv;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.SourceSchema;
import org.onemap.ingest.read.ToldOnce;
import org.onemap.ingest.read.bytes.FileHash;
import org.onemap.ingest.read.charset.CharsetNames;
import org.onemap.ingest.read.csv.CsvGeometry.NoGeometry;
import org.onemap.ingest.read.value.ColumnNames;
import org.onemap.ingest.read.value.ColumnType;
import org.onemap.ingest.read.value.GeometryFamily;
import org.onemap.ingest.read.value.Values;
import org.onemap.ingest.read.value.WatchedRows;

/** A table in a text file. Confined to one thread. */
public final class CsvSource implements Source {

    private final Path file;
    private final String displayName;
    private final ToldOnce issues;
    private final boolean charsetIsOption;
    private final CsvText text;
    private final char delimiter;
    private final int width;
    private final CsvGeometry geometry;
    private final GeometryKind kind;
    private final int[] attributes;
    private final SourceSchema schema;
    private final long count;
    private @Nullable Rows open;

    private CsvSource(Path file, String displayName, ReadOptions options) {
        this.file = file;
        this.displayName = displayName;
        this.issues = new ToldOnce(options.issues());
        this.charsetIsOption = options.charset().isPresent();
        this.text = CsvText.of(file, displayName, options.charset(), issues);
        this.delimiter = CsvDelimiter.of(text);
        FirstPass pass = new FirstPass();
        this.width = pass.header.size();
        this.geometry = pass.geometry;
        this.kind = pass.family.kind() == GeometryKind.NONE && geometry.isPresent() && !geometry.isWkt()
                ? GeometryKind.POINT
                : pass.family.kind();
        this.count = pass.records;
        List<Field> fields = new ArrayList<>();
        ColumnNames names = new ColumnNames(displayName, issues);
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = names.add(pass.header.get(i));
            if (!geometry.uses(i)) {
                columns.add(i);
                fields.add(Field.of(name, pass.types.get(i).type()));
            }
        }
        this.attributes = columns.stream().mapToInt(Integer::intValue).toArray();
        this.schema = new SourceSchema(fields);
    }

    /**
     * Opens a file and reads it once.
     *
     * @throws InvalidInput if it is empty or has no line of column names
     */
    public static CsvSource open(Path file, String displayName, ReadOptions options) {
        return new CsvSource(file, displayName, options);
    }

    /** Reads all records for their types. */
    private final class FirstPass {
        private final List<String> header;
        private final List<ColumnType> types = new ArrayList<>();
        private final GeometryFamily family = new GeometryFamily();
        private CsvGeometry geometry;
        private long records;

        private FirstPass() {
            boolean wktIsRight;
            try (CsvParser parser = parser()) {
                List<String> first = parser.next();
                if (first == null) {
                    throw new InvalidInput(displayName + " is empty: a CSV needs at least a line of column names");
                }
                this.header = CsvHeader.check(withoutEmptyEnd(first), displayName);
                this.geometry = CsvGeometry.of(header);
                header.forEach(column -> types.add(new ColumnType()));
                wktIsRight = readAll(parser);
            }
            if (geometry.isWkt() && !wktIsRight) {
                geometry = CsvGeometry.withoutWkt(header);
                if (geometry.isPresent()) {
                    family.add("POINT");
                }
            }
        }

        /** Whether any cell of the WKT column is one. */
        private boolean readAll(CsvParser parser) {
            boolean right = false;
            boolean wrong = false;
            for (List<String> record = parser.next(); record != null; record = parser.next()) {
                records++;
                for (int i = 0; i < Math.min(record.size(), types.size()); i++) {
                    if (!record.get(i).isEmpty()) {
                        types.get(i).guess(record.get(i));
                    }
                }
                if (geometry.isWkt() && !geometry.looksRight(record)) {
                    wrong = true;
                } else {
                    Optional<String> type = geometry.type(record);
                    type.ifPresent(family::add);
                    right |= type.isPresent();
                }
            }
            return right || !wrong;
        }
    }

    private CsvParser parser() {
        return new CsvParser(text.open(), delimiter);
    }

    private static List<String> withoutEmptyEnd(List<String> header) {
        int end = header.size();
        while (end > 1 && header.get(end - 1).isEmpty()) {
            end--;
        }
        return header.subList(0, end);
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
        return schema;
    }

    @Override
    public GeometryKind geometry() {
        return kind;
    }

    /** Nothing but what EWKT names: a CSV has no place for it. */
    @Override
    public DeclaredCrs crs() {
        return geometry.srid() > 0
                ? new DeclaredCrs(Optional.empty(), Optional.of("EPSG:" + geometry.srid()))
                : DeclaredCrs.none();
    }

    @Override
    public Optional<Charset> charset() {
        return Optional.of(text.charset());
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
            open.parser.close();
            open = null;
        }
    }

    private final class Rows extends WatchedRows {

        private final CsvParser parser = parser();
        private long number;

        private Rows() {
            super(displayName, schema, issues);
            parser.next(); // the header
        }

        @Override
        protected @Nullable SourceRow read() {
            List<String> record = number < count ? parser.next() : null;
            if (record == null) {
                parser.close();
                return null;
            }
            number++;
            Place place = Place.row(displayName, number);
            check(record, place);
            @Nullable Object[] values = new @Nullable Object[attributes.length];
            for (int i = 0; i < values.length; i++) {
                String cell = attributes[i] < record.size() ? record.get(attributes[i]) : "";
                Field field = schema.fields().get(i);
                values[i] = cell.isBlank() ? null : Values.of(field.type(), cell);
                if (field.type() == FieldType.TEXT && cell.indexOf('\uFFFD') >= 0) {
                    malformed(place.field(field.name()), cell);
                }
            }
            return new SourceRow(number, shape(record, place), values);
        }

        private void check(List<String> record, Place place) {
            String where = "line " + parser.startLine() + ": ";
            if (parser.fault() != null) {
                issues.add(ImportIssue.error("csv-quote", place, where + parser.fault()));
            }
            if (record.size() < width) {
                issues.add(ImportIssue.warning(
                        "csv-cells",
                        place,
                        where + "the row has " + record.size() + " cells, the header " + width
                                + "; the missing ones were read as no values"));
            } else if (record.subList(width, record.size()).stream().anyMatch(cell -> !cell.isEmpty())) {
                issues.add(ImportIssue.error(
                        "csv-cells",
                        place,
                        where + "the row has " + record.size() + " cells, the header only " + width
                                + ": a delimiter inside a text needs quotes around it"));
            }
        }

        private void malformed(Place place, String cell) {
            String said = "the text is not written in " + CharsetNames.say(text.charset()) + ": " + cell;
            issues.add(
                    charsetIsOption
                            ? ImportIssue.warning(
                                    "malformed-text", place, said + "; U+FFFD stands for what could not be read")
                            : ImportIssue.error("malformed-text", place, said + "; say what it is with --charset"));
        }

        private @Nullable Geometry shape(List<String> record, Place place) {
            try {
                Geometry read = geometry.read(record);
                return read == null ? null : GeometryFamily.conform(read, kind);
            } catch (NoGeometry e) {
                issues.add(ImportIssue.error(
                        "shape-unreadable", place, "line " + parser.startLine() + ": " + e.getMessage()));
                return null;
            }
        }
    }
}

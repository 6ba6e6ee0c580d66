package org.onemap.ingest.read.dbf;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.onemap.feature.Field;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.bytes.FileWindow;
import org.onemap.ingest.read.charset.CharsetChoice;
import org.onemap.ingest.read.charset.CharsetChoice.Declared;
import org.onemap.ingest.read.charset.StrictDecoder;

/** The records of a {@code .dbf}, by number. Confined to one thread. */
public final class DbfTable implements Closeable {

    private static final int DELETED = '*';
    private static final int END_OF_FILE = 0x1A;

    private final FileWindow file;
    private final DbfHeader header;
    private final Optional<MemoFile> memo;
    private final long records;
    private final long deleted;
    private final Charset charset;
    private final DbfField[] fields;
    private final DbfValues values;

    private DbfTable(
            FileWindow file,
            Opened opened,
            long records,
            Optional<MemoFile> memo,
            String displayName,
            ReadOptions options) {
        this.file = file;
        this.header = opened.header;
        this.records = records;
        this.memo = memo;
        DbfSurvey survey = DbfSurvey.of(file, header, records);
        this.deleted = survey.deleted();
        if (survey.strangeMarks() > 0) {
            options.issues()
                    .add(ImportIssue.warning(
                            "dbf-marks",
                            Place.file(displayName),
                            survey.strangeMarks()
                                    + " records of the table begin with a byte that is neither blank nor the mark of deletion;"
                                    + " they were read"));
        }
        Declared declared = new Declared(options.charset(), opened.cpg, header.languageDriver());
        this.charset = CharsetChoice.choose(declared, survey.sample(), displayName, options.issues());
        List<String> names = DbfNames.of(header.columns(), charset, displayName, options.issues());
        this.fields = new DbfFields(header, survey, memo.isPresent(), displayName, options.issues())
                .of(names)
                .toArray(new DbfField[0]);
        this.values = new DbfValues(
                displayName, new StrictDecoder(charset), options.charset().isPresent(), memo);
    }

    /**
     * A table whose header has been read, while it is not yet settled how many records it has.
     */
    public static final class Opened implements Closeable {
        private final FileWindow file;
        private final DbfHeader header;
        private final Optional<Path> memo;
        private final Optional<String> cpg;
        private final String displayName;
        private final ReadOptions options;

        private Opened(Path dbf, Optional<Path> memo, Optional<String> cpg, String displayName, ReadOptions options) {
            this.file = FileWindow.open(dbf);
            this.header = header(file, displayName, options.issues());
            this.memo = memo;
            this.cpg = cpg;
            this.displayName = displayName;
            this.options = options;
        }

        private static DbfHeader header(FileWindow file, String displayName, IssueSink issues) {
            boolean done = false;
            try {
                DbfHeader header = DbfHeader.read(file, displayName, issues);
                done = true;
                return header;
            } finally {
                if (!done) {
                    file.close();
                }
            }
        }

        @Override
        public void close() {
            file.close();
        }

        /** Number of records that the header claims, deleted ones included. */
        public long statedRecords() {
            return header.records();
        }

        /** Number of whole records in the file. */
        private long presentRecords() {
            return Math.max(0, file.size() - header.dataAt()) / header.recordBytes();
        }

        /**
         * Looks at all records and makes the table ready.
         *
         * @param shapes number of shapes beside it; empty for a table that stands alone
         */
        public DbfTable settle(OptionalLong shapes) {
            return new DbfTable(file, this, settledRecords(shapes), memo.map(MemoFile::open), displayName, options);
        }

        private long settledRecords(OptionalLong shapes) {
            long stated = header.records();
            long present = presentRecords();
            Place place = Place.file(displayName);
            if (stated > present) {
                boolean complete = shapes.isPresent() && shapes.getAsLong() == present;
                String said = "the header of the table says " + stated + " records, " + present + " are there";
                options.issues()
                        .add(
                                complete
                                        ? ImportIssue.warning(
                                                "dbf-count", place, said + ", as many as shapes; all were read")
                                        : ImportIssue.error(
                                                "file-cut", place, said + ": the table was cut, ask for it again"));
                return present;
            }
            boolean more = present > stated
                    && (shapes.isPresent() ? shapes.getAsLong() == present : stated == 0)
                    && looksLikeRecord(stated);
            if (more) {
                options.issues()
                        .add(ImportIssue.warning(
                                "dbf-count",
                                place,
                                "the header of the table says " + stated + " records, but " + present
                                        + " are there; all were read"));
                return present;
            }
            long over = file.size() - header.dataAt() - stated * header.recordBytes();
            if (over > 1 && looksLikeRecord(stated)) {
                options.issues()
                        .add(ImportIssue.warning(
                                "dbf-count",
                                place,
                                over + " bytes after the last of the " + stated
                                        + " records of the table were left aside"));
            }
            return stated;
        }

        private boolean looksLikeRecord(long record) {
            long at = header.dataAt() + record * header.recordBytes();
            if (!file.has(at, 1)) {
                return false;
            }
            int mark = file.at(at, 1).get();
            return mark != END_OF_FILE && (mark == ' ' || mark == DELETED);
        }
    }

    /**
     * Opens a table.
     *
     * @param memo the memo file beside it
     * @param cpg text of the {@code .cpg} beside it
     * @throws org.onemap.CorruptData if it has no header of a table
     */
    public static Opened open(
            Path dbf, Optional<Path> memo, Optional<String> cpg, String displayName, ReadOptions options) {
        return new Opened(dbf, memo, cpg, displayName, options);
    }

    /** The columns that are given. */
    public List<Field> fields() {
        return java.util.Arrays.stream(fields)
                .map(field -> Field.of(field.name(), field.type()))
                .toList();
    }

    /** Number of records, deleted ones included. */
    public long records() {
        return records;
    }

    /** Number of records that are deleted. */
    public long deleted() {
        return deleted;
    }

    /** The character set with which texts are read. */
    public Charset charset() {
        return charset;
    }

    /** Whether the record of this number (from 1) is marked as deleted; false too for one that is not there. */
    public boolean isDeleted(long number) {
        return number <= records && file.at(at(number), 1).get() == DELETED;
    }

    /** The values of the record of this number (from 1), in the order of {@link #fields}; its issues go to the sink. */
    public @Nullable Object[] values(long number, IssueSink issues) {
        @Nullable Object[] row = new @Nullable Object[fields.length];
        if (number > records) {
            return row;
        }
        ByteBuffer record = file.at(at(number), header.recordBytes());
        values.begin(number, issues);
        for (int i = 0; i < row.length; i++) {
            row[i] = values.value(fields[i], file.array(), record.position());
        }
        return row;
    }

    private long at(long number) {
        return header.dataAt() + (number - 1) * header.recordBytes();
    }

    @Override
    public void close() {
        file.close();
        memo.ifPresent(MemoFile::close);
    }
}

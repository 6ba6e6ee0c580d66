package org.onemap.ingest.load;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.onemap.division.check.CheckSettings;
import org.onemap.ingest.checkup.LoadCheck;
import org.onemap.ingest.mapping.MappingFile;
import org.onemap.store.ChangeSetWriter;

/**
 * What the user says about an import beside the files. Immutable.
 *
 * @param layer the layer's name; empty for the name of each file
 * @param mapping which column becomes which field
 * @param charset the charset of the texts, which wins over all that the files say
 * @param position how the coordinates are to be read
 * @param rows what becomes of rows
 * @param run how the import is carried out
 */
public record ImportOptions(
        Optional<String> layer, MappingFile mapping, Optional<Charset> charset, Position position, Rows rows, Run run) {

    public ImportOptions {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(run, "run");
    }

    /** Nothing said: every source under its own name, replacing its layer, from today. */
    public static ImportOptions defaults() {
        return new ImportOptions(
                Optional.empty(),
                MappingFile.none(),
                Optional.empty(),
                new Position(Optional.empty(), Optional.empty()),
                new Rows(ChangeSetWriter.Mode.REPLACE, Optional.empty()),
                new Run("", Optional.empty(), false, false));
    }

    /** The same options for a layer of this name. */
    public ImportOptions withLayer(String name) {
        return new ImportOptions(Optional.of(name), mapping, charset, position, rows, run);
    }

    /** The same options with this mapping. */
    public ImportOptions with(MappingFile other) {
        return new ImportOptions(layer, other, charset, position, rows, run);
    }

    /** The same options with this charset. */
    public ImportOptions with(Charset other) {
        return new ImportOptions(layer, mapping, Optional.of(other), position, rows, run);
    }

    /** The same options with these coordinates. */
    public ImportOptions with(Position other) {
        return new ImportOptions(layer, mapping, charset, other, rows, run);
    }

    /** The same options for these rows. */
    public ImportOptions with(Rows other) {
        return new ImportOptions(layer, mapping, charset, position, other, run);
    }

    /** The same options, carried out in this way. */
    public ImportOptions with(Run other) {
        return new ImportOptions(layer, mapping, charset, position, rows, other);
    }

    /**
     * How coordinates are to be read.
     *
     * @param crs {@code EPSG:n}, which wins over what the file declares
     * @param coordsys a named datum such as {@code gcj02}
     */
    public record Position(Optional<String> crs, Optional<String> coordsys) {}

    /**
     * What becomes of rows.
     *
     * @param mode what the layer's other rows become
     * @param key the column by which rows are recognised; empty for the code, or else the row number
     */
    public record Rows(ChangeSetWriter.Mode mode, Optional<String> key) {}

    /**
     * How an import is carried out.
     *
     * @param author who makes the change
     * @param effective first day of its validity, Asia/Shanghai; empty for today
     * @param dryRun whether all is checked and nothing written
     * @param repair whether invalid geometries are repaired
     * @param rules severities and parameters of the rules R1 to R16 beyond those of the importer itself
     */
    public record Run(
            String author, Optional<LocalDate> effective, boolean dryRun, boolean repair, CheckSettings rules) {

        /** The same under the rules that an import usually has. */
        public Run(String author, Optional<LocalDate> effective, boolean dryRun, boolean repair) {
            this(author, effective, dryRun, repair, LoadCheck.settings());
        }
    }
}

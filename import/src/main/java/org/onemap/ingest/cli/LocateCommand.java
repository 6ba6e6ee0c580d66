package org.onemap.ingest.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.ingest.locate.LocateOptions;
import org.onemap.locate.batch.PointCrs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onemap locate}: a table of points in, the same table with their divisions out. */
@Command(
        name = "locate",
        description = {
            "Add to every row of a CSV, or line of JSON, the divisions that its position lies in.",
            "",
            "Reads standard input and writes standard output, unless told otherwise. Every row comes out, in order, as it"
                    + " was, with columns behind it: by default grid, zone, office and whatever else the store has, and"
                    + " locate_note, which says what is wrong with a row that could not be used. A position outside"
                    + " leaves the columns empty.",
            "",
            "  onemap locate --store city.gpkg --coordsys gcj02 < points.csv > out.csv"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class LocateCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--store", required = true, paramLabel = "S", description = "The store.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String store;

    @Option(
            names = "--coordsys",
            required = true,
            paramLabel = "X",
            description =
                    "What the numbers mean: wgs84, cgcs2000, gcj02, bd09, or a code such as EPSG:4547. There is no"
                            + " default: a wrong guess is an error of some 500 m.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String coordsys;

    @Option(
            names = "--lon",
            paramLabel = "COLUMN",
            description = "Longitude or easting. Default: recognised: lon, lng, longitude, 经度, x …")
    private @Nullable String lon;

    @Option(names = "--lat", paramLabel = "COLUMN", description = "Latitude or northing. Default: recognised likewise.")
    private @Nullable String lat;

    @Option(
            names = "--accuracy",
            paramLabel = "COLUMN",
            description = "Radius in metres that holds 68 %% of such positions, up to 5000. Adds locate_probability and"
                    + " locate_alternatives.")
    private @Nullable String accuracy;

    @Option(
            names = "--columns",
            paramLabel = "LIST",
            split = ",",
            description = "What to add, separated by commas: levels for their codes (grid), with _name for their names"
                    + " (grid_name), overlays (dedicated_grid), status.")
    private List<String> columns = List.of();

    @Option(
            names = "--prefix",
            paramLabel = "P",
            defaultValue = "",
            description = "What the names of the added columns begin with.")
    private String prefix = "";

    @Option(names = "--input", paramLabel = "FILE", description = "Read this file. Default: standard input.")
    private @Nullable Path input;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write this file; it appears when all of it is there. Default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--format",
            paramLabel = "csv|ndjson",
            description = "Default: by the first character of the input.")
    private LocateOptions.@Nullable Format format;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            description = "What stands between cells; TAB for a tab. Default: the most frequent of , ; tab | in the"
                    + " first row.")
    private @Nullable String delimiter;

    @Option(
            names = "--charset",
            paramLabel = "C",
            description = "Charset of a CSV. Default: UTF-8 or GBK, as it fits the first row.")
    private @Nullable Charset charset;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Days.class,
            description = "With the divisions that are valid on this day. Default: now.")
    private @Nullable LocalDate asOf;

    LocateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LocateOptions options = new LocateOptions(crs(), position(), text(), columns, prefix);
        try (OpenedStore opened = OpenedStore.existing(store)) {
            LocateRun run = new LocateRun(console, Optional.ofNullable(input), Optional.ofNullable(output));
            return run.run(opened.store(), Optional.ofNullable(asOf), options);
        }
    }

    private PointCrs crs() {
        try {
            return PointCrs.parse(coordsys);
        } catch (InvalidInput e) {
            throw new ParameterException(spec.commandLine(), "--coordsys: " + e.getMessage(), e);
        }
    }

    private LocateOptions.Position position() {
        if ((lon == null) != (lat == null)) {
            throw new ParameterException(spec.commandLine(), "give both, --lon and --lat, or neither");
        }
        return new LocateOptions.Position(
                Optional.ofNullable(lon), Optional.ofNullable(lat), Optional.ofNullable(accuracy));
    }

    private LocateOptions.Text text() {
        return new LocateOptions.Text(
                Optional.ofNullable(format),
                Optional.ofNullable(charset),
                Optional.ofNullable(delimiter).map(this::delimiter));
    }

    private char delimiter(String text) {
        if (text.equalsIgnoreCase("TAB") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1 || text.charAt(0) > 127 || "\"\r\n".contains(text)) {
            throw new ParameterException(
                    spec.commandLine(), "--delimiter '" + text + "' is no delimiter; give one character, or TAB");
        }
        return text.charAt(0);
    }
}

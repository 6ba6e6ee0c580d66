package org.onemap.ingest.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.crs.Coordsys;
import org.onemap.ingest.checkup.LoadCheck;
import org.onemap.ingest.checkup.SettingsFile;
import org.onemap.ingest.load.ImportOptions;
import org.onemap.ingest.mapping.MappingFile;
import org.onemap.store.ChangeSetWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onemap import}: files in, one change set out, or a refusal with reasons and places. */
@Command(
        name = "import",
        description = {
            "Import shapefiles, GeoPackages, GeoJSON or CSV into a store, as one change set.",
            "",
            "A .zip may hold several layers. Layers of the division tree (office, zone, grid, micro_grid, community,"
                    + " unit_grid) and elements (road, building, part, address, dedicated_grid, assignment) are checked"
                    + " strictly; any other layer keeps its own name and columns, and its faults are warnings."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to import.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> files;

    @Option(
            names = "--store",
            required = true,
            paramLabel = "S",
            description = "The store: a .gpkg path (created if missing) or postgresql://user:password@host:port/db.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String store;

    @Option(names = "--layer", paramLabel = "NAME", description = "Layer to import into. Default: the file's name.")
    private @Nullable String layer;

    @Option(
            names = "--mapping",
            paramLabel = "FILE.yaml",
            description = "Which column becomes which field, for instance '网格编码: code'.")
    private @Nullable Path mapping;

    @Option(names = "--charset", paramLabel = "C", description = "Charset of the texts; wins over .cpg and DBF header.")
    private @Nullable Charset charset;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:n",
            description = "Coordinate reference system of the files; wins over what they declare.")
    private @Nullable String crs;

    @Option(names = "--coordsys", paramLabel = "X", description = "wgs84, cgcs2000, gcj02 or bd09, for degrees.")
    private @Nullable String coordsys;

    @Option(
            names = "--mode",
            paramLabel = "replace|upsert",
            defaultValue = "replace",
            description = "replace: the files are the whole layer; upsert: a part of it. Default: ${DEFAULT-VALUE}.")
    private ChangeSetWriter.Mode mode = ChangeSetWriter.Mode.REPLACE;

    @Option(
            names = "--key",
            paramLabel = "FIELD",
            description = "Column by which rows are recognised. Default: the code column if it is filled and unique,"
                    + " else the row number.")
    private @Nullable String key;

    @Option(
            names = "--effective",
            paramLabel = "DATE",
            converter = Days.class,
            description = "First day of validity, from 00:00 Asia/Shanghai. Default: today.")
    private @Nullable LocalDate effective;

    @Option(names = "--dry-run", description = "Check everything, show the mapping, write nothing.")
    private boolean dryRun;

    @Option(names = "--repair", description = "Repair invalid geometries; each repair is reported.")
    private boolean repair;

    @Option(
            names = "--rules",
            paramLabel = "FILE.yaml",
            description = "Severities and parameters of the rules R1 to R16 before the load, as for 'onemap check'.")
    private @Nullable Path rules;

    @Option(names = "--report", paramLabel = "DIR", description = "Write report.html (检查报告) and issues.geojson.")
    private @Nullable Path report;

    @Option(names = "--author", paramLabel = "NAME", description = "Who makes the change. Default: the login name.")
    private @Nullable String author;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (layer != null && files.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--layer names one layer, but there are " + files.size()
                            + " files; import them one by one, or leave --layer out to name each after its file");
        }
        if (crs != null && coordsys != null) {
            throw new ParameterException(
                    spec.commandLine(), "--crs and --coordsys say the same in two ways; give one of them");
        }
        if (report != null && Files.exists(report) && !Files.isDirectory(report)) {
            throw new ParameterException(
                    spec.commandLine(), "--report " + report + " is a file; give a folder for the report");
        }
        requireKnown(coordsys);
        ImportRun run = new ImportRun(console, files, store, Optional.ofNullable(report));
        return run.run(options());
    }

    private void requireKnown(@Nullable String system) {
        try {
            if (system != null) {
                Coordsys.parse(system);
            }
        } catch (InvalidInput e) {
            throw new ParameterException(spec.commandLine(), "--coordsys: " + e.getMessage(), e);
        }
    }

    private ImportOptions options() {
        return new ImportOptions(
                Optional.ofNullable(layer),
                mapping == null ? MappingFile.none() : MappingFile.read(mapping),
                Optional.ofNullable(charset),
                new ImportOptions.Position(Optional.ofNullable(crs), Optional.ofNullable(coordsys)),
                new ImportOptions.Rows(mode, Optional.ofNullable(key)),
                new ImportOptions.Run(
                        Authors.orLogin(author),
                        Optional.ofNullable(effective),
                        dryRun,
                        repair,
                        rules == null ? LoadCheck.settings() : SettingsFile.read(rules)));
    }
}

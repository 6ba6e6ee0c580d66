package org.onemap.ingest.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.ingest.issue.IssueTable;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.road.NetReport;
import org.onemap.ingest.road.RoadBuild;
import org.onemap.ingest.road.RoadBuildOptions;
import org.onemap.ingest.road.RoadBuildResult;
import org.onemap.rights.Principal;
import org.onemap.road.RoadNetOptions;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onemap roads}: the physical net. */
@Command(
        name = "roads",
        description = "The physical net: coded segments, nodes and street blocks.",
        mixinStandardHelpOptions = true,
        subcommands = RoadsCommand.BuildCommand.class)
final class RoadsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: build");
    }

    /** {@code onemap roads build}. */
    @Command(
            name = "build",
            description = {
                "Build the net from the road layer: layers road_segment, road_node and block, as one change set.",
                "",
                "Codes are kept where the store has the same segment, node or block already; a segment that is cut is"
                        + " retired, and its parts say from which metres of it they come."
            },
            sortOptions = false,
            mixinStandardHelpOptions = true)
    static final class BuildCommand implements Callable<Integer> {

        private final Console console;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(names = "--store", required = true, paramLabel = "S", description = "The store.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String store;

        @Option(
                names = "--roads",
                split = ",",
                paramLabel = "LAYER",
                defaultValue = "road",
                description =
                        "Layers of centrelines; rivers and railways may be among them. Default: ${DEFAULT-VALUE}.")
        private List<String> roads = List.of("road");

        @Option(
                names = "--outline",
                paramLabel = "LAYER|none",
                description = "Layer whose polygons make up the district and close the outer blocks."
                        + " Default: office, if the store has it.")
        private @Nullable String outline;

        @Option(
                names = "--district",
                paramLabel = "CODE",
                description = "Six digits that the codes begin with. Default: those of the codes in the data.")
        private @Nullable String district;

        @Option(
                names = "--min-area",
                paramLabel = "M2",
                defaultValue = "1000",
                description = "Smaller faces are joined with a neighbour. Default: ${DEFAULT-VALUE} m².")
        private double minArea = 1000;

        @Option(
                names = "--min-width",
                paramLabel = "M",
                defaultValue = "12",
                description = "Narrower faces are joined with a neighbour. Default: ${DEFAULT-VALUE} m.")
        private double minWidth = 12;

        @Option(
                names = "--median",
                paramLabel = "M",
                defaultValue = "40",
                description = "Narrower faces between two carriageways of one road are median strips and joined with a"
                        + " neighbour. Default: ${DEFAULT-VALUE} m.")
        private double median = 40;

        @Option(
                names = "--snap",
                paramLabel = "M",
                defaultValue = "0.5",
                description = "Road ends this near to a road are joined with it. Default: ${DEFAULT-VALUE} m.")
        private double snap = 0.5;

        @Option(names = "--footways", description = "Footpaths bound blocks, too.")
        private boolean footways;

        @Option(names = "--accept-parts", description = "Parts that touch in a point only are a warning, no error.")
        private boolean acceptParts;

        @Option(
                names = "--effective",
                paramLabel = "DATE",
                converter = Days.class,
                description = "First day of validity. Default: today.")
        private @Nullable LocalDate effective;

        @Option(names = "--dry-run", description = "Build and report, write nothing.")
        private boolean dryRun;

        @Option(
                names = "--report",
                paramLabel = "DIR",
                description = "Write report.html, issues.geojson and roads.svg.")
        private @Nullable Path report;

        @Option(names = "--author", paramLabel = "NAME", description = "Who makes the change. Default: the login name.")
        private @Nullable String author;

        BuildCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            if (district != null && !district.matches("[1-9][0-9]{5}")) {
                throw new ParameterException(
                        spec.commandLine(), "--district '" + district + "' is no county code; give six digits: 410172");
            }
            if (!(minArea >= 0 && minWidth >= 0 && median >= 0 && snap >= 0)) {
                throw new ParameterException(
                        spec.commandLine(), "--min-area, --min-width, --median and --snap cannot be negative");
            }
            try (OpenedStore opened = OpenedStore.existing(store)) {
                RoadBuildOptions options = options(opened.store());
                RoadBuildResult result = new RoadBuild(opened.store(), options).run();
                NetReport.lines(result).forEach(console.out()::println);
                IssueTable.lines(result.issues()).forEach(console.out()::println);
                if (report != null) {
                    NetReport.write(report, result, options);
                    console.out().println("report: " + report.resolve("report.html"));
                }
                return end(result);
            }
        }

        private RoadBuildOptions options(Store opened) {
            RoadNetOptions.Tolerances usual = RoadNetOptions.Tolerances.USUAL;
            RoadNetOptions.Tolerances tolerances = new RoadNetOptions.Tolerances(
                    snap,
                    Math.max(snap, usual.nearMissM()),
                    usual.nodeSpreadM(),
                    new RoadNetOptions.LeastBlock(minArea, minWidth, median),
                    usual.longestBridgeM());
            return new RoadBuildOptions(
                    new RoadBuildOptions.Layers(roads, outline(opened)),
                    Optional.ofNullable(district),
                    tolerances,
                    footways,
                    new RoadBuildOptions.Run(
                            Authors.orLogin(author), Optional.ofNullable(effective), dryRun, acceptParts));
        }

        private Optional<String> outline(Store opened) {
            if (outline != null) {
                return outline.equals("none") ? Optional.empty() : Optional.of(outline);
            }
            try (ReadView view = opened.read()) {
                return view.layers(Principal.anonymous()).find("office").map(layer -> layer.name());
            }
        }

        private int end(RoadBuildResult result) {
            if (result.isRefused()) {
                console.err()
                        .println("onemap: refused: " + result.issues().count(Severity.ERROR)
                                + " errors; nothing was written. First error: "
                                + result.issues().kept().get(0).message());
                return ExitCode.REFUSED;
            }
            String head =
                    result.changeSet().map(set -> "change " + set.number()).orElse(dryRun ? "dry run" : "no change");
            result.counts()
                    .forEach((layer, counts) -> console.out().println(head + ": " + ImportRun.say(layer, counts)));
            if (result.isUnchanged()) {
                console.out().println("the store has this net already; nothing was written");
            } else if (dryRun) {
                console.out().println("dry run: nothing was written");
            }
            return ExitCode.DONE;
        }
    }
}

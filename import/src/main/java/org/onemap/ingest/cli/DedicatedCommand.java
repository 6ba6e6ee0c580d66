package org.onemap.ingest.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.crs.Distances;
import org.onemap.division.overlay.DedicatedGrid;
import org.onemap.feature.Content;
import org.onemap.ingest.edit.DedicatedEdits;
import org.onemap.ingest.edit.DedicatedEdits.Ground;
import org.onemap.ingest.edit.DedicatedEdits.Wish;
import org.onemap.ingest.issue.TextTable;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onemap division dedicated}: dedicated grids (专属网格). */
@Command(
        name = "dedicated",
        description = {
            "Dedicated grids (专属网格): malls, schools, stations that answer for their matters themselves.",
            "",
            "Of those that cover a position and answer for a matter the one with the lowest precedence number is"
                    + " responsible; where there is none, the grid of the tree is."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            DedicatedCommand.Make.class,
            DedicatedCommand.Alter.class,
            DedicatedCommand.End.class,
            DedicatedCommand.ListCommand.class
        })
final class DedicatedCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: make, alter, end or list");
    }

    /** What may be set. */
    static final class Wanted {

        @ArgGroup(multiplicity = "0..1")
        private @Nullable Place place;

        @Option(names = "--matters", split = ",", paramLabel = "M", description = "What it answers for. Default: all.")
        private @Nullable List<String> matters;

        @Option(names = "--precedence", paramLabel = "N", description = "1 answers first. Default: 100.")
        private @Nullable Integer precedence;

        Wish wish(Optional<String> name) {
            Optional<Ground> ground = Optional.ofNullable(place)
                    .map(one -> new Ground(
                            Optional.ofNullable(one.area).map(GivenGeometry::parse),
                            one.premises == null ? List.of() : one.premises));
            return new Wish(name, ground, Optional.ofNullable(matters), Optional.ofNullable(precedence));
        }
    }

    /** Where it is: one of two ways. */
    static final class Place {

        @Option(names = "--area", paramLabel = "WKT|FILE", description = "Its polygon in EPSG:4490.")
        private @Nullable String area;

        @Option(
                names = "--premises",
                split = ",",
                paramLabel = "P",
                description = "Buildings, compounds and addresses by code or name; their ground is its area.")
        private @Nullable List<String> premises;
    }

    /** {@code onemap division dedicated make}. */
    @Command(name = "make", description = "Make a dedicated grid.", mixinStandardHelpOptions = true)
    static final class Make extends DraftingCommand {

        @Parameters(paramLabel = "NAME", description = "What it is called.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Option(names = "--parent", required = true, paramLabel = "CODE", description = "The division it belongs to.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String parent;

        @Mixin
        private Wanted wanted = new Wanted();

        Make(Console console) {
            super(console);
        }

        @Override
        ChangeSet write(Store store) {
            ChangeSet draft = new DedicatedEdits(store, author(), note()).make(parent, wanted.wish(Optional.of(name)));
            say("draft " + draft.number() + ": dedicated grid " + name);
            return draft;
        }
    }

    /** {@code onemap division dedicated alter}. */
    @Command(name = "alter", description = "Alter a dedicated grid.", mixinStandardHelpOptions = true)
    static final class Alter extends DraftingCommand {

        @Parameters(paramLabel = "CODE", description = "Its code.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String code;

        @Option(names = "--name", paramLabel = "NAME", description = "Its new name.")
        private @Nullable String name;

        @Mixin
        private Wanted wanted = new Wanted();

        Alter(Console console) {
            super(console);
        }

        @Override
        ChangeSet write(Store store) {
            ChangeSet draft =
                    new DedicatedEdits(store, author(), note()).alter(code, wanted.wish(Optional.ofNullable(name)));
            say("draft " + draft.number() + ": dedicated grid " + code + " altered");
            return draft;
        }
    }

    /** {@code onemap division dedicated end}. */
    @Command(name = "end", description = "End a dedicated grid.", mixinStandardHelpOptions = true)
    static final class End extends DraftingCommand {

        @Parameters(paramLabel = "CODE", description = "Its code.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String code;

        End(Console console) {
            super(console);
        }

        @Override
        ChangeSet write(Store store) {
            ChangeSet draft = new DedicatedEdits(store, author(), note()).end(code);
            say("draft " + draft.number() + ": dedicated grid " + code + " ended");
            return draft;
        }
    }

    /** {@code onemap division dedicated list}. */
    @Command(name = "list", description = "The dedicated grids of today.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        private final Console console;

        @Mixin
        private StoreOption store = new StoreOption();

        ListCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            TextTable table = TextTable.of("code", "name", "parent", "precedence", "matters", "hectares", "buildings");
            int[] found = {0};
            try (OpenedStore opened = store.open();
                    ReadView view = opened.store().read()) {
                if (view.layers(Principal.anonymous()).find(DedicatedGrid.LAYER).isPresent()) {
                    try (FeatureCursor rows = view.query(Principal.anonymous(), FeatureQuery.of(DedicatedGrid.LAYER))) {
                        rows.forEachRemaining(row -> {
                            found[0]++;
                            add(table, row.content());
                        });
                    }
                }
            }
            if (found[0] == 0) {
                console.out().println("no dedicated grids");
            } else {
                table.lines().forEach(console.out()::println);
            }
            return ExitCode.DONE;
        }

        private static void add(TextTable table, Content row) {
            DedicatedGrid grid = DedicatedGrid.read(row);
            table.row(
                    grid.code(),
                    grid.name(),
                    row.parentCode().orElse(""),
                    Integer.toString(grid.precedence()),
                    grid.matters().isEmpty() ? "all" : String.join("、", grid.matters()),
                    row.geometry()
                            .map(shape -> String.format("%.2f", Distances.areaM2(shape) / 10_000))
                            .orElse(""),
                    grid.premises().isEmpty()
                            ? ""
                            : Integer.toString(grid.premises().size()));
        }
    }
}

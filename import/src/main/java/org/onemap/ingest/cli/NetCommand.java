package org.onemap.ingest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.crs.Distances;
import org.onemap.division.overlay.NetArea;
import org.onemap.ingest.edit.NetEdits;
import org.onemap.ingest.issue.TextTable;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onemap division net}: professional nets (专业网格). */
@Command(
        name = "net",
        description = {
            "Professional nets (专业网格: 城管, 环保 …), whose areas are exact unions of grids.",
            "",
            "An area is its members; its polygon follows when a grid is split, merged or moved. onemap check judges that"
                    + " each grid is in one area (R14)."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            NetCommand.SetArea.class,
            NetCommand.Build.class,
            NetCommand.Drop.class,
            NetCommand.ListCommand.class
        })
final class NetCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: set, build, drop or list");
    }

    /** {@code onemap division net set}. */
    @Command(name = "set", description = "Make an area, or give it other grids.", mixinStandardHelpOptions = true)
    static final class SetArea extends DraftingCommand {

        @Parameters(index = "0", paramLabel = "NET", description = "The net, for instance 城管.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String net;

        @Parameters(index = "1", paramLabel = "AREA", description = "Code of the area.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String area;

        @Option(names = "--name", defaultValue = "", paramLabel = "NAME", description = "What it is called.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Option(names = "--members", split = ",", paramLabel = "CODE", description = "Its grids.")
        private List<String> members = List.of();

        @Option(names = "--below", split = ",", paramLabel = "CODE", description = "All grids below these divisions.")
        private List<String> below = List.of();

        SetArea(Console console) {
            super(console);
        }

        @Override
        ChangeSet write(Store store) {
            NetEdits edits = new NetEdits(store, author(), note());
            List<String> grids = new ArrayList<>(members);
            grids.addAll(edits.grids(below));
            ChangeSet draft = edits.set(new NetArea(net, area, name, grids));
            say("draft " + draft.number() + ": " + area + " of the net " + net + " has " + grids.size() + " grids");
            return draft;
        }
    }

    /** {@code onemap division net build}. */
    @Command(
            name = "build",
            description = "Make a net whose areas are the grids below each zone, or each office.",
            mixinStandardHelpOptions = true)
    static final class Build extends DraftingCommand {

        @Parameters(paramLabel = "NET", description = "The net, for instance 城管.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String net;

        @Option(names = "--by", defaultValue = "zone", paramLabel = "L", description = "Default: ${DEFAULT-VALUE}.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String level;

        Build(Console console) {
            super(console);
        }

        @Override
        ChangeSet write(Store store) {
            ChangeSet draft = new NetEdits(store, author(), note()).build(net, level);
            say("draft " + draft.number() + ": the net " + net + ", one area for each " + level);
            return draft;
        }
    }

    /** {@code onemap division net drop}. */
    @Command(name = "drop", description = "Drop an area.", mixinStandardHelpOptions = true)
    static final class Drop extends DraftingCommand {

        @Parameters(paramLabel = "AREA", description = "Code of the area.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String area;

        Drop(Console console) {
            super(console);
        }

        @Override
        ChangeSet write(Store store) {
            ChangeSet draft = new NetEdits(store, author(), note()).drop(area);
            say("draft " + draft.number() + ": area " + area + " dropped");
            return draft;
        }
    }

    /** {@code onemap division net list}. */
    @Command(name = "list", description = "The areas of the nets.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        private final Console console;

        @Mixin
        private StoreOption store = new StoreOption();

        @Parameters(paramLabel = "NET", arity = "0..1", description = "Only this net.")
        private @Nullable String net;

        @Option(names = "--grid", paramLabel = "CODE", description = "Only areas that have this grid.")
        private @Nullable String grid;

        ListCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            TextTable table = TextTable.of("net", "code", "name", "hectares", "grids");
            int[] found = {0};
            try (OpenedStore opened = store.open();
                    ReadView view = opened.store().read()) {
                if (view.layers(Principal.anonymous())
                        .find(NetArea.LAYER.name())
                        .isPresent()) {
                    try (FeatureCursor rows =
                            view.query(Principal.anonymous(), FeatureQuery.of(NetArea.LAYER.name()))) {
                        rows.forEachRemaining(row -> {
                            NetArea area = NetArea.read(row.content());
                            if ((net == null || area.net().equals(net))
                                    && (grid == null || area.members().contains(grid))) {
                                found[0]++;
                                table.row(
                                        area.net(),
                                        area.code(),
                                        area.name(),
                                        row.geometry()
                                                .map(shape -> String.format("%.1f", Distances.areaM2(shape) / 10_000))
                                                .orElse(""),
                                        area.members().size() + ": " + shortened(area.members()));
                            }
                        });
                    }
                }
            }
            if (found[0] == 0) {
                console.out().println("no areas of professional nets");
            } else {
                table.lines().forEach(console.out()::println);
            }
            return ExitCode.DONE;
        }

        private static String shortened(List<String> members) {
            return members.size() <= 4 ? String.join(" ", members) : String.join(" ", members.subList(0, 3)) + " …";
        }
    }
}

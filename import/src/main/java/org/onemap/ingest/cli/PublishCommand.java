package org.onemap.ingest.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.geoserver.OneMapPublication;
import org.onemap.geoserver.PublishListener;
import org.onemap.geoserver.Publisher;
import org.onemap.geoserver.plan.Plan;
import org.onemap.store.StoreLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onemap publish}: the one map in a GeoServer. */
@Command(
        name = "publish",
        description = "Publish the one map to a GeoServer: see what would change, change it, see drift, go back.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PublishCommand.PlanCommand.class,
            PublishCommand.ApplyCommand.class,
            PublishCommand.DiffCommand.class,
            PublishCommand.RollbackCommand.class
        })
final class PublishCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: plan, apply, diff or rollback");
    }

    private static void sayLeftOut(Console console, PublishSource source, OneMapPublication maker, OpenedStore opened) {
        List<String> leftOut = source.isScoped() ? maker.leftOut(opened.store()) : List.of();
        if (!leftOut.isEmpty()) {
            console.out().println("left out, because their rows name no division: " + String.join(", ", leftOut));
        }
    }

    /** A store that is not needed but named must still be a store's name. */
    private static void checkStore(@Nullable String store) {
        if (store != null) {
            StoreLocation unused = StoreLocation.parse(store);
        }
    }

    /** {@code onemap publish plan}. */
    @Command(name = "plan", description = "What apply would change. Writes nothing.", mixinStandardHelpOptions = true)
    static final class PlanCommand implements Callable<Integer> {

        private final Console console;

        @Mixin
        private PublishTarget target = new PublishTarget();

        @Mixin
        private PublishSource source = new PublishSource();

        @Option(names = "--adopt", description = "Take over objects of the same names that onemap did not make.")
        private boolean adopt;

        PlanCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenedStore opened = OpenedStore.existing(source.store())) {
                Publisher publisher = target.connect(PublishListener.silent());
                OneMapPublication maker = source.publication(publisher, target.workspace());
                sayLeftOut(console, source, maker, opened);
                Plan plan = publisher.plan(maker.of(opened.store()), adopt);
                PublishWords.print(console.out(), plan, "in GeoServer", "wanted");
                return plan.conflicts().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
            }
        }
    }

    /** {@code onemap publish apply}. */
    @Command(
            name = "apply",
            description = "Bring GeoServer there and read everything back. Finishes what was interrupted.",
            mixinStandardHelpOptions = true)
    static final class ApplyCommand implements Callable<Integer> {

        private final Console console;

        @Mixin
        private PublishTarget target = new PublishTarget();

        @Mixin
        private PublishSource source = new PublishSource();

        @Option(names = "--adopt", description = "Take over objects of the same names that onemap did not make.")
        private boolean adopt;

        @Option(
                names = "--seed",
                paramLabel = "Z0-Z1",
                description = "Then make the tiles of these WebMercatorQuad levels, as in 8-14.")
        private @Nullable String seed;

        @Option(
                names = "--seed-layer",
                paramLabel = "L",
                defaultValue = OneMapPublication.GROUP,
                description = "Whose tiles; may be repeated. Default: ${DEFAULT-VALUE}, the whole map.")
        private List<String> seedLayers = List.of(OneMapPublication.GROUP);

        ApplyCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            SeedZooms zooms = seed == null ? null : SeedZooms.parse(seed);
            try (OpenedStore opened = OpenedStore.existing(source.store());
                    PublishProgress progress = new PublishProgress(console)) {
                Publisher publisher = target.connect(progress);
                OneMapPublication maker = source.publication(publisher, target.workspace());
                sayLeftOut(console, source, maker, opened);
                Plan plan = publisher.apply(maker.of(opened.store()), adopt);
                console.out().println(plan.isEmpty() ? plan.summary() : plan.summary() + " applied and read back");
                if (zooms != null) {
                    for (String layer : seedLayers) {
                        publisher.seed(layer, zooms.first(), zooms.last());
                    }
                }
            }
            return ExitCode.DONE;
        }
    }

    /** {@code onemap publish diff}. */
    @Command(
            name = "diff",
            description = "What was changed by hand in GeoServer since the last apply. Writes nothing.",
            mixinStandardHelpOptions = true)
    static final class DiffCommand implements Callable<Integer> {

        private final Console console;

        @Mixin
        private PublishTarget target = new PublishTarget();

        @Option(names = "--store", paramLabel = "S", description = "Not needed: the last apply is kept in GeoServer.")
        private @Nullable String store;

        DiffCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            checkStore(store);
            Publisher publisher = target.connect(PublishListener.silent());
            PublishWords.print(console.out(), publisher.diff(), "in GeoServer", "as applied");
            return ExitCode.DONE;
        }
    }

    /** {@code onemap publish rollback}. */
    @Command(
            name = "rollback",
            description = "Return to the last applied state; where GeoServer is in it, to the one before.",
            mixinStandardHelpOptions = true)
    static final class RollbackCommand implements Callable<Integer> {

        private final Console console;

        @Mixin
        private PublishTarget target = new PublishTarget();

        @Option(names = "--store", paramLabel = "S", description = "Not needed: what was applied is kept in GeoServer.")
        private @Nullable String store;

        RollbackCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            checkStore(store);
            try (PublishProgress progress = new PublishProgress(console)) {
                Publisher publisher = target.connect(progress);
                Plan plan = publisher.rollback();
                console.out().println(plan.summary() + " taken back and read back");
            }
            return ExitCode.DONE;
        }
    }
}

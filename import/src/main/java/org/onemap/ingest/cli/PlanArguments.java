package org.onemap.ingest.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.division.check.Rule;
import org.onemap.division.partition.NestedPartition.Search;
import org.onemap.division.partition.Starts;
import org.onemap.division.partition.Watch;
import org.onemap.division.plan.PlanLevels;
import org.onemap.division.plan.PlanRules;
import org.onemap.ingest.plan.PlanOptions;
import org.onemap.ingest.plan.PlanSources;
import org.onemap.road.RoadClass;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that {@code plan new}, {@code improve} and {@code rebalance} share. */
final class PlanArguments {

    @Mixin
    StoreOption store = new StoreOption();

    @Option(
            names = "--levels",
            paramLabel = "L:N,…",
            defaultValue = "office:5,zone:30,grid:189",
            description = "Levels from the top and their numbers; improve and rebalance take the numbers of today."
                    + " Default: ${DEFAULT-VALUE}.")
    private String levels = "office:5,zone:30,grid:189";

    @Option(
            names = "--weights",
            split = ",",
            paramLabel = "LOAD=W",
            description = "What weighs how much: households, residents, buildings, parts, addresses, cases."
                    + " Default: households=1.")
    private Map<String, Double> weights = new LinkedHashMap<>(Map.of("households", 1.0));

    @Option(names = "--cases", paramLabel = "LAYER", description = "Layer of cases, counted as the load 'cases'.")
    private @Nullable String cases;

    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            description =
                    "Deviation of a grid that costs nothing: larger ones make boundaries shorter. Default: 0; 10 for"
                            + " rebalance.")
    private @Nullable Double tolerance;

    @Option(
            names = "--hard",
            split = ",",
            paramLabel = "CLASS",
            description = "Classes that no grid may cross: river, railway, expressway, wall, arterial …")
    private Set<RoadClass> hard = EnumSet.noneOf(RoadClass.class);

    @Option(
            names = "--price",
            split = ",",
            paramLabel = "CLASS=P",
            description =
                    "Price of a metre of boundary by class; the default is 1 for local roads, 0.6 for arterial ones,"
                            + " 0.02 for rivers and railways, 0.05 for expressways, 3 where there is no road.")
    private Map<RoadClass, Double> prices = new EnumMap<>(RoadClass.class);

    @Option(names = "--compounds", paramLabel = "LAYER", description = "Compounds; those over 10,000 m² are not split.")
    private @Nullable String compounds;

    @Option(
            names = "--cut",
            split = ",",
            paramLabel = "buildings|compounds",
            description =
                    "What grids may divide. Default: neither, as the check (R10, R8) wants it, as far as a balanced"
                            + " plan allows.")
    private Set<Divisible> cut = EnumSet.noneOf(Divisible.class);

    @Option(names = "--keep", paramLabel = "LAYER", description = "Existing small grids, kept at a price.")
    private @Nullable String keep;

    @Option(
            names = "--split-price",
            paramLabel = "M",
            defaultValue = "300",
            description = "What splitting a small grid costs, in metres of local road. Default: ${DEFAULT-VALUE}.")
    private double splitPrice = 300;

    @Option(names = "--pin", split = ",", paramLabel = "BLOCK", description = "Blocks that must stay in their grid.")
    private List<String> pinned = List.of();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed gives the same plan.")
    private long seed = 1;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many searches to take the best of. Default: ${DEFAULT-VALUE}.")
    private int starts = 2;

    @Option(names = "--report", paramLabel = "DIR", description = "Write plan.html, plan.geojson and boundary.csv.")
    private @Nullable Path report;

    @Option(names = "--dry-run", description = "Plan and report, write no draft.")
    private boolean dryRun;

    @Mixin
    private AuthorOption author = new AuthorOption();

    /** What the edge of a grid may run through. */
    private enum Divisible {
        BUILDINGS,
        COMPOUNDS
    }

    private Set<Rule> whole() {
        Set<Rule> whole = EnumSet.noneOf(Rule.class);
        if (!cut.contains(Divisible.BUILDINGS)) {
            whole.add(Rule.R10);
        }
        if (!cut.contains(Divisible.COMPOUNDS)) {
            whole.add(Rule.R8);
        }
        return whole;
    }

    /** Whether no draft is to be written. */
    boolean isDryRun() {
        return dryRun;
    }

    PlanOptions options(double usualTolerance, Watch watch) {
        double percent = tolerance == null ? usualTolerance : tolerance;
        if (!(percent >= 0 && percent < 100)) {
            throw new InvalidInput("a tolerance of " + percent + " %; give one from 0 to below 100");
        }
        if (starts < 1 || starts > 1000) {
            throw new InvalidInput(starts + " starts; give 1 to 1000");
        }
        if (!(splitPrice >= 0)) {
            throw new InvalidInput("a split price of " + splitPrice + "; it must not be negative");
        }
        Map<RoadClass, Double> all = new EnumMap<>(PlanRules.DEFAULT_PRICES);
        prices.forEach((roadClass, price) -> {
            if (!(price >= 0) || price > 1000) {
                throw new InvalidInput("a price of " + price + " for " + roadClass + "; give 0 to 1000");
            }
            all.put(roadClass, price);
        });
        PlanRules rules = new PlanRules(all, hard, percent / 100, keep == null ? 0 : splitPrice);
        PlanSources sources = new PlanSources(
                weights,
                Optional.ofNullable(cases),
                Optional.ofNullable(compounds),
                Optional.ofNullable(keep),
                whole(),
                Set.copyOf(pinned));
        int threads = Math.max(1, Math.min(starts, Runtime.getRuntime().availableProcessors()));
        return new PlanOptions(
                PlanLevels.parse(levels),
                rules,
                sources,
                new Search(new Starts(seed, starts, threads), watch),
                new PlanOptions.Output(author.name(), Optional.ofNullable(report), dryRun));
    }
}

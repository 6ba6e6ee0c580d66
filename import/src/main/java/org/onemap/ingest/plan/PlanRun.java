package org.onemap.ingest.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onemap.InvalidInput;
import org.onemap.division.plan.LevelFigures;
import org.onemap.division.plan.Plan;
import org.onemap.division.plan.PlanLevels;
import org.onemap.division.plan.PlanProblem;
import org.onemap.division.plan.Planner;
import org.onemap.road.StreetBlock;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** Makes a plan from a store, writes it there as a draft, and reports. Confined to one thread. */
public final class PlanRun {

    /** A net of so many blocks gets the planner's default number of steps a block; a smaller one gets more, up to thrice. */
    private static final double BLOCKS_OF_EFFORT_1 = 7_500;

    /** Buildings and compounds named one by one. */
    private static final int SHOWN = 5;

    private final Store store;
    private final PlanOptions options;
    private final Consumer<String> progress;

    /**
     * A run.
     *
     * @param progress is told what goes on, a line at a time
     */
    public PlanRun(Store store, PlanOptions options, Consumer<String> progress) {
        this.store = store;
        this.options = options;
        this.progress = progress;
    }

    /**
     * What a run made.
     *
     * @param plan the plan
     * @param draft the draft's record; empty for a dry run, and if nothing changes by the plan
     * @param moved load that changes its grid against today, and the least that had to; empty where there is no comparison
     */
    public record Result(Plan plan, Optional<ChangeSet> draft, Optional<Moved> moved) {}

    /**
     * How much moved.
     *
     * @param load load of the blocks that change their grid
     * @param least the bound below which no plan within the tolerance can stay; 0 where none is asked for
     */
    public record Moved(double load, double least) {}

    /** A new plan, whatever the divisions are today. */
    public Result create() {
        return run(PlanOutcome.Kind.NEW);
    }

    /** Today's divisions made better, from where they are. */
    public Result improve() {
        return run(PlanOutcome.Kind.IMPROVE);
    }

    /** Today's divisions brought within the tolerance by moving as little as can be. */
    public Result rebalance() {
        return run(PlanOutcome.Kind.REBALANCE);
    }

    private Result run(PlanOutcome.Kind kind) {
        try (ReadView view = store.read()) {
            LayerRows rows = new LayerRows(view);
            progress.accept("reading blocks and loads");
            PlanDistrict district = PlanDistrict.read(rows, options.sources());
            List<String> layers = options.levels().list().stream()
                    .map(PlanLevels.Level::layer)
                    .toList();
            Today today = new Today(rows, layers, district.graph());
            Optional<Plan> before = before(kind, district, today, layers);
            Plan plan = plan(kind, district, before);
            progress.accept("naming and drawing");
            PlanCodes codes = new PlanCodes(
                    plan,
                    today,
                    new PlanCodes.Minting(
                            county(district),
                            PlanDraft.given(view, new HashSet<>(layers)),
                            kind != PlanOutcome.Kind.NEW));
            PlanDraft draft = new PlanDraft(plan, today, codes, rows);
            PlanOutcome outcome = new PlanOutcome(kind, plan, before, today, draft, district.outside());
            options.output().report().ifPresent(folder -> PlanReport.write(folder, outcome));
            Optional<ChangeSet> made = options.output().dryRun()
                    ? Optional.empty()
                    : draft.write(store, view, request(note(kind, plan)), outcome);
            return new Result(plan, made, moved(kind, plan, before));
        }
    }

    private Plan plan(PlanOutcome.Kind kind, PlanDistrict district, Optional<Plan> before) {
        progress.accept("planning " + district.graph().blocks().size() + " blocks");
        if (kind == PlanOutcome.Kind.NEW) {
            PlanDistrict.Grouping grouping = grouping(district, options.levels(), new int[0]);
            say(grouping);
            return new Planner(problem(district, options.levels(), grouping), options.search(), effort(district))
                    .create();
        }
        Plan today = before.orElseThrow(() -> new InvalidInput("there are no divisions to start from in layer "
                + options.levels().layer(0) + "; make a plan with 'onemap plan new'"));
        Planner planner = new Planner(today.problem(), options.search(), effort(district));
        return kind == PlanOutcome.Kind.IMPROVE ? planner.improve(today) : planner.rebalance(today);
    }

    /** The fewer blocks there are, the coarser they are for as many grids, and the longer it pays to search. */
    private static double effort(PlanDistrict district) {
        int blocks = Math.max(1, district.graph().blocks().size());
        return Math.max(1, Math.min(3, BLOCKS_OF_EFFORT_1 / blocks));
    }

    /** Today's divisions as a plan: needed to change them, welcome for comparison. */
    private Optional<Plan> before(PlanOutcome.Kind kind, PlanDistrict district, Today today, List<String> layers) {
        if (!today.isThere()) {
            return Optional.empty();
        }
        try {
            int[] grids = today.leaves(district.graph());
            PlanDistrict.Grouping grouping = grouping(district, today.levels(layers), grids);
            if (kind != PlanOutcome.Kind.NEW) {
                say(grouping);
            }
            Planner planner =
                    new Planner(problem(district, today.levels(layers), grouping), options.search(), effort(district));
            return Optional.of(planner.existing(grids, today.parents(layers)));
        } catch (InvalidInput e) {
            if (kind != PlanOutcome.Kind.NEW) {
                throw e;
            }
            progress.accept("no comparison with today: " + e.getMessage());
            return Optional.empty();
        }
    }

    private PlanDistrict.Grouping grouping(PlanDistrict district, PlanLevels levels, int[] gridOfBlock) {
        int grids = levels.list().get(levels.size() - 1).count();
        return district.grouping(grids, options.rules().hard(), gridOfBlock);
    }

    /** Tells what will be divided though it should not. */
    private void say(PlanDistrict.Grouping grouping) {
        List<String> divided = grouping.divided();
        divided.stream().limit(SHOWN).forEach(sentence -> progress.accept("cannot be kept whole: " + sentence));
        if (divided.size() > SHOWN) {
            progress.accept("cannot be kept whole: " + (divided.size() - SHOWN) + " more buildings and compounds");
        }
    }

    private PlanProblem problem(PlanDistrict district, PlanLevels levels, PlanDistrict.Grouping grouping) {
        return PlanProblem.of(
                district.graph(), district.loads(), new PlanProblem.Order(levels, options.rules(), grouping.groups()));
    }

    private Optional<Moved> moved(PlanOutcome.Kind kind, Plan plan, Optional<Plan> before) {
        if (kind == PlanOutcome.Kind.NEW) {
            return Optional.empty();
        }
        double tolerance = options.rules().tolerance();
        return before.map(
                today -> new Moved(plan.movedLoad(today), tolerance > 0 ? Planner.leastMoved(today, tolerance) : 0));
    }

    private ChangeSetRequest request(String note) {
        return new ChangeSetRequest(
                ChangeSet.Kind.PLAN, options.output().author(), ChangeSetRequest.Effective.draft(), note);
    }

    private static String county(PlanDistrict district) {
        Set<String> codes = new HashSet<>();
        for (StreetBlock block : district.graph().blocks()) {
            codes.add(block.code().substring(0, Math.min(6, block.code().length())));
        }
        return codes.stream().sorted().findFirst().orElse("999999");
    }

    private String note(PlanOutcome.Kind kind, Plan plan) {
        LevelFigures figures = LevelFigures.of(plan, 0);
        return String.format(
                Locale.ROOT,
                "%s：%s，负荷 %s，种子 %d，最大偏差 %.2f %%，界线 %.1f km",
                kind.title(),
                plan.problem().levels(),
                plan.problem().loads().weights(),
                options.search().starts().seed(),
                100 * figures.balance().worst(),
                figures.totalBoundaryM() / 1000);
    }
}

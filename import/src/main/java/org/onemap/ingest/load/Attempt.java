package org.onemap.ingest.load;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.onemap.CorruptData;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.check.Member;
import org.onemap.ingest.checkup.LoadCheck;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.read.SourceRow;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** One transaction over all layers: committed without errors, dropped with any. Confined to one thread. */
final class Attempt {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Store store;
    private final ReadView view;
    private final ImportOptions options;
    private final ImportListener listener;
    private final IssueCollector sourceIssues;
    private final IssueCollector issues = new IssueCollector();
    private final Set<String> coming = new HashSet<>();
    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, ChangeSet.Counts> counts = new LinkedHashMap<>();

    Attempt(Store store, ReadView view, ImportOptions options, ImportListener listener, IssueCollector sourceIssues) {
        this.store = store;
        this.view = view;
        this.options = options;
        this.listener = listener;
        this.sourceIssues = sourceIssues;
    }

    ImportResult run(List<LayerPlan> plans) {
        ImportOptions.Run run = options.run();
        Effective effective = run.effective().map(Effective::from).orElseGet(Effective::today);
        ChangeSetRequest request = new ChangeSetRequest(ChangeSet.Kind.IMPORT, run.author(), effective, "");
        Optional<ChangeSet> made = Optional.empty();
        LoadCheck rules = new LoadCheck(
                view,
                run.repair() ? LoadCheck.withRepair(run.rules()) : run.rules(),
                run.effective().orElseGet(() -> LocalDate.now(SHANGHAI)),
                plans.stream().map(LayerPlan::layer).toList());
        try (ChangeSetWriter writer = store.begin(request)) {
            plans.forEach(plan -> coming.add(plan.layer().name()));
            for (LayerPlan plan : plans) {
                load(writer, plan, rules);
            }
            rules.finish(issues);
            if (!run.dryRun() && !issues.hasErrors() && !sourceIssues.hasErrors()) {
                made = Optional.of(writer.commit());
            }
        }
        return new ImportResult(plans, rows, counts, made, issues);
    }

    private void load(ChangeSetWriter writer, LayerPlan plan, LoadCheck rules) {
        writer.addSource(new ChangeSet.Source(
                plan.source().displayName(),
                plan.source().sha256(),
                plan.position().label()));
        listener.reading(plan, plan.source().rowCount());
        RowReader reader = new RowReader(plan, options.run().repair(), issues);
        BiConsumer<Content, Place> judge =
                rules.begin(plan.layer(), options.rows().mode(), issues);
        try {
            ChangeSet.Counts result = plan.layer().role() == LayerRole.DIVISION
                    ? loadLevel(writer, plan, reader, judge)
                    : loadStream(writer, plan, row -> judged(reader.apply(row), judge));
            PositionCheck positions = new PositionCheck(view, options.position());
            positions
                    .ofAll(plan, reader.seen())
                    .ifPresentOrElse(
                            fault -> issues.add(ImportIssue.error("crs", Loaders.file(plan), fault)), () -> positions
                                    .moved(plan, reader.seen())
                                    .ifPresent(far ->
                                            issues.add(ImportIssue.warning("moved-far", Loaders.file(plan), far))));
            counts.put(plan.layer().name(), result);
            warnOfNoRows(plan, result);
            listener.finished(plan, result);
        } catch (CorruptData e) {
            unreadable(plan, e);
        }
    }

    /** An empty file is seldom meant; in a layer that has rows it ends all of them. */
    private void warnOfNoRows(LayerPlan plan, ChangeSet.Counts result) {
        if (rows.getOrDefault(plan.layer().name(), 0L) == 0) {
            String ended = result.retired() == 0
                    ? ""
                    : ", so all " + result.retired() + " rows of layer "
                            + plan.layer().name() + " are retired; 'onemap changes undo' takes it back";
            issues.add(ImportIssue.warning("no-rows", Loaders.file(plan), "the source has no rows" + ended));
        }
    }

    private void unreadable(LayerPlan plan, CorruptData e) {
        String message = e.getMessage();
        issues.add(ImportIssue.error("unreadable", Loaders.file(plan), message == null ? e.toString() : message));
    }

    private static CheckedRow judged(CheckedRow row, BiConsumer<Content, Place> judge) {
        if (row.isStorable()) {
            judge.accept(row.content(), row.place());
        }
        return row;
    }

    private ChangeSet.Counts loadStream(
            ChangeSetWriter writer, LayerPlan plan, Function<SourceRow, CheckedRow> reader) {
        StreamLoader loader = new StreamLoader(writer, listener);
        ChangeSet.Counts result =
                loader.load(plan, reader, issues, options.rows().mode());
        rows.put(plan.layer().name(), loader.rows());
        return result;
    }

    private ChangeSet.Counts loadLevel(
            ChangeSetWriter writer, LayerPlan plan, RowReader reader, BiConsumer<Content, Place> judge) {
        String name = plan.layer().name();
        boolean part = options.rows().mode() == ChangeSetWriter.Mode.UPSERT
                && plan.stored().isPresent();
        Level stored = part ? Level.stored(view, name) : new Level();
        Optional<Level> parents = plan.layer().parentLayer().flatMap(this::level);
        DivisionLoader loader = new DivisionLoader(writer, listener, issues);
        Level level = loader.load(plan, reader, stored, parents, options.rows().mode());
        loader.rows().forEach(row -> judged(row, judge));
        levels.put(name, level);
        warnOfOrphans(plan, level);
        rows.put(name, level.members().stream().filter(m -> m.isIncoming()).count());
        return loader.finish();
    }

    /** Divisions in the store whose parent is not there any more, and which this import does not bring anew. */
    private void warnOfOrphans(LayerPlan plan, Level level) {
        for (Layer child : StandardLayers.list()) {
            boolean below =
                    child.parentLayer().filter(plan.layer().name()::equals).isPresent();
            if (!below || coming.contains(child.name()) || plan.stored().isEmpty()) {
                continue;
            }
            List<String> orphans = level(child.name()).stream()
                    .flatMap(stored -> stored.members().stream())
                    .filter(member -> !member.parentCode().isEmpty() && !level.has(member.parentCode()))
                    .map(Member::code)
                    .toList();
            if (!orphans.isEmpty()) {
                issues.add(ImportIssue.warning(
                        "orphaned-children",
                        Loaders.file(plan),
                        orphans.size() + " of layer " + child.name() + " lose their "
                                + plan.layer().name() + ", first " + orphans.get(0) + "; import " + child.name()
                                + " together with this file"));
            }
        }
    }

    /** A level that this import brought, or that the store has. */
    private Optional<Level> level(String layer) {
        Level loaded = levels.get(layer);
        if (loaded != null) {
            return Optional.of(loaded);
        }
        if (view.layers(Principal.anonymous()).find(layer).isEmpty()) {
            return Optional.empty();
        }
        Level stored = Level.stored(view, layer);
        return stored.isEmpty() ? Optional.empty() : Optional.of(stored);
    }
}

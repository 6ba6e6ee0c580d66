package org.onemap.ingest.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.read.Source;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * Brings files into a store as one change set. Confined to one thread.
 *
 * <p>Whether a code column is filled and unique is known only after the last row. The import trusts it and begins; when
 * a row proves otherwise, the transaction is dropped and begins anew with the row number as key. So a right file is read
 * once, and no file needs more memory (docs/decisions/040).
 */
public final class Importer {

    private final Store store;
    private final ImportOptions options;
    private final ImportListener listener;

    /**
     * An importer.
     *
     * @param store where to
     * @param options what the user says
     * @param listener is told how it goes on
     */
    public Importer(Store store, ImportOptions options, ImportListener listener) {
        this.store = store;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Imports the files.
     *
     * @throws InvalidInput if a file, a layer's name or a combination of options cannot be used at all; what is wrong
     *     with the content of the files is in the result
     */
    public ImportResult run(List<Path> files) {
        IssueRelay relay = new IssueRelay(new IssueCollector());
        List<Source> sources = new ArrayList<>();
        try {
            for (Path file : files) {
                sources.addAll(SourceFiles.open(file, options, relay));
            }
            requireSources(files, sources);
            return run(sources, relay);
        } finally {
            sources.forEach(Source::close);
        }
    }

    /** Imports opened sources, whose issues go to the relay. */
    ImportResult run(List<Source> sources, IssueRelay relay) {
        IssueCollector issues = new IssueCollector();
        try (ReadView view = store.read()) {
            List<LayerPlan> plans = plan(view, sources, issues);
            plans.forEach(listener::planned);
            return issues.hasErrors() ? refused(plans, issues, relay) : load(view, plans, issues, relay);
        }
    }

    private static ImportResult refused(List<LayerPlan> plans, IssueCollector issues, IssueRelay sources) {
        issues.addAll(sources.issues());
        return new ImportResult(plans, Map.of(), Map.of(), Optional.empty(), issues);
    }

    private void requireSources(List<Path> files, List<Source> sources) {
        if (sources.isEmpty()) {
            throw new InvalidInput("there is no layer in " + files);
        }
        if (options.layer().isPresent() && sources.size() > 1) {
            throw new InvalidInput("--layer names one layer, but " + files.get(0) + " holds "
                    + sources.stream().map(Source::name).toList()
                    + "; leave --layer out to name each after its file");
        }
    }

    private List<LayerPlan> plan(ReadView view, List<Source> sources, IssueCollector issues) {
        LayerPlanner planner = new LayerPlanner(options, view, issues);
        SourcePositions positions =
                new SourcePositions(options.position(), new PositionCheck(view, options.position()), issues);
        List<LayerPlan> plans = new ArrayList<>();
        for (Source source : sources) {
            SourcePosition position;
            try {
                position = positions.of(source);
            } catch (InvalidInput e) {
                issues.add(ImportIssue.error("crs", ImportIssue.Place.file(source.displayName()), message(e)));
                position = SourcePosition.unknown();
            }
            plans.add(planner.plan(source, position));
        }
        requireDistinct(plans);
        plans.sort(Comparator.comparingInt(plan -> rank(plan.layer())));
        return plans;
    }

    private static String message(InvalidInput e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    private static void requireDistinct(List<LayerPlan> plans) {
        Set<String> names = new HashSet<>();
        for (LayerPlan plan : plans) {
            if (!names.add(plan.layer().name())) {
                throw new InvalidInput("two sources go into layer "
                        + plan.layer().name() + "; import them one after the other, the second with --mode upsert");
            }
        }
    }

    /** Divisions from the top, then all others in the order in which they were given. */
    private static int rank(Layer layer) {
        List<Layer> standard = StandardLayers.list();
        for (int i = 0; i < standard.size(); i++) {
            if (standard.get(i).name().equals(layer.name())) {
                return i;
            }
        }
        return standard.size();
    }

    private ImportResult load(ReadView view, List<LayerPlan> first, IssueCollector planning, IssueRelay sources) {
        Map<String, LayerPlan> plans = new LinkedHashMap<>();
        first.forEach(plan -> plans.put(plan.layer().name(), plan));
        while (true) {
            Attempt attempt = new Attempt(store, view, options, listener, sources.issues());
            try {
                ImportResult result = attempt.run(List.copyOf(plans.values()));
                result.issues().addAll(planning);
                result.issues().addAll(sources.issues());
                return result;
            } catch (KeyFallback e) {
                LayerPlan plan = Objects.requireNonNull(plans.get(e.layer()));
                plans.put(e.layer(), plan.byRowNumber());
                String why = String.valueOf(e.getMessage());
                new LayerPlanner(options, view, planning).warnOfRowNumber(Loaders.file(plan), why);
            }
        }
    }
}

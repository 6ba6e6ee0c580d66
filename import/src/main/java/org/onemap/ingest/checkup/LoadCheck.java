package org.onemap.ingest.checkup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.check.BuildingCuts;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.DivisionChecks;
import org.onemap.division.check.Elements;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Rule;
import org.onemap.division.overlay.NetArea;
import org.onemap.division.people.AssignmentRows;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.ingest.checkup.StoreRows.Coming;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/**
 * The rules of grid division before a load: the store is judged as the load would make it, by the rules' own code, and what
 * breaks a rule in the rows that come becomes an issue under the rule's number (decision 159).
 *
 * <p>Divisions, lines, compounds, people and nets are kept until the end of the load; buildings, of which there may be any
 * number, are judged as they pass. Confined to one thread, but for what {@link #begin} returns, which may be called on
 * another one between that call and {@link #finish}.
 */
public final class LoadCheck {

    private static final Principal ALL = Principal.anonymous();

    /** R3 is told by the check of the level, R12 judges no layer but the history. */
    private static final List<String> RULES =
            List.of("R1", "R2", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R13", "R14", "R15", "R16");

    private static final Set<String> TOLD_BY_ROW = Set.of("empty", "invalid");
    private static final Set<String> TOLD_BY_LEVEL = Set.of("missing-parent", "no-children");

    private final ReadView view;
    private final CheckSettings settings;
    private final LocalDate from;
    private final Map<String, Layer> loading;
    private final boolean levelsCome;
    private final boolean isTree;
    private final Map<String, Coming> coming = new LinkedHashMap<>();
    private final Map<String, Map<String, Row>> known = new HashMap<>();

    /**
     * A check of one load.
     *
     * @param view the store before it
     * @param settings which rules run and how grave their breaches are
     * @param from first day of what comes
     * @param loading the layers that come
     */
    public LoadCheck(ReadView view, CheckSettings settings, LocalDate from, List<Layer> loading) {
        this.view = view;
        this.settings = settings;
        this.from = from;
        this.loading = loading.stream().collect(Collectors.toMap(Layer::name, layer -> layer));
        this.levelsCome = loading.stream().anyMatch(layer -> layer.role() == LayerRole.DIVISION);
        this.isTree = levelsCome
                || view.layers(ALL).list().stream()
                        .anyMatch(layer -> layer.role() == LayerRole.DIVISION
                                && view.count(ALL, FeatureQuery.of(layer.name())) > 0);
    }

    /** The rules as they are, but that missing people (R16) are a warning: they are appointed to grids that are there. */
    public static CheckSettings settings() {
        return DraftCheck.settings();
    }

    /** The same rules where invalid shapes are repaired: what falls into parts by that is a warning, not an error (R6). */
    public static CheckSettings withRepair(CheckSettings rules) {
        return rules.atMost(Rule.R6, org.onemap.division.check.Severity.WARNING);
    }

    /**
     * Begins a layer.
     *
     * @param mode what becomes of its rows in the store
     * @param issues takes what is found of rows that are not kept
     * @return takes each of its rows
     */
    public BiConsumer<Content, Place> begin(Layer layer, Mode mode, IssueSink issues) {
        if (!isTree) {
            return (content, place) -> {};
        }
        if (layer.name().equals("building")) {
            BuildingCuts cuts = BuildingCuts.of(tree(), settings);
            return (content, place) -> cuts.of(StoreInput.building(feature(content, place)))
                    .forEach(cut -> tell(cut, new Row(place, content.geometry()), issues));
        }
        if (!isKept(layer)) {
            return (content, place) -> {};
        }
        List<Feature> rows = new ArrayList<>();
        coming.put(layer.name(), new Coming(layer, mode, rows));
        Map<String, Row> byCode = known.computeIfAbsent(layer.name(), unused -> new LinkedHashMap<>());
        return (content, place) -> {
            rows.add(feature(content, place));
            content.code().ifPresent(code -> byCode.putIfAbsent(code, new Row(place.code(code), content.geometry())));
        };
    }

    private record Row(Place place, Optional<Geometry> geometry) {}

    private boolean isKept(Layer layer) {
        boolean judged =
                layer.role() == LayerRole.DIVISION || !rules(layer.name()).isEmpty();
        return judged || (levelsCome && StoreInput.isLine(layer.name()));
    }

    /** The rules that judge an element layer when it is loaded alone. */
    private static List<String> rules(String layer) {
        return StoreInput.COMPOUNDS.contains(layer)
                ? List.of("R8")
                : layer.equals(AssignmentRows.LAYER)
                        ? List.of("R16")
                        : layer.equals(NetArea.LAYER.name()) ? List.of("R14") : List.of();
    }

    private Feature feature(Content content, Place place) {
        return new Feature(place.row(), from, 0, content);
    }

    private CheckInput tree() {
        StoreInput input = new StoreInput(view, StoreRows.with(view, coming.values()));
        return new CheckInput(input.levels(), Elements.none(), OptionalDouble.empty(), from);
    }

    /** Judges what was kept; called when all rows of all layers have come. */
    public void finish(IssueSink issues) {
        List<String> judged = levelsCome
                ? RULES
                : coming.keySet().stream()
                        .flatMap(layer -> rules(layer).stream())
                        .toList();
        if (!isTree || judged.isEmpty()) {
            return;
        }
        StoreRows rows = StoreRows.with(view, coming.values());
        if (!levelsCome || loading.containsKey("building")) {
            rows.only(layer -> !layer.equals("building")); // those were judged as they passed
        }
        StoreInput input = new StoreInput(view, rows);
        if (!input.levels().isEmpty()) {
            DivisionChecks.run(input.read(List.of(), from), settings.only(judged)).findings().stream()
                    .filter(finding -> levelsCome ? isOfLevels(finding) : true)
                    .forEach(finding -> tell(finding, row(finding), issues));
        }
    }

    /** Whether a finding is about a level that comes, or about one below it that stays, and not told otherwise. */
    private boolean isOfLevels(Finding finding) {
        String layer = finding.subject().layer();
        Rule rule = finding.rule();
        if (rule == Rule.R2 || rule == Rule.R4) {
            return !loading.containsKey(layer) && !TOLD_BY_LEVEL.contains(finding.defect()) && hasLostItsParent(layer);
        }
        boolean told = rule == Rule.R6 && TOLD_BY_ROW.contains(finding.defect());
        return loading.containsKey(layer) && !told && (finding.subject().codes().isEmpty() || isComing(finding));
    }

    private boolean hasLostItsParent(String layer) {
        return view.layers(ALL)
                .find(layer)
                .flatMap(Layer::parentLayer)
                .filter(loading::containsKey)
                .isPresent();
    }

    private boolean isComing(Finding finding) {
        Map<String, Row> rows = known.getOrDefault(finding.subject().layer(), Map.of());
        return finding.subject().codes().stream().anyMatch(rows::containsKey);
    }

    /** The row that comes, the first one of a level for the level as a whole, or else the level in the store. */
    private Row row(Finding finding) {
        Map<String, Row> rows = known.getOrDefault(finding.subject().layer(), Map.of());
        Optional<Row> own = finding.subject().codes().stream()
                .flatMap(code -> Optional.ofNullable(rows.get(code)).stream())
                .findFirst();
        if (own.isPresent() || !finding.subject().codes().isEmpty() || rows.isEmpty()) {
            return own.orElseGet(() -> new Row(FindingIssues.place(finding.subject()), Optional.empty()));
        }
        Row first = rows.values().iterator().next();
        return new Row(Place.file(first.place().source()), first.geometry());
    }

    /** Faults of borders that stay as they are do not stop what is laid over them. */
    private void tell(Finding finding, Row row, IssueSink issues) {
        boolean isAtFault = isComing(finding)
                || (finding.rule() == Rule.R14 && loading.containsKey(NetArea.LAYER.name()))
                || (finding.subject().codes().isEmpty()
                        && loading.containsKey(finding.subject().layer()));
        Severity severity = Severity.valueOf(finding.severity().name());
        boolean stops = severity == Severity.ERROR && isAtFault;
        ImportIssue issue = new ImportIssue(
                severity == Severity.ERROR && !isAtFault ? Severity.WARNING : severity,
                finding.rule() + "-" + finding.defect(),
                finding.text().sentence() + "；" + finding.text().advice()
                        + (stops ? "（--rules FILE.yaml 可改 " + finding.rule() + " 的级别）" : ""),
                row.place(),
                finding.where());
        issues.add(row.geometry().map(issue::within).orElse(issue));
    }
}

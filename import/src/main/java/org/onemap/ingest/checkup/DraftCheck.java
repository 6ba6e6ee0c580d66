package org.onemap.ingest.checkup;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onemap.InvalidInput;
import org.onemap.division.check.CheckSettings;
import org.onemap.division.check.Finding;
import org.onemap.division.check.Severity;
import org.onemap.feature.LayerRole;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * What a draft does to the rules of grid division: the check of the store as the draft would make it, and which of its
 * errors the store of today does not have. Only those stop a draft (decision 144). Immutable.
 *
 * @param checkup the check of the store as the draft would make it
 * @param added the errors that the draft adds
 */
public record DraftCheck(Checkup checkup, List<Finding> added) {

    private static final int MOST_NAMED = 10;

    public DraftCheck {
        added = List.copyOf(added);
    }

    /** The rules as they are, but that missing people (R16) are a warning: people can be assigned when a grid is there. */
    public static CheckSettings settings() {
        return CheckSettings.of(Map.of("R16", Map.of("severity", "warning")));
    }

    /**
     * Checks a draft or a scheduled change set.
     *
     * @param today the day whose posts count
     * @throws org.onemap.NotFound if there is no change set of this number
     * @throws InvalidInput if it is neither
     */
    public static DraftCheck of(Store store, long draft, CheckSettings settings, LocalDate today) {
        Checkup after = Checkup.of(store, settings, draft, today);
        Set<List<Object>> known = new HashSet<>();
        if (after.result().count(Severity.ERROR) > 0 && hasDivisions(store)) {
            Checkup.of(store, settings, List.of(), today).result().findings().forEach(one -> known.add(key(one)));
        }
        return new DraftCheck(
                after,
                after.result().findings().stream()
                        .filter(one -> one.severity() == Severity.ERROR && !known.contains(key(one)))
                        .toList());
    }

    private static boolean hasDivisions(Store store) {
        try (ReadView view = store.read()) {
            return view.layers(Principal.anonymous()).list().stream()
                    .anyMatch(layer -> layer.role() == LayerRole.DIVISION
                            && view.count(Principal.anonymous(), FeatureQuery.of(layer.name())) > 0);
        }
    }

    private static List<Object> key(Finding one) {
        return List.of(
                one.rule(),
                one.defect(),
                one.subject().layer(),
                new TreeSet<>(one.subject().codes()));
    }

    /** Errors that the store of today has as well. */
    public long stood() {
        return checkup.result().count(Severity.ERROR) - added.size();
    }

    /** One line: how many errors are added, how many stood, how many warnings there are. */
    public String summary() {
        return "check: " + added.size() + " errors that the draft adds, " + stood() + " that stand already, "
                + checkup.result().count(Severity.WARNING) + " warnings";
    }

    /**
     * Refuses a draft that adds errors.
     *
     * @throws InvalidInput naming them
     */
    public void require(long draft) {
        if (!added.isEmpty()) {
            throw new InvalidInput("draft " + draft + " adds " + added.size() + " errors:\n"
                    + added.stream()
                            .limit(MOST_NAMED)
                            .map(one -> "  " + one.rule() + " " + one.text().sentence() + "；"
                                    + one.text().advice())
                            .collect(Collectors.joining("\n"))
                    + (added.size() > MOST_NAMED ? "\n  and " + (added.size() - MOST_NAMED) + " more" : "")
                    + "\nonemap division check " + draft + " --report DIR shows where");
        }
    }
}

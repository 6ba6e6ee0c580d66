package org.onemap.ingest.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.division.check.CheckSettings;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.ingest.checkup.Checkup;
import org.onemap.ingest.checkup.DraftCheck;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest.Effective;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ReadView;
import org.onemap.store.StagedLayer;
import org.onemap.store.Store;

/**
 * Puts plans in force: the store as the plan makes it is checked by the rules of grid division, and only a plan without
 * errors is accepted. Confined to one thread.
 */
public final class PlanAcceptance {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Store store;
    private final CheckSettings settings;

    /**
     * Acceptance into a store.
     *
     * @param settings by which the result is judged; usually {@link #settings()}
     */
    public PlanAcceptance(Store store, CheckSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * The rules with their own severities, but that missing people (R16) are a warning: nobody can be assigned to a grid
     * before its code is there.
     */
    public static CheckSettings settings() {
        return DraftCheck.settings();
    }

    /**
     * What came of it.
     *
     * @param checkup the check of the store as the plan makes it
     * @param accepted the plan's record; empty if the check found errors, and then nothing was written
     */
    public record Verdict(Checkup checkup, Optional<ChangeSet> accepted) {}

    /**
     * Checks a plan and, if it passes, gives it its day.
     *
     * @param author who accepts it
     * @throws org.onemap.NotFound if there is no change set of this number
     * @throws InvalidInput if it is no plan, is accepted or discarded already, has its day before today or before the last
     *     change of a layer, or if a layer that it was made from was changed since; nothing is written then
     */
    public Verdict accept(long number, Effective effective, String author) {
        requireCurrent(number);
        requireNotPast(effective);
        Checkup checkup = Checkup.of(store, settings, number, LocalDate.now(SHANGHAI));
        return new Verdict(
                checkup,
                checkup.result().passes() ? Optional.of(store.accept(number, effective, author)) : Optional.empty());
    }

    /** A plan without errors is what the check waits for; so what would be refused anyway is told before it. */
    private static void requireNotPast(Effective effective) {
        LocalDate today = LocalDate.now(SHANGHAI);
        effective.day().filter(day -> day.isBefore(today)).ifPresent(day -> {
            throw new InvalidInput(
                    "a plan cannot be valid from " + day + ", before today (" + today + "): give today or a later day");
        });
    }

    /**
     * Refuses a plan that was made from rows which are different now: what it says of loads, figures and of the elements
     * that follow would be wrong.
     */
    private void requireCurrent(long number) {
        try (ReadView view = store.read()) {
            ChangeSet plan = view.getChangeSet(number);
            requireDraft(plan);
            List<StagedLayer> staged = view.listStaged(number);
            if (staged.stream().anyMatch(layer -> layer.mode() == Mode.REPLACE)) {
                throw new InvalidInput("plan " + number + " was made by an older version that did not take elements and"
                        + " people along; make it anew");
            }
            Set<String> sources = new HashSet<>();
            view.layers(Principal.anonymous()).list().stream()
                    .filter(layer -> layer.role() == LayerRole.DIVISION || layer.role() == LayerRole.ELEMENT)
                    .map(Layer::name)
                    .forEach(sources::add);
            for (ChangeSet later : view.listChangeSets()) {
                if (later.appliedAs().orElse(0L) > number) {
                    requireElsewhere(number, later, sources);
                }
            }
        }
    }

    private static void requireDraft(ChangeSet plan) {
        if (plan.kind() != ChangeSet.Kind.PLAN) {
            throw new InvalidInput("change " + plan.number() + " is no plan but an "
                    + plan.kind().name().toLowerCase(java.util.Locale.ROOT) + "; 'onemap changes list' shows all");
        }
        switch (plan.state()) {
            case DRAFT -> {}
            case APPLIED ->
                throw new InvalidInput(
                        "plan " + plan.number() + " is accepted already: valid from " + plan.effective());
            case SCHEDULED ->
                throw new InvalidInput("plan " + plan.number() + " is accepted already: it takes effect on "
                        + plan.effective() + "; 'onemap changes undo " + plan.number() + "' calls it off");
            case UNDONE -> throw new InvalidInput("plan " + plan.number() + " was discarded or undone; make it anew");
        }
    }

    private static void requireElsewhere(long number, ChangeSet later, Set<String> sources) {
        later.counts().forEach((layer, counts) -> {
            if (sources.contains(layer) && counts.changed() > 0) {
                throw new InvalidInput("layer '" + layer + "' was changed by " + later.number() + " ("
                        + later.author() + ", " + counts.changed() + " rows) after plan " + number
                        + " was made from it; make the plan anew from today's rows");
            }
        });
    }
}

package org.onemap.ingest.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.Division;
import org.onemap.division.check.DivisionRepair;
import org.onemap.division.check.DivisionRepair.Mended;
import org.onemap.division.check.Level;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** Mends the division levels of a store and writes what differs as one change set. Confined to one thread. */
public final class StoreRepair {

    /** Regions of a greater mean width are no drawing faults and stay for a human. */
    public static final double WIDEST_M = 5;

    private StoreRepair() {}

    /** What was mended in the checked levels; nothing is written. */
    public static DivisionRepair.Outcome mend(CheckInput input) {
        return DivisionRepair.run(input, WIDEST_M);
    }

    /**
     * Writes the divisions that a repair changed, valid from today.
     *
     * @param before what was checked
     * @return the change set; empty if nothing differs
     */
    public static Optional<ChangeSet> write(
            Store store, CheckInput before, DivisionRepair.Outcome outcome, String author) {
        Map<Level, Map<String, Geometry>> changed = new HashMap<>();
        for (Level level : outcome.input().levels()) {
            Map<String, Geometry> areas = changed(before, level);
            if (!areas.isEmpty()) {
                changed.put(level, areas);
            }
        }
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        ChangeSetRequest request = new ChangeSetRequest(
                ChangeSet.Kind.EDIT,
                author,
                ChangeSetRequest.Effective.today(),
                "onemap check --repair: " + outcome.mended().size() + " places mended");
        try (ChangeSetWriter writer = store.begin(request)) {
            for (Level level : outcome.input().levels()) {
                Map<String, Geometry> areas = changed.get(level);
                if (areas != null) {
                    writer.load(level.layer(), ChangeSetWriter.Mode.UPSERT);
                    contents(store, level, areas).forEach(writer::put);
                    writer.finishLayer();
                }
            }
            return Optional.of(writer.commit());
        }
    }

    private static Map<String, Geometry> changed(CheckInput before, Level after) {
        Map<String, Geometry> old = new HashMap<>();
        before.findLevel(after.layer().name())
                .ifPresent(level -> level.divisions().forEach(division -> old.put(division.code(), division.area())));
        Map<String, Geometry> changed = new HashMap<>();
        for (Division division : after.divisions()) {
            Geometry area = old.get(division.code());
            if (area != null && !area.equalsExact(division.area())) {
                changed.put(division.code(), division.area());
            }
        }
        return changed;
    }

    private static List<Content> contents(Store store, Level level, Map<String, Geometry> areas) {
        List<Content> contents = new ArrayList<>();
        try (ReadView view = store.read();
                FeatureCursor cursor = view.query(
                        Principal.anonymous(), FeatureQuery.of(level.layer().name()))) {
            while (cursor.hasNext()) {
                Feature feature = cursor.next();
                Geometry area = areas.get(feature.code().orElse(""));
                if (area != null) {
                    contents.add(feature.content().toBuilder().geometry(area).build());
                }
            }
        }
        return contents;
    }

    /** One line for a place that was mended. */
    public static String say(Mended mended) {
        Coordinate at = mended.mend().where().getInteriorPoint().getCoordinate();
        String what = mended.mend().areaM2() == 0
                ? "补节点"
                : (mended.mend().gained() ? "并入缝隙 " : "让出重叠 ")
                        + String.format(Locale.ROOT, "%.2f m²", mended.mend().areaM2());
        return mended.level().title() + mended.division().label() + " " + what
                + String.format(Locale.ROOT, "，位于 %.7f, %.7f", at.x, at.y);
    }
}

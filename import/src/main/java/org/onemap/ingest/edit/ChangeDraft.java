package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.crs.Distances;
import org.onemap.division.life.DivisionChange;
import org.onemap.division.life.DivisionKey;
import org.onemap.division.life.DivisionRows;
import org.onemap.division.life.LevelChange;
import org.onemap.division.life.Lineage;
import org.onemap.division.life.LineageRows;
import org.onemap.division.life.Successors;
import org.onemap.feature.Content;
import org.onemap.feature.FieldNames;
import org.onemap.feature.Layer;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * A change of divisions, by edits or by a plan, with all that follows from it, in one change set: the divisions with their
 * figures counted anew, the elements and people of divisions that changed, the lineage. Confined to one thread.
 */
public final class ChangeDraft {

    /** Below this an area did not change but was given vertices. */
    private static final double SAME_AREA_M2 = 1;

    private final Store store;
    private final ReadView view;
    private final StoreReading reading;

    /**
     * Changes of a store.
     *
     * @param view the picture of it that the changes were made from
     */
    public ChangeDraft(Store store, ReadView view) {
        this.store = store;
        this.view = view;
        this.reading = new StoreReading(view);
    }

    /**
     * Writes a change.
     *
     * @param rows the divisions as they are after it
     * @param more loads further layers into the same change set
     * @return the record of what was written
     * @throws InvalidInput if a code was retired before or a row changed meanwhile; then nothing is written
     */
    public ChangeSet write(
            ChangeSetRequest request, DivisionRows rows, DivisionChange change, Consumer<ChangeSetWriter> more) {
        Figures figures = new Figures(reading);
        Successors successors = new Successors(change, rows::list);
        StorePeople people = new StorePeople(view);
        if (request.kind() == ChangeSet.Kind.PLAN) {
            people.followPlan(change.lineage(), code -> households(rows, code));
        } else {
            people.follow(change.lineage(), code -> households(rows, code));
        }
        StoreNets nets = new StoreNets(view);
        nets.follow(rows, change, code -> households(rows, code));
        try (ChangeSetWriter writer = store.begin(request)) {
            for (LevelChange level : change.levels()) {
                write(writer, level, row -> counted(figures, rows, level.layer(), row));
            }
            for (Layer layer : reading.elements()) {
                follow(writer, layer, successors);
            }
            people.write(writer);
            nets.write(writer);
            put(writer, LineageRows.LAYER, lineage(writer.number(), change.lineage()));
            more.accept(writer);
            return writer.commit();
        }
    }

    /** What a division had before the change, on whichever level it stands. */
    private static double households(DivisionRows rows, String code) {
        return rows.levels().stream()
                .flatMap(level -> rows.findBefore(new DivisionKey(level.name(), code)).stream())
                .flatMapToDouble(row -> FieldNames.HOUSEHOLDS.number(row).stream())
                .max()
                .orElse(0);
    }

    private static Content counted(Figures figures, DivisionRows rows, Layer level, Content row) {
        Optional<Content> before =
                rows.findBefore(new DivisionKey(level.name(), row.code().orElseThrow()));
        boolean same = before.isPresent()
                && sameArea(
                        before.get().geometry().orElseThrow(), row.geometry().orElseThrow());
        return same ? row : figures.count(row);
    }

    private static boolean sameArea(Geometry before, Geometry after) {
        return before.getEnvelopeInternal().equals(after.getEnvelopeInternal())
                && Math.abs(Distances.areaM2(before) - Distances.areaM2(after)) < SAME_AREA_M2;
    }

    private static void write(ChangeSetWriter writer, LevelChange level, UnaryOperator<Content> counted) {
        Layer layer = level.layer();
        writer.load(layer, Mode.UPSERT);
        for (String code : level.retired()) {
            require(writer.retire(key(layer, code)), Outcome.RETIRED, layer, code);
        }
        level.recoded()
                .forEach((code, row) ->
                        require(writer.recode(key(layer, code), counted.apply(row)), Outcome.REPLACED, layer, code));
        for (Content row : level.put()) {
            Outcome outcome = writer.put(counted.apply(row));
            if (outcome == Outcome.REUSES_RETIRED || outcome == Outcome.DUPLICATE_KEY) {
                throw new InvalidInput("code " + row.code().orElse("?") + " of " + layer.name()
                        + " was retired before; codes are never given out again: choose another");
            }
        }
        writer.finishLayer();
    }

    private static void require(Outcome outcome, Outcome wanted, Layer layer, String code) {
        if (outcome == Outcome.REUSES_RETIRED) {
            throw new InvalidInput("the new code of " + layer.name() + " " + code
                    + " was retired before; codes are never given out again: choose another");
        } else if (outcome != wanted) {
            throw new InvalidInput(layer.name() + " " + code + " was changed by somebody else just now; try again");
        }
    }

    private static Content key(Layer layer, String code) {
        return Content.builder(layer.schema()).code(code).build();
    }

    /** Puts the rows that move, one in memory at a time; a layer without any is not touched. */
    private void follow(ChangeSetWriter writer, Layer layer, Successors successors) {
        boolean[] loading = {false};
        reading.forEach(layer.name(), row -> successors.follow(row).ifPresent(moved -> {
            if (!loading[0]) {
                writer.load(layer, Mode.UPSERT);
                loading[0] = true;
            }
            writer.put(moved);
        }));
        if (loading[0]) {
            writer.finishLayer();
        }
    }

    private static void put(ChangeSetWriter writer, Layer layer, Collection<Content> rows) {
        writer.load(layer, Mode.UPSERT);
        rows.forEach(writer::put);
        writer.finishLayer();
    }

    private static List<Content> lineage(long change, List<Lineage> steps) {
        List<Content> rows = new ArrayList<>();
        for (Lineage step : steps) {
            rows.add(LineageRows.toContent(change, rows.size() + 1, step));
        }
        return rows;
    }
}

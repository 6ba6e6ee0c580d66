package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.crs.Distances;
import org.onemap.division.life.DivisionChange;
import org.onemap.division.life.DivisionEditor;
import org.onemap.division.life.DivisionRows;
import org.onemap.division.life.LevelChange;
import org.onemap.division.life.Lineage;
import org.onemap.division.life.LineageRows;
import org.onemap.feature.Content;
import org.onemap.feature.FieldNames;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.ChangeSetWriter.Outcome;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * An edit of divisions and all that follows from it, written as one draft: the divisions with their figures counted
 * anew, the elements and people of divisions that changed, the lineage. Confined to one thread.
 */
public final class EditDraft {

    /** Below this an area did not change but was given vertices. */
    private static final double SAME_AREA_M2 = 1;

    private final Store store;

    /** Drafts for this store. */
    public EditDraft(Store store) {
        this.store = store;
    }

    /**
     * Edits and keeps the result as a draft.
     *
     * @param author who makes it
     * @param note what it is for
     * @param edits what to do
     * @return the record of the draft
     * @throws InvalidInput if an edit is refused or nothing changes; then nothing is written
     */
    public ChangeSet write(String author, String note, Consumer<DivisionEditor> edits) {
        try (ReadView view = store.read()) {
            StoreReading reading = new StoreReading(view);
            DivisionRows rows = reading.divisions();
            Map<String, Content> before = rowsByCode(rows);
            DivisionEditor editor = new DivisionEditor(rows, reading.households(), new NextCodes(reading, rows));
            edits.accept(editor);
            DivisionChange change = editor.change();
            if (change.levels().isEmpty()) {
                throw new InvalidInput("nothing changes by this edit");
            }
            Map<String, List<Content>> elements = elements(reading, new Successors(rows, change));
            Figures figures = new Figures(reading);
            StorePeople people = new StorePeople(view);
            people.follow(change.lineage(), code -> households(before, code));
            StoreNets nets = new StoreNets(view);
            nets.follow(rows, change, code -> households(before, code));
            try (ChangeSetWriter writer = store.begin(
                    new ChangeSetRequest(ChangeSet.Kind.EDIT, author, ChangeSetRequest.Effective.draft(), note))) {
                for (LevelChange level : change.levels()) {
                    write(writer, level, row -> counted(figures, before, level.layer(), row));
                }
                elements.forEach((layer, moved) -> put(writer, layer(view, layer), moved));
                people.write(writer);
                nets.write(writer);
                put(writer, LineageRows.LAYER, lineage(writer.number(), change.lineage()));
                return writer.commit();
            }
        }
    }

    private static Map<String, Content> rowsByCode(DivisionRows rows) {
        Map<String, Content> byCode = new HashMap<>();
        rows.levels().forEach(level -> rows.list(level.name())
                .forEach(row -> byCode.put(level.name() + " " + row.code().orElseThrow(), row)));
        return byCode;
    }

    private static double households(Map<String, Content> before, String code) {
        return before.entrySet().stream()
                .filter(row -> row.getKey().endsWith(" " + code))
                .flatMapToDouble(row -> FieldNames.HOUSEHOLDS.number(row.getValue()).stream())
                .max()
                .orElse(0);
    }

    private static Content counted(Figures figures, Map<String, Content> before, Layer level, Content row) {
        Content old = before.get(level.name() + " " + row.code().orElseThrow());
        if (old != null && sameArea(old.geometry().orElseThrow(), row.geometry().orElseThrow())) {
            return row;
        }
        return figures.count(row);
    }

    private static boolean sameArea(Geometry before, Geometry after) {
        return before.getEnvelopeInternal().equals(after.getEnvelopeInternal())
                && Math.abs(Distances.areaM2(before) - Distances.areaM2(after)) < SAME_AREA_M2;
    }

    private static Map<String, List<Content>> elements(StoreReading reading, Successors successors) {
        Map<String, List<Content>> moved = new HashMap<>();
        for (Layer layer : reading.elements()) {
            List<Content> rows = new ArrayList<>();
            reading.forEach(layer.name(), row -> successors.follow(row).ifPresent(rows::add));
            if (!rows.isEmpty()) {
                moved.put(layer.name(), rows);
            }
        }
        return moved;
    }

    private static Layer layer(ReadView view, String name) {
        return view.layers(Principal.anonymous()).get(name);
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

    private static void put(ChangeSetWriter writer, Layer layer, List<Content> rows) {
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

package org.onemap.ingest.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.division.life.DivisionChange;
import org.onemap.division.life.DivisionRows;
import org.onemap.division.life.Redrawing;
import org.onemap.division.plan.Plan;
import org.onemap.division.plan.PlanFigureRows;
import org.onemap.division.plan.PlanFigureRows.Stage;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.edit.ChangeDraft;
import org.onemap.ingest.edit.StoreReading;
import org.onemap.ingest.plan.PlanCodes.Named;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * Writes a plan as a draft in one transaction: the divisions that change, with all that follows from them. Confined to one
 * thread.
 */
final class PlanDraft {

    private final Plan plan;
    private final Today today;
    private final PlanCodes codes;
    private final PlanNames names;
    private final LayerRows rows;

    PlanDraft(Plan plan, Today today, PlanCodes codes, LayerRows rows) {
        this.plan = plan;
        this.today = today;
        this.codes = codes;
        this.rows = rows;
        this.names = new PlanNames(
                plan, today, codes, fromTop -> layerFromTop(fromTop).title());
    }

    /** Every code that was ever given in these layers. */
    static Set<String> given(ReadView view, Set<String> layers) {
        Set<String> given = new HashSet<>();
        view.forEachChangeSince(0, entry -> {
            if (layers.contains(entry.layer()) && !entry.code().isEmpty()) {
                given.add(entry.code());
            }
        });
        return given;
    }

    /**
     * The draft's record; empty if the plan is what there is today.
     *
     * @param outcome what the plan says of itself, kept beside it
     */
    Optional<ChangeSet> write(Store store, ReadView view, ChangeSetRequest request, PlanOutcome outcome) {
        StoreReading reading = new StoreReading(view);
        DivisionRows divisions = reading.divisions();
        Map<String, List<Content>> drawn = new LinkedHashMap<>();
        for (int fromTop = 0; fromTop < plan.levels(); fromTop++) {
            Layer layer = layerFromTop(fromTop);
            if (divisions.levels().stream().noneMatch(one -> one.name().equals(layer.name()))) {
                divisions.addLevel(layer, List.of());
            }
            List<Content> parts = new ArrayList<>();
            for (int part = 0; part < plan.count(plan.levels() - 1 - fromTop); part++) {
                parts.add(row(layer, fromTop, part));
            }
            drawn.put(layer.name(), parts);
        }
        DivisionChange change = Redrawing.of(divisions, drawn, reading.households());
        return change.levels().isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeDraft(store, view).write(request, divisions, change, writer -> {
                    putFigures(writer, outcome.before());
                    put(writer, PlanRecord.LAYER, Stream.of(PlanRecord.row(writer.number(), outcome)));
                }));
    }

    private void putFigures(ChangeSetWriter writer, Optional<Plan> before) {
        List<PlanFigureRows> figures = new ArrayList<>();
        figures.add(new PlanFigureRows(writer.number(), Stage.PLAN, plan, new Codes()));
        before.map(old -> new PlanFigureRows(writer.number(), Stage.TODAY, old, this::codeOfToday))
                .ifPresent(figures::add);
        put(writer, PlanFigureRows.LEVEL, figures.stream().flatMap(one -> one.levels().stream()));
        put(writer, PlanFigureRows.DIVISION, figures.stream().flatMap(one -> one.divisions().stream()));
    }

    private static void put(ChangeSetWriter writer, Layer layer, Stream<Content> contents) {
        writer.load(layer, ChangeSetWriter.Mode.UPSERT);
        contents.forEach(writer::put);
        writer.finishLayer();
    }

    /** What the parts of the plan are called, level 0 the lowest. */
    private final class Codes implements PlanFigureRows.Codes {

        @Override
        public String code(int level, int part) {
            return PlanDraft.this.code(plan.levels() - 1 - level, part);
        }

        @Override
        public String name(int level, int part) {
            return title(plan.levels() - 1 - level, part);
        }
    }

    private String codeOfToday(int level, int part) {
        Feature division = today.divisions(plan.levels() - 1 - level).get(part);
        return division.code().orElse(Long.toString(division.oid()));
    }

    private Layer layerFromTop(int fromTop) {
        return layer(plan.problem().levels().layer(plan.levels() - 1 - fromTop));
    }

    private Layer layer(String name) {
        return rows.layer(name)
                .or(() -> StandardLayers.find(name))
                .orElseThrow(() -> new InvalidInput("there is no layer " + name
                        + "; plan the levels office, zone, grid, or layers that the store has"));
    }

    private Content row(Layer layer, int fromTop, int part) {
        int level = plan.levels() - 1 - fromTop;
        Named named = codes.part(fromTop, part);
        Content.Builder row;
        if (named.division().isPresent()) {
            Feature before = today.divisions(fromTop).get(named.division().getAsInt());
            if (isAsToday(fromTop, part, named.division().getAsInt())) {
                return parented(before.content().toBuilder(), fromTop, part).build();
            }
            row = before.content().toBuilder();
        } else {
            row = Content.builder(layer.schema()).code(named.code()).name(title(fromTop, part));
        }
        return parented(row, fromTop, part).geometry(shape(level, part)).build();
    }

    private Content.Builder parented(Content.Builder row, int fromTop, int part) {
        return fromTop == 0
                ? row
                : row.parentCode(codes.part(fromTop - 1, plan.parent(plan.levels() - 1 - fromTop, part))
                        .code());
    }

    /** A part with the same blocks as today keeps its geometry to the last bit. */
    private boolean isAsToday(int fromTop, int part, int division) {
        int level = plan.levels() - 1 - fromTop;
        int blocks = plan.problem().blocks().blocks().size();
        for (int block = 0; block < blocks; block++) {
            if ((plan.part(level, block) == part) != (today.division(fromTop, block) == division)) {
                return false;
            }
        }
        return true;
    }

    /** The code of a part. */
    String code(int fromTop, int part) {
        return codes.part(fromTop, part).code();
    }

    /** What a part is called. */
    String title(int fromTop, int part) {
        return names.name(fromTop, part);
    }

    /** The union of a part's blocks, which share their vertices. */
    Geometry shape(int level, int part) {
        List<Geometry> polygons = new ArrayList<>();
        for (int block : plan.blocks(level, part)) {
            polygons.add(plan.problem().blocks().blocks().get(block).polygon());
        }
        return CoverageUnion.union(polygons.toArray(new Geometry[0]));
    }
}

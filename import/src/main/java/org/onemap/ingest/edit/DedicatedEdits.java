package org.onemap.ingest.edit;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.code.ChildCodes;
import org.onemap.division.overlay.DedicatedGrid;
import org.onemap.division.people.AssignmentRules.Known;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;

/** Dedicated grids (专属网格) made, altered and ended, each as one draft. Confined to one thread. */
public final class DedicatedEdits {

    private static final Principal ALL = Principal.anonymous();

    private final Store store;
    private final String author;
    private final String note;

    /** Edits of this store by this author. */
    public DedicatedEdits(Store store, String author, String note) {
        this.store = store;
        this.author = author;
        this.note = note;
    }

    /**
     * What of a dedicated grid is to be set; empty for what stays as it is.
     *
     * @param name what it is called
     * @param ground where it is
     * @param matters what it answers for
     * @param precedence the lowest number answers
     */
    public record Wish(
            Optional<String> name,
            Optional<Ground> ground,
            Optional<List<String>> matters,
            Optional<Integer> precedence) {}

    /**
     * Where a dedicated grid is: one of the two.
     *
     * @param area a polygon, EPSG:4490
     * @param premises buildings, compounds and addresses by code or name
     */
    public record Ground(Optional<Geometry> area, List<String> premises) {}

    /**
     * Makes one.
     *
     * @param parent code of the division that it belongs to
     * @throws InvalidInput if the parent is not there, the area is no polygon, or no building stands for a premise
     */
    public ChangeSet make(String parent, Wish wish) {
        try (ReadView view = store.read()) {
            StoreReading reading = new StoreReading(view);
            Known known = new DivisionCodes(view).known(parent);
            if (known != Known.CURRENT) {
                throw new InvalidInput(
                        known == Known.RETIRED
                                ? "division " + parent + " is retired (作废); give one of today"
                                : "no division has the code " + parent + "; list them with: onemap division list");
            }
            String name = wish.name().orElse("");
            Ground ground =
                    wish.ground().orElseThrow(() -> new InvalidInput("a dedicated grid needs an area or premises"));
            requirePrecedence(wish);
            String code = new ChildCodes(reading.usedCodes(DedicatedGrid.LAYER)).next(parent + "Z", 2);
            Placed placed = place(reading, ground);
            DedicatedGrid grid = new DedicatedGrid(
                    code,
                    name,
                    wish.matters().orElse(List.of()),
                    wish.precedence().orElse(DedicatedGrid.LAST),
                    placed.buildings);
            return write(view, Optional.empty(), parent, grid, placed.area);
        }
    }

    /**
     * Alters one.
     *
     * @throws NotFound if there is none of this code today
     */
    public ChangeSet alter(String code, Wish wish) {
        try (ReadView view = store.read()) {
            Content old = get(view, code);
            requirePrecedence(wish);
            DedicatedGrid was = DedicatedGrid.read(old);
            Optional<Placed> placed = wish.ground().map(ground -> place(new StoreReading(view), ground));
            DedicatedGrid grid = new DedicatedGrid(
                    code,
                    wish.name().orElse(was.name()),
                    wish.matters().orElse(was.matters()),
                    wish.precedence().orElse(was.precedence()),
                    placed.map(Placed::buildings).orElse(was.premises()));
            Geometry area =
                    placed.map(Placed::area).orElseGet(() -> old.geometry().orElseThrow());
            if (grid.equals(was) && area.equalsExact(old.geometry().orElseThrow())) {
                throw new InvalidInput("nothing of dedicated grid " + code + " changes by this edit");
            }
            return write(view, Optional.of(old), old.parentCode().orElse(""), grid, area);
        }
    }

    /**
     * Ends one; its code is not given out again.
     *
     * @throws NotFound if there is none of this code today
     */
    public ChangeSet end(String code) {
        try (ReadView view = store.read()) {
            get(view, code);
            Layer layer = layer(view);
            return Drafts.write(store, author, note, writer -> {
                writer.load(layer, ChangeSetWriter.Mode.UPSERT);
                writer.retire(Content.builder(layer.schema()).code(code).build());
                writer.finishLayer();
            });
        }
    }

    private ChangeSet write(ReadView view, Optional<Content> old, String parent, DedicatedGrid grid, Geometry area) {
        Layer layer = layer(view);
        return Drafts.write(store, author, note, writer -> {
            writer.load(layer, ChangeSetWriter.Mode.UPSERT);
            writer.put(grid.write(layer, old, parent, area));
            writer.finishLayer();
        });
    }

    private static Layer layer(ReadView view) {
        return DedicatedGrid.layer(view.layers(ALL).find(DedicatedGrid.LAYER));
    }

    private static Content get(ReadView view, String code) {
        boolean any = view.layers(ALL).find(DedicatedGrid.LAYER).isPresent();
        return (any ? view.find(ALL, DedicatedGrid.LAYER, code, ValidTime.now()) : Optional.<Feature>empty())
                .orElseThrow(() -> new NotFound("no dedicated grid has the code " + code
                        + " today; list them with: onemap division dedicated list"))
                .content();
    }

    private static void requirePrecedence(Wish wish) {
        wish.precedence()
                .filter(number -> number < 1 || number > DedicatedGrid.LAST)
                .ifPresent(number -> {
                    throw new InvalidInput(
                            "a precedence of " + number + "; give 1 (answers first) to " + DedicatedGrid.LAST);
                });
    }

    private record Placed(Geometry area, List<String> buildings) {}

    private static Placed place(StoreReading reading, Ground ground) {
        if (ground.area().isPresent()) {
            Geometry area = ground.area().get();
            if (area.getDimension() != 2 || !area.isValid()) {
                throw new InvalidInput("the area of a dedicated grid must be a valid polygon, not a "
                        + area.getGeometryType() + (area.getDimension() == 2 ? " that crosses itself" : ""));
            }
            return new Placed(area, List.of());
        }
        Premises premises = new Premises(reading);
        List<String> buildings = premises.buildings(ground.premises());
        return new Placed(premises.area(buildings), buildings);
    }
}

package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.division.DivisionTree;
import org.onemap.division.life.DivisionKey;
import org.onemap.division.life.DivisionRows;
import org.onemap.division.life.Households;
import org.onemap.division.people.AssignmentRows;
import org.onemap.feature.Content;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;

/** What edits of divisions read from a store. Confined to the thread of its view. */
public final class StoreReading {

    private static final Principal ALL = Principal.anonymous();
    private static final List<String> HOUSEHOLD_FIELDS = List.of("户数", "households");
    private static final List<String> ROUTE_FIELDS = List.of("路线编码", "road_code", "route");

    private final ReadView view;

    /** Reads from this view. */
    public StoreReading(ReadView view) {
        this.view = view;
    }

    /** The divisions of all levels, parents first. */
    public DivisionRows divisions() {
        DivisionRows rows = new DivisionRows();
        for (Layer level : DivisionTree.of(view.layers(ALL).list(), List.of()).levels()) {
            List<Content> contents = new ArrayList<>();
            forEach(level.name(), contents::add);
            rows.addLevel(level, contents);
        }
        return rows;
    }

    /** The layers of things that lie in divisions. */
    List<Layer> elements() {
        return view.layers(ALL).list().stream()
                .filter(layer ->
                        layer.role() == LayerRole.ELEMENT && !layer.name().equals(AssignmentRows.LAYER))
                .toList();
    }

    /** All current rows of a layer; none if there is no such layer. */
    void forEach(String layer, Consumer<Content> action) {
        if (view.layers(ALL).find(layer).isEmpty()) {
            return;
        }
        try (FeatureCursor cursor = view.query(ALL, FeatureQuery.of(layer))) {
            while (cursor.hasNext()) {
                action.accept(cursor.next().content());
            }
        }
    }

    /** Where people live: the buildings with their number of households. */
    public Households households() {
        List<Households.Home> homes = new ArrayList<>();
        forEach("building", building -> {
            double households = number(building, HOUSEHOLD_FIELDS).orElse(0.0);
            Optional<Geometry> geometry = building.geometry().filter(shape -> !shape.isEmpty());
            if (households > 0 && geometry.isPresent()) {
                homes.add(new Households.Home(geometry.get().getInteriorPoint().getCoordinate(), households));
            }
        });
        return Households.of(homes);
    }

    /** The first of these fields that holds a number, or a text that is one. */
    static Optional<Double> number(Content row, List<String> fields) {
        return fields.stream()
                .flatMap(field -> row.value(field).stream())
                .flatMap(value -> number(value).stream())
                .findFirst();
    }

    private static Optional<Double> number(Object value) {
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        return value instanceof String text && text.strip().matches("\\d{1,9}(\\.\\d{1,6})?")
                ? Optional.of(Double.valueOf(text.strip()))
                : Optional.empty();
    }

    /**
     * The lines of a road.
     *
     * @param road its name, its code or its route's code
     * @throws NotFound if the store has no such road
     */
    public Geometry road(String road) {
        List<Geometry> lines = new ArrayList<>();
        forEach("road", row -> {
            boolean meant = row.code().equals(Optional.of(road))
                    || row.name().equals(Optional.of(road))
                    || ROUTE_FIELDS.stream().anyMatch(field -> row.value(field).equals(Optional.of((Object) road)));
            if (meant) {
                row.geometry().ifPresent(lines::add);
            }
        });
        if (lines.isEmpty()) {
            throw new NotFound("no road is called or coded '" + road + "'; look at the collection 'road', or give the"
                    + " line itself with --line");
        }
        return new GeometryFactory().buildGeometry(lines);
    }

    /** The codes that a layer ever had, and those that drafts are going to give. */
    Set<String> usedCodes(String layer) {
        Set<String> used = new HashSet<>();
        view.forEachChangeSince(0, entry -> {
            if (entry.layer().equals(layer)) {
                used.add(entry.code());
            }
        });
        forEach(layer, row -> row.code().ifPresent(used::add));
        view.listChangeSets().forEach(set -> view.listStaged(set.number()).stream()
                .filter(staged -> staged.layer().name().equals(layer))
                .forEach(staged -> {
                    try (FeatureCursor rows = view.queryStaged(ALL, set.number(), layer)) {
                        rows.forEachRemaining(row -> row.code().ifPresent(used::add));
                    }
                }));
        return used;
    }

    /**
     * Which division a user means by a code.
     *
     * @param level its level; empty for the only level that has the code
     * @throws NotFound if none has it
     * @throws InvalidInput if several levels have it
     */
    public static DivisionKey key(DivisionRows rows, String code, Optional<String> level) {
        if (level.isPresent()) {
            rows.level(level.get());
            DivisionKey key = new DivisionKey(level.get(), code);
            rows.get(key);
            return key;
        }
        List<DivisionKey> found = rows.levels().stream()
                .map(layer -> new DivisionKey(layer.name(), code))
                .filter(key -> rows.find(key).isPresent())
                .toList();
        if (found.isEmpty()) {
            throw new NotFound("no division has the code " + code + " today; list them with: onemap division list");
        }
        if (found.size() > 1) {
            throw new InvalidInput("code " + code + " stands on several levels: say which with --level ("
                    + String.join(", ", found.stream().map(DivisionKey::level).toList()) + ")");
        }
        return found.get(0);
    }
}

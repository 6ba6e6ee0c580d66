package org.onemap.ingest.checkup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.onemap.InvalidInput;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.Division;
import org.onemap.division.check.Elements;
import org.onemap.division.check.Level;
import org.onemap.division.overlay.NetArea;
import org.onemap.division.people.Assignment;
import org.onemap.division.people.AssignmentRows;
import org.onemap.feature.Content;
import org.onemap.feature.Feature;
import org.onemap.feature.FieldNames;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;

/** Reads what a check needs out of a store, as it is or as a draft makes it. Confined to one thread, like its view. */
final class StoreInput {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Set<String> BARRIERS = Set.of("river", "railway", "河流", "铁路");
    private static final Set<String> OTHER_LINES = Set.of("wall", "water", "围墙", "水系");
    static final Set<String> COMPOUNDS = Set.of("compound", "aoi", "小区", "院落");
    private static final Pattern FAST = Pattern.compile("快速路|高速|铁路|motorway|trunk|railway", Pattern.CASE_INSENSITIVE);

    private final ReadView view;
    private final StoreRows rows;
    private final List<Layer> layers;

    StoreInput(ReadView view, StoreRows rows) {
        this.view = view;
        this.rows = rows;
        this.layers = rows.layers();
    }

    /**
     * The division tree with its elements.
     *
     * @param professional names of layers that must be unions of grids
     * @throws InvalidInput if the store has no division layer with rows, or none of a professional layer's name
     */
    CheckInput read(List<String> professional, LocalDate today) {
        List<Level> levels = levels();
        if (levels.isEmpty()) {
            throw new InvalidInput(
                    "the store has no divisions to check (layers office, zone, grid, micro_grid, community,"
                            + " unit_grid); import them first");
        }
        return new CheckInput(levels, elements(professional), yearlyChange(levels, today), today);
    }

    /** The levels that have rows. */
    List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.role() == LayerRole.DIVISION) {
                List<Division> divisions = all(layer.name(), StoreInput::division);
                if (!divisions.isEmpty()) {
                    levels.add(new Level(layer, divisions));
                }
            }
        }
        return levels;
    }

    /**
     * What lies in the divisions.
     *
     * @param professional names of layers that must be unions of grids
     * @throws InvalidInput if there is none of a professional layer's name
     */
    Elements elements(List<String> professional) {
        List<Elements.Line> lines = new ArrayList<>(optional("road", StoreInput::road));
        for (Layer layer : layers) {
            if (BARRIERS.contains(layer.name())) {
                lines.addAll(all(layer.name(), feature -> line(feature, true)));
            } else if (OTHER_LINES.contains(layer.name())) {
                lines.addAll(all(layer.name(), feature -> line(feature, false)));
            }
        }
        List<Elements.Compound> compounds = new ArrayList<>();
        for (Layer layer : layers) {
            if (COMPOUNDS.contains(layer.name())) {
                compounds.addAll(all(
                        layer.name(),
                        feature -> new Elements.Compound(feature.name().orElse(feature.id(layer)), geometry(feature))));
            }
        }
        Map<String, List<Geometry>> unions = new LinkedHashMap<>();
        for (String name : professional) {
            if (layers.stream().noneMatch(layer -> layer.name().equals(name))) {
                throw new InvalidInput("there is no layer '" + name + "' in the store; it has "
                        + String.join(", ", layers.stream().map(Layer::name).toList()));
            }
            unions.put(name, all(name, StoreInput::geometry));
        }
        for (Feature area : optional(NetArea.LAYER.name(), Function.identity())) {
            unions.computeIfAbsent(Elements.NET + NetArea.read(area.content()).net(), unused -> new ArrayList<>())
                    .add(geometry(area));
        }
        return new Elements(lines, optional("building", StoreInput::building), compounds, posts(), unions);
    }

    /** The people; empty if the layer is missing or has no row. */
    private Optional<List<Assignment>> posts() {
        List<Assignment> posts = optional(AssignmentRows.LAYER, feature -> AssignmentRows.read(feature.content()));
        return posts.isEmpty() ? Optional.empty() : Optional.of(posts);
    }

    private <T> List<T> optional(String layer, Function<Feature, T> reader) {
        return layers.stream().anyMatch(one -> one.name().equals(layer)) ? all(layer, reader) : List.of();
    }

    private <T> List<T> all(String layer, Function<Feature, T> reader) {
        List<T> found = new ArrayList<>();
        rows.forEach(layer, feature -> found.add(reader.apply(feature)));
        return found;
    }

    /** Whether borders may follow what this layer holds. */
    static boolean isLine(String layer) {
        return layer.equals("road") || BARRIERS.contains(layer) || OTHER_LINES.contains(layer);
    }

    private static Division division(Feature feature) {
        Content content = feature.content();
        OptionalDouble scale = FieldNames.SCALE.number(content);
        return new Division(
                feature.code().orElse(Long.toString(feature.oid())),
                feature.name().orElse(""),
                feature.parentCode().orElse(""),
                geometry(feature),
                new Division.Facts(
                        FieldNames.HOUSEHOLDS.number(content),
                        scale.isPresent() ? OptionalInt.of((int) scale.getAsDouble()) : OptionalInt.empty(),
                        feature.validFrom()));
    }

    private static Elements.Line road(Feature feature) {
        return line(
                feature,
                FAST.matcher(FieldNames.ROAD_CLASS.text(feature.content())).find());
    }

    private static Elements.Line line(Feature feature, boolean isBarrier) {
        return new Elements.Line(feature.name().orElse(""), geometry(feature), isBarrier);
    }

    static Elements.Building building(Feature feature) {
        Content content = feature.content();
        return new Elements.Building(
                feature.code().orElse(Long.toString(feature.oid())),
                geometry(feature),
                FieldNames.COMPOUND.text(content),
                FieldNames.HOUSEHOLDS.number(content).orElse(0));
    }

    private static Geometry geometry(Feature feature) {
        return feature.geometry().orElseGet(FACTORY::createPolygon);
    }

    /** Rows of the levels that later change sets than the first of their layer touched within a year, as a share of all. */
    private OptionalDouble yearlyChange(List<Level> levels, LocalDate today) {
        long changed = 0;
        long size = 0;
        for (Level level : levels) {
            String name = level.layer().name();
            size += level.divisions().size();
            List<ChangeSet> sets = view.listChangeSets().stream()
                    .filter(set -> set.counts().containsKey(name) && set.state() == ChangeSet.State.APPLIED)
                    .toList();
            for (ChangeSet set :
                    sets.subList(0, Math.max(0, sets.size() - 1))) { // newest first: the last made the layer
                if (set.madeAt().atZone(SHANGHAI).toLocalDate().isAfter(today.minusYears(1))) {
                    changed += set.counts()
                            .getOrDefault(name, new ChangeSet.Counts(0, 0, 0, 0))
                            .changed();
                }
            }
        }
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) changed / size);
    }
}

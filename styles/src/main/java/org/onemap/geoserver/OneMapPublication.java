package org.onemap.geoserver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.geoserver.catalog.PublishedLayer;
import org.onemap.geoserver.catalog.StoreConnection;
import org.onemap.geoserver.catalog.Wanted;
import org.onemap.geoserver.plan.Manifest;
import org.onemap.geoserver.plan.ObjectState;
import org.onemap.geoserver.tiles.DirtyArea;
import org.onemap.geoserver.tiles.TileGrid;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/**
 * The one map as a {@link Publication}: everything that follows from a store and a theme. Confined to one thread.
 *
 * <p>Layers with geometry are published under their own names; tables without one are not. Boxes come from the store; an
 * empty table gets the box of the others.
 */
public final class OneMapPublication {

    /** The name of the layer group. */
    public static final String GROUP = "one-map";

    private static final Envelope CHINA = new Envelope(73.5, 135.1, 3.8, 53.6);

    private final Options options;
    private final MapLooks looks;

    /**
     * A maker of publications.
     *
     * @param looks how tables look
     */
    public OneMapPublication(Options options, MapLooks looks) {
        this.options = options;
        this.looks = looks;
    }

    /**
     * What is published where.
     *
     * @param workspace name of the workspace
     * @param namespace URI of its XML namespace
     * @param connection how GeoServer reaches the store
     * @param office code of the division to whose rows the workspace is confined; empty for all
     * @param grids grid sets that GeoServer has
     */
    public record Options(
            String workspace,
            String namespace,
            StoreConnection connection,
            Optional<String> office,
            List<TileGrid> grids) {

        public Options {
            grids = List.copyOf(grids);
        }
    }

    /** Gives the looks of tables. */
    public interface MapLooks {

        /** How these tables look, each on its own and together. */
        MapLook of(List<Layer> layers);
    }

    /**
     * The publication of a store as it is now.
     *
     * @throws InvalidInput if there is nothing to publish
     * @throws org.onemap.NotFound if there is no division of the office's code
     */
    public Publication of(Store store) {
        Principal reader = Principal.anonymous();
        try (ReadView view = store.read()) {
            Optional<OfficeScope> scope = options.office().map(office -> OfficeScope.of(view, reader, office));
            List<Layer> layers = view.layers(reader).list().stream()
                    .filter(layer -> layer.geometry().isSpatial())
                    .filter(layer -> scope.isEmpty() || scope.get().filters().containsKey(layer.name()))
                    .toList();
            if (layers.isEmpty()) {
                throw new InvalidInput("store " + store.location() + " has no layer with geometry to publish;"
                        + " 'onemap import' brings some in");
            }
            Manifest manifest = manifest(view, layers, scope);
            return new Publication(manifest, view.changeNumber(), since -> changes(store, since));
        }
    }

    /** Layers that a workspace of an office does not show, because their rows name no division. */
    public List<String> leftOut(Store store) {
        try (ReadView view = store.read()) {
            return options.office()
                    .map(office ->
                            OfficeScope.of(view, Principal.anonymous(), office).leftOut())
                    .orElse(List.of());
        }
    }

    private static Map<String, DirtyArea> changes(Store store, long since) {
        Map<String, DirtyArea> areas = new LinkedHashMap<>();
        try (ReadView view = store.read()) {
            view.forEachChangeSince(since, entry -> {
                DirtyArea area = areas.computeIfAbsent(entry.layer(), unused -> new DirtyArea());
                entry.oldBox().ifPresent(area::add);
                entry.newBox().ifPresent(area::add);
            });
        }
        areas.values().removeIf(DirtyArea::isEmpty);
        return areas;
    }

    private Manifest manifest(ReadView view, List<Layer> layers, Optional<OfficeScope> scope) {
        Map<String, Envelope> boxes = boxes(view, layers, scope);
        MapLook look = looks.of(layers);
        Wanted wanted = new Wanted(options.workspace(), options.namespace());
        List<ObjectState> objects = new ArrayList<>();
        objects.add(wanted.workspace());
        objects.add(wanted.store(options.connection(), look.title() + " · onemap"));
        look.icons().forEach((file, svg) -> objects.add(wanted.icon(file, svg)));
        look.styles().forEach((name, sld) -> objects.add(wanted.style(name, sld)));
        List<Wanted.Member> members = members(look, wanted, objects);
        for (Layer layer : layers) {
            objects.add(wanted.featureType(published(layer, boxes.getOrDefault(layer.name(), CHINA), scope)));
        }
        layers.forEach(layer -> objects.add(wanted.layer(layer.name(), layer.name())));
        Envelope all = new Envelope();
        boxes.values().forEach(all::expandToInclude);
        if (!members.isEmpty()) {
            objects.add(wanted.group(GROUP, title(look, scope), members, all));
        }
        objects.add(TileGrid.tiandituC());
        List<String> grids = options.grids().stream().map(TileGrid::name).toList();
        layers.forEach(layer -> objects.add(wanted.tileLayer(layer.name(), grids)));
        if (!members.isEmpty()) {
            objects.add(wanted.tileLayer(GROUP, grids));
        }
        return new Manifest(look.title() + ", change " + view.changeNumber(), objects);
    }

    private String title(MapLook look, Optional<OfficeScope> scope) {
        return look.title() + (scope.isPresent() ? " · " + options.office().orElse("") : "");
    }

    /** A layer that draws at one place only needs no second style for the group. */
    private static List<Wanted.Member> members(MapLook look, Wanted wanted, List<ObjectState> objects) {
        Map<String, Long> places =
                look.drawings().stream().collect(Collectors.groupingBy(MapLook.Drawing::layer, Collectors.counting()));
        List<Wanted.Member> members = new ArrayList<>();
        for (MapLook.Drawing drawing : look.drawings()) {
            boolean once = places.getOrDefault(drawing.layer(), 0L) == 1;
            String style = once ? drawing.layer() : drawing.layer() + "--" + drawing.stage();
            if (!once) {
                objects.add(wanted.style(style, drawing.sld()));
            }
            members.add(new Wanted.Member(drawing.layer(), style));
        }
        return members;
    }

    private static PublishedLayer published(Layer layer, Envelope box, Optional<OfficeScope> scope) {
        List<String> keywords = List.of("onemap", "要素一张图", layer.title().replace(",", " "), role(layer.role()));
        String description = layer.title() + "（" + role(layer.role()) + "），CGCS2000 经纬度坐标，由 onemap 发布";
        List<String> columns = layer.schema().fields().stream().map(Field::name).toList();
        String filter = scope.map(found -> found.filters().get(layer.name())).orElse("");
        return new PublishedLayer(layer.name(), layer.title(), description, keywords, columns, box, filter);
    }

    private static String role(LayerRole role) {
        return switch (role) {
            case DIVISION -> "网格区划";
            case OVERLAY -> "叠加区划";
            case ELEMENT -> "管理要素";
            case OTHER -> "其他图层";
        };
    }

    private static Map<String, Envelope> boxes(ReadView view, List<Layer> layers, Optional<OfficeScope> scope) {
        Map<String, Envelope> boxes = new LinkedHashMap<>();
        Envelope all = new Envelope();
        for (Layer layer : layers) {
            Envelope box = view.extent(Principal.anonymous(), layer.name()).orElseGet(Envelope::new);
            scope.map(OfficeScope::box).filter(office -> !office.isNull()).ifPresent(office -> {
                Envelope inside = office.intersection(box);
                box.init(inside);
            });
            boxes.put(layer.name(), box);
            all.expandToInclude(box);
        }
        Supplier<Envelope> fallback = () -> all.isNull() ? CHINA : all;
        boxes.replaceAll((name, box) -> box.isNull() ? fallback.get() : box);
        return boxes;
    }
}

package org.onemap.geoserver.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.onemap.geoserver.plan.Kind;
import org.onemap.geoserver.plan.ObjectKey;
import org.onemap.geoserver.plan.ObjectState;

/** The objects of a publication, as {@link Catalog} reads and writes them. Immutable. */
public final class Wanted {

    private static final String CGCS2000 = "EPSG:4490";
    /** The same numbers for both, at the accuracy of a map. */
    private static final String WGS84 = "EPSG:4326";

    private final String workspace;
    private final String namespace;

    /**
     * Objects for a workspace.
     *
     * @param namespace URI of its XML namespace
     */
    public Wanted(String workspace, String namespace) {
        this.workspace = workspace;
        this.namespace = namespace;
    }

    private String qualified(String name) {
        return workspace + ":" + name;
    }

    /** The workspace. */
    public ObjectState workspace() {
        return ObjectState.of(Kind.WORKSPACE, workspace, Map.of(WorkspacePort.NAMESPACE, namespace));
    }

    /** The store, which must answer. */
    public ObjectState store(StoreConnection connection, String description) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(StorePort.TYPE, connection.type());
        properties.put(StorePort.ENABLED, "true");
        properties.put(StorePort.DESCRIPTION, description);
        connection.parameters().forEach((name, value) -> properties.put(StorePort.PARAMETER + name, value));
        properties.put(StorePort.PARAMETER + "namespace", namespace); // a PUT without it would drop it
        if (connection.needsPassword()) {
            properties.put(StorePort.PASSWORD, StorePort.GIVEN);
        }
        properties.put(StorePort.CONNECTION, StorePort.ANSWERS);
        return ObjectState.of(Kind.STORE, Site.STORE, properties);
    }

    /** An icon beside the styles. */
    public ObjectState icon(String file, String svg) {
        return new ObjectState(new ObjectKey(Kind.ICON, file), Map.of(Digest.PROPERTY, Digest.of(svg)), svg);
    }

    /** A style in SLD 1.1. */
    public ObjectState style(String name, String sld) {
        return StylePort.wanted(name, sld);
    }

    /** A feature type over the table of a layer, with the layer that GeoServer makes of it. */
    public ObjectState featureType(PublishedLayer layer) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("title", layer.title());
        properties.put("abstract", layer.description());
        properties.put(FeatureTypePort.KEYWORDS, ObjectState.join(layer.keywords()));
        properties.put(FeatureTypePort.NATIVE_NAME, layer.name());
        properties.put("srs", CGCS2000);
        properties.put("projectionPolicy", "FORCE_DECLARED");
        properties.put(FeatureTypePort.NATIVE_BOX, Box.of(layer.box(), CGCS2000).toString());
        properties.put(FeatureTypePort.LON_LAT_BOX, Box.of(layer.box(), WGS84).toString());
        properties.put(FeatureTypePort.FILTER, layer.cqlFilter());
        properties.put(FeatureTypePort.COLUMNS, ObjectState.join(layer.columns()));
        properties.put("enabled", "true");
        properties.put("advertised", "true");
        properties.put(FeatureTypePort.LAYER, FeatureTypePort.THERE);
        return ObjectState.of(Kind.FEATURE_TYPE, layer.name(), properties);
    }

    /** The default style of a layer. */
    public ObjectState layer(String name, String style) {
        return ObjectState.of(Kind.LAYER, name, Map.of(LayerPort.STYLE, qualified(style)));
    }

    /**
     * A layer group that is one picture.
     *
     * @param members pairs of layer and style, bottom first
     * @param box in degrees, longitude first
     */
    public ObjectState group(String name, String title, List<Member> members, Envelope box) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(GroupPort.TITLE, title);
        properties.put(GroupPort.MODE, "SINGLE");
        properties.put(
                GroupPort.MEMBERS,
                ObjectState.join(members.stream()
                        .map(member -> qualified(member.layer()))
                        .toList()));
        properties.put(
                GroupPort.STYLES,
                ObjectState.join(members.stream()
                        .map(member -> qualified(member.style()))
                        .toList()));
        properties.put(GroupPort.BOUNDS, Box.of(box, WGS84).toString());
        return ObjectState.of(Kind.GROUP, name, properties);
    }

    /**
     * What a group draws at one place of its order.
     *
     * @param layer without workspace
     * @param style without workspace
     */
    public record Member(String layer, String style) {}

    /**
     * A grid set of the tile cache with the origin at the top left.
     *
     * @param extent in the units of the reference system, x first
     * @param resolutions units per pixel, coarsest first, one for each level
     * @param levels their names
     */
    public static ObjectState gridSet(
            String name, int epsg, Envelope extent, List<Double> resolutions, List<String> levels) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(GridSetPort.SRS, Integer.toString(epsg));
        properties.put(
                GridSetPort.EXTENT,
                ObjectState.join(List.of(
                        Double.toString(extent.getMinX()),
                        Double.toString(extent.getMinY()),
                        Double.toString(extent.getMaxX()),
                        Double.toString(extent.getMaxY()))));
        properties.put(GridSetPort.TOP_LEFT, "true");
        properties.put(
                GridSetPort.RESOLUTIONS,
                ObjectState.join(resolutions.stream()
                        .map(value -> Double.toString(value))
                        .toList()));
        properties.put(GridSetPort.METERS_PER_UNIT, Double.toString(Math.toRadians(6_378_137)));
        properties.put(GridSetPort.LEVELS, ObjectState.join(levels));
        properties.put(GridSetPort.TILE_SIZE, "256×256");
        properties.put(GridSetPort.Y_FIRST, "true");
        return GridSetPort.wanted(name, properties);
    }

    /** A layer or group in the tile cache. */
    public ObjectState tileLayer(String name, List<String> gridSets) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(TileLayerPort.ENABLED, "true");
        properties.put(TileLayerPort.FORMATS, TILE_FORMAT);
        properties.put(TileLayerPort.GRID_SETS, ObjectState.join(gridSets));
        properties.put(TileLayerPort.META_TILE, "4×4");
        properties.put(TileLayerPort.GUTTER, "0");
        return ObjectState.of(Kind.TILE_LAYER, name, properties);
    }

    /** The one format in which tiles are kept. */
    public static final String TILE_FORMAT = "image/png";
}

package org.onemap.theme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemap.NotFound;
import org.onemap.feature.Layer;

/**
 * A theme as OGC Styled Layer Descriptor, for GeoServer, MapServer and QGIS. Immutable.
 *
 * <p>A publisher (GeoServer) uses it so:
 *
 * <ol>
 *   <li>{@link #layer(Layer, int)} is the default style of a table: all stages of one layer, right where the layer is
 *       looked at alone. Give the {@link Layer} as the store has it: only its columns are named, without which GeoServer
 *       answers with an error.
 *   <li>{@link #drawingOrder} lists what a group "one map" is made of, bottom first: a layer stands in it once for each
 *       stage it draws in, because the tints of divisions lie under the roads and their outlines over them. Each entry is a
 *       style of its own for the same table.
 *   <li>Icons are referred to by a bare file name ({@code part-traffic.svg}), so their files stand beside the SLD: in
 *       GeoServer, in the same zip, or {@code PUT /rest/resource/workspaces/{ws}/styles/{file}}. {@link #iconFiles} names
 *       those that a document needs; {@link Icons#svg} has them.
 *   <li>The media type for GeoServer's REST interface is {@link SldVersion#geoServerMediaType}.
 * </ol>
 *
 * <p>Scale limits are those of WebMercatorQuad levels at the standard's pixel of 0.28 mm, half a level either side. A width
 * that grows with the level becomes one rule for each level. Labels carry GeoServer's vendor options and priority, which
 * other renderers pass over.
 */
public final class SldStyles {

    private final Theme theme;
    private final SldVersion version;

    SldStyles(Theme theme, SldVersion version) {
        this.theme = theme;
        this.version = version;
    }

    /**
     * A part of a map: one table in one stage of the drawing order.
     *
     * @param layer name of the table
     * @param stage its stage; the highest one of a layer also has its labels
     * @param sld the style, with this stage only
     */
    public record Drawing(String layer, ThemeRule.Stage stage, String sld) {}

    /** The version that is written. */
    public SldVersion version() {
        return version;
    }

    /** The whole theme as one document: a named layer for each layer and stage, bottom first; tables are not known. */
    public String map() {
        return document(
                theme.title(),
                entries(theme.layers().stream()
                        .map(layer -> new Styled(layer, layer.id(), layer.title(), new LayerFields(Optional.empty())))
                        .toList()));
    }

    /** The map of these tables as one document; bottom first lie those that the theme does not name. */
    public String map(List<Layer> layers) {
        return document(theme.title(), entries(styled(layers)));
    }

    /**
     * All stages of one layer of the theme; every field that the theme speaks of counts as there.
     *
     * @throws NotFound if the theme has no such layer; the message lists those that it has
     */
    public String layer(String id) {
        ThemeLayer looks = theme.layers().stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("the theme " + theme.name() + " has no layer '" + id + "'; it has "
                        + theme.layers().stream().map(ThemeLayer::id).toList()));
        return document(new Styled(looks, id, looks.title(), new LayerFields(Optional.empty())));
    }

    /**
     * All stages of one table.
     *
     * @param layer as the store has it, with its columns and kind of geometry
     * @param other which of the tints it takes if the theme does not name it: its place among such layers, from 0
     */
    public String layer(Layer layer, int other) {
        return document(styled(layer, other));
    }

    /** What a group of all these tables is made of, bottom first; tables without geometry are left out. */
    public List<Drawing> drawingOrder(List<Layer> layers) {
        return entries(styled(layers)).stream()
                .map(entry -> new Drawing(
                        entry.styled().name(),
                        entry.stage(),
                        document(entry.styled().title(), List.of(entry))))
                .toList();
    }

    /** The files of icons, beside which an SLD of this layer must lie: {@link Icons#fileName}; empty for none. */
    public Set<String> iconFiles(Layer layer) {
        Set<String> files = new LinkedHashSet<>();
        styled(layer, 0).looks().rules().stream()
                .flatMap(rule -> rule.symbol().icon().stream())
                .forEach(icon -> files.add(Icons.fileName(icon.name())));
        return files;
    }

    /** A table and how it looks. */
    private record Styled(ThemeLayer looks, String name, String title, LayerFields fields) {}

    /** The passes of one stage of a table. */
    private record Entry(Styled styled, ThemeRule.Stage stage, List<SldPass> passes) {}

    private List<Styled> styled(List<Layer> layers) {
        List<Styled> others = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.geometry().isSpatial() && find(layer.name()).isEmpty()) {
                others.add(styled(layer, others.size()));
            }
        }
        List<Styled> all = new ArrayList<>(others);
        for (ThemeLayer looks : theme.layers()) {
            layers.stream()
                    .filter(layer ->
                            layer.geometry().isSpatial() && layer.name().equals(looks.id()))
                    .forEach(layer -> all.add(styled(layer, 0)));
        }
        return all;
    }

    private Styled styled(Layer layer, int other) {
        ThemeLayer looks = find(layer.name())
                .orElseGet(() -> theme.others().get(other % theme.others().size()));
        return new Styled(looks, layer.name(), layer.title(), new LayerFields(Optional.of(layer)));
    }

    private Optional<ThemeLayer> find(String id) {
        return theme.layers().stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    private List<SldPass> passes(Styled styled) {
        return new SldLayer(styled.looks(), styled.fields(), theme.font()).passes();
    }

    private List<Entry> entries(List<Styled> layers) {
        List<Entry> entries = new ArrayList<>();
        for (ThemeRule.Stage stage : ThemeRule.Stage.values()) {
            for (Styled styled : layers) {
                List<SldPass> passes = passes(styled).stream()
                        .filter(pass -> pass.stage() == stage)
                        .toList();
                if (!passes.isEmpty()) {
                    entries.add(new Entry(styled, stage, passes));
                }
            }
        }
        return entries;
    }

    private String document(Styled styled) {
        return document(styled.title(), List.of(new Entry(styled, ThemeRule.Stage.AREA, passes(styled))));
    }

    private String document(String title, List<Entry> entries) {
        SldXml xml = new SldXml(version).root();
        xml.leaf(xml.se("Name"), theme.name());
        title(xml, title);
        for (Entry entry : entries) {
            xml.open("NamedLayer").leaf(xml.se("Name"), entry.styled().name());
            xml.open("UserStyle").leaf(xml.se("Name"), theme.name());
            title(xml, entry.styled().title());
            entry.passes().forEach(pass -> pass.write(xml));
            xml.close().close();
        }
        return xml.close().toString();
    }

    private static void title(SldXml xml, String title) {
        if (xml.version() == SldVersion.V1_0) {
            xml.leaf("Title", title);
        } else {
            xml.open("se:Description").leaf("se:Title", title).close();
        }
    }
}

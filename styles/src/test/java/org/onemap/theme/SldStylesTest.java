package org.onemap.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.NotFound;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.feature.StandardLayers;

class SldStylesTest {

    private final SldStyles sld = ThemeStyles.load("one-map").sld(SldVersion.V1_1);

    @ParameterizedTest(name = "a table with {0}: the style asks for {1}")
    @CsvSource(delimiter = '|', textBlock = """
        none            | nothing
        CLASS           | CLASS name
        道路等级        | name 道路等级
        class 道路等级  | class name 道路等级
        width           | nothing
        """)
    void namesOnlyColumnsThatTheTableHas(String columns, String asked) {
        List<Field> fields = columns.equals("none")
                ? List.of()
                : List.of(columns.split(" ")).stream()
                        .map(name -> Field.of(name, FieldType.TEXT))
                        .toList();
        Layer road = StandardLayers.find("road").orElseThrow().toBuilder()
                .schema(Schema.of(fields))
                .build();
        Set<String> named = propertyNames(sld.layer(road, 0));
        assertThat(named.isEmpty() ? "nothing" : String.join(" ", named)).isEqualTo(asked);
    }

    /** Without a class column all roads are what the classes leave over. */
    @Test
    void drawsClassesOnlyWhereThereIsAClass() {
        Layer plain = StandardLayers.find("road").orElseThrow();
        assertThat(sld.layer(plain, 0)).contains(">街巷<").doesNotContain(">主干路<");
        assertThat(sld.layer("road")).contains(">街巷<").contains(">主干路<");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"POINT, PointSymbolizer", "LINE, LineSymbolizer", "POLYGON, PolygonSymbolizer"})
    void drawsMixedLayersByTheGeometryOfTheTable(GeometryKind geometry, String symbolizer) {
        Layer part = StandardLayers.find("part").orElseThrow().toBuilder()
                .geometry(geometry)
                .build();
        String document = sld.layer(part, 0);
        assertThat(symbolizers(document)).containsOnly(symbolizer, "TextSymbolizer");
        assertThat(document).doesNotContain("Function");
    }

    @Test
    void asksGeoServerForTheDimensionWhereTheTableIsMixed() {
        Layer mixed = Layer.builder("sensor").geometry(GeometryKind.ANY).build();
        assertThat(sld.layer(mixed, 0)).contains("name=\"dimension\"");
        assertThat(symbolizers(sld.layer(mixed, 0)))
                .containsOnly("PolygonSymbolizer", "LineSymbolizer", "PointSymbolizer", "TextSymbolizer");
    }

    /** As in the viewer: tints of divisions, then buildings and roads, then outlines, then points; strangers lowest. */
    @Test
    void listsStagesThenLayers() {
        List<Layer> layers = List.of(
                layer("office"),
                layer("road"),
                layer("address"),
                layer("assignment"),
                layer("grid"),
                Layer.builder("flood").geometry(GeometryKind.POLYGON).build());
        assertThat(sld.drawingOrder(layers))
                .extracting(drawing -> drawing.layer() + " " + drawing.stage())
                .containsExactly(
                        "office AREA",
                        "road BODY",
                        "flood BOUNDARY",
                        "grid BOUNDARY",
                        "office BOUNDARY",
                        "address POINT");
    }

    @Test
    void givesOtherLayersTheirTintsInTurn() {
        Layer flood = Layer.builder("flood").geometry(GeometryKind.POLYGON).build();
        assertThat(sld.layer(flood, 0)).isNotEqualTo(sld.layer(flood, 1)).isEqualTo(sld.layer(flood, 6));
    }

    @Test
    void namesTheLayersThereAre() {
        assertThatThrownBy(() -> sld.layer("river"))
                .isInstanceOf(NotFound.class)
                .hasMessageStartingWith("the theme one-map has no layer 'river'; it has [building, road,");
    }

    private static Layer layer(String name) {
        return StandardLayers.find(name).orElseThrow();
    }

    private static Set<String> propertyNames(String document) {
        return found(document, "<ogc:PropertyName>([^<]+)");
    }

    private static Set<String> symbolizers(String document) {
        return found(document, "<se:(\\w+Symbolizer)>");
    }

    private static Set<String> found(String document, String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(document);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}

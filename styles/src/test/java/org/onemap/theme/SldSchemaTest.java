package org.onemap.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;
import org.xml.sax.SAXException;

/** Every SLD of every theme against the schemas of the OGC. */
class SldSchemaTest {

    @ParameterizedTest
    @EnumSource
    void isValidBySchemasWithGeoServersExtensions(SldVersion version) throws Exception {
        Path folder = Path.of(System.getProperty("onemap.shared", "../../shared"), "data/G5-sld-ogc-schemas/xsd");
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "SKIPPED: " + folder + " is missing");
        Schema schema = new OgcSchemas(folder).load(version);
        for (String document : documents(version)) {
            validate(schema, document);
        }
    }

    /** The standard itself knows neither priority nor vendor options; without them the rest is plain SLD. */
    @ParameterizedTest
    @EnumSource
    void isValidByTheStandardWithoutExtensions(SldVersion version) throws Exception {
        Schema schema = new OgcSchemas(Path.of("nowhere")).load(version);
        for (String document : documents(version)) {
            String plain = document.replaceAll("(?s)\\s*<(se:)?(Priority|VendorOption)\\b.*?</(se:)?\\2>", "");
            validate(schema, plain);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noticesWhatIsWrong(SldVersion version) throws Exception {
        Schema schema = new OgcSchemas(Path.of("nowhere")).load(version);
        String document =
                documents(version).get(0).replaceFirst("MinScaleDenominator>[^<]+", "MinScaleDenominator>low");
        assertThatThrownBy(() -> validate(schema, document)).isInstanceOf(SAXException.class);
    }

    private static void validate(Schema schema, String document) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new StringReader(document)));
    }

    private static List<String> documents(SldVersion version) {
        List<String> documents = new ArrayList<>();
        for (String name : ThemeStyles.names()) {
            SldStyles styles = ThemeStyles.load(name).sld(version);
            documents.add(styles.map());
            List<Layer> layers = new ArrayList<>(StandardLayers.list());
            layers.add(Layer.builder("sensor").geometry(GeometryKind.POINT).build());
            styles.drawingOrder(layers).forEach(drawing -> documents.add(drawing.sld()));
            layers.stream()
                    .filter(layer -> layer.geometry().isSpatial())
                    .forEach(layer -> documents.add(styles.layer(layer, 0)));
        }
        assertThat(documents).hasSizeGreaterThan(20);
        return documents;
    }
}

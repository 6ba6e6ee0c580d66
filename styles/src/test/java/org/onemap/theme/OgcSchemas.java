package org.onemap.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The XML schemas of SLD, without a network: those of the library ogc-schemas, or those of a folder with GeoServer's
 * extensions, which leave GML and XLink to the library and to two stand-ins.
 */
final class OgcSchemas {

    /** What the address of a schema names: a standard, its version, and a file of it. */
    private static final Pattern STANDARD = Pattern.compile("([a-z]+)/([0-9.]+)/(.+)$");

    private final Path folder;

    /** @param folder the folder {@code xsd} of G5; an empty path for the library alone */
    OgcSchemas(Path folder) {
        this.folder = folder;
    }

    Schema load(SldVersion version) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> resolve(systemId, base));
        String address = "http://schemas.opengis.net/sld/" + version.number() + "/StyledLayerDescriptor.xsd";
        return factory.newSchema(new StreamSource(new StringReader(read(address)), address));
    }

    private LSInput resolve(String systemId, String base) {
        String address =
                base == null ? systemId : URI.create(base).resolve(systemId).toString();
        LSInput input = newInput();
        input.setSystemId(address);
        input.setStringData(read(address));
        return input;
    }

    private String read(String address) {
        try {
            if (address.contains("xlink")) {
                return resource("/ogc/xlink.xsd");
            }
            if (address.endsWith("/xml.xsd")) {
                return resource("/ogc/xml.xsd");
            }
            Matcher standard = STANDARD.matcher(address);
            if (!standard.find()) {
                throw new IllegalStateException("no schema at hand for " + address);
            }
            Path own = own(standard.group(1), standard.group(2)).resolve(standard.group(3));
            return Files.isRegularFile(own) ? Files.readString(own) : resource("/ogc/" + standard.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path own(String standard, String version) {
        return switch (standard + " " + version) {
            case "sld 1.0.0" -> folder.resolve("sld-1.0.0-geoserver");
            case "sld 1.1.0" -> folder.resolve("sld-gt/v1_1");
            case "se 1.1.0" -> folder.resolve("se/v1_1");
            case "filter 1.0.0" -> folder.resolve("filter/v1_0");
            case "filter 1.1.0" -> folder.resolve("filter/v1_1");
            default -> Path.of("nowhere");
        };
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OgcSchemas.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static LSInput newInput() {
        try {
            return ((DOMImplementationLS)
                            DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
                    .createLSInput();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

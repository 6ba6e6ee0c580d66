package org.onemap.api.viewer;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;

/**
 * Debian's MapServer, which draws the tables of a GeoPackage as an SLD says: a second opinion on our SLD.
 *
 * <p>MapServer takes the rules of all feature type styles of a layer together, feature by feature. The standard says one
 * style after the other; so each is given to it as a layer of its own. Labels are left out.
 */
final class MapServer {

    private static final Pattern NAMED_LAYER =
            Pattern.compile("<NamedLayer>\\s*<(?:se:)?Name>([^<]+)</(?:se:)?Name>(.*?)</NamedLayer>", Pattern.DOTALL);
    private static final Pattern PASS =
            Pattern.compile("<(?:se:)?FeatureTypeStyle>.*?</(?:se:)?FeatureTypeStyle>", Pattern.DOTALL);

    private final Path executable;
    private final Path folder;
    private final Path geoPackage;
    private final List<Layer> layers;

    private MapServer(Path executable, Path folder, Path geoPackage, List<Layer> layers) {
        this.executable = executable;
        this.folder = folder;
        this.geoPackage = geoPackage;
        this.layers = layers;
    }

    /** Over these tables. Without MapServer the test is skipped, loudly; where {@code CI=true} it fails. */
    static MapServer over(Path folder, Path geoPackage, List<Layer> layers) {
        Optional<Path> executable = Stream.of("/usr/bin/mapserv", "/usr/lib/cgi-bin/mapserv", "/usr/local/bin/mapserv")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            String message = "no MapServer on this machine: install cgi-mapserver (bin/verify does)";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println("SKIPPED: " + message);
            Assumptions.abort(message);
        }
        return new MapServer(executable.get(), folder, geoPackage, layers);
    }

    /**
     * Draws.
     *
     * @param sld a document with a named layer for each table and stage
     * @param background colour behind everything, as 0xrrggbb
     * @param box minX, minY, maxX, maxY in EPSG:3857
     */
    BufferedImage draw(String sld, int background, double[] box, int width, int height)
            throws IOException, InterruptedException {
        Map<String, String> tableOfPass = new LinkedHashMap<>();
        StringBuilder unrolled = new StringBuilder(sld.substring(0, sld.indexOf("<NamedLayer>")));
        boolean old = sld.contains("version=\"1.0.0\"");
        String name = old ? "Name" : "se:Name";
        Matcher layer = NAMED_LAYER.matcher(sld);
        while (layer.find()) {
            Matcher pass = PASS.matcher(layer.group(2));
            while (pass.find()) {
                if (!pass.group().contains("TextSymbolizer")) {
                    String id = "pass" + tableOfPass.size();
                    tableOfPass.put(id, layer.group(1));
                    unrolled.append("<NamedLayer><" + name + ">" + id + "</" + name + "><UserStyle>" + pass.group()
                            + "</UserStyle></NamedLayer>");
                }
            }
        }
        unrolled.append("</StyledLayerDescriptor>");
        Path map = Files.writeString(folder.resolve("map.map"), mapFile(tableOfPass, background));
        Files.writeString(folder.resolve("mapserver.conf"), "CONFIG\n  ENV\n    MS_MAP_PATTERN \".\"\n  END\nEND\n");
        Map<String, String> query = new LinkedHashMap<>();
        query.put("SERVICE", "WMS");
        query.put("VERSION", "1.1.1");
        query.put("REQUEST", "GetMap");
        query.put("LAYERS", String.join(",", tableOfPass.keySet()));
        query.put("STYLES", "");
        query.put("SRS", "EPSG:3857");
        query.put("BBOX", String.format(Locale.ROOT, "%f,%f,%f,%f", box[0], box[1], box[2], box[3]));
        query.put("WIDTH", String.valueOf(width));
        query.put("HEIGHT", String.valueOf(height));
        query.put("FORMAT", "image/png");
        query.put("SLD_BODY", unrolled.toString());
        return ask(map, query);
    }

    private BufferedImage ask(Path map, Map<String, String> query) throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        query.forEach((key, value) -> pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        byte[] body = String.join("&", pairs).getBytes(StandardCharsets.US_ASCII);
        Path input = Files.write(folder.resolve("request"), body);
        Path output = folder.resolve("answer");
        ProcessBuilder process = new ProcessBuilder(executable.toString())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("messages").toFile());
        process.environment().put("REQUEST_METHOD", "POST");
        process.environment().put("CONTENT_TYPE", "application/x-www-form-urlencoded");
        process.environment().put("CONTENT_LENGTH", String.valueOf(body.length));
        process.environment().put("QUERY_STRING", "map=" + map);
        process.environment()
                .put("MAPSERVER_CONFIG_FILE", folder.resolve("mapserver.conf").toString());
        process.start().waitFor();
        byte[] answer = Files.readAllBytes(output);
        String head = new String(answer, 0, Math.min(answer.length, 2000), StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n") + 4;
        if (!head.contains("image/png")) {
            throw new IOException("MapServer says: " + head + Files.readString(folder.resolve("messages")));
        }
        return ImageIO.read(new ByteArrayInputStream(answer, end, answer.length - end));
    }

    /** The pixel of 0.28 mm by which SLD counts its scales is 90.714 to the inch. */
    private String mapFile(Map<String, String> tableOfPass, int background) {
        StringBuilder map = new StringBuilder("""
            MAP
              NAME onemap
              SIZE 256 256
              EXTENT -20037508 -20037508 20037508 20037508
              UNITS METERS
              RESOLUTION 90.7142857
              DEFRESOLUTION 90.7142857
              IMAGETYPE PNG
              IMAGECOLOR "#%06x"
              PROJECTION "init=epsg:3857" END
              WEB METADATA "ows_title" "onemap" "ows_enable_request" "*" "ows_srs" "EPSG:3857"
                "ows_onlineresource" "http://localhost/" END END
            """.formatted(background));
        tableOfPass.forEach(
                (pass, table) -> map.append(String.format("""
              LAYER NAME "%s" TYPE %s STATUS ON
                CONNECTIONTYPE OGR CONNECTION "%s" DATA "%s"
                PROJECTION "proj=longlat" "ellps=GRS80" "no_defs" END
                METADATA "ows_title" "%s" END
              END
            """, pass, type(table), geoPackage, table, pass)));
        return map.append("END\n").toString();
    }

    private String type(String table) {
        GeometryKind kind = layers.stream()
                .filter(layer -> layer.name().equals(table))
                .findFirst()
                .orElseThrow()
                .geometry();
        return switch (kind) {
            case LINE -> "LINE";
            case POLYGON -> "POLYGON";
            default -> "POINT";
        };
    }
}

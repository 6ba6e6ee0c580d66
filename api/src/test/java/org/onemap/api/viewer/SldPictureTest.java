package org.onemap.api.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.api.OnemapServer;
import org.onemap.api.ServerOptions;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;
import org.onemap.theme.SldVersion;
import org.onemap.theme.ThemeStyles;

/**
 * The SLD drawn by MapServer beside the viewer in Chromium: the same store, box and level, labels off in both. Where nothing is smoothed
 * the colours must be the same; at edges, what smoothing does not explain stays below {@value #UNEXPLAINED} ({@link PictureComparison};
 * decision 118 has what was measured).
 */
class SldPictureTest {

    private static final double UNEXPLAINED = 0.05;

    private static final int WIDTH = 900;
    private static final int HEIGHT = 620;
    private static final double LON = 113.548;
    private static final double LAT = 34.8105;

    private static final Map<String, BufferedImage> PICTURES = new HashMap<>();

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Store store;
    private static OnemapServer server;
    private static List<Layer> layers;
    private static MapServer mapServer;

    @BeforeAll
    static void serve() {
        Path file = folder.resolve("district.gpkg");
        chromium = Chromium.start();
        store = Stores.openOrCreate(StoreLocation.parse(file.toString()));
        new SmallDistrict().writeTo(store);
        server = OnemapServer.start(store, ServerOptions.ofPort(0));
        try (ReadView view = store.read()) {
            layers = view.layers(Principal.anonymous()).list().stream()
                    .filter(layer -> layer.geometry().isSpatial())
                    .map(SldPictureTest::withItsOnlyGeometry)
                    .toList();
        }
        mapServer = MapServer.over(folder, file, layers);
    }

    /** Parts are points here; MapServer has no layers of mixed geometry. */
    private static Layer withItsOnlyGeometry(Layer layer) {
        return layer.geometry() == GeometryKind.ANY
                ? layer.toBuilder().geometry(GeometryKind.POINT).build()
                : layer;
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable open : new AutoCloseable[] {chromium, server, store}) {
            if (open != null) {
                open.close();
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1} at level {2}")
    @CsvSource({
        "one-map, V1_0, 13",
        "one-map, V1_1, 15",
        "one-map, V1_1, 17",
        "night,   V1_1, 14",
        "night,   V1_0, 16",
        "print,   V1_1, 16"
    })
    void mapServerDrawsWhatTheViewerDraws(String theme, SldVersion version, int level) throws Exception {
        BufferedImage viewer = viewer(theme, level);
        BufferedImage second = mapServer.draw(sld(theme, version), background(theme), box(level), WIDTH, HEIGHT);
        save(viewer, theme + "-" + level + "-viewer");
        save(second, theme + "-" + level + "-" + version + "-mapserver");
        PictureComparison compared = PictureComparison.of(viewer, second);
        assertThat(compared.flatDiffering()).as("flat pixels: %s", compared).isZero();
        assertThat(compared.unexplained()).as("edges: %s", compared).isLessThan(UNEXPLAINED);
    }

    /** The comparison itself is tried: a style with one mistake fails it. */
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "#e3dcd1, #d1e3dc", // fill of buildings
        "#e3dcd1, #e3d8d1", // four steps of green are seen
        "#f9cf94, #f994cf", // body of motorways
        "#3563a8, #a83563", // outline of zones
        "<se:SvgParameter name=\"stroke-width\">5.5<, <se:SvgParameter name=\"stroke-width\">12<",
        "<ogc:Literal>主干路<, <ogc:Literal>主路<"
    })
    void noticesAMistakeInTheStyle(String right, String wrong) throws Exception {
        String sld = sld("one-map", SldVersion.V1_1);
        assertThat(sld).contains(right);
        BufferedImage second = mapServer.draw(sld.replace(right, wrong), background("one-map"), box(15), WIDTH, HEIGHT);
        PictureComparison compared = PictureComparison.of(viewer("one-map", 15), second);
        boolean passes = compared.flatDiffering() == 0 && compared.unexplained() < UNEXPLAINED;
        assertThat(passes).as(compared.toString()).isFalse();
    }

    private static String sld(String theme, SldVersion version) {
        return ThemeStyles.load(theme).sld(version).map(layers);
    }

    private static int background(String theme) {
        return Integer.parseInt(ThemeStyles.load(theme).theme().background().substring(1), 16);
    }

    private static double[] box(int level) {
        double resolution = 2 * Math.PI * 6378137 / 256 / Math.pow(2, level);
        double x = Math.toRadians(LON) * 6378137;
        double y = 6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(LAT) / 2));
        double halfWidth = WIDTH / 2.0 * resolution;
        double halfHeight = HEIGHT / 2.0 * resolution;
        return new double[] {x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight};
    }

    private static BufferedImage viewer(String theme, int level) throws IOException {
        String key = theme + " " + level;
        if (!PICTURES.containsKey(key)) {
            PICTURES.put(key, takePicture(theme, level));
        }
        return PICTURES.get(key);
    }

    /** The viewer as it is, but for its labels, which are taken out of the style on the way, and what floats above. */
    private static BufferedImage takePicture(String theme, int level) throws IOException {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT))) {
            Page page = context.newPage();
            page.route("**/styles/*?f=ol", SldPictureTest::withoutLabels);
            page.navigate(server.url() + "/map?theme=" + theme + "#" + level + "/" + LAT + "/" + LON);
            page.locator("html[data-map=idle]").waitFor();
            page.addStyleTag(new Page.AddStyleTagOptions()
                    .setContent(".surface, .tools, .status, .notices { visibility: hidden !important; }"));
            page.waitForTimeout(350);
            page.locator("html[data-map=idle]").waitFor();
            return ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        }
    }

    /** Hands a style on without its labels. */
    static void withoutLabels(Route route) {
        try {
            ObjectNode style =
                    (ObjectNode) new ObjectMapper().readTree(route.fetch().body());
            for (JsonNode layer : style.withArray("layers")) {
                ((ObjectNode) layer).remove("labels");
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(style.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(BufferedImage picture, String name) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "viewer")).resolve("sld-" + name + ".png");
        ImageIO.write(picture, "png", file.toFile());
    }
}

package org.onemap.api.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.api.OnemapServer;
import org.onemap.api.ServerOptions;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;

/** The viewer in real headless Chromium over a real server and a real store. Pictures are left in target/viewer. */
class ViewerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SmallDistrict DISTRICT = new SmallDistrict();
    private static final String MIDDLE = "#15/34.8105/113.548";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Store store;
    private static OnemapServer server;

    @BeforeAll
    static void serve() {
        chromium = Chromium.start();
        store = Stores.openOrCreate(
                StoreLocation.parse(folder.resolve("district.gpkg").toString()));
        DISTRICT.writeTo(store);
        server = OnemapServer.start(store, ServerOptions.ofPort(0));
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable open : new AutoCloseable[] {chromium, server, store}) {
            try {
                if (open != null) {
                    open.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void drawsTilesWithoutAnyFault() {
        for (String hash : List.of("", MIDDLE, "#18/34.8105/113.5455")) {
            try (MapPage map = desktop(hash)) {
                assertThat(map.tiles()).isNotEmpty().allMatch(line -> line.startsWith("200 "));
                assertThat(colours(map.picture()).size())
                        .as("colours at '%s'", hash)
                        .isGreaterThan(200);
                assertThat(map.faults()).isEmpty();
                map.save("desktop" + hash.replaceAll("[^0-9]+", "-"));
            }
        }
    }

    @Test
    void answersClickAsLocateDoes() throws Exception {
        try (MapPage map = desktop(MIDDLE)) {
            Coordinate place = DISTRICT.inside(1, 1);
            double[] pixel = pixelOf(place, 15, 113.548, 34.8105);
            map.page().mouse().click(pixel[0], pixel[1]);
            JsonNode located = MAPPER.readTree(get("/v1/locate?coordsys=cgcs2000&lon=" + place.x + "&lat=" + place.y));
            String code = located.at("/grid/code").asText();
            assertThat(code).isEqualTo(SmallDistrict.gridCode(1, 1));
            Locator current = map.find("#card .division.current .code");
            see(current).hasText(code);
            see(map.find("#card-title")).hasText(located.at("/grid/name").asText());
            see(map.find("#card .division[data-level=zone] .code"))
                    .hasText(located.at("/zone/code").asText());
            see(map.find("#card .division[data-level=office] .code"))
                    .hasText(located.at("/office/code").asText());
            see(map.find("#card .people li").first()).containsText("网格长");
            map.waitUntilDrawn();
            assertThat(countOf(map.picture(), 0xe5322d))
                    .as("pixels of the mark")
                    .isGreaterThan(100);
            assertThat(map.page().url()).contains("select=grid:" + code);
            map.save("identify");
            map.page().keyboard().press("Escape");
            assertThat(map.faults()).isEmpty();
        }
    }

    @Test
    void listsFeaturesUnderClickAndSaysWhereNothingIs() {
        try (MapPage map = desktop("#18/34.8105/113.5455")) {
            Locator legend = map.find("#panel .layer[data-layer=part] .legend li");
            assertThat(legend.count()).isEqualTo(6);
            Coordinate building = buildingNear(113.5455, 34.8105);
            double[] pixel = pixelOf(building, 18, 113.5455, 34.8105);
            map.page().mouse().click(pixel[0], pixel[1]);
            see(map.find("#card .hits")).containsText("建筑");
            map.find("#card .hits summary").first().click();
            see(map.find("#card .hits .facts").first()).containsText("层数");
            assertThat(map.faults()).isEmpty();
        }
        try (MapPage map = desktop("#15/34.90/113.548")) {
            map.page().mouse().click(700, 450);
            see(map.find("#card-title")).hasText("不在任何网格内");
            assertThat(map.faults()).isEmpty();
        }
    }

    @Test
    void findsByNameAndFliesThere() {
        try (MapPage map = desktop("")) {
            map.find("#search-text").fill("长椿路第3");
            see(map.find("#search-list [role=option]").first()).containsText("长椿路第3网格");
            map.find("#search-text").press("ArrowDown");
            see(map.find("#search-list [aria-selected=true]")).hasCount(1);
            map.find("#search-text").press("Enter");
            see(map.find("#card-title")).hasText("长椿路第3网格");
            see(map.find("#card .division.current .code")).hasText(SmallDistrict.gridCode(3, 2));
            map.waitUntilDrawn();
            assertThat(countOf(map.picture(), 0xe5322d))
                    .as("pixels of the mark")
                    .isGreaterThan(100);
            assertThat(map.faults()).isEmpty();
        }
    }

    @Test
    void switchesLayersAndRestoresThemFromTheLink() {
        String link;
        try (MapPage map = desktop("#17/34.8105/113.5455")) {
            int built = countOf(map.picture(), 0xe3dcd1);
            assertThat(built).as("pixels of buildings").isGreaterThan(2_000);
            map.find("#panel .layer[data-layer=building] .switch").click();
            map.waitUntilDrawn();
            assertThat(countOf(map.picture(), 0xe3dcd1)).isLessThan(built / 10);
            link = map.page().url();
            assertThat(link).contains("layers=").doesNotContain("building");
            assertThat(map.faults()).isEmpty();
        }
        try (MapPage map =
                desktop(link.substring(link.indexOf('#')) + "&select=grid:" + SmallDistrict.gridCode(0, 0))) {
            see(map.find("#panel .layer[data-layer=building] .switch")).not().isChecked();
            see(map.find("#panel .layer[data-layer=road] .switch")).isChecked();
            see(map.find("#card .division.current .code")).hasText(SmallDistrict.gridCode(0, 0));
            assertThat(map.page().url()).contains("#17/34.8105");
            assertThat(map.faults()).isEmpty();
        }
    }

    @Test
    void fitsOnPhone() {
        Browser.NewContextOptions phone = new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
        try (MapPage map = new MapPage(chromium.browser(), server.url(), phone, MIDDLE)) {
            map.page().touchscreen().tap(150, 500);
            see(map.find("#card .division.current")).isVisible();
            BoundingBox card = map.find("#card").boundingBox();
            assertThat(card.x).isZero();
            assertThat(card.width).isEqualTo(390);
            assertThat(card.y + card.height).isEqualTo(844);
            assertThat(card.y).isGreaterThan(844 * 0.45);
            for (Locator button : map.find(".tool, #card .icon-button").all()) {
                assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
                assertThat(button.getAttribute("aria-label")).isNotEmpty();
            }
            assertThat(map.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            map.save("phone");
            map.find("#card .icon-button").first().click();
            map.find("#panel-toggle").click();
            assertThat(map.find("#panel").boundingBox().width).isEqualTo(390);
            map.save("phone-layers");
            assertThat(map.faults()).isEmpty();
        }
    }

    @Test
    void showsChangeOfStoreByItself() {
        Path file = folder.resolve("changing.gpkg");
        try (Store changing = Stores.openOrCreate(StoreLocation.parse(file.toString()))) {
            DISTRICT.writeTo(changing);
            try (OnemapServer own = OnemapServer.start(changing, ServerOptions.ofPort(0));
                    MapPage map = new MapPage(
                            chromium.browser(),
                            own.url(),
                            window(),
                            MIDDLE + "&select=grid:" + SmallDistrict.gridCode(1, 1))) {
                see(map.find("#card-title")).hasText("瑞达路第2网格");
                see(map.find("#change")).hasText("变更 1");
                int before = map.tiles().size();
                DISTRICT.renameGrids(changing);
                see(map.find("#card-title")).hasText("瑞达路第2新网格", 15_000);
                map.waitUntilDrawn();
                assertThat(map.tiles().size()).isGreaterThan(before);
                assertThat(map.faults()).isEmpty();
            }
        }
    }

    @Test
    void showsFirstLayersOfStoreThatWasEmpty() {
        Path file = folder.resolve("empty.gpkg");
        try (Store empty = Stores.openOrCreate(StoreLocation.parse(file.toString()));
                OnemapServer own = OnemapServer.start(empty, ServerOptions.ofPort(0));
                MapPage map = new MapPage(chromium.browser(), own.url(), window(), "")) {
            see(map.find(".notice")).containsText("库中还没有图层");
            see(map.find("#change")).hasText("变更 0");
            DISTRICT.writeTo(empty);
            see(map.find("#panel .layer").first()).containsText("办事处", 15_000);
            map.waitUntilDrawn();
            assertThat(map.tiles()).isNotEmpty();
            assertThat(map.faults()).isEmpty();
        }
    }

    @Test
    void saysThatServerIsGone() {
        Path file = folder.resolve("gone.gpkg");
        try (Store gone = Stores.openOrCreate(StoreLocation.parse(file.toString()))) {
            DISTRICT.writeTo(gone);
            OnemapServer own = OnemapServer.start(gone, ServerOptions.ofPort(0));
            try (MapPage map = new MapPage(chromium.browser(), own.url(), window(), MIDDLE)) {
                own.close();
                see(map.find(".notice.error")).hasText("无法连接服务器，正在重试…", 15_000);
                map.page().mouse().click(700, 450);
                see(map.find("#card .problem")).hasText("无法连接服务器，请检查网络或稍后再试。");
            }
        }
    }

    /** OpenLayers itself parses and evaluates every rule of every layer, on a feature of each kind. */
    @Test
    void writesStylesThatOpenLayersAccepts() {
        try (MapPage map = desktop("")) {
            Object faults = map.page().evaluate(CHECK_STYLES);
            assertThat(faults).asInstanceOf(LIST).hasSize(1).first(STRING).startsWith("a wrong one: ");
        }
    }

    private static final String CHECK_STYLES = """
        async () => {
          const theme = await (await fetch('styles/one-map?f=ol')).json();
          const faults = [];
          const geometries = [new ol.geom.Point([0, 0]), new ol.geom.LineString([[0, 0], [9, 9]]),
            new ol.geom.Polygon([[[0, 0], [9, 0], [9, 9], [0, 0]]])];
          const properties = [{}, {name: '甲', code: '4101720100000001', class: '主干路', 道路等级: '快速路'}, {name: 7, code: 12}];
          const check = (where, style) => {
            try {
              const layer = new ol.layer.Vector({style});
              const apply = layer.getStyleFunction();
              for (let zoom = 0; zoom <= 22; zoom++) {
                for (const geometry of geometries) {
                  for (const values of properties) {
                    apply(new ol.Feature({geometry, ...values}), 156543.03392804097 / 2 ** zoom);
                  }
                }
              }
            } catch (fault) {
              faults.push(where + ': ' + fault.message);
            }
          };
          for (const layer of [...theme.layers, ...theme.others]) {
            layer.style.forEach((rule, i) => check(`${layer.id} style ${i}`, [rule]));
            (layer.labels?.style ?? []).forEach((rule, i) => check(`${layer.id} label ${i}`, [rule]));
          }
          check('a wrong one', [{style: {'stroke-width': ['wide', 1], 'stroke-color': '#000'}}]);
          Object.entries(theme.marks).forEach(([id, style]) => check(`mark ${id}`, style));
          return faults;
        }""";

    private static MapPage desktop(String hash) {
        return new MapPage(chromium.browser(), server.url(), window(), hash);
    }

    private static Browser.NewContextOptions window() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900);
    }

    private static Sight see(Locator locator) {
        return new Sight(PlaywrightAssertions.assertThat(locator), locator);
    }

    /** Waits for what shall be seen. */
    private record Sight(LocatorAssertions asserted, Locator locator) {
        void hasText(String text) {
            asserted.hasText(text);
        }

        void hasText(String text, double withinMs) {
            asserted.hasText(text, new LocatorAssertions.HasTextOptions().setTimeout(withinMs));
        }

        void containsText(String text, double withinMs) {
            asserted.containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(withinMs));
        }

        void containsText(String text) {
            asserted.containsText(text);
        }

        void hasCount(int count) {
            asserted.hasCount(count);
        }

        void isVisible() {
            asserted.isVisible();
        }

        void isChecked() {
            asserted.isChecked();
        }

        Sight not() {
            return new Sight(asserted.not(), locator);
        }
    }

    private static String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Coordinate buildingNear(double lonDeg, double latDeg) {
        try {
            JsonNode features = MAPPER.readTree(get("/collections/building/items?f=json&bbox=" + (lonDeg - 0.0015) + ","
                            + (latDeg - 0.0008) + "," + (lonDeg + 0.0005) + "," + (latDeg + 0.0008)))
                    .get("features");
            JsonNode ring = features.get(0).at("/geometry/coordinates/0");
            return new Coordinate(
                    (ring.get(0).get(0).asDouble() + ring.get(2).get(0).asDouble()) / 2,
                    (ring.get(0).get(1).asDouble() + ring.get(2).get(1).asDouble()) / 2);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the map shows a place, in a window of 1440 × 900. */
    private static double[] pixelOf(Coordinate place, int zoom, double centerLonDeg, double centerLatDeg) {
        double world = 256 * Math.pow(2, zoom);
        return new double[] {
            720 + (place.x - centerLonDeg) / 360 * world,
            450 - (mercator(place.y) - mercator(centerLatDeg)) / (2 * Math.PI) * world
        };
    }

    private static double mercator(double latDeg) {
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latDeg) / 2));
    }

    static Set<Integer> colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                colours.add(picture.getRGB(x, y) & 0xffffff);
            }
        }
        return colours;
    }

    private static int countOf(BufferedImage picture, int colour) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        return counts.getOrDefault(colour, 0);
    }
}

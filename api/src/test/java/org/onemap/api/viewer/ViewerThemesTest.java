package org.onemap.api.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemap.api.OnemapServer;
import org.onemap.api.ServerOptions;
import org.onemap.store.Store;
import org.onemap.store.StoreLocation;
import org.onemap.store.open.Stores;
import org.onemap.theme.ThemeStyles;

/** Day and night in the viewer, and pictures of labels and icons in every theme for people to look at, in target/viewer. */
class ViewerThemesTest {

    private static final String PLACE = "#16/34.8105/113.548&select=grid:" + SmallDistrict.gridCode(1, 1);

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
        new SmallDistrict().writeTo(store);
        server = OnemapServer.start(store, ServerOptions.ofPort(0));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable open : new AutoCloseable[] {chromium, server, store}) {
            if (open != null) {
                open.close();
            }
        }
    }

    private static MapPage open(String place) {
        return new MapPage(
                chromium.browser(), server.url(), new Browser.NewContextOptions().setViewportSize(1280, 800), place);
    }

    private static int background(String theme) {
        return Integer.parseInt(ThemeStyles.load(theme).theme().background().substring(1), 16);
    }

    /** Pixels of exactly this colour. */
    private static int count(BufferedImage picture, int color) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void theButtonOpensTheSamePlaceInTheOtherLightAndBack() {
        try (MapPage map = open("#11/34.8105/113.548")) {
            int day = count(map.picture(), background("one-map"));
            assertThat(day).isGreaterThan(10_000);
            assertThat(map.find("#theme-toggle")).hasAttribute("aria-label", "切换到夜间样式");
            map.find("#theme-toggle").click();
            assertThat(map.find("html[data-dark=true]")).hasCount(1);
            map.waitUntilDrawn();
            assertThat(map.page().url()).contains("theme=night").contains("#11/34.8105");
            assertThat(count(map.picture(), background("night"))).isGreaterThan(10_000);
            assertThat(count(map.picture(), background("one-map"))).isLessThan(day / 100);
            assertThat(map.find("#theme-toggle")).hasAttribute("aria-label", "切换到日间样式");
            map.find("#theme-toggle").click();
            assertThat(map.find("html[data-dark=false]")).hasCount(1);
            map.waitUntilDrawn();
            assertThat(map.page().url()).doesNotContain("theme=").contains("#11/34.8105");
            assertThat(count(map.picture(), background("one-map"))).isEqualTo(day);
            assertThat(map.faults()).isEmpty();
        }
    }

    @Test
    void theButtonKeepsWhatIsChosen() {
        try (MapPage map = open(PLACE)) {
            assertThat(map.find("#card .division.current .code")).hasText(SmallDistrict.gridCode(1, 1));
            map.find("#theme-toggle").click();
            assertThat(map.find("html[data-dark=true]")).hasCount(1);
            assertThat(map.find("#card .division.current .code")).hasText(SmallDistrict.gridCode(1, 1));
            map.waitUntilDrawn();
            map.save("night-card");
            assertThat(map.faults()).isEmpty();
        }
    }

    @Test
    void aThemeThatIsNotThereIsTheFirstOne() {
        try (MapPage map = open("?theme=sepia#11/34.8105/113.548")) {
            assertThat(map.find("html[data-dark=false]")).hasCount(1);
            assertThat(count(map.picture(), background("one-map"))).isGreaterThan(10_000);
            assertThat(map.faults()).isEmpty();
        }
    }

    /** A part is a white sign on a circle in the colour of its class; the sign alone could not be seen on light ground. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one-map, #3f7fbf #7a6bb5 #c98a2d #5f9e57 #b5635a #7d858f",
        "night,   #3d9be9 #9a86f0 #f0a93a #4fbf63 #f0705f #8d99a8",
        "print,   #3f7fbf #7a6bb5 #c98a2d #5f9e57 #b5635a #7d858f",
    })
    void drawsPartsAsSignsOnCircles(String theme, String colors) {
        try (MapPage map = open("?theme=" + theme + "#19/34.8105/113.5455")) {
            BufferedImage picture = map.picture();
            for (String color : colors.split(" ")) {
                assertThat(count(picture, Integer.parseInt(color.substring(1), 16)))
                        .as(color)
                        .isGreaterThan(60);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-map", "night", "print"})
    void drawsLabelsAndIcons(String theme) {
        for (int level : new int[] {16, 19}) {
            try (MapPage map = open("?theme=" + theme + "#" + level + "/34.8105/113.5455")) {
                BufferedImage labelled = map.picture();
                map.save(theme + "-labels-" + level);
                assertThat(map.faults()).isEmpty();
                try (MapPage bare = new MapPage(
                        chromium.browser(),
                        server.url(),
                        new Browser.NewContextOptions().setViewportSize(1280, 800),
                        "?theme=" + theme + "#" + level + "/34.8105/113.5455",
                        SldPictureTest::withoutLabels)) {
                    assertThat(PictureComparison.of(labelled, bare.picture()).bandDiffering())
                            .as("pixels of labels at %d", level)
                            .isGreaterThan(200);
                }
            }
        }
    }
}

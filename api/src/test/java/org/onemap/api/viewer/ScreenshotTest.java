package org.onemap.api.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the picture of the README from a running server, usually {@code bin/onemap demo}:
 *
 * <pre>mvn -pl api -am test -Dtest=ScreenshotTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Donemap.picture.url=http://localhost:7070 -Donemap.picture.file=$PWD/docs/images/viewer.png</pre>
 */
@EnabledIfSystemProperty(named = "onemap.picture.url", matches = "http.+")
class ScreenshotTest {

    private static final long LARGEST_BYTES = 400_000;

    /** The whole demo district, right of the card. */
    private static final String VIEW = "#13/34.825/113.5167";

    @Test
    void takesPictureOfTheReadme() throws IOException {
        String url = System.getProperty("onemap.picture.url");
        Path file = Path.of(System.getProperty("onemap.picture.file", "target/viewer/readme.png"));
        Browser.NewContextOptions window = new Browser.NewContextOptions().setViewportSize(1440, 900);
        try (Chromium chromium = Chromium.start();
                MapPage map = new MapPage(chromium.browser(), url, window, VIEW)) {
            map.page().mouse().click(905, 520);
            map.find("#card .division.current").waitFor();
            map.waitUntilDrawn();
            SmallPng.write(map.picture(), 220, file);
            assertThat(map.faults()).isEmpty();
        }
        assertThat(Files.size(file)).isLessThan(LARGEST_BYTES);
    }
}

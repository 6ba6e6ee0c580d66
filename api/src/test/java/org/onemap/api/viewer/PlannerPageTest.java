package org.onemap.api.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.api.Served;
import org.onemap.api.ServerOptions;
import org.onemap.api.plans.PlannedTown;

/** The planner's page in real headless Chromium over a draft of the real planner. Pictures are left in target/viewer. */
class PlannerPageTest {

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Served served;

    @BeforeAll
    static void serve() {
        chromium = Chromium.start();
        served = Served.of(PlannedTown.create(folder), ServerOptions.ofPort(0));
    }

    @AfterAll
    static void stop() {
        if (served != null) {
            served.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static MapPage open(String path, int width, int height) {
        return new MapPage(
                chromium.browser(), served.url(), path, new Browser.NewContextOptions().setViewportSize(width, height));
    }

    @Test
    void drawsBothSidesInTheColoursOfTheirDeviations() {
        for (String theme : List.of("", "?theme=night")) {
            for (int[] size : new int[][] {{1920, 1080}, {1366, 768}}) {
                try (MapPage page = open("/plan" + theme, size[0], size[1])) {
                    assertThat(page.find("#plans option")).hasCount(1);
                    assertThat(page.find("#state")).hasText("草案");
                    assertThat(page.find("#table tbody tr")).hasCount(12);
                    assertThat(page.find("#legend .scale-bar li")).hasCount(7);
                    assertThat(page.find("#summary")).containsText("均衡下限");
                    BufferedImage picture = page.picture();
                    int middle = size[0] / 3;
                    assertThat(ViewerTest.colours(picture.getSubimage(20, 120, middle - 60, size[1] - 320)))
                            .as("colours of today")
                            .hasSizeGreaterThan(20);
                    assertThat(page.faults()).isEmpty();
                    page.save("plan" + theme.replaceAll("\\W+", "-") + "-" + size[0]);
                }
            }
        }
    }

    @Test
    void tableIsSortedByAnyColumnAndAChosenRowIsShown() {
        try (MapPage page = open("/plan#2/grid/swipe", 1366, 768)) {
            Locator rows = page.find("#table tbody tr");
            double worst = deviation(rows.first());
            assertThat(Math.abs(worst)).isGreaterThanOrEqualTo(Math.abs(deviation(rows.last())));
            page.find("#table th[data-column=name] button").click();
            assertThat(page.find("#table th[data-column=name]")).hasAttribute("aria-sort", "ascending");
            assertThat(rows.first()).containsText("网格1");
            rows.nth(3).press("Enter");
            String code = rows.nth(3).getAttribute("data-code");
            assertThat(rows.nth(3)).hasAttribute("aria-selected", "true");
            assertThat(page.find("#card .code").first()).hasText(code);
            JsonNode unit = unit(code, "plan");
            assertThat(page.find("#card .facts"))
                    .containsText(String.format(
                            Locale.ROOT, "%,.0f", unit.path("households").asDouble()));
            page.find("#stages button[data-value=today]").click();
            assertThat(page.find("#table tbody tr")).hasCount(12);
            double todays = deviation(page.find("#table tbody tr[data-code='410172160601001']"));
            assertThat(todays / 100)
                    .isCloseTo(
                            unit("410172160601001", "today").path("deviation").asDouble(),
                            org.assertj.core.data.Offset.offset(1e-4));
            page.waitUntilDrawn();
            page.save("plan-chosen");
            page.page().keyboard().press("Escape");
            assertThat(page.find("#card")).isHidden();
            assertThat(page.faults()).isEmpty();
        }
    }

    private static double deviation(Locator row) {
        String text = row.locator(".chip").textContent();
        return Double.parseDouble(text.replace('−', '-').replaceAll("[^0-9.+-]", ""));
    }

    private static JsonNode unit(String code, String stage) {
        for (JsonNode feature :
                served.json("/v1/plans/2/divisions?stage=" + stage).path("features")) {
            if (feature.path("id").asText().equals(code)) {
                return feature.path("properties");
            }
        }
        throw new AssertionError(code);
    }

    @Test
    void aClickOnABoundarySaysWhatItFollowsAndWhy() {
        try (MapPage page = open("/plan#2/grid/plan", 1366, 768)) {
            // a place on the longest stretch, asked of the page's own view
            JsonNode longest = null;
            for (JsonNode feature : served.json("/v1/plans/2/boundaries").path("features")) {
                boolean simple = feature.at("/geometry/type").asText().equals("LineString");
                if (simple && (longest == null || length(feature) > length(longest))) {
                    longest = feature;
                }
            }
            JsonNode line = longest.at("/geometry/coordinates");
            JsonNode from = line.get(line.size() / 2 - 1);
            JsonNode to = line.get(line.size() / 2);
            double lon = (from.get(0).asDouble() + to.get(0).asDouble()) / 2;
            double lat = (from.get(1).asDouble() + to.get(1).asDouble()) / 2;
            List<?> pixel = (List<?>)
                    page.page().evaluate("([lon, lat]) => window.planner.pixelOf(lon, lat)", List.of(lon, lat));
            BoundingBox box = page.find("#planned").boundingBox();
            page.page()
                    .mouse()
                    .click(
                            box.x + ((Number) pixel.get(0)).doubleValue(),
                            box.y + ((Number) pixel.get(1)).doubleValue());
            assertThat(page.find("#card-title"))
                    .hasText(longest.at("/properties/roadName").asText());
            assertThat(page.find("#card .lede"))
                    .hasText(longest.at("/properties/why").asText());
            assertThat(page.find("#card .sides button")).hasCount(2);
            page.waitUntilDrawn();
            page.save("plan-boundary");
            page.find("#card .sides button").first().click();
            assertThat(page.find("#card .kicker")).hasText(Pattern.compile("方案 · 网格"));
            assertThat(page.faults()).isEmpty();
        }
    }

    private static double length(JsonNode feature) {
        return feature.at("/properties/lengthM").asDouble();
    }

    @Test
    void levelsAndWaysOfComparingAreSwitchedByKeysAndKeptInTheAddress() {
        try (MapPage page = open("/plan", 1920, 1080)) {
            page.find("#levels button[data-value=grid]").focus();
            page.page().keyboard().press("ArrowLeft");
            assertThat(page.find("#table tbody tr")).hasCount(4);
            page.find("#modes button[data-value=swipe]").focus();
            page.page().keyboard().press("ArrowRight");
            assertThat(page.find("body")).hasAttribute("data-mode", "side");
            assertThat(page.page()).hasURL(Pattern.compile(".*#2/zone/side$"));
            BoundingBox left = page.find("#today").boundingBox();
            BoundingBox right = page.find("#planned").boundingBox();
            assertThat(left.x + left.width).isCloseTo(right.x, org.assertj.core.data.Offset.offset(3.0));
            page.waitUntilDrawn();
            page.save("plan-side");
            page.page().keyboard().press("ArrowLeft");
            page.find("#divider").focus();
            page.page().keyboard().press("ArrowLeft");
            assertThat(page.find("#divider")).hasAttribute("aria-valuenow", "45");
            assertThat(page.faults()).isEmpty();
        }
        try (MapPage page = open("/plan#2/office/plan", 1366, 768)) {
            assertThat(page.find("#table tbody tr")).hasCount(2);
            assertThat(page.find("body")).hasAttribute("data-mode", "plan");
        }
    }

    @Test
    void draggingTheCurtainShowsMoreOfToday() {
        try (MapPage page = open("/plan", 1366, 768)) {
            BoundingBox divider = page.find("#divider").boundingBox();
            double y = divider.y + divider.height / 3;
            page.page().mouse().move(divider.x + divider.width / 2, y);
            page.page().mouse().down();
            page.page().mouse().move(divider.x + divider.width / 2 + 200, y);
            page.page().mouse().up();
            assertThat(page.find("#divider").boundingBox().x)
                    .isCloseTo(divider.x + 200, org.assertj.core.data.Offset.offset(2.0));
            assertThat(page.faults()).isEmpty();
        }
    }
}

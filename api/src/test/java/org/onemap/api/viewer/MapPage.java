package org.onemap.api.viewer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** One open map in the browser, and everything that went wrong in it. Confined to one thread. */
final class MapPage implements AutoCloseable {

    private final String url;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<String> tiles = new ArrayList<>();

    /** Opens the map at this hash. */
    MapPage(Browser browser, String url, Browser.NewContextOptions options, String hash) {
        this(browser, url, options, hash, Route::resume);
    }

    /** The same with styles that are changed on their way. */
    MapPage(Browser browser, String url, Browser.NewContextOptions options, String hash, Consumer<Route> styles) {
        this(browser, url, "/map" + hash, options, styles);
    }

    /** Opens a page of the service that says by {@code data-map} when it is drawn. */
    MapPage(Browser browser, String url, String path, Browser.NewContextOptions options) {
        this(browser, url, path, options, Route::resume);
    }

    private MapPage(
            Browser browser, String url, String path, Browser.NewContextOptions options, Consumer<Route> styles) {
        this.url = url;
        this.context = browser.newContext(options.setLocale("zh-CN"));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add("console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add("page: " + error));
        page.onRequestFailed(request -> {
            // a question that a later one made void is no fault
            if (!String.valueOf(request.failure()).contains("ERR_ABORTED")) {
                faults.add("request: " + request.url() + " " + request.failure());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(url) && !request.url().startsWith("data:")) {
                faults.add("request to another place: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.url().contains("/tiles/")) {
                tiles.add(response.status() + " " + response.url());
            }
            if (response.status() >= 400) {
                faults.add(response.status() + " " + response.url());
            }
        });
        page.route("**/styles/*?f=ol", styles);
        page.navigate(url + path);
        waitUntilDrawn();
    }

    /** Waits until every tile is there and painted. */
    void waitUntilDrawn() {
        page.locator("html[data-map=idle]").waitFor();
        page.waitForTimeout(350); // labels follow the tiles
        page.locator("html[data-map=idle]").waitFor();
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    String url() {
        return url;
    }

    /** Errors in the console, failed or foreign requests, answers of 400 and above. */
    List<String> faults() {
        return faults;
    }

    /** Status and URL of each tile that was asked for. */
    List<String> tiles() {
        return tiles;
    }

    /** What the window shows. */
    BufferedImage picture() {
        try {
            return ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what the window shows for people to look at. */
    void save(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "viewer"));
            Files.write(folder.resolve(name + ".png"), page.screenshot());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}

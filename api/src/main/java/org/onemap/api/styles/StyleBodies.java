package org.onemap.api.styles;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onemap.NotFound;
import org.onemap.api.http.Precompressed;
import org.onemap.theme.ThemeStyles;

/** The documents of each style, generated at the first request for it. Thread-safe. */
public final class StyleBodies {

    private final Map<String, Documents> byName = new ConcurrentHashMap<>();

    /**
     * The documents of a style.
     *
     * @throws NotFound if there is none of this name
     */
    Documents get(String name) {
        return byName.computeIfAbsent(name, unused -> Documents.of(ThemeStyles.load(name)));
    }

    /** What is generated from one theme. Immutable. */
    record Documents(String title, Precompressed openLayers, Precompressed legendJson, Precompressed legendSvg) {

        private static Documents of(ThemeStyles styles) {
            return new Documents(
                    styles.title(), body(styles.openLayers()), body(styles.legendJson()), body(styles.legendSvg()));
        }

        private static Precompressed body(String text) {
            return Precompressed.of(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

package org.onemap.theme;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;

/**
 * Times what a server and a publisher ask of a theme: reading it, and each language of the whole map. Prints CPU time of the first call
 * in the process and of one call when warm, and the size. Run with {@code java -cp … org.onemap.theme.ThemeBenchmark}.
 */
final class ThemeBenchmark {

    private static final int WARM = 50;

    private ThemeBenchmark() {}

    /** Runs it for the theme one-map. */
    public static void main(String[] arguments) {
        List<Layer> layers = StandardLayers.list().stream()
                .filter(layer -> layer.geometry().isSpatial())
                .map(layer -> layer.geometry() == GeometryKind.ANY
                        ? layer.toBuilder().geometry(GeometryKind.POINT).build()
                        : layer)
                .toList();
        ThemeStyles styles = time("read", () -> ThemeStyles.load("one-map"), s -> 0);
        time("OpenLayers", styles::openLayers, String::length);
        time("MapLibre", () -> styles.mapLibre("http://localhost", List.of()), String::length);
        time("SLD 1.0", () -> styles.sld(SldVersion.V1_0).map(layers), String::length);
        time("SLD 1.1", () -> styles.sld(SldVersion.V1_1).map(layers), String::length);
        time("legend", styles::legendSvg, String::length);
    }

    private interface Size<T> {
        int of(T made);
    }

    private static <T> T time(String what, Supplier<T> action, Size<T> size) {
        Duration begun = cpu();
        T made = action.get();
        Duration first = cpu().minus(begun);
        for (int i = 0; i < WARM; i++) {
            made = action.get();
        }
        begun = cpu();
        for (int i = 0; i < WARM; i++) {
            made = action.get();
        }
        Duration warm = cpu().minus(begun);
        System.out.printf(
                "%-10s first %4d ms, warm %6.2f ms, %,9d characters%n",
                what, first.toMillis(), warm.toNanos() / 1e6 / WARM, size.of(made));
        return made;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}

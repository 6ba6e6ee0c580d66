package org.onemap.ingest.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.feature.Layer;
import org.onemap.rights.Principal;
import org.onemap.store.ReadView;
import org.onemap.theme.Icons;
import org.onemap.theme.SldStyles;
import org.onemap.theme.SldVersion;
import org.onemap.theme.Theme;
import org.onemap.theme.ThemeStyles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onemap style}: what the map looks like, for other programs. */
@Command(
        name = "style",
        description = "Write the style of the map for other programs.",
        mixinStandardHelpOptions = true,
        subcommands = StyleCommand.ExportCommand.class)
final class StyleCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: export");
    }

    /** The languages of a style, as {@code --format} has them. */
    private enum Format {
        MAPLIBRE,
        SLD10,
        SLD11,
        OL,
        LEGEND,
        ICONS;

        static Format of(CommandSpec spec, String text) {
            for (Format format : values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return format;
                }
            }
            throw new ParameterException(
                    spec.commandLine(),
                    "no format '" + text + "'; there are maplibre, sld10, sld11, ol, legend and icons");
        }
    }

    /** {@code onemap style export}. */
    @Command(
            name = "export",
            description = "Generate a style from a theme: of the whole map, or the SLD of one layer.",
            mixinStandardHelpOptions = true)
    static final class ExportCommand implements Callable<Integer> {

        private final Console console;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(
                names = "--theme",
                defaultValue = "one-map",
                paramLabel = "T",
                description = "one-map, night, print, or a theme file of your own ending in .yaml (default: one-map).")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String theme;

        @Option(
                names = "--format",
                required = true,
                paramLabel = "F",
                description = "maplibre, sld10, sld11, ol, legend (SVG, or JSON if the output ends in .json),"
                        + " or icons (SVG files, into the folder --output).")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String format;

        @Option(names = "--layer", paramLabel = "L", description = "The SLD of this layer alone.")
        private @Nullable String layer;

        @Option(
                names = "--store",
                paramLabel = "S",
                description = "Name only layers and columns that this store has; GeoServer fails on others.")
        private @Nullable String store;

        @Option(
                names = "--url",
                defaultValue = "http://localhost:7070",
                paramLabel = "URL",
                description = "Where the service is, for MapLibre (default: http://localhost:7070).")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String url;

        @Option(names = "--output", paramLabel = "FILE", description = "Write here instead of to the screen.")
        private @Nullable Path output;

        ExportCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Format wanted = Format.of(spec, format);
            boolean sld = wanted == Format.SLD10 || wanted == Format.SLD11;
            if (layer != null && !sld) {
                throw new ParameterException(spec.commandLine(), "--layer goes with --format sld10 or sld11");
            }
            if (wanted == Format.ICONS) {
                return writeIcons();
            }
            write(document(wanted, theme()));
            return ExitCode.DONE;
        }

        private ThemeStyles theme() {
            if (!theme.endsWith(".yaml") && !theme.endsWith(".yml")) {
                return ThemeStyles.load(theme);
            }
            Path file = Path.of(theme);
            try {
                return ThemeStyles.of(Theme.parse(file.toString(), Files.readString(file)));
            } catch (IOException e) {
                throw new NotFound("the theme file " + file + " cannot be read: " + e.getMessage());
            }
        }

        private String document(Format wanted, ThemeStyles styles) {
            boolean json = Optional.ofNullable(output)
                    .map(file -> file.toString().endsWith(".json"))
                    .orElse(false);
            return switch (wanted) {
                case MAPLIBRE -> styles.mapLibre(url.replaceFirst("/+$", ""), others(styles));
                case OL -> styles.openLayers();
                case LEGEND -> json ? styles.legendJson() : styles.legendSvg();
                case SLD10 -> sld(styles.sld(SldVersion.V1_0));
                case SLD11 -> sld(styles.sld(SldVersion.V1_1));
                case ICONS -> throw new IllegalStateException("icons are files");
            };
        }

        private String sld(SldStyles styles) {
            Optional<List<Layer>> layers = layers();
            if (layer == null) {
                return layers.map(styles::map).orElseGet(styles::map);
            }
            String name = layer;
            if (layers.isEmpty()) {
                return styles.layer(name);
            }
            return layers.get().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .map(candidate -> styles.layer(candidate, 0))
                    .orElseThrow(() -> new NotFound("the store " + store + " has no layer '" + name + "'; it has "
                            + layers.get().stream().map(Layer::name).toList()));
        }

        private List<String> others(ThemeStyles styles) {
            return layers().orElse(List.of()).stream()
                    .filter(candidate -> candidate.geometry().isSpatial())
                    .map(Layer::name)
                    .filter(name -> styles.theme().layers().stream()
                            .noneMatch(looks -> looks.id().equals(name)))
                    .toList();
        }

        private Optional<List<Layer>> layers() {
            if (store == null) {
                return Optional.empty();
            }
            try (OpenedStore opened = OpenedStore.existing(store);
                    ReadView view = opened.store().read()) {
                return Optional.of(
                        new ArrayList<>(view.layers(Principal.anonymous()).list()));
            }
        }

        private void write(String document) {
            if (output == null) {
                console.out().print(document);
                console.out().flush();
                return;
            }
            try {
                Files.writeString(output, document, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new InvalidInput("cannot write " + output + ": " + e.getMessage() + "; is the folder there?", e);
            }
            console.out().println(output);
        }

        private int writeIcons() {
            if (output == null) {
                throw new ParameterException(spec.commandLine(), "icons are files: say --output FOLDER");
            }
            try {
                Files.createDirectories(output);
                for (String name : Icons.names()) {
                    Path file = output.resolve(Icons.fileName(name));
                    Files.writeString(file, Icons.svg(name), StandardCharsets.UTF_8);
                    console.out().println(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return ExitCode.DONE;
        }
    }
}

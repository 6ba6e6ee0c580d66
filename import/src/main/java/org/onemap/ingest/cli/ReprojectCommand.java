package org.onemap.ingest.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.division.life.Lineages;
import org.onemap.ingest.edit.LineageReading;
import org.onemap.store.ReadView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onemap division reproject}: figures of old divisions, told for the new ones. */
@Command(
        name = "reproject",
        description = {
            "Tell figures of old divisions for those of another day, by the shares of their lineage.",
            "",
            "The file is CSV: code,figure. The sum stays; what belonged to divisions without a successor is listed last."
        },
        mixinStandardHelpOptions = true)
final class ReprojectCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE.csv", description = "Codes and figures; a first line without a number is a title.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--level", defaultValue = "grid", paramLabel = "L", description = "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String level;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DAY",
            converter = Days.class,
            description = "The day for which the figures are.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", converter = Days.class, description = "Default: today.")
    private @Nullable LocalDate to;

    @Option(
            names = "--by",
            defaultValue = "HOUSEHOLDS",
            paramLabel = "M",
            description = "area or households. Default: households.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Lineages.Measure measure;

    ReprojectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, Double> figures = read();
        try (OpenedStore opened = store.open();
                ReadView view = opened.store().read()) {
            LocalDate until = to == null ? LocalDate.MAX : to;
            Map<String, Double> now =
                    LineageReading.between(view, level, from, until).project(figures, measure);
            console.out().println("code,figure");
            now.forEach(
                    (code, figure) -> console.out().println(code + "," + String.format(Locale.ROOT, "%.6g", figure)));
        }
        return ExitCode.DONE;
    }

    private Map<String, Double> read() {
        Map<String, Double> figures = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                add(figures, line.replace("\uFEFF", ""), number);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw new NotFound("there is no file " + file, e);
        } catch (IOException e) {
            throw new InvalidInput(file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
        }
        return figures;
    }

    private void add(Map<String, Double> figures, String line, int number) {
        if (line.isBlank()) {
            return;
        }
        String[] cells = line.split(",", -1);
        try {
            if (cells.length < 2) {
                throw new NumberFormatException(line);
            }
            figures.merge(cells[0].strip(), Double.parseDouble(cells[1].strip()), Double::sum);
        } catch (NumberFormatException e) {
            if (number > 1) {
                throw new InvalidInput(file + " line " + number + ": '" + line + "' is not code,figure", e);
            }
        }
    }
}

package org.onemap.ingest.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onemap.crs.Distances;
import org.onemap.feature.Feature;
import org.onemap.ingest.issue.TextTable;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.ValidTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onemap division list}. */
@Command(
        name = "list",
        description = "The divisions of a level, today or on another day.",
        mixinStandardHelpOptions = true)
final class DivisionListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--level", defaultValue = "grid", paramLabel = "L", description = "Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String level;

    @Option(names = "--as-of", paramLabel = "DAY", converter = Days.class, description = "The day. Default: today.")
    private @Nullable LocalDate asOf;

    DivisionListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ValidTime when = asOf == null ? ValidTime.now() : ValidTime.asOf(asOf);
        TextTable table = TextTable.of("code", "name", "parent", "hectares", "since");
        try (OpenedStore opened = store.open();
                ReadView view = opened.store().read();
                FeatureCursor rows =
                        view.query(Principal.anonymous(), FeatureQuery.of(level).at(when))) {
            while (rows.hasNext()) {
                Feature row = rows.next();
                table.row(
                        row.code().orElse(""),
                        row.name().orElse(""),
                        row.parentCode().orElse(""),
                        row.geometry()
                                .map(shape -> String.format("%.1f", Distances.areaM2(shape) / 10_000))
                                .orElse(""),
                        row.validFrom().toString());
            }
        }
        table.lines().forEach(console.out()::println);
        return ExitCode.DONE;
    }
}

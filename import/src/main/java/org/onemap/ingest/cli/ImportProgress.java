package org.onemap.ingest.cli;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.onemap.ingest.issue.TextTable;
import org.onemap.ingest.load.ImportListener;
import org.onemap.ingest.load.ImportOptions;
import org.onemap.ingest.load.LayerPlan;
import org.onemap.ingest.mapping.ColumnMapping;
import org.onemap.store.ChangeSet;

/**
 * Shows how an import goes on: what each source is, and how far it is. Confined to one thread.
 */
final class ImportProgress implements ImportListener, AutoCloseable {

    private final Console console;
    private final ImportOptions options;
    private @Nullable ProgressLine line;
    private OptionalLong total = OptionalLong.empty();

    ImportProgress(Console console, ImportOptions options) {
        this.console = console;
        this.options = options;
    }

    @Override
    public void planned(LayerPlan plan) {
        OptionalLong rows = plan.source().rowCount();
        console.out()
                .println(
                        plan.source().displayName() + " → layer " + plan.layer().name() + ": "
                                + (rows.isPresent()
                                        ? String.format(Locale.ROOT, "%,d rows", rows.getAsLong())
                                        : "rows not counted")
                                + ", " + plan.position().label() + ", " + Charsets.of(plan.source()) + ", key "
                                + plan.layer().keyField()
                                + (plan.key() == LayerPlan.Key.CODE_IF_UNIQUE ? " (if filled and unique)" : ""));
        if (options.run().dryRun()) {
            TextTable table = TextTable.of("column", "type", "field", "why");
            for (ColumnMapping.Column column : plan.mapping().columns()) {
                table.row(
                        column.source().name(),
                        column.source().type().name().toLowerCase(Locale.ROOT),
                        column.target(),
                        column.why().text());
            }
            table.lines().forEach(line -> console.out().println("  " + line));
        }
        console.out().flush();
    }

    @Override
    public void reading(LayerPlan plan, OptionalLong rows) {
        close();
        total = rows;
        line = new ProgressLine(
                console, true, new ProgressLine.Task(plan.layer().name(), "rows"));
    }

    @Override
    public void progress(long rows) {
        ProgressLine shown = line;
        if (shown != null) {
            double all = Math.max(1, total.orElse(1));
            shown.show(rows, total.isPresent() ? Math.min(1, rows / all) : Double.NaN);
        }
    }

    @Override
    public void finished(LayerPlan plan, ChangeSet.Counts counts) {
        close();
    }

    @Override
    public void close() {
        ProgressLine shown = line;
        if (shown != null) {
            shown.close();
            line = null;
        }
    }
}

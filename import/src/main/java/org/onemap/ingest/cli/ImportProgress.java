package org.onemap.ingest.cli;

import java.util.Locale;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.onemap.ingest.issue.TextTable;
import org.onemap.ingest.load.ImportListener;
import org.onemap.ingest.load.ImportOptions;
import org.onemap.ingest.load.LayerPlan;
import org.onemap.ingest.mapping.ColumnMapping;
import org.onemap.store.ChangeSet;

/**
 * Shows how an import goes on: what each source is, and how far it is. On a terminal a bar with rate and remaining time,
 * in a pipe a plain line every few seconds. Confined to one thread.
 */
final class ImportProgress implements ImportListener, AutoCloseable {

    private static final long LINE_EVERY_MS = 5_000;

    private final Console console;
    private final ImportOptions options;
    private @Nullable ProgressBar bar;
    private String layer = "";
    private OptionalLong total = OptionalLong.empty();
    private long startMs;
    private long lastLineMs;

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
        closeBar();
        layer = plan.layer().name();
        total = rows;
        startMs = System.currentTimeMillis();
        lastLineMs = startMs;
        if (console.terminal()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(layer)
                    .setInitialMax(rows.orElse(-1))
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUnit(" rows", 1)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .build();
        }
    }

    @Override
    public void progress(long rows) {
        if (bar != null) {
            bar.stepTo(rows);
            return;
        }
        long now = System.currentTimeMillis();
        if (now - lastLineMs >= LINE_EVERY_MS) {
            lastLineMs = now;
            console.err().println(line(rows, Math.max(1, now - startMs)));
            console.err().flush();
        }
    }

    private String line(long rows, long elapsedMs) {
        long perSecond = rows * 1000 / elapsedMs;
        String text = String.format(Locale.ROOT, "%s: %,d rows, %,d rows/s", layer, rows, perSecond);
        if (total.isEmpty() || perSecond == 0) {
            return text;
        }
        long leftS = Math.max(0, total.getAsLong() - rows) / perSecond;
        return text
                + String.format(
                        Locale.ROOT,
                        ", %d %%, %d:%02d left",
                        total.getAsLong() == 0 ? 100 : Math.min(100, rows * 100 / total.getAsLong()),
                        leftS / 60,
                        leftS % 60);
    }

    @Override
    public void finished(LayerPlan plan, ChangeSet.Counts counts) {
        closeBar();
    }

    private void closeBar() {
        ProgressBar open = bar;
        if (open != null) {
            open.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        closeBar();
    }
}

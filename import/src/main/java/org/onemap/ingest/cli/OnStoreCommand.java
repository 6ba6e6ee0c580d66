package org.onemap.ingest.cli;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.onemap.feature.Feature;
import org.onemap.ingest.issue.TextTable;
import org.onemap.rights.Principal;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import picocli.CommandLine.Mixin;

/** A command on a store that is there. */
abstract class OnStoreCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private StoreOption store = new StoreOption();

    OnStoreCommand(Console console) {
        this.console = console;
    }

    /** Does what the command is for; the exit code. */
    abstract int run(Store opened);

    @Override
    public final Integer call() {
        try (OpenedStore opened = store.open()) {
            return run(opened.store());
        }
    }

    final void say(String line) {
        console.out().println(line);
    }

    /** Reads rows of a layer, one in memory at a time; none if there is no such layer. */
    static void forEach(Store opened, FeatureQuery query, Consumer<Feature> action) {
        try (ReadView view = opened.read()) {
            if (view.layers(Principal.anonymous()).find(query.layer()).isPresent()) {
                try (FeatureCursor rows = view.query(Principal.anonymous(), query)) {
                    rows.forEachRemaining(action);
                }
            }
        }
    }

    /**
     * Prints a table.
     *
     * @param none what is said if it has no row
     */
    final int show(TextTable table, String none) {
        if (table.isEmpty()) {
            say(none);
        } else {
            table.lines().forEach(this::say);
        }
        return ExitCode.DONE;
    }
}

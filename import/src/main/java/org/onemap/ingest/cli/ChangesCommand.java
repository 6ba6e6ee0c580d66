package org.onemap.ingest.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code onemap changes}. */
@Command(name = "changes", mixinStandardHelpOptions = true)
final class ChangesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}

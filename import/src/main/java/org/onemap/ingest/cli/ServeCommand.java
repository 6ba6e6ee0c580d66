package org.onemap.ingest.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code onemap serve}. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}

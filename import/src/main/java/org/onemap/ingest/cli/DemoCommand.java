package org.onemap.ingest.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code onemap demo}. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}

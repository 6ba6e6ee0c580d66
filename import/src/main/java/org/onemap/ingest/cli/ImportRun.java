package org.onemap.ingest.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.onemap.ingest.load.ImportOptions;

record ImportRun(Console console, List<Path> files, String store, Optional<Path> report) {
    int run(ImportOptions options) {
        throw new UnsupportedOperationException();
    }
}

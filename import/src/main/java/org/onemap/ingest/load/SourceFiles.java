package org.onemap.ingest.load;

import java.nio.file.Path;
import java.util.List;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.open.Sources;

/** Opens files as sources. */
final class SourceFiles {

    private SourceFiles() {}

    static List<Source> open(Path file, ImportOptions options, IssueSink issues) {
        return Sources.open(file, new ReadOptions(options.charset(), issues));
    }
}

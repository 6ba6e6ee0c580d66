package org.onemap.ingest.read;

import java.nio.charset.Charset;
import java.util.Optional;
import org.onemap.ingest.issue.IssueSink;

/**
 * How sources are opened. Immutable.
 *
 * @param charset what {@code --charset} says; it wins over all that the file says
 * @param issues takes what is wrong
 */
public record ReadOptions(Optional<Charset> charset, IssueSink issues) {}

package org.onemap.ingest.cli;

import org.onemap.ingest.read.Source;

/** How the charset of a source is shown. */
final class Charsets {

    private Charsets() {}

    static String of(Source source) {
        return source.charset().map(charset -> charset.name()).orElse("no text");
    }
}

package org.onemap.ingest.cli;

import org.jspecify.annotations.Nullable;

/** Who makes a change. */
final class Authors {

    private Authors() {}

    /** The name given, or the login name. */
    static String orLogin(@Nullable String author) {
        return author == null || author.isBlank() ? System.getProperty("user.name", "unknown") : author;
    }
}

package org.onemap.ingest.read.value;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;

/** Gives each column a name of its own: none empty, none twice without regard to case. Confined to one thread. */
public final class ColumnNames {

    private final Place file;
    private final IssueSink issues;
    private final Set<String> taken = new HashSet<>();
    private int columns;

    /** @param displayName of the file, for the warnings */
    public ColumnNames(String displayName, IssueSink issues) {
        this.file = Place.file(displayName);
        this.issues = issues;
    }

    /** The name for the next column, which the file calls so; a warning if it differs. */
    public String add(String written) {
        columns++;
        String name = written.strip();
        if (name.isEmpty()) {
            name = "field_" + columns;
            issues.add(ImportIssue.warning(
                    "column-without-name",
                    file.field(name),
                    "column " + columns + " has no name; it was called " + name));
        }
        String free = name;
        for (int i = 1; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "_" + i;
        }
        if (!free.equals(name)) {
            issues.add(ImportIssue.warning(
                    "duplicate-column",
                    file.field(name),
                    "there is more than one column " + name + "; a later one was called " + free));
        }
        return free;
    }
}

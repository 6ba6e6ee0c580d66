package org.onemap.ingest.read.dbf;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.read.charset.CharsetNames;
import org.onemap.ingest.read.charset.StrictDecoder;
import org.onemap.ingest.read.charset.StrictDecoder.Outcome;
import org.onemap.ingest.read.value.ColumnNames;

/** Names of columns: decoded, without a last character cut in half, never empty, each only once. */
final class DbfNames {

    private final boolean wide;
    private final StrictDecoder decoder;
    private final Place file;
    private final IssueSink issues;

    private DbfNames(Charset charset, String displayName, IssueSink issues) {
        this.wide = charset.name().startsWith("UTF-16");
        this.decoder = new StrictDecoder(charset);
        this.file = Place.file(displayName);
        this.issues = issues;
    }

    /** The names of these columns in their order. */
    static List<String> of(List<DbfColumn> columns, Charset charset, String displayName, IssueSink issues) {
        DbfNames names = new DbfNames(charset, displayName, issues);
        ColumnNames unique = new ColumnNames(displayName, issues);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            result.add(unique.add(names.decoded(columns.get(i), i + 1)));
        }
        return result;
    }

    private String decoded(DbfColumn column, int number) {
        byte[] bytes = column.name();
        int even = bytes.length / 2 * 2;
        int length = wide ? even : DbfValues.trimmedLength(bytes, 0, bytes.length);
        String name = decoder.decode(bytes, 0, length).replace('\0', ' ').strip();
        if (decoder.outcome() == Outcome.CUT) {
            warn(
                    "cut-name",
                    name,
                    "the name of column " + number + " ends in the middle of a character; what is whole is " + name);
        } else if (decoder.outcome() == Outcome.MALFORMED) {
            issues.add(ImportIssue.error(
                    "malformed-text",
                    file.field(name),
                    "the name of column " + number
                            + " is not written in " + CharsetNames.say(decoder.charset()) + ": " + name
                            + "; say what it is with --charset"));
        }
        return name;
    }

    private void warn(String rule, String name, String message) {
        issues.add(ImportIssue.warning(rule, file.field(name), message));
    }
}

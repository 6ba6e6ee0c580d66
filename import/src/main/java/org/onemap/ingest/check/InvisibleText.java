package org.onemap.ingest.check;

import java.util.OptionalInt;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;

/** Characters in texts that nobody sees and that make equal names differ: direction marks, zero-width blanks, controls. */
final class InvisibleText {

    private InvisibleText() {}

    static void check(Content content, Place place, IssueSink issues) {
        content.code().ifPresent(text -> check(text, "code", place, issues));
        content.name().ifPresent(text -> check(text, "name", place, issues));
        content.parentCode().ifPresent(text -> check(text, "parent_code", place, issues));
        for (int i = 0; i < content.schema().size(); i++) {
            Field field = content.schema().fields().get(i);
            if (field.type() == FieldType.TEXT) {
                Object value = content.value(i).orElse("");
                if (!isCopy(value, content)) {
                    check((String) value, field.name(), place, issues);
                }
            }
        }
    }

    /** Whether a field holds the very text of a system column, which is checked already. */
    private static boolean isCopy(Object value, Content content) {
        return value.equals(content.name().orElse(null)) || value.equals(content.code().orElse(null));
    }

    private static void check(String text, String field, Place place, IssueSink issues) {
        OptionalInt found = find(text);
        if (found.isPresent()) {
            issues.add(ImportIssue.warning(
                    "invisible-character",
                    place.field(field),
                    "'" + text + "' holds an invisible character, "
                            + String.format(java.util.Locale.ROOT, "U+%04X", found.getAsInt())
                            + ", which is kept; searches for the visible text will miss it"));
        }
    }

    private static OptionalInt find(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7F || c >= 0x3400 && c < 0xA000;
            if (!plain && isInvisible(c)) {
                return OptionalInt.of(c);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL && c != '\t' && c != '\n' && c != '\r';
    }
}

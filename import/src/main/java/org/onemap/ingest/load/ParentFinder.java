package org.onemap.ingest.load;

import java.util.Optional;
import org.onemap.feature.Content;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.ImportIssue.Place;
import org.onemap.ingest.issue.IssueSink;
import org.onemap.ingest.issue.Severity;

/**
 * Finds the parent's code where the source has it in another way: by the parent's name (所属片区 often holds names), or
 * by nothing but the beginning of the child's own code. What it filled in is told once. Confined to one thread.
 */
final class ParentFinder {

    private final Level parents;
    private final boolean mapped;
    private long byName;
    private long byCode;

    /**
     * A finder.
     *
     * @param parents the level above
     * @param mapped whether a column is mapped to the parent's code
     */
    ParentFinder(Level parents, boolean mapped) {
        this.parents = parents;
        this.mapped = mapped;
    }

    Content complete(Content content) {
        Optional<String> given = content.parentCode();
        if (given.isPresent()) {
            if (parents.has(given.get())) {
                return content;
            }
            Optional<String> found = parents.codeOfName(given.get());
            found.ifPresent(code -> byName++);
            return found.map(code -> with(content, code)).orElse(content);
        }
        if (mapped || content.code().isEmpty()) {
            return content;
        }
        Optional<String> found = parents.prefixOf(content.code().get());
        found.ifPresent(code -> byCode++);
        return found.map(code -> with(content, code)).orElse(content);
    }

    private static Content with(Content content, String parent) {
        return content.toBuilder().parentCode(parent).build();
    }

    void report(Place place, IssueSink issues) {
        tell(byName, "rows name their parent by its name, which is unique; its code is taken", place, issues);
        tell(byCode, "rows have no parent column; the parent whose code begins theirs is taken", place, issues);
    }

    private static void tell(long count, String what, Place place, IssueSink issues) {
        if (count > 0) {
            issues.add(new ImportIssue(
                    Severity.INFO, "parent-found", count + " " + what, place.field("parent_code"), Optional.empty()));
        }
    }
}

package org.onemap.ingest.edit;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onemap.InvalidInput;
import org.onemap.division.people.Assignment;
import org.onemap.division.people.AssignmentRows;
import org.onemap.division.people.Role;
import org.onemap.division.people.Roster;
import org.onemap.feature.Content;
import org.onemap.feature.Field;
import org.onemap.feature.Layer;
import org.onemap.feature.Schema;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.open.Sources;

/**
 * A list of people as a file: CSV or any other table that an import reads. Columns by their usual names: 编号 (may be
 * missing), 姓名, 岗位, 区划编码, 任职日期, 离任日期, 联系电话, 责任事项, A岗编号. Immutable.
 *
 * <p>A row with a code, or of the same person in the same post of the same division from the same day, replaces the assignment that is
 * there: a list may be loaded twice.
 */
public final class PeopleList {

    private static final int MOST_NAMED = 20;
    private static final Map<String, String> SYSTEM =
            Map.of("编号", "code", "code", "code", "name", "name", "parent_code", "parent_code");

    private final List<Assignment> rows;

    private PeopleList(List<Assignment> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a list whole.
     *
     * @param charset that of the file where it does not say so itself
     * @throws InvalidInput naming each row that has no person, no role or no division, or a telephone number that is none
     */
    public static PeopleList read(Path file, Optional<Charset> charset) {
        IssueCollector issues = new IssueCollector();
        List<Assignment> rows = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Source one : Sources.open(file, new ReadOptions(charset, issues))) {
            try (Source source = one) {
                read(source, rows, faults);
            }
        }
        issues.kept().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .forEach(issue -> faults.add(issue.message()));
        if (!faults.isEmpty()) {
            throw new InvalidInput(String.join("\n", faults.subList(0, Math.min(MOST_NAMED, faults.size())))
                    + (faults.size() > MOST_NAMED ? "\nand " + (faults.size() - MOST_NAMED) + " more" : ""));
        }
        return new PeopleList(rows);
    }

    private static void read(Source source, List<Assignment> rows, List<String> faults) {
        List<Field> fields = new ArrayList<>();
        Map<Integer, String> system = new HashMap<>();
        Map<Integer, Integer> values = new HashMap<>();
        for (int i = 0; i < source.schema().fields().size(); i++) {
            Field field = source.schema().fields().get(i);
            String name = field.name().toLowerCase(Locale.ROOT);
            if (SYSTEM.containsKey(name)) {
                system.put(i, SYSTEM.get(name));
            } else if (!Layer.SYSTEM_COLUMNS.contains(name)) {
                values.put(i, fields.size());
                fields.add(field);
            }
        }
        Schema schema = Schema.of(fields);
        Iterator<SourceRow> all = source.rows();
        while (all.hasNext()) {
            SourceRow row = all.next();
            Content.Builder content = Content.builder(schema);
            values.forEach((from, to) -> content.value(to, row.values()[from]));
            system.forEach((from, column) -> {
                Object value = row.values()[from];
                set(content, column, value == null ? "" : value.toString().strip());
            });
            Assignment read = AssignmentRows.read(content.build());
            Optional<String> fault = fault(read);
            fault.ifPresent(text -> faults.add(source.displayName() + " row " + row.number() + ": " + text));
            if (fault.isEmpty()) {
                rows.add(read);
            }
        }
    }

    private static void set(Content.Builder content, String column, String value) {
        switch (column) {
            case "code" -> content.code(value);
            case "name" -> content.name(value);
            default -> content.parentCode(value);
        }
    }

    private static Optional<String> fault(Assignment read) {
        if (read.person().isBlank()) {
            return Optional.of("no person (column 姓名)");
        }
        if (read.post().division().isEmpty()) {
            return Optional.of(read.person() + " has no division (column 区划编码)");
        }
        if (read.post().title().isEmpty()) {
            return Optional.of(read.person() + " has no role (column 岗位), for instance " + Role.LEADER.title());
        }
        boolean badPhone =
                !read.details().phone().isEmpty() && !read.details().phone().isValid();
        return badPhone
                ? Optional.of(read.person() + ": " + read.details().phone() + " is no telephone number (column 联系电话)")
                : Optional.empty();
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** Puts all rows into a roster. */
    public void putInto(Roster roster) {
        Map<List<String>, String> codes = new HashMap<>();
        roster.list().forEach(one -> codes.put(identity(one), one.code()));
        for (Assignment row : rows) {
            String code = row.code().isEmpty() ? codes.getOrDefault(identity(row), "") : row.code();
            roster.put(new Assignment(code, row.person(), row.post(), row.term(), row.details()));
        }
    }

    private static List<String> identity(Assignment one) {
        return List.of(
                one.person(),
                one.post().title(),
                one.post().division(),
                one.term().from().toString());
    }
}

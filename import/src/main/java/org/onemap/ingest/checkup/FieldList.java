package org.onemap.ingest.checkup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.onemap.InvalidInput;
import org.onemap.crs.Cgcs2000;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.open.Sources;
import org.onemap.survey.FieldCheck;

/**
 * What the field brought back, as CSV: 编码 (code), 结果 (outcome: 合格, 属性错误, 多余, 遗漏; nothing is 合格 where a position was
 * measured), 经度 and 纬度 (lon, lat) as measured, CGCS2000. A row with neither outcome nor position was not looked at yet.
 */
final class FieldList {

    private static final int MOST_NAMED = 20;
    private static final Set<String> CODE = Set.of("编码", "部件编码", "标识码", "code");
    private static final Set<String> OUTCOME = Set.of("结果", "检查结果", "result", "outcome");

    private final Set<String> known;
    private final Set<String> seen = new HashSet<>();
    private final List<FieldCheck> checks = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private FieldList(Set<String> known) {
        this.known = known;
    }

    /**
     * Reads a list whole.
     *
     * @param known codes of the parts
     * @throws InvalidInput naming each row with an unknown code or outcome, a code twice, or no usable position
     */
    static List<FieldCheck> read(Path file, Set<String> known) {
        IssueCollector issues = new IssueCollector();
        FieldList list = new FieldList(known);
        for (Source one : Sources.open(file, new ReadOptions(Optional.empty(), issues))) {
            try (Source source = one) {
                list.read(source);
            }
        }
        issues.kept().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .forEach(issue -> list.faults.add(issue.message()));
        if (!list.faults.isEmpty()) {
            int more = list.faults.size() - MOST_NAMED;
            throw new InvalidInput(String.join("\n", list.faults.subList(0, Math.min(MOST_NAMED, list.faults.size())))
                    + (more > 0 ? "\nand " + more + " more" : ""));
        }
        return list.checks;
    }

    private void read(Source source) {
        int code = column(source, CODE);
        int outcome = column(source, OUTCOME);
        if (code < 0) {
            throw new InvalidInput(
                    source.displayName() + " has no column 编码 (code); a list of field checks has 编码," + " 结果, 经度, 纬度");
        }
        source.rows().forEachRemaining(row -> take(source.displayName(), row, code, outcome));
    }

    private void take(String file, SourceRow row, int codeColumn, int outcomeColumn) {
        String code = text(row, codeColumn);
        String word = outcomeColumn < 0 ? "" : text(row, outcomeColumn);
        Optional<Geometry> measured = Optional.ofNullable(row.geometry()).filter(geometry -> !geometry.isEmpty());
        if (word.isEmpty() && measured.isEmpty()) {
            return;
        }
        String place = file + " row " + row.number() + ": ";
        Optional<FieldCheck.Outcome> outcome = FieldCheck.Outcome.find(word);
        if (outcome.isEmpty()) {
            faults.add(place + "the result '" + word + "' is none of 合格, 属性错误, 多余, 遗漏");
        } else if (outcome.get() != FieldCheck.Outcome.OMITTED && !known.contains(code)) {
            faults.add(
                    place + "the store has no part '" + code + "'; a part that the survey omitted has the result 遗漏");
        } else if (outcome.get() != FieldCheck.Outcome.OMITTED && !seen.add(code)) {
            faults.add(place + "the part '" + code + "' is there twice");
        } else if (measured.isPresent() && !isPosition(measured.get())) {
            faults.add(place + "the position of '" + code + "' is no longitude and latitude in degrees");
        } else {
            Optional<Cgcs2000> at = measured.map(Geometry::getCoordinate).map(c -> new Cgcs2000(c.x, c.y));
            checks.add(new FieldCheck(code, outcome.get(), at));
        }
    }

    private static boolean isPosition(Geometry measured) {
        return measured instanceof Point point && Math.abs(point.getX()) <= 180 && Math.abs(point.getY()) <= 90;
    }

    private static int column(Source source, Set<String> names) {
        for (int i = 0; i < source.schema().fields().size(); i++) {
            if (names.contains(source.schema().fields().get(i).name().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static String text(SourceRow row, int column) {
        Object value = row.values()[column];
        return value == null ? "" : value.toString().strip();
    }
}

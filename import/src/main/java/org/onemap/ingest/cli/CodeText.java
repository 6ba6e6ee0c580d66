package org.onemap.ingest.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onemap.code.CodeFault;
import org.onemap.code.CodeReading;
import org.onemap.code.CodeScheme;
import org.onemap.code.CodeSchemes;
import org.onemap.code.CodeSegment;
import org.onemap.ingest.issue.TextTable;

/** Codes as text for the terminal. */
final class CodeText {

    private CodeText() {}

    /** A code with its readings. */
    static List<String> lines(String code, List<CodeReading> readings) {
        List<String> lines = new ArrayList<>();
        lines.add(code + "　" + code.length() + " 位" + (readings.size() > 1 ? "，" + readings.size() + " 种读法" : ""));
        for (CodeReading reading : readings) {
            CodeScheme scheme = reading.scheme();
            lines.add("");
            lines.add("■ " + scheme.name() + "　" + layout(scheme) + "　" + scheme.source() + "　〔"
                    + scheme.origin().confidence().title() + "〕");
            TextTable table = TextTable.of("位", "代码", "字段", "含义");
            reading.lines()
                    .forEach(line -> table.row(
                            line.from() == line.to() ? Integer.toString(line.from()) : line.from() + "–" + line.to(),
                            line.digits(),
                            line.field(),
                            line.meaning().isEmpty() ? "（未收录）" : line.meaning()));
            table.lines().forEach(line -> lines.add("  " + line));
            reading.remarks().forEach(remark -> lines.add("  注：" + remark));
        }
        return lines;
    }

    /** {@code 6+3+3}. */
    static String layout(CodeScheme scheme) {
        return scheme.segments().stream()
                .map(segment -> Integer.toString(segment.digits()))
                .collect(Collectors.joining("+"));
    }

    /** A fault with a mark under its place. */
    static List<String> fault(String code, CodeFault fault) {
        return List.of(code + "  wrong: " + fault.message(), " ".repeat(fault.position() - 1) + "^");
    }

    /** The faults under the schemes that the code comes nearest to: as long as it first, then those it follows farthest. */
    static List<CodeFault> nearest(String code) {
        record Near(CodeFault fault, int off) {}
        List<Near> all = new ArrayList<>();
        for (CodeScheme scheme : CodeSchemes.list()) {
            if (!scheme.isTemplate()) {
                CodeFault fault = scheme.check(code).orElseGet(() -> incomplete(scheme, code));
                all.add(new Near(fault, Math.abs(scheme.length() - code.length())));
            }
        }
        all.sort(Comparator.comparingInt(Near::off)
                .thenComparing(near -> near.fault().position(), Comparator.reverseOrder()));
        return all.stream().limit(3).map(Near::fault).toList();
    }

    private static CodeFault incomplete(CodeScheme scheme, String code) {
        CodeSegment last = scheme.segments().get(scheme.segments().size() - 1);
        return new CodeFault(
                code.length() + 1,
                String.format(
                        Locale.ROOT,
                        "%s %s:缺%s / the %s is missing",
                        scheme.name(),
                        code,
                        last.name(),
                        last.english()));
    }
}

package org.onemap.ingest.issue;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text with aligned columns, CJK text included. Confined to one thread. */
public final class TextTable {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> header) {
        this.header = header;
    }

    /** A table with these column titles. */
    public static TextTable of(String... header) {
        return new TextTable(List.of(header));
    }

    /** Adds a row; as many cells as there are titles. */
    public TextTable row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines: titles, a rule, the rows. */
    public List<String> lines() {
        int[] widths = new int[header.size()];
        measure(widths, header);
        rows.forEach(row -> measure(widths, row));
        List<String> lines = new ArrayList<>();
        lines.add(line(widths, header));
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append("─".repeat(width)).append("  ");
        }
        lines.add(rule.toString().stripTrailing());
        rows.forEach(row -> lines.add(line(widths, row)));
        return lines;
    }

    private static void measure(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Columns.width(cells.get(i)));
        }
    }

    private static String line(int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(Columns.pad(cells.get(i), widths[i])).append("  ");
        }
        return line.toString().stripTrailing();
    }
}

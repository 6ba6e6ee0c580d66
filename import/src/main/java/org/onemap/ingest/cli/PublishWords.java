package org.onemap.ingest.cli;

import java.io.PrintWriter;
import java.util.List;
import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.plan.Change.Action;
import org.onemap.geoserver.plan.Plan;
import org.onemap.ingest.issue.TextTable;

/** A plan as a table: one line for each object, one for each property that differs. Stateless. */
final class PublishWords {

    private static final int LONGEST = 46;

    private PublishWords() {}

    static void print(PrintWriter out, Plan plan, String before, String after) {
        if (!plan.isEmpty()) {
            TextTable table = TextTable.of(" ", "object", "name", "what", before, after);
            plan.changes().forEach(change -> rows(table, change));
            table.lines().forEach(out::println);
            out.println();
        }
        out.println(plan.summary());
    }

    private static void rows(TextTable table, Change change) {
        String sign = change.action().sign();
        String kind = change.key().kind().label();
        String name = shorten(change.key().name());
        if (change.action() == Action.CREATE) {
            table.row(sign, kind, name, "new", "", shorten(gist(change)));
            return;
        }
        if (change.properties().isEmpty()) {
            table.row(sign, kind, name, change.reason(), "", "");
            return;
        }
        boolean first = true;
        for (Change.PropertyChange property : change.properties()) {
            String[] sides = sides(property.actual(), property.wanted());
            table.row(first ? sign : "", first ? kind : "", first ? name : "", property.name(), sides[0], sides[1]);
            first = false;
        }
    }

    /** The property that tells a user most about a new object. */
    private static String gist(Change change) {
        List<String> telling =
                switch (change.key().kind()) {
                    case WORKSPACE -> List.of("namespace");
                    case STORE -> List.of("connection.host", "connection.database");
                    case FEATURE_TYPE -> List.of("title");
                    case LAYER -> List.of("defaultStyle");
                    case GROUP -> List.of("title");
                    case GRID_SET -> List.of("srs");
                    case TILE_LAYER -> List.of("gridSubsets");
                    case STYLE -> List.of("languageVersion");
                    default -> List.of();
                };
        return String.join(
                " · ",
                change.properties().stream()
                        .filter(property -> telling.contains(property.name()))
                        .map(Change.PropertyChange::wanted)
                        .toList());
    }

    /** Two long values are shown from just before the place where they part. */
    private static String[] sides(String actual, String wanted) {
        int common = 0;
        while (common < Math.min(actual.length(), wanted.length()) && actual.charAt(common) == wanted.charAt(common)) {
            common++;
        }
        boolean cut = Math.max(actual.length(), wanted.length()) > LONGEST && common > LONGEST / 2;
        int from = cut ? common - LONGEST / 4 : 0;
        return new String[] {part(actual, from), part(wanted, from)};
    }

    private static String part(String value, int from) {
        if (value.isEmpty()) {
            return "—";
        }
        return from == 0 ? shorten(value) : shorten("…" + value.substring(Math.min(from, value.length())));
    }

    private static String shorten(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}

package org.onemap.ingest.checkup;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.Division;
import org.onemap.division.check.Level;
import org.onemap.ingest.issue.Html;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.Severity;

/** The checked divisions and what was found, as one inline SVG; north is up, a kilometre is as long east as north. */
final class ReportMap {

    private static final double WIDTH = 980;
    private static final double HIGHEST = 1000;
    private static final double MARGIN = 14;
    private static final int MOST_MARKS = 2000;
    private static final int MOST_NUMBERS = 120;
    private static final int MOST_OUTLINES = 6000;

    private final StringBuilder svg = new StringBuilder();
    private final Envelope box;
    private final double pxPerDegEast;
    private final double pxPerDegNorth;

    private ReportMap(Envelope box) {
        this.box = box;
        double squeeze = Math.cos(Math.toRadians(box.centre().y));
        double wide = Math.max(box.getWidth() * squeeze, 1e-9);
        double high = Math.max(box.getHeight(), 1e-9);
        double scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HIGHEST - 2 * MARGIN) / high);
        this.pxPerDegEast = scale * squeeze;
        this.pxPerDegNorth = scale;
    }

    /** The list of what lies beyond the divisions, which the map shows as arrows at its edge; empty text for none. */
    static String beyond(CheckInput input, List<ImportIssue> issues) {
        Envelope box = box(input);
        StringBuilder rows = new StringBuilder();
        int count = 0;
        for (ImportIssue issue : issues) {
            if (isBeyond(issue, box)) {
                count++;
                Coordinate at = issue.where().orElseThrow().getInteriorPoint().getCoordinate();
                if (count <= MOST_NUMBERS) {
                    rows.append(String.format(
                            Locale.ROOT, "<li>%s（%.7f, %.7f）</li>", Html.escape(issue.message()), at.x, at.y));
                }
            }
        }
        String more = count > MOST_NUMBERS ? "，列出前 " + MOST_NUMBERS + " 处" : "";
        return count == 0 ? "" : "<p>图外 " + count + " 处（图边箭头所指）" + more + "：</p><ul>" + rows + "</ul>";
    }

    private static boolean isBeyond(ImportIssue issue, Envelope box) {
        return issue.severity() != Severity.INFO
                && issue.where().filter(where -> !where.isEmpty()).isPresent()
                && !box.isNull()
                && !box.intersects(issue.where().get().getEnvelopeInternal());
    }

    private static Envelope box(CheckInput input) {
        Envelope box = new Envelope();
        for (Level level : input.levels()) {
            level.divisions().forEach(one -> box.expandToInclude(one.area().getEnvelopeInternal()));
        }
        return box;
    }

    /** An arrow at the edge of the map, towards what lies beyond it. */
    private void arrow(ImportIssue issue, int number) {
        Coordinate at = issue.where().orElseThrow().getInteriorPoint().getCoordinate();
        double x = Math.max(MARGIN, Math.min(WIDTH - MARGIN, x(at.x)));
        double high = box.getHeight() * pxPerDegNorth + 2 * MARGIN;
        double y = Math.max(MARGIN, Math.min(high - MARGIN, y(at.y)));
        double towards = Math.toDegrees(Math.atan2(y(at.y) - y, x(at.x) - x));
        svg.append(String.format(
                Locale.ROOT,
                "<g class=\"%s\"><title>%d %s</title><path class=\"area\" transform=\"translate(%.1f %.1f) rotate(%.0f)\""
                        + " d=\"M10 0L-6 -7L-6 7Z\"/></g>",
                issue.severity().name().toLowerCase(Locale.ROOT),
                number,
                Html.escape(issue.message()),
                x,
                y,
                towards));
    }

    static String svg(CheckInput input, List<ImportIssue> issues) {
        Envelope box = box(input);
        if (box.isNull()) {
            return "";
        }
        ReportMap map = new ReportMap(box);
        map.draw(input, issues);
        return map.svg.toString();
    }

    private void draw(CheckInput input, List<ImportIssue> issues) {
        double high = box.getHeight() * pxPerDegNorth + 2 * MARGIN;
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"map\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"问题分布图\">",
                WIDTH,
                high));
        List<Level> levels = input.levels().stream()
                .sorted((a, b) -> Integer.compare(depth(input, b), depth(input, a)))
                .toList();
        if (input.elements().lines().size() <= MOST_OUTLINES) {
            StringBuilder path = new StringBuilder();
            input.elements().lines().forEach(line -> outline(line.line(), path));
            svg.append("<path class=\"lines\" d=\"").append(path).append("\"/>");
        }
        for (Level level : levels) {
            if (level.divisions().size() <= MOST_OUTLINES || depth(input, level) == 0) {
                StringBuilder path = new StringBuilder();
                level.divisions().forEach(one -> outline(one.area(), path));
                svg.append("<path class=\"level")
                        .append(Math.min(2, depth(input, level)))
                        .append("\" d=\"")
                        .append(path)
                        .append("\"/>");
            }
        }
        names(levels.get(levels.size() - 1));
        marks(issues);
        scaleBar(high);
        svg.append("</svg>");
    }

    /** How many levels stand above. */
    private static int depth(CheckInput input, Level level) {
        int depth = 0;
        for (var above = input.findParent(level);
                above.isPresent() && depth < 9;
                above = input.findParent(above.get())) {
            depth++;
        }
        return depth;
    }

    private void names(Level top) {
        if (top.divisions().size() > 40) {
            return;
        }
        for (Division division : top.divisions()) {
            if (!division.name().isEmpty() && !division.area().isEmpty()) {
                Coordinate at = division.area().getInteriorPoint().getCoordinate();
                svg.append(String.format(
                        Locale.ROOT,
                        "<text class=\"name\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                        x(at.x),
                        y(at.y),
                        Html.escape(division.name())));
            }
        }
    }

    /** Gravest on top: the list has errors first, so it is drawn from its end. */
    private void marks(List<ImportIssue> issues) {
        int shown = Math.min(MOST_MARKS, issues.size());
        boolean numbered = issues.stream()
                        .filter(issue -> issue.severity() != Severity.INFO
                                && issue.where().isPresent())
                        .count()
                <= MOST_NUMBERS;
        for (int i = shown - 1; i >= 0; i--) {
            ImportIssue issue = issues.get(i);
            if (issue.severity() == Severity.INFO
                    || issue.where().isEmpty()
                    || issue.where().get().isEmpty()) {
                continue;
            }
            if (isBeyond(issue, box)) {
                arrow(issue, i + 1);
            } else {
                mark(issue, i + 1, numbered);
            }
        }
    }

    private void mark(ImportIssue issue, int number, boolean numbered) {
        Geometry where = issue.where().orElseThrow();
        String css = issue.severity().name().toLowerCase(Locale.ROOT);
        svg.append("<g class=\"")
                .append(css)
                .append("\"><title>")
                .append(number)
                .append(" ");
        svg.append(Html.escape(issue.message())).append("</title>");
        if (where.getDimension() > 0) {
            StringBuilder path = new StringBuilder();
            outline(where, path);
            svg.append("<path class=\"").append(where.getDimension() == 2 ? "area" : "run");
            svg.append("\" d=\"").append(path).append("\"/>");
        }
        Coordinate at = where.getInteriorPoint().getCoordinate();
        if (where.getDimension() != 1) {
            svg.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>", x(at.x), y(at.y), numbered ? "8" : "4"));
            if (numbered) {
                svg.append(String.format(
                        Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%d</text>", x(at.x), y(at.y) + 3, number));
            }
        }
        svg.append("</g>");
    }

    private void scaleBar(double high) {
        double pxPerKm = pxPerDegNorth / 111.195;
        double km = 1;
        while (km * pxPerKm > 200) {
            km /= 2;
        }
        while (km * pxPerKm < 60) {
            km *= 2;
        }
        String label =
                km >= 1 ? String.format(Locale.ROOT, "%.0f km", km) : String.format(Locale.ROOT, "%.0f m", 1000 * km);
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"bar\" d=\"M%1$.1f %2$.1fv5h%3$.1fv-5\"/><text class=\"barname\" x=\"%4$.1f\" y=\"%5$.1f\">%6$s</text>",
                MARGIN,
                high - 12,
                km * pxPerKm,
                MARGIN + km * pxPerKm + 6,
                high - 6,
                label));
    }

    private void outline(Geometry geometry, StringBuilder path) {
        if (geometry.isEmpty()) {
            return;
        }
        Geometry drawn = DouglasPeuckerSimplifier.simplify(geometry, 0.3 / pxPerDegNorth);
        for (Object line : LinearComponentExtracter.getLines(drawn.isEmpty() ? geometry : drawn)) {
            CoordinateSequence vertices = ((LineString) line).getCoordinateSequence();
            for (int i = 0; i < vertices.size(); i++) {
                path.append(i == 0 ? "M" : "L")
                        .append(round(x(vertices.getX(i))))
                        .append(' ')
                        .append(round(y(vertices.getY(i))));
            }
        }
    }

    private static double round(double px) {
        return Math.rint(px * 10) / 10;
    }

    private double x(double lonDeg) {
        double spare = (WIDTH - 2 * MARGIN - box.getWidth() * pxPerDegEast) / 2;
        return MARGIN + spare + (lonDeg - box.getMinX()) * pxPerDegEast;
    }

    private double y(double latDeg) {
        return MARGIN + (box.getMaxY() - latDeg) * pxPerDegNorth;
    }
}

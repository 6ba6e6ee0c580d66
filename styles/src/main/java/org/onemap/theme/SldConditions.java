package org.onemap.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Says the conditions of a theme as {@link SldFilter}s on the columns of one table. Immutable. */
final class SldConditions {

    private final LayerFields fields;

    SldConditions(LayerFields fields) {
        this.fields = fields;
    }

    /** What a rule draws of its layer. */
    SldFilter of(ThemeRule rule, ThemeLayer layer) {
        List<SldFilter> parts = new ArrayList<>();
        layer.leftOverBy(rule).forEach(other -> parts.add(SldFilter.not(of(other))));
        if (rule.when().isOwn()) {
            parts.add(of(rule.when()));
        }
        return SldFilter.and(parts);
    }

    private SldFilter of(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            return firstOf(
                    oneOf.fields(),
                    column -> SldFilter.or(oneOf.values().stream()
                            .map(value -> SldFilter.equal(column, value))
                            .toList()));
        }
        if (condition instanceof Condition.Digits digits) {
            int rest = Condition.Digits.CODE_LENGTH - digits.digits().last();
            return firstOf(
                    List.of(digits.digits().field()),
                    column -> SldFilter.or(digits.numbers().stream()
                            .map(number -> like(column, digits.digits(), number, ".".repeat(rest)))
                            .toList()));
        }
        if (condition instanceof Condition.Within within) {
            return firstOf(within.fields(), column -> within(column, within));
        }
        return new SldFilter.Always();
    }

    private interface OnColumn {
        SldFilter of(String column);
    }

    /** The first column that has a value counts: a later one only where those before it are null. */
    private SldFilter firstOf(List<String> names, OnColumn test) {
        List<SldFilter> choices = new ArrayList<>();
        List<SldFilter> noValueBefore = new ArrayList<>();
        for (String column : fields.present(names)) {
            List<SldFilter> parts = new ArrayList<>(noValueBefore);
            parts.add(test.of(column));
            choices.add(SldFilter.and(parts));
            noValueBefore.add(new SldFilter.IsNull(column));
        }
        return SldFilter.or(choices);
    }

    private static SldFilter within(String column, Condition.Within within) {
        List<SldFilter> limits = new ArrayList<>();
        if (Double.isFinite(within.from())) {
            limits.add(
                    new SldFilter.Compare("PropertyIsGreaterThanOrEqualTo", column, SldNumbers.plain(within.from())));
        }
        if (Double.isFinite(within.below())) {
            limits.add(new SldFilter.Compare("PropertyIsLessThan", column, SldNumbers.plain(within.below())));
        }
        return SldFilter.and(limits);
    }

    private static SldFilter like(String column, CodeDigits digits, int number, String rest) {
        return new SldFilter.Like(column, ".".repeat(digits.first() - 1) + digits.digits(number) + rest);
    }

    /** Which features take this colour of a palette; the first colour also takes those whose code is missing or too short. */
    SldFilter takesColor(Paint paint, int color) {
        CodeDigits digits = paint.by().orElseThrow();
        int count = paint.colors().size();
        return firstOf(List.of(digits.field()), column -> {
            List<SldFilter> patterns = new ArrayList<>();
            IntStream.range(0, (int) Math.pow(10, digits.count()))
                    .filter(number -> number % count == color)
                    .forEach(number -> patterns.add(like(column, digits, number, "*")));
            if (color == 0) {
                patterns.add(new SldFilter.IsNull(column));
                patterns.add(SldFilter.not(new SldFilter.Like(column, ".".repeat(digits.last()) + "*")));
            }
            return SldFilter.or(patterns);
        });
    }

    /** One way to write a label: the columns of its pieces, and when it is the way. */
    record Wording(List<LabelText.Piece> pieces, SldFilter when) {}

    /**
     * A label of {@code {name|code}} is two wordings, since only GeoServer could choose inside a text: the name where
     * there is one, the code where there is none. Empty if the table has none of the columns.
     */
    List<Wording> wordings(String text) {
        List<Wording> wordings = new ArrayList<>();
        wordings.add(new Wording(List.of(), new SldFilter.Always()));
        for (LabelText.Piece piece : LabelText.pieces(text)) {
            List<Wording> longer = new ArrayList<>();
            for (Wording wording : wordings) {
                longer.addAll(continued(wording, piece));
            }
            wordings = longer;
        }
        return wordings.stream()
                .filter(wording -> wording.pieces().stream()
                        .anyMatch(piece -> !piece.fields().isEmpty()))
                .filter(wording -> !(wording.when() instanceof SldFilter.Never))
                .toList();
    }

    private List<Wording> continued(Wording wording, LabelText.Piece piece) {
        List<String> columns = fields.present(piece.fields());
        if (columns.isEmpty()) {
            return List.of(piece.fields().isEmpty() ? wording(wording, piece, List.of()) : wording);
        }
        List<Wording> choices = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<SldFilter> when = new ArrayList<>();
            columns.subList(0, i).forEach(before -> when.add(new SldFilter.IsNull(before)));
            if (i < columns.size() - 1) {
                when.add(SldFilter.not(new SldFilter.IsNull(columns.get(i))));
            }
            choices.add(wording(wording, new LabelText.Piece("", List.of(columns.get(i))), when));
        }
        return choices;
    }

    private static Wording wording(Wording before, LabelText.Piece piece, List<SldFilter> when) {
        List<LabelText.Piece> pieces = new ArrayList<>(before.pieces());
        pieces.add(piece);
        List<SldFilter> all = new ArrayList<>(List.of(before.when()));
        all.addAll(when);
        return new Wording(List.copyOf(pieces), SldFilter.and(all));
    }
}

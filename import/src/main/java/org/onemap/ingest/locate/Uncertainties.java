package org.onemap.ingest.locate;

import java.util.Locale;
import org.onemap.crs.Cgcs2000;
import org.onemap.locate.Alternatives;
import org.onemap.locate.Locator;
import org.onemap.locate.batch.PointFault;

/** Asks for the alternatives of positions with an accuracy. Immutable. */
record Uncertainties(Locator locator) {

    private static final double WORTH_NAMING = 0.0005;

    /** What the accuracy of a row adds to it. */
    Uncertainty of(RowBlock block, int row, int answer) {
        double accuracyM = block.accuracyM[row];
        if (answer < 0 || Double.isNaN(accuracyM)) {
            return Uncertainty.NONE;
        }
        if (!(accuracyM > 0 && accuracyM <= Alternatives.MOST_ACCURACY_M)) {
            return new Uncertainty("", "", PointFault.ACCURACY_UNUSABLE.text());
        }
        Cgcs2000 position = new Cgcs2000(block.points.lonDeg(row), block.points.latDeg(row));
        Alternatives alternatives = locator.locate(position, accuracyM);
        String winner = locator.answeringLevel()
                .flatMap(level -> locator.locate(position).at(level))
                .map(division -> division.code())
                .orElse("");
        double probability = winner.isEmpty() ? alternatives.outside() : alternatives.probability(winner);
        StringBuilder text = new StringBuilder();
        for (Alternatives.Alternative one : alternatives.divisions()) {
            if (one.probability() >= WORTH_NAMING) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(one.division().code())
                        .append(':')
                        .append(say(one.probability()));
            }
        }
        return new Uncertainty(say(probability), text.toString(), "");
    }

    private static String say(double probability) {
        return String.format(Locale.ROOT, "%.3f", probability);
    }
}

package org.onemap.ingest.plan;

import java.util.Locale;
import org.onemap.division.plan.BoundaryPiece;

/** Every stretch of boundary with the segment that it follows, as a table for spreadsheets. */
final class BoundaryTable {

    private BoundaryTable() {}

    static String text(PlanOutcome outcome) {
        StringBuilder text = new StringBuilder("\uFEFF边界层级,网格编码,相邻网格编码,路段编码,道路等级,长度（米）\r\n");
        for (BoundaryPiece piece : BoundaryPiece.of(outcome.plan())) {
            text.append(outcome.plan().problem().levels().layer(piece.level())).append(',');
            text.append(outcome.code(0, piece.oneGrid())).append(',');
            text.append(outcome.code(0, piece.otherGrid())).append(',');
            text.append(piece.segment()).append(',');
            text.append(piece.roadClass().title()).append(',');
            text.append(String.format(Locale.ROOT, "%.1f", piece.lengthM())).append("\r\n");
        }
        return text.toString();
    }
}

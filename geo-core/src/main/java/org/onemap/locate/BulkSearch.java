package org.onemap.locate;

/**
 * Many positions → their divisions. Stages that work out where something lies take turns with stages that do nothing but ask
 * the memory for it: the leaner these are, the more of their questions are under way at a time. Confined to one thread.
 */
final class BulkSearch {

    /** Positions that go through the stages together. */
    private static final int STAGE = 256;

    private final GridIndex index;
    private final CellFinder finder;
    private final Stage stage;

    BulkSearch(GridIndex index, int count) {
        this.index = index;
        this.finder = index.finder();
        this.stage = new Stage(Math.min(count, STAGE));
    }

    void findAll(double[] lonLatDeg, int count, int[] ordinals) {
        for (int from = 0; from < count; from += STAGE) {
            findSome(lonLatDeg, from, Math.min(STAGE, count - from), ordinals);
        }
    }

    private void findSome(double[] lonLatDeg, int from, int count, int[] ordinals) {
        finder.placeRows(lonLatDeg, from, count, stage);
        finder.readRows(count, stage);
        int open = finder.answerOrPlaceRecords(from, count, ordinals, stage);
        finder.readRecords(open, stage);
        for (int j = 0; j < open; j++) {
            int i = from + stage.open[j];
            int found = finder.findInRecord(j, stage);
            ordinals[i] = found == SubCell.UNSURE ? index.findExactly(lonLatDeg[2 * i], lonLatDeg[2 * i + 1]) : found;
        }
    }

    /** Where some positions stand between the stages. */
    static final class Stage {

        /** Where in their top cells the positions lie, in sub-cells. */
        final double[] x;

        final double[] y;

        /** Where in the top cells the rows stand; {@link GridIndex#NONE} outside. */
        final int[] places;

        final int[] words;

        /** Which positions need a record, and of each of these where it stands and its header. */
        final int[] open;

        final int[] records;
        final int[] headers;

        private Stage(int size) {
            x = new double[size];
            y = new double[size];
            places = new int[size];
            words = new int[size];
            open = new int[size];
            records = new int[size];
            headers = new int[size];
        }
    }
}

package org.onemap.locate.batch;

import java.util.List;
import org.onemap.crs.Cgcs2000;
import org.onemap.division.DivisionNode;
import org.onemap.feature.LayerRole;
import org.onemap.locate.BulkLocator;
import org.onemap.locate.GridIndex;
import org.onemap.locate.LocateLevel;
import org.onemap.locate.Locator;

/**
 * Whose are the points of a batch: every level and every overlay, as {@link Locator#locate} says it; a position on a
 * boundary counts as inside. Confined to one thread, as its {@link #answers} are.
 */
public final class BatchLocator {

    private final Locator locator;
    private final BulkLocator bulk;
    private final List<LocateLevel> overlays;
    private final int answering;
    private final DivisionAnswers answers;
    private final int[] found = new int[PointBatch.CAPACITY];

    /** Rows whose answer no division settles, their positions, and their divisions by level. */
    private final int[] open = new int[PointBatch.CAPACITY];

    private double[] openLonLat = {};
    private int[][] ordinals = {};
    private final int[] covered = new int[PointBatch.CAPACITY];
    private final boolean[] overlaid = new boolean[PointBatch.CAPACITY];
    private final int[] key;

    private BatchLocator(Locator locator) {
        this.locator = locator;
        this.bulk = locator.bulk();
        this.overlays = locator.levels().stream()
                .filter(level -> level.layer().role() == LayerRole.OVERLAY && !level.isEmpty())
                .toList();
        this.answering = locator.answeringLevel().map(bulk.levels()::indexOf).orElse(-1);
        int divisions =
                answering < 0 ? 0 : locator.levels().get(answering).index().size();
        this.answers = new DivisionAnswers(bulk, answering, divisions);
        this.key = new int[answers.width()];
    }

    /** Begins with no answers. */
    public static BatchLocator of(Locator locator) {
        return new BatchLocator(locator);
    }

    /** The answers so far. */
    public DivisionAnswers answers() {
        return answers;
    }

    /**
     * Answers a batch whose positions are in CGCS2000.
     *
     * @param into takes the number of each row's answer in {@link #answers}, and for faulty rows that of the
     *     {@link PointFault}
     * @param at where the first number goes
     */
    public void locate(PointBatch batch, int[] into, int at) {
        int size = batch.size();
        bulk.findAnswering(batch.lonLat(), size, found);
        boolean anyOverlay = findOverlays(batch);
        int waiting = findOpen(batch, anyOverlay);
        int next = 0;
        for (int row = 0; row < size; row++) { // in their order, as answers are numbered in theirs
            if (next < waiting && open[next] == row) {
                into[at + row] = number(batch, next++, anyOverlay && overlaid[row]);
            } else if (found[row] == GridIndex.NONE) {
                into[at + row] = fault(batch, row).answer();
            } else {
                into[at + row] = answers.numberOfSettled(found[row]);
            }
        }
    }

    /** Finds all divisions of the rows for which the answering level does not settle it; how many these are. */
    private int findOpen(PointBatch batch, boolean anyOverlay) {
        int waiting = 0;
        for (int row = 0; row < batch.size(); row++) {
            boolean settled = bulk.isSettled(found[row]) && !(anyOverlay && overlaid[row]);
            open[waiting] = row;
            waiting += settled || batch.isFaulty(row) ? 0 : 1;
        }
        if (waiting > 0) {
            findOthers(batch, waiting);
        }
        return waiting;
    }

    private void findOthers(PointBatch batch, int waiting) {
        if (openLonLat.length == 0) {
            openLonLat = new double[2 * PointBatch.CAPACITY];
            ordinals = bulk.newAnswers(PointBatch.CAPACITY);
        }
        for (int i = 0; i < waiting; i++) {
            int row = open[i];
            openLonLat[2 * i] = batch.lonDeg(row);
            openLonLat[2 * i + 1] = batch.latDeg(row);
            if (answering >= 0) {
                ordinals[answering][i] = found[row];
            }
        }
        bulk.findOthers(openLonLat, waiting, ordinals);
    }

    private PointFault fault(PointBatch batch, int row) {
        PointFault fault = batch.fault(row);
        return fault == PointFault.SWAPPED && isInside(batch.swappedLonDeg(row), batch.swappedLatDeg(row))
                ? PointFault.SWAPPED_INSIDE
                : fault;
    }

    /** The number of the answer to an open row. */
    private int number(PointBatch batch, int waiting, boolean isOverlaid) {
        boolean outside = answering < 0 || ordinals[answering][waiting] == GridIndex.NONE;
        int repeated = isOverlaid || outside ? -1 : answers.repeated(ordinals, waiting);
        if (repeated >= 0) {
            return repeated;
        }
        int levels = ordinals.length;
        for (int level = 0; level < levels; level++) {
            key[level] = ordinals[level][waiting];
        }
        int row = open[waiting];
        double lonDeg = batch.lonDeg(row);
        double latDeg = batch.latDeg(row);
        key[levels] = isOverlaid ? answers.overlayNumber(overlaysAt(lonDeg, latDeg)) : 0;
        key[levels + 1] = outside && isInsideSwapped(lonDeg, latDeg) ? 1 : 0;
        return answers.number(key);
    }

    private boolean findOverlays(PointBatch batch) {
        boolean any = false;
        for (int i = 0; i < overlays.size(); i++) {
            overlays.get(i).index().findAll(batch.lonLat(), batch.size(), covered);
            for (int row = 0; row < batch.size(); row++) {
                boolean hit = covered[row] != GridIndex.NONE;
                overlaid[row] = hit || (i > 0 && overlaid[row]);
                any |= hit;
            }
        }
        return any;
    }

    private List<DivisionNode> overlaysAt(double lonDeg, double latDeg) {
        return locator.overlays(new Cgcs2000(lonDeg, latDeg));
    }

    private boolean isInsideSwapped(double lonDeg, double latDeg) {
        return Math.abs(lonDeg) <= 90 && isInside(/* lonDeg= */ latDeg, /* latDeg= */ lonDeg);
    }

    private boolean isInside(double lonDeg, double latDeg) {
        return answering >= 0 && locator.levels().get(answering).index().find(lonDeg, latDeg) != GridIndex.NONE;
    }
}

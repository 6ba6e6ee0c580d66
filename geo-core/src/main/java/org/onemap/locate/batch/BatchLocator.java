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
    private final int[][] ordinals;
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
        this.answers = new DivisionAnswers(bulk, answering);
        this.ordinals = bulk.newAnswers(PointBatch.CAPACITY);
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
        bulk.locate(batch.lonLat(), size, ordinals);
        boolean anyOverlay = findOverlays(batch);
        int levels = ordinals.length;
        for (int row = 0; row < size; row++) {
            if (batch.isFaulty(row)) {
                into[at + row] = batch.fault(row).answer();
                continue;
            }
            for (int level = 0; level < levels; level++) {
                key[level] = ordinals[level][row];
            }
            key[levels] = anyOverlay && overlaid[row]
                    ? answers.overlayNumber(overlaysAt(batch.lonDeg(row), batch.latDeg(row)))
                    : 0;
            boolean outside = answering < 0 || key[answering] == GridIndex.NONE;
            key[levels + 1] = outside && isInsideSwapped(batch.lonDeg(row), batch.latDeg(row)) ? 1 : 0;
            into[at + row] = answers.number(key, answering < 0 ? 0 : key[answering]);
        }
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
        return answering >= 0
                && Math.abs(lonDeg) <= 90
                && locator.levels().get(answering).index().find(latDeg, lonDeg) != GridIndex.NONE;
    }
}

package org.onemap.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.onemap.crs.GaussKruger;

/** Finds the block of the previous net that a new one continues: each covers four fifths of the other. At most one does. */
final class BlockMatcher {

    private static final double SAME = 0.8;

    private final STRtree tree = new STRtree();

    /** A block of the previous net in metres. */
    private record Prior(String code, Geometry polygon, double areaM2) {}

    BlockMatcher(PriorNet prior, GaussKruger zone) {
        for (PriorNet.Block block : prior.blocks()) {
            Geometry polygon = zone.project(block.polygon());
            tree.insert(polygon.getEnvelopeInternal(), new Prior(block.code(), polygon, polygon.getArea()));
        }
    }

    Optional<String> find(Polygon block) {
        double area = block.getArea();
        Envelope box = block.getEnvelopeInternal();
        List<Prior> candidates = new ArrayList<>();
        tree.query(box, item -> candidates.add((Prior) item));
        for (Prior prior : candidates) {
            boolean alike = prior.areaM2() >= SAME * area && area >= SAME * prior.areaM2();
            if (alike
                    && (isSame(block, area, prior) || overlap(block, prior) >= SAME * Math.max(area, prior.areaM2()))) {
                return Optional.of(prior.code());
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Polygon block, double area, Prior prior) {
        Envelope a = block.getEnvelopeInternal();
        Envelope b = prior.polygon().getEnvelopeInternal();
        return block.getNumPoints() == prior.polygon().getNumPoints()
                && Math.abs(area - prior.areaM2()) <= 0.01
                && a.centre().distance(b.centre()) <= 0.01
                && Math.abs(a.getWidth() - b.getWidth()) <= 0.02;
    }

    private static double overlap(Polygon block, Prior prior) {
        return OverlayNGRobust.overlay(block, prior.polygon(), OverlayNG.INTERSECTION)
                .getArea();
    }
}

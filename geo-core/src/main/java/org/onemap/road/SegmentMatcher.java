package org.onemap.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.onemap.crs.GaussKruger;

/**
 * Finds in the previous net the segment that a new one continues (each covers nine tenths of the other within 5 m), or those
 * that it is a part of or made of. Lines are compared at places 2 m apart and more.
 */
final class SegmentMatcher {

    static final double NEAR_M = 5;
    private static final double SAME = 0.9;

    private final List<Prior> priors = new ArrayList<>();
    private final STRtree tree = new STRtree();
    private final Map<List<Coordinate>, Prior> exact = new HashMap<>();
    private final Set<Prior> continued = new HashSet<>();

    /** A segment of the previous net in metres. */
    private record Prior(PriorNet.Segment segment, LineString line) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Prior that && segment.code().equals(that.segment.code());
        }

        @Override
        public int hashCode() {
            return segment.code().hashCode();
        }
    }

    /** How two lines cover each other. */
    private record Cover(int line, Prior prior, double ofNew, double ofOld) {

        double least() {
            return Math.min(ofNew, ofOld);
        }
    }

    SegmentMatcher(PriorNet prior, GaussKruger zone) {
        for (PriorNet.Segment segment : prior.segments()) {
            LineString line = (LineString) zone.project(segment.line());
            Prior known = new Prior(segment, line);
            priors.add(known);
            tree.insert(line.getEnvelopeInternal(), known);
            exact.put(ends(line.getCoordinates()), known);
        }
    }

    /** Ends and middle vertex on a grid of 1 cm: enough to know a line that did not move. */
    private static List<Coordinate> ends(Coordinate[] line) {
        List<Coordinate> key = new ArrayList<>();
        for (int i : new int[] {0, line.length / 2, line.length - 1}) {
            key.add(new Coordinate(
                    CentrelinePlane.GRID.makePrecise(line[i].x), CentrelinePlane.GRID.makePrecise(line[i].y)));
        }
        key.add(new Coordinate(line.length, 0));
        return key;
    }

    /** For each new line the code that it keeps; lines that keep none are not in the map. */
    Map<Integer, PriorNet.Segment> continued(List<LineString> lines) {
        Map<Integer, PriorNet.Segment> kept = new HashMap<>();
        List<Cover> covers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Prior same = exact.get(ends(lines.get(i).getCoordinates()));
            if (same != null && continued.add(same)) {
                kept.put(i, same.segment());
            }
        }
        for (int i = 0; i < lines.size() && !priors.isEmpty(); i++) {
            if (!kept.containsKey(i)) {
                covers.addAll(covers(i, lines.get(i)));
            }
        }
        covers.sort(Comparator.comparingDouble((Cover cover) -> -cover.least())
                .thenComparing(Cover::line)
                .thenComparing(cover -> cover.prior().segment().code()));
        for (Cover cover : covers) {
            boolean free = !kept.containsKey(cover.line()) && !continued.contains(cover.prior());
            if (free && cover.least() >= SAME) {
                continued.add(cover.prior());
                kept.put(cover.line(), cover.prior().segment());
            }
        }
        return kept;
    }

    /** The stretches of segments which go with this build that a new line comes from, in order of their codes. */
    List<RoadSegment.Origin> origins(LineString line) {
        List<RoadSegment.Origin> origins = new ArrayList<>();
        for (Cover cover : covers(0, line)) {
            if (!continued.contains(cover.prior()) && Math.max(cover.ofNew(), cover.ofOld()) >= SAME) {
                LengthIndexedLine along = new LengthIndexedLine(cover.prior().line());
                double a = along.project(line.getStartPoint().getCoordinate());
                double b = along.project(line.getEndPoint().getCoordinate());
                if (Math.abs(a - b) >= 0.01) {
                    origins.add(new RoadSegment.Origin(
                            cover.prior().segment().code(), rounded(Math.min(a, b)), rounded(Math.max(a, b))));
                }
            }
        }
        origins.sort(Comparator.comparing(RoadSegment.Origin::code));
        return origins;
    }

    private static double rounded(double metres) {
        return Math.rint(metres * 100) / 100;
    }

    private List<Cover> covers(int index, LineString line) {
        Envelope box = line.getEnvelopeInternal().copy();
        box.expandBy(NEAR_M);
        List<Cover> covers = new ArrayList<>();
        tree.query(box, item -> {
            Prior prior = (Prior) item;
            covers.add(new Cover(index, prior, covered(line, prior.line()), covered(prior.line(), line)));
        });
        return covers;
    }

    /** Which part of a line lies near another one. */
    private static double covered(LineString line, LineString by) {
        LengthIndexedLine along = new LengthIndexedLine(line);
        int samples = (int) Math.max(8, Math.min(200, line.getLength() / 2));
        int near = 0;
        for (int i = 0; i < samples; i++) {
            Coordinate place = along.extractPoint(line.getLength() * (i + 0.5) / samples);
            if (org.locationtech.jts.algorithm.Distance.pointToSegmentString(place, by.getCoordinates()) <= NEAR_M) {
                near++;
            }
        }
        return (double) near / samples;
    }
}

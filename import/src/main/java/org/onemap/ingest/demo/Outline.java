package org.onemap.ingest.demo;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Chooses the super blocks that make up the district: those within an uneven round outline, smoothed, in one piece without
 * holes, as many as fit the district's area best. The district's boundary so runs along roads. Confined to one thread.
 */
final class Outline {

    private final List<Polygon> faces;
    private final double[] phases;
    private final Map<Integer, Map<Integer, Double>> shared = new HashMap<>();
    private final BitSet eligible = new BitSet();
    private final BitSet rim = new BitSet();
    private final double[] reach;
    private final double[] lengths;
    private int home;

    Outline(List<Polygon> faces, RandomGenerator random) {
        this.faces = faces;
        this.phases = random.doubles(3, 0, 2 * Math.PI).toArray();
        this.lengths = faces.stream().mapToDouble(Polygon::getLength).toArray();
        this.reach = faces.stream().mapToDouble(this::reach).toArray();
        SuperBlocks.sides(faces).forEach(this::link);
        for (int i = 0; i < faces.size(); i++) {
            if (Site.BOX.contains(faces.get(i).getEnvelopeInternal())) {
                eligible.set(i);
            }
            if (faces.get(i).contains(Site.GEOMETRY.createPoint(Site.KEPT_POINT))) {
                home = i;
            }
        }
    }

    private void link(Segment segment, List<Integer> sides) {
        if (sides.size() == 1) {
            rim.set(sides.get(0));
            return;
        }
        link(sides.get(0), sides.get(1), segment.lengthM());
        link(sides.get(1), sides.get(0), segment.lengthM());
    }

    private void link(int face, int other, double lengthM) {
        shared.computeIfAbsent(face, f -> new HashMap<>()).merge(other, lengthM, Double::sum);
    }

    /** How large the outline must be for the face to lie within it. */
    private double reach(Polygon face) {
        Coordinate centre = face.getCentroid().getCoordinate();
        double dx = (centre.x - Site.BOX.centre().x) / 1.14;
        double dy = centre.y - Site.BOX.centre().y;
        double angle = StrictMath.atan2(dy, dx);
        double uneven = 1
                + 0.07 * StrictMath.sin(2 * angle + phases[0])
                + 0.07 * StrictMath.sin(3 * angle + phases[1])
                + 0.04 * StrictMath.sin(5 * angle + phases[2]);
        return Math.sqrt(dx * dx + dy * dy) / uneven;
    }

    /** The faces of the district in the order of all faces. */
    List<Polygon> choose() {
        BitSet best = new BitSet();
        double bestMiss = Double.MAX_VALUE;
        for (double radius = 4500; radius < 7200; radius += 25) {
            BitSet chosen = onePiece(radius);
            double miss = Math.abs(area(chosen) - Site.AREA_M2);
            if (miss < bestMiss) {
                bestMiss = miss;
                best = chosen;
            }
        }
        return best.stream().mapToObj(faces::get).toList();
    }

    private double area(BitSet chosen) {
        return chosen.stream().mapToDouble(i -> faces.get(i).getArea()).sum();
    }

    private BitSet onePiece(double radius) {
        BitSet inside = new BitSet();
        for (int i = 0; i < reach.length; i++) {
            inside.set(i, eligible.get(i) && (reach[i] < radius || i == home));
        }
        smooth(inside);
        BitSet piece = connected(home, inside);
        BitSet outside = new BitSet();
        rim.stream().filter(i -> !piece.get(i)).forEach(i -> outside.or(connected(i, complement(piece))));
        return complement(outside);
    }

    /** Takes off headlands, fills bays. */
    private void smooth(BitSet inside) {
        for (int round = 0; round < 4; round++) {
            BitSet before = (BitSet) inside.clone();
            for (int i = 0; i < faces.size(); i++) {
                double within = 0;
                for (Map.Entry<Integer, Double> entry :
                        shared.getOrDefault(i, Map.of()).entrySet()) {
                    within += before.get(entry.getKey()) ? entry.getValue() : 0;
                }
                double share = within / lengths[i];
                inside.set(i, i == home || (eligible.get(i) && share > (before.get(i) ? 0.5 : 0.6)));
            }
        }
    }

    private BitSet complement(BitSet set) {
        BitSet rest = (BitSet) set.clone();
        rest.flip(0, faces.size());
        return rest;
    }

    private BitSet connected(int start, BitSet allowed) {
        BitSet seen = new BitSet();
        seen.set(start);
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            for (int next : shared.getOrDefault(queue.remove(), Map.of()).keySet()) {
                if (allowed.get(next) && !seen.get(next)) {
                    seen.set(next);
                    queue.add(next);
                }
            }
        }
        return seen;
    }
}

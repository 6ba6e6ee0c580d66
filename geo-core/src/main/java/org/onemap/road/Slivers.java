package org.onemap.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Joins faces that are too small, too narrow or a median strip with a neighbour: over the least important road of those that
 * make up a quarter of its perimeter, then over the longest border, then (where borders are much the same, as on the two sides of a
 * median) to the north or the west, so that the strips of one road go one way.
 */
final class Slivers {

    private static final double WORTH = 0.25;
    private static final double ALIKE = 0.8;

    private final RoadNetOptions.LeastBlock least;
    private final DisjointSets sets;
    private final Map<Integer, Cluster> clusters = new HashMap<>();
    private int joined;

    /** A border between two faces: what of it runs along which road. */
    static final class Border {
        double lengthM;
        final Map<RoadClass, Double> byClass = new java.util.EnumMap<>(RoadClass.class);

        void add(RoadClass roadClass, double length) {
            lengthM += length;
            byClass.merge(roadClass, length, Double::sum);
        }

        void add(Border other) {
            other.byClass.forEach(this::add);
        }

        /** Of the class that makes up most of it. */
        int mergeOrder() {
            return byClass.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(entry -> entry.getKey().mergeOrder())
                    .orElse(-1);
        }
    }

    /** Faces joined so far. */
    private static final class Cluster {
        double areaM2;
        double perimeterM;
        Coordinate centre = new Coordinate();
        int stamp;
        final Map<Integer, Border> borders = new HashMap<>();
        final Map<Integer, Double> roads = new HashMap<>();

        double widthM() {
            return 2 * areaM2 / perimeterM;
        }
    }

    /** A cluster in the queue; out of date if the cluster has changed since. */
    private record Candidate(int cluster, double areaM2, int stamp) {}

    Slivers(List<Polygon> faces, RoadNetOptions.LeastBlock least) {
        this.least = least;
        this.sets = new DisjointSets(faces.size());
        for (int i = 0; i < faces.size(); i++) {
            Cluster cluster = new Cluster();
            cluster.areaM2 = faces.get(i).getArea();
            cluster.perimeterM = faces.get(i).getLength();
            cluster.centre = faces.get(i).getEnvelopeInternal().centre();
            clusters.put(i, cluster);
        }
    }

    /** Enters an edge between two faces, or between a face and the outside ({@link Faces#NONE}). */
    void edge(int a, int b, EdgeRoad road) {
        for (int face : new int[] {a, b}) {
            if (face != Faces.NONE) {
                cluster(face).roads.merge(road.group(), road.lengthM(), Double::sum);
            }
        }
        if (a != Faces.NONE && b != Faces.NONE && a != b && road.roadClass() != RoadClass.OUTLINE) {
            cluster(a).borders.computeIfAbsent(b, unused -> new Border()).add(road.roadClass(), road.lengthM());
            cluster(b).borders.computeIfAbsent(a, unused -> new Border()).add(road.roadClass(), road.lengthM());
        }
    }

    /**
     * The road along an edge.
     *
     * @param group the road, −1 for the outline
     * @param roadClass its class there
     * @param lengthM length of the edge
     */
    record EdgeRoad(int group, RoadClass roadClass, double lengthM) {}

    private Cluster cluster(int representative) {
        Cluster cluster = clusters.get(representative);
        if (cluster == null) {
            throw new IllegalStateException("no cluster " + representative);
        }
        return cluster;
    }

    /** Joins; afterwards {@link #of} tells the block of a face. */
    void join() {
        PriorityQueue<Candidate> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Candidate::areaM2).thenComparing(Candidate::cluster));
        clusters.forEach((index, cluster) -> queue.add(new Candidate(index, cluster.areaM2, 0)));
        while (!queue.isEmpty()) {
            Candidate next = queue.poll();
            Cluster cluster = clusters.get(next.cluster());
            if (cluster == null || cluster.stamp != next.stamp() || !isSliver(cluster)) {
                continue;
            }
            int target = target(cluster);
            if (target != Faces.NONE) {
                int merged = merge(next.cluster(), target);
                queue.add(new Candidate(merged, cluster(merged).areaM2, cluster(merged).stamp));
            }
        }
    }

    private boolean isSliver(Cluster cluster) {
        if (cluster.areaM2 < least.areaM2() || cluster.widthM() < least.widthM()) {
            return true;
        }
        double most = cluster.roads.values().stream().mapToDouble(d -> d).max().orElse(0);
        return cluster.widthM() < least.medianM() && most > 0.75 * cluster.perimeterM;
    }

    private int target(Cluster cluster) {
        Set<Integer> worth = new HashSet<>();
        cluster.borders.forEach((other, border) -> {
            if (border.lengthM >= WORTH * cluster.perimeterM) {
                worth.add(other);
            }
        });
        List<Integer> from = new ArrayList<>(worth.isEmpty() ? cluster.borders.keySet() : worth);
        from.sort(Comparator.naturalOrder());
        int best = Faces.NONE;
        for (int candidate : from) {
            if (best == Faces.NONE || isBetter(cluster, candidate, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private boolean isBetter(Cluster cluster, int candidate, int best) {
        Border border = cluster.borders.getOrDefault(candidate, new Border());
        Border known = cluster.borders.getOrDefault(best, new Border());
        if (border.mergeOrder() != known.mergeOrder()) {
            return border.mergeOrder() > known.mergeOrder();
        }
        double shorter = Math.min(border.lengthM, known.lengthM);
        if (shorter < ALIKE * Math.max(border.lengthM, known.lengthM)) {
            return border.lengthM > known.lengthM;
        }
        Coordinate a = cluster(candidate).centre;
        Coordinate b = cluster(best).centre;
        return Math.abs(a.y - b.y) > Math.abs(a.x - b.x) ? a.y > b.y : a.x < b.x;
    }

    private int merge(int a, int b) {
        joined++;
        int kept = Math.min(a, b);
        int gone = Math.max(a, b);
        Cluster into = cluster(kept);
        Cluster from = cluster(gone);
        Border between = into.borders.getOrDefault(gone, new Border());
        into.centre = into.areaM2 >= from.areaM2 ? into.centre : from.centre;
        into.areaM2 += from.areaM2;
        into.perimeterM += from.perimeterM - 2 * between.lengthM;
        into.stamp++;
        from.roads.forEach((road, length) -> into.roads.merge(road, length, Double::sum));
        into.borders.remove(gone);
        from.borders.forEach((other, border) -> {
            if (other != kept) {
                into.borders.computeIfAbsent(other, unused -> new Border()).add(border);
                Map<Integer, Border> back = cluster(other).borders;
                back.remove(gone);
                back.computeIfAbsent(kept, unused -> new Border()).add(border);
            }
        });
        sets.union(kept, gone);
        clusters.remove(gone);
        return kept;
    }

    /** The representative face of the block that a face belongs to. */
    int of(int face) {
        return face == Faces.NONE ? Faces.NONE : sets.find(face);
    }

    /** How many faces lost their independence. */
    int joined() {
        return joined;
    }
}

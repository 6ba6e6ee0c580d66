package org.onemap.ingest.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * Splits the district into offices along main roads: whole super blocks go to the nearest of two groups of seats, those
 * least undecided first, until each side has about its weight; then each side is split again. Confined to one thread.
 */
final class OfficeSplit {

    private final List<Block> blocks;
    private final BlockGraph graph;
    private final List<Coordinate> seats;
    private final int[] shares;
    private final List<List<Integer>> parts = new ArrayList<>();

    /**
     * A split.
     *
     * @param seats where each office should lie
     * @param shares weight of each office
     */
    OfficeSplit(List<Block> blocks, BlockGraph graph, List<Coordinate> seats, int[] shares) {
        this.blocks = blocks;
        this.graph = graph;
        this.seats = seats;
        this.shares = shares.clone();
    }

    /** Ids of the blocks of each office, in the order of the seats. */
    List<List<Integer>> split() {
        Map<Integer, List<Integer>> members = new HashMap<>();
        blocks.forEach(block -> members.computeIfAbsent(block.superBlock(), s -> new ArrayList<>())
                .add(block.id()));
        List<SuperBlock> all = members.entrySet().stream()
                .map(entry -> superBlock(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(SuperBlock::id))
                .toList();
        halve(all, IntStream.range(0, shares.length).boxed().toList());
        return parts;
    }

    private record SuperBlock(int id, List<Integer> members, Coordinate centre, double weight) {}

    private SuperBlock superBlock(int id, List<Integer> members) {
        double x =
                members.stream().mapToDouble(m -> graph.centre(m).x).average().orElseThrow();
        double y =
                members.stream().mapToDouble(m -> graph.centre(m).y).average().orElseThrow();
        double weight = members.stream().mapToDouble(graph::weight).sum();
        return new SuperBlock(id, members, new Coordinate(x, y), weight);
    }

    private void halve(List<SuperBlock> all, List<Integer> offices) {
        if (offices.size() == 1) {
            parts.add(all.stream().flatMap(s -> s.members().stream()).sorted().toList());
            return;
        }
        List<Integer> first = offices.subList(0, offices.size() / 2);
        List<Integer> second = offices.subList(offices.size() / 2, offices.size());
        double total = all.stream().mapToDouble(SuperBlock::weight).sum();
        double wanted = total * units(first) / units(offices);
        List<SuperBlock> ordered = all.stream()
                .sorted(Comparator.comparingDouble((SuperBlock s) -> nearest(s, first) - nearest(s, second))
                        .thenComparingInt(SuperBlock::id))
                .toList();
        Set<SuperBlock> side = new HashSet<>();
        double weight = 0;
        for (SuperBlock next : ordered) {
            if (weight + next.weight() / 2 < wanted) {
                side.add(next);
                weight += next.weight();
            }
        }
        Set<SuperBlock> other = new HashSet<>(all);
        other.removeAll(side);
        giveScattered(side, other);
        giveScattered(other, side);
        halve(all.stream().filter(side::contains).toList(), first);
        halve(all.stream().filter(other::contains).toList(), second);
    }

    private int units(List<Integer> offices) {
        return offices.stream().mapToInt(office -> shares[office]).sum();
    }

    private double nearest(SuperBlock superBlock, List<Integer> offices) {
        return offices.stream()
                .mapToDouble(office -> seats.get(office).distance(superBlock.centre()))
                .min()
                .orElseThrow();
    }

    /** Leaves only the largest connected piece on the side. */
    private void giveScattered(Set<SuperBlock> side, Set<SuperBlock> other) {
        Set<SuperBlock> open = new HashSet<>(side);
        Set<SuperBlock> largest = Set.of();
        List<SuperBlock> inOrder =
                side.stream().sorted(Comparator.comparingInt(SuperBlock::id)).toList();
        for (SuperBlock start : inOrder) {
            if (open.contains(start)) {
                Set<SuperBlock> piece = connected(start, open);
                largest = piece.size() > largest.size() ? piece : largest;
            }
        }
        for (SuperBlock superBlock : inOrder) {
            if (!largest.contains(superBlock)) {
                side.remove(superBlock);
                other.add(superBlock);
            }
        }
    }

    private Set<SuperBlock> connected(SuperBlock start, Set<SuperBlock> open) {
        Map<Integer, SuperBlock> byId = new HashMap<>();
        open.forEach(s -> byId.put(s.id(), s));
        Set<SuperBlock> piece = new HashSet<>();
        Deque<SuperBlock> queue = new ArrayDeque<>(List.of(start));
        open.remove(start);
        while (!queue.isEmpty()) {
            SuperBlock at = queue.remove();
            piece.add(at);
            for (int member : at.members()) {
                for (int neighbour : graph.neighbours(member)) {
                    SuperBlock next = byId.get(blocks.get(neighbour).superBlock());
                    if (next != null && open.remove(next)) {
                        queue.add(next);
                    }
                }
            }
        }
        return piece;
    }
}

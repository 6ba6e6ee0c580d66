package org.onemap.ingest.demo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Moves single blocks from part to neighbouring part while that makes boundaries cheaper or weights more even, and keeps
 * each part connected. Confined to one thread.
 */
final class Exchange {

    private static final int ROUNDS = 14;
    private static final double EVENNESS = 60_000;

    private final BlockGraph graph;
    private final RandomGenerator random;
    private final double unitWeight;
    private final int[] seen;
    private int stamp;

    Exchange(BlockGraph graph, RandomGenerator random, double unitWeight) {
        this.graph = graph;
        this.random = random;
        this.unitWeight = unitWeight;
        this.seen = new int[graph.size()];
    }

    void improve(List<Integer> blocks, int[] part, int[] shares) {
        double total = blocks.stream().mapToDouble(graph::weight).sum();
        double unit = total / Arrays.stream(shares).sum();
        double[] over = new double[shares.length];
        int[] size = new int[shares.length];
        for (int block : blocks) {
            over[part[block]] += graph.weight(block);
            size[part[block]]++;
        }
        for (int i = 0; i < shares.length; i++) {
            over[i] -= shares[i] * unit;
        }
        int[] order = blocks.stream().mapToInt(b -> b).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order);
            boolean moved = false;
            for (int block : order) {
                int to = size[part[block]] > 1 ? bestMove(block, part, over) : -1;
                if (to >= 0 && staysConnected(block, part)) {
                    over[part[block]] -= graph.weight(block);
                    over[to] += graph.weight(block);
                    size[part[block]]--;
                    size[to]++;
                    part[block] = to;
                    moved = true;
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[k];
            order[k] = swap;
        }
    }

    private int bestMove(int block, int[] part, double[] over) {
        int from = part[block];
        int best = -1;
        double bestGain = 1e-6;
        int[] neighbours = graph.neighbours(block);
        for (int neighbour : neighbours) {
            int to = part[neighbour];
            if (to >= 0 && to != from && to != best) {
                double gain = evennessGain(graph.weight(block), over[from], over[to]);
                for (int k = 0; k < neighbours.length; k++) {
                    if (part[neighbours[k]] == to) {
                        gain += graph.price(block, k);
                    } else if (part[neighbours[k]] == from) {
                        gain -= graph.price(block, k);
                    }
                }
                if (gain > bestGain) {
                    bestGain = gain;
                    best = to;
                }
            }
        }
        return best;
    }

    private double evennessGain(double weight, double overFrom, double overTo) {
        double before = overFrom * overFrom + overTo * overTo;
        double after = (overFrom - weight) * (overFrom - weight) + (overTo + weight) * (overTo + weight);
        return EVENNESS * (before - after) / (unitWeight * unitWeight);
    }

    /** Whether the part is still in one piece without this block. */
    private boolean staysConnected(int block, int[] part) {
        int from = part[block];
        int wanted = 0;
        int start = -1;
        for (int neighbour : graph.neighbours(block)) {
            if (part[neighbour] == from) {
                wanted++;
                start = neighbour;
            }
        }
        if (wanted <= 1) {
            return wanted == 1;
        }
        stamp++;
        seen[block] = stamp;
        seen[start] = stamp;
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        int found = 0;
        while (!queue.isEmpty() && found < wanted) {
            int at = queue.remove();
            found += isNeighbour(at, block) ? 1 : 0;
            for (int next : graph.neighbours(at)) {
                if (part[next] == from && seen[next] != stamp) {
                    seen[next] = stamp;
                    queue.add(next);
                }
            }
        }
        return found == wanted;
    }

    private boolean isNeighbour(int a, int b) {
        return Arrays.binarySearch(graph.neighbours(b), a) >= 0;
    }
}

package org.onemap.ingest.demo;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Joins blocks into connected parts of like weight: halves again and again by {@link TreeCut}, then {@link Exchange}
 * trades blocks at the rims. Good enough for a demo; planning has its own partitioner.
 */
final class Partition {

    private static final int ATTEMPTS = 8;
    private static final double EVEN_ENOUGH = 0.13;

    private final BlockGraph graph;
    private final TreeCut treeCut;
    private final Exchange exchange;
    private final double unitWeight;

    /** A partition whose smallest parts should weigh so much. */
    Partition(BlockGraph graph, RandomGenerator random, double unitWeight) {
        this.graph = graph;
        this.unitWeight = unitWeight;
        this.treeCut = new TreeCut(graph, random);
        this.exchange = new Exchange(graph, random, unitWeight);
    }

    /**
     * Splits connected blocks into as many connected parts as there are shares.
     *
     * @param shares weight of each part, in units
     */
    List<List<Integer>> split(List<Integer> blocks, int[] shares) {
        int[] best = new int[0];
        double bestOff = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && bestOff > EVEN_ENOUGH; attempt++) {
            int[] part = new int[graph.size()];
            Arrays.fill(part, -1);
            halve(blocks, IntStream.range(0, shares.length).boxed().toList(), new Task(shares, part));
            exchange.improve(blocks, part, shares);
            double off = mostOff(blocks, part, shares);
            if (off < bestOff) {
                bestOff = off;
                best = part;
            }
        }
        int[] part = best;
        return IntStream.range(0, shares.length)
                .mapToObj(i -> blocks.stream().filter(b -> part[b] == i).toList())
                .toList();
    }

    /** By how much the worst part is off its weight, in units. */
    private double mostOff(List<Integer> blocks, int[] part, int[] shares) {
        double[] off = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            off[i] = -shares[i];
        }
        blocks.forEach(block -> off[part[block]] += graph.weight(block) / unitWeight);
        return Arrays.stream(off).map(Math::abs).max().orElseThrow();
    }

    @SuppressWarnings("ArrayRecordComponent") // an argument list, never compared
    private record Task(int[] shares, int[] part) {

        int units(List<Integer> parts) {
            return parts.stream().mapToInt(p -> shares[p]).sum();
        }
    }

    private void halve(List<Integer> blocks, List<Integer> parts, Task task) {
        if (parts.size() == 1) {
            blocks.forEach(block -> task.part()[block] = parts.get(0));
            return;
        }
        List<Integer> first = parts.subList(0, parts.size() / 2);
        List<Integer> second = parts.subList(parts.size() / 2, parts.size());
        double total = blocks.stream().mapToDouble(graph::weight).sum();
        double weight = total * task.units(first) / task.units(parts);
        int trials = 30 + 5000 / blocks.size();
        boolean[] side = treeCut.cut(blocks, new TreeCut.Wish(weight, 0.04 * unitWeight * parts.size()), trials);
        halve(blocks.stream().filter(b -> side[b]).toList(), first, task);
        halve(blocks.stream().filter(b -> !side[b]).toList(), second, task);
    }
}

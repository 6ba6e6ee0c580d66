package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * Joins blocks into connected parts of like weight: halves again and again by {@link TreeCut}, then {@link Exchange}
 * trades blocks at the rims. Good enough for a demo; planning has its own partitioner.
 */
final class Partition {

    private final BlockGraph graph;
    private final RandomGenerator random;
    private final TreeCut treeCut;
    private final Exchange exchange;
    private final double unitWeight;

    /** A partition whose smallest parts should weigh so much. */
    Partition(BlockGraph graph, RandomGenerator random, double unitWeight) {
        this.graph = graph;
        this.random = random;
        this.unitWeight = unitWeight;
        this.treeCut = new TreeCut(graph, random);
        this.exchange = new Exchange(graph, random, unitWeight);
    }

    /**
     * Splits connected blocks into as many connected parts as there are shares.
     *
     * @param shares weight of each part, in units
     * @param anchors where each part should lie; empty if it does not matter
     */
    List<List<Integer>> split(List<Integer> blocks, int[] shares, List<Coordinate> anchors) {
        int[] part = new int[graph.size()];
        Arrays.fill(part, -1);
        halve(blocks, IntStream.range(0, shares.length).boxed().toList(), new Task(shares, anchors, part));
        exchange.improve(blocks, part, shares);
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            int number = i;
            parts.add(blocks.stream().filter(b -> part[b] == number).toList());
        }
        return parts;
    }

    @SuppressWarnings("ArrayRecordComponent") // an argument list, never compared
    private record Task(int[] shares, List<Coordinate> anchors, int[] part) {

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
        ToDoubleFunction<boolean[]> taste = task.anchors().isEmpty()
                ? side -> 0
                : side -> 6 * middle(blocks, side).distance(middle(first, task.anchors()));
        int trials = task.anchors().isEmpty() ? 40 + 4000 / blocks.size() : 150;
        boolean[] side = treeCut.cut(blocks, new TreeCut.Wish(weight, 0.1 * unitWeight, taste), trials);
        halve(blocks.stream().filter(b -> side[b]).toList(), first, task);
        halve(blocks.stream().filter(b -> !side[b]).toList(), second, task);
    }

    private Coordinate middle(List<Integer> blocks, boolean[] side) {
        double x = 0;
        double y = 0;
        double weight = 1e-9;
        for (int block : blocks) {
            if (side[block]) {
                x += graph.centre(block).x;
                y += graph.centre(block).y;
                weight++;
            }
        }
        return new Coordinate(x / weight, y / weight);
    }

    private static Coordinate middle(List<Integer> parts, List<Coordinate> anchors) {
        double x = parts.stream().mapToDouble(p -> anchors.get(p).x).average().orElseThrow();
        double y = parts.stream().mapToDouble(p -> anchors.get(p).y).average().orElseThrow();
        return new Coordinate(x, y);
    }
}

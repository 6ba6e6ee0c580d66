package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Which blocks are neighbours along a street, what it would cost to part them there, and how many residents each has.
 * Immutable but for its arrays, which nobody changes.
 */
final class BlockGraph {

    private final List<Coordinate> centres;
    private final int[] weights;
    private final int[][] neighbours;
    private final double[][] prices;
    private final int[] lows;
    private final int[] highs;
    private final double[] edgePrices;

    BlockGraph(List<Block> blocks, List<RoadSegment> roads, int[] weights) {
        this.centres = blocks.stream()
                .map(b -> b.polygon().getCentroid().getCoordinate())
                .toList();
        this.weights = weights.clone();
        List<Map<Integer, Double>> shared = new ArrayList<>();
        blocks.forEach(b -> shared.add(new HashMap<>()));
        for (RoadSegment road : roads) {
            if (road.left() >= 0 && road.right() >= 0 && road.left() != road.right()) {
                double price = road.lengthM() * road.street().roadClass().cutPrice();
                shared.get(road.left()).merge(road.right(), price, Double::sum);
                shared.get(road.right()).merge(road.left(), price, Double::sum);
            }
        }
        this.neighbours = new int[blocks.size()][];
        this.prices = new double[blocks.size()][];
        for (int i = 0; i < shared.size(); i++) {
            Map<Integer, Double> around = shared.get(i);
            neighbours[i] = around.keySet().stream().mapToInt(n -> n).sorted().toArray();
            prices[i] = java.util.Arrays.stream(neighbours[i])
                    .mapToDouble(n -> around.getOrDefault(n, 0.0))
                    .toArray();
        }
        List<double[]> edges = edges();
        this.lows = edges.stream().mapToInt(e -> (int) e[0]).toArray();
        this.highs = edges.stream().mapToInt(e -> (int) e[1]).toArray();
        this.edgePrices = edges.stream().mapToDouble(e -> e[2]).toArray();
    }

    private List<double[]> edges() {
        List<double[]> edges = new ArrayList<>();
        for (int i = 0; i < neighbours.length; i++) {
            for (int k = 0; k < neighbours[i].length; k++) {
                if (neighbours[i][k] > i) {
                    edges.add(new double[] {i, neighbours[i][k], prices[i][k]});
                }
            }
        }
        edges.sort(Comparator.<double[]>comparingDouble(e -> e[0]).thenComparingDouble(e -> e[1]));
        return edges;
    }

    int size() {
        return weights.length;
    }

    int weight(int block) {
        return weights[block];
    }

    Coordinate centre(int block) {
        return centres.get(block);
    }

    int[] neighbours(int block) {
        return neighbours[block];
    }

    /** The price of parting a block from its neighbour of this position. */
    double price(int block, int position) {
        return prices[block][position];
    }

    int edgeCount() {
        return lows.length;
    }

    int low(int edge) {
        return lows[edge];
    }

    int high(int edge) {
        return highs[edge];
    }

    double edgePrice(int edge) {
        return edgePrices[edge];
    }
}

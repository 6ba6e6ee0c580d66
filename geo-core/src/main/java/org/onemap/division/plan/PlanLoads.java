package org.onemap.division.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onemap.InvalidInput;

/**
 * What weighs on the blocks: figures by name (households, residents, buildings, parts, cases), and how much each counts.
 * Immutable.
 *
 * <p>One figure is the load as it is, in its own unit. Several are made comparable first: each is divided by its total
 * over the district, multiplied by its weight, and the sum is scaled so that the district has 100,000 units (综合负荷).
 */
public final class PlanLoads {

    private static final double DISTRICT = 100_000;

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();
    private final Map<String, Double> weights;

    /**
     * Figures with their weights.
     *
     * @param figures value of each block by the name of the figure; all of one length
     * @param weights weight of the figures that count, greater than 0
     * @throws InvalidInput if a weight names no figure, or the weighed figures add up to nothing
     */
    public PlanLoads(Map<String, double[]> figures, Map<String, Double> weights) {
        figures.forEach((name, values) -> {
            List<Double> list = new ArrayList<>();
            for (double value : values) {
                list.add(value);
            }
            this.figures.put(name, List.copyOf(list));
        });
        this.weights = Map.copyOf(weights);
        if (weights.isEmpty()) {
            throw new InvalidInput("no load is weighed; give --weights households=1 or others of "
                    + String.join(", ", this.figures.keySet()));
        }
        weights.forEach((name, weight) -> {
            if (!this.figures.containsKey(name)) {
                throw new InvalidInput(
                        "no load named " + name + "; there are " + String.join(", ", this.figures.keySet()));
            }
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new InvalidInput("the weight of " + name + " is " + weight + "; it must be greater than 0");
            }
            if (!(total(name) > 0)) {
                throw new InvalidInput(
                        "the load " + name + " is zero in every block, so nothing can be balanced; check the"
                                + " layer it is counted from, or weigh another load with --weights");
            }
        });
    }

    /** The names of the figures. */
    public List<String> names() {
        return List.copyOf(figures.keySet());
    }

    /** The weights of those that count. */
    public Map<String, Double> weights() {
        return weights;
    }

    /** The value of a figure in a block. */
    public double figure(String name, int block) {
        return figures.getOrDefault(name, List.of()).get(block);
    }

    /** The total of a figure. */
    public double total(String name) {
        return figures.getOrDefault(name, List.of()).stream()
                .mapToDouble(v -> v)
                .sum();
    }

    /** What the loads are measured in: the figure's name, or {@code load} where several count. */
    public String unit() {
        return weights.size() == 1 ? weights.keySet().iterator().next() : "load";
    }

    /** The load of each block, in {@link #unit}. */
    public double[] combined() {
        int blocks = figures.values().iterator().next().size();
        double[] load = new double[blocks];
        double sum = weights.values().stream().mapToDouble(w -> w).sum();
        figures.forEach((name, values) -> {
            double scale = weights.size() == 1 ? 1 : DISTRICT * weights.getOrDefault(name, 0.0) / sum / total(name);
            for (int block = 0; weights.containsKey(name) && block < blocks; block++) {
                load[block] += scale * values.get(block);
            }
        });
        return load;
    }
}

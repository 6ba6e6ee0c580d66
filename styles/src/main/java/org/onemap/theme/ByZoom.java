package org.onemap.theme;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A number that grows with the zoom level: linear between its stops, constant outside them. Immutable.
 *
 * @param stops level to value, at least one
 */
public record ByZoom(NavigableMap<Integer, Double> stops) {

    public ByZoom {
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("no stops");
        }
        stops = Collections.unmodifiableNavigableMap(new TreeMap<>(stops));
    }

    /** The same number at every level. */
    public static ByZoom constant(double value) {
        return new ByZoom(new TreeMap<>(Map.of(0, value)));
    }

    /** Whether the level does not matter. */
    public boolean isConstant() {
        return stops.size() == 1;
    }

    /** The value at a level. */
    public double at(double zoom) {
        if (zoom <= stops.firstKey()) {
            return stops.firstEntry().getValue();
        }
        if (zoom >= stops.lastKey()) {
            return stops.lastEntry().getValue();
        }
        Map.Entry<Integer, Double> low = stops.floorEntry((int) Math.floor(zoom));
        Map.Entry<Integer, Double> high = stops.higherEntry(low.getKey());
        double part = (zoom - low.getKey()) / (high.getKey() - low.getKey());
        return low.getValue() + part * (high.getValue() - low.getValue());
    }

    /** This and so much more at every level. */
    ByZoom plus(double more) {
        TreeMap<Integer, Double> sum = new TreeMap<>();
        stops.forEach((zoom, value) -> sum.put(zoom, value + more));
        return new ByZoom(sum);
    }

    /** So many times this at every level. */
    ByZoom times(double factor) {
        TreeMap<Integer, Double> product = new TreeMap<>();
        stops.forEach((zoom, value) -> product.put(zoom, value * factor));
        return new ByZoom(product);
    }
}

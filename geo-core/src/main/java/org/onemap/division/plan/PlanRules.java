package org.onemap.division.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.onemap.road.RoadClass;

/**
 * What a plan has to respect and what costs what. Immutable.
 *
 * @param pricePerM what a metre of boundary costs by the class of the line it follows: cheap on barriers, dear where
 *     there is no road at all
 * @param hard classes that no grid may cross (zones and offices may)
 * @param tolerance relative deviation of a grid that costs nothing; 0 strives for equal loads
 * @param pricePerSplitM what dividing an existing small grid costs, in metres of local road
 */
public record PlanRules(
        Map<RoadClass, Double> pricePerM, Set<RoadClass> hard, double tolerance, double pricePerSplitM) {

    /** Boundaries on barriers cost next to nothing, on main roads less than on small ones. */
    public static final Map<RoadClass, Double> DEFAULT_PRICES = prices();

    public PlanRules {
        pricePerM = Map.copyOf(pricePerM);
        hard = Set.copyOf(hard);
    }

    /** Equal loads, priced barriers, nothing hard. */
    public static PlanRules defaults() {
        return new PlanRules(DEFAULT_PRICES, Set.of(), 0, 0);
    }

    /** The same with classes that no grid may cross. */
    public PlanRules withHard(Set<RoadClass> classes) {
        return new PlanRules(pricePerM, classes, tolerance, pricePerSplitM);
    }

    /** The same with another tolerance. */
    public PlanRules withTolerance(double other) {
        return new PlanRules(pricePerM, hard, other, pricePerSplitM);
    }

    /** The same with another price of a split. */
    public PlanRules withPricePerSplitM(double other) {
        return new PlanRules(pricePerM, hard, tolerance, other);
    }

    double price(RoadClass roadClass) {
        return pricePerM.getOrDefault(roadClass, 1.0);
    }

    private static Map<RoadClass, Double> prices() {
        Map<RoadClass, Double> prices = new EnumMap<>(RoadClass.class);
        for (RoadClass roadClass : RoadClass.values()) {
            prices.put(roadClass, 1.0);
        }
        prices.put(RoadClass.RIVER, 0.02);
        prices.put(RoadClass.RAILWAY, 0.02);
        prices.put(RoadClass.EXPRESSWAY, 0.05);
        prices.put(RoadClass.WALL, 0.3);
        prices.put(RoadClass.ARTERIAL, 0.6);
        prices.put(RoadClass.COLLECTOR, 0.8);
        prices.put(RoadClass.LANE, 1.3);
        prices.put(RoadClass.FOOTWAY, 1.6);
        prices.put(RoadClass.OUTLINE, 3.0);
        return prices;
    }
}

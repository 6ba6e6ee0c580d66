package org.onemap.road;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What sources call the classes: Chinese planning terms, OpenStreetMap values, the kinds of vector tiles made from it. */
final class RoadClassNames {

    private static final Map<String, RoadClass> NAMES = new HashMap<>();

    static {
        put(RoadClass.EXPRESSWAY, "快速路", "高速公路", "高速", "城市快速路", "motorway", "trunk", "highway", "k");
        put(RoadClass.ARTERIAL, "主干路", "主干道", "城市主干道", "国道", "省道", "primary", "z");
        put(RoadClass.COLLECTOR, "次干路", "次干道", "城市次干道", "县道", "secondary", "tertiary", "c");
        put(RoadClass.LOCAL, "支路", "城市支路", "乡道", "residential", "unclassified", "road", "minor_road", "b");
        put(RoadClass.LANE, "街巷", "巷", "里弄", "胡同", "living_street", "service", "track", "pedestrian", "busway", "x");
        put(RoadClass.FOOTWAY, "步行道", "人行道", "footway", "path", "steps", "cycleway", "bridleway", "corridor");
        put(RoadClass.RAILWAY, "铁路", "rail", "railway", "light_rail", "narrow_gauge", "tram", "t");
        put(RoadClass.RIVER, "河流", "水系", "河道", "river", "canal", "stream", "drain", "water", "h");
        put(RoadClass.WALL, "围墙", "wall", "fence", "w");
    }

    private RoadClassNames() {}

    private static void put(RoadClass roadClass, String... names) {
        for (String name : names) {
            NAMES.put(name, roadClass);
        }
    }

    /** The class that a source's word stands for; {@code highway.primary_link} is a primary. */
    static Optional<RoadClass> find(String word) {
        String folded = word.strip().toLowerCase(Locale.ROOT);
        folded = folded.substring(folded.lastIndexOf('.') + 1);
        folded = folded.endsWith("_link") ? folded.substring(0, folded.length() - 5) : folded;
        return Optional.ofNullable(NAMES.get(folded));
    }

    /** Whether the word names something that is no way on the ground: platforms, subways, works in progress, ferries. */
    static boolean isNoRoad(String word) {
        String folded = word.strip().toLowerCase(Locale.ROOT);
        folded = folded.substring(folded.lastIndexOf('.') + 1);
        return switch (folded) {
            case "platform",
                    "subway",
                    "proposed",
                    "construction",
                    "abandoned",
                    "razed",
                    "disused",
                    "ferry",
                    "elevator",
                    "bus_stop",
                    "rest_area",
                    "services",
                    "monorail",
                    "地铁",
                    "规划路" -> true;
            default -> false;
        };
    }
}

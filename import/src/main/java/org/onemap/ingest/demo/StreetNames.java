package org.onemap.ingest.demo;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Invented names for the small streets, each used once: plants with a pleasant word before, as the zone likes them. */
final class StreetNames {

    private static final String FIRST = "春夏秋冬金银玉紫红翠碧青丹彩瑞祥和嘉雅文明德兰香云霞晨晓星月露雪清静芳馨景泰安康宁福禄庆锦绣华荣盛新";
    private static final String SECOND = "竹梅松柏桂荷莲菊棠枫槐榆柳桐杏李桃梨樱椿楠杉藤蕙芷兰荣苑芝茗葵薇";

    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>();

    StreetNames(RandomGenerator random) {
        this.random = random;
        taken.addAll(Set.of("国槐街", "金菊街", "雪兰街", "雪梅路", "红松路", "紫竹路", "雪松路", "红枫里"));
    }

    /** A new street: 路 and 街 for the greater ones, 里 and 巷 for lanes. */
    Street next(RoadClass roadClass, boolean eastWest) {
        boolean lane = roadClass == RoadClass.LANE;
        String suffix = eastWest ? (lane ? "巷" : "街") : (lane ? "里" : "路");
        while (true) {
            String name = pick(FIRST) + pick(SECOND) + suffix;
            if (taken.add(name)) {
                return new Street(name, roadClass, eastWest);
            }
        }
    }

    private String pick(String letters) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }
}

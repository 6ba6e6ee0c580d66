package org.onemap.ingest.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Gives each block a property with an invented name, and a gate at the greatest street it has. Confined to one thread. */
final class Compounds {

    private static final String FIRST = "瑞锦金翰翡盛荣康和万祥嘉天云星华文新宏泰裕凯博创智慧远恒信达正润福安雅景";
    private static final String SECOND = "兰华源林翠和邦泰悦景辉园海瑞城河鼎安达宏成通博丰庭湖泽苑晟昌盈升阳岭";
    private static final String FAMILIES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜";

    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>();

    Compounds(RandomGenerator random) {
        this.random = random;
    }

    /** The property of each block; a block without any street to have a gate at has none. */
    Map<Block, Compound> settle(List<Block> blocks, List<RoadSegment> roads, Frontages frontages) {
        Map<Integer, Frontages.Side> fronts = new HashMap<>();
        for (RoadSegment road : roads) {
            for (Frontages.Side side : List.of(new Frontages.Side(road, true), new Frontages.Side(road, false))) {
                if (side.blockId() >= 0) {
                    fronts.merge(side.blockId(), side, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
                }
            }
        }
        Map<Block, Compound> compounds = new HashMap<>();
        for (Block block : blocks) {
            Frontages.Side front = fronts.get(block.id());
            if (front != null) {
                String name = name(block.landUse());
                gate(front, frontages).ifPresent(gate -> compounds.put(block, new Compound(name, gate)));
            }
        }
        return compounds;
    }

    /** Long fronts at great streets first; no gate at an expressway unless there is nothing else. */
    private static final Comparator<Frontages.Side> ORDER = Comparator.comparingInt(Compounds::rank)
            .thenComparingDouble(side -> -side.road().lengthM())
            .thenComparing(side -> side.road().code())
            .thenComparing(Frontages.Side::left);

    private static int rank(Frontages.Side side) {
        int rank = side.road().street().roadClass().rank();
        return (rank == 1 ? 9 : rank) + (side.road().lengthM() < 60 ? 5 : 0);
    }

    private Optional<DoorPlate> gate(Frontages.Side front, Frontages frontages) {
        double length = front.road().lengthM();
        for (double share : new double[] {0.4 + 0.2 * random.nextDouble(), 0.5, 0.35, 0.65, 0.25, 0.75}) {
            Optional<DoorPlate> gate = frontages.door(front, length * share);
            if (gate.isPresent()) {
                return gate;
            }
        }
        return Optional.empty();
    }

    private String name(LandUse landUse) {
        String[] endings =
                switch (landUse) {
                    case HOUSING -> new String[] {"小区", "家园", "花园", "苑", "新村", "家属院"};
                    case TOWERS -> new String[] {"雅苑", "华府", "公馆", "名邸", "城", "嘉园", "天境", "悦府"};
                    case VILLAGE -> new String[] {"庄", "营", "砦", "村", "寨", "岗"};
                    case OFFICES -> new String[] {"科技园", "创新园", "软件园", "大厦", "产业园", "孵化园"};
                    case FACTORY -> new String[] {"电子厂", "仪表厂", "机械厂", "制药厂", "电缆厂", "超硬材料厂", "物流园"};
                    case SHOPS -> new String[] {"广场", "商业中心", "天地", "购物中心", "市场"};
                    case SCHOOL -> new String[] {"小学", "中学", "学院", "实验学校"};
                    case HOSPITAL -> new String[] {"医院"};
                    case PARK -> new String[] {"公园", "游园"};
                    case FIELDS -> new String[] {"农场", "苗圃", "林地"};
                };
        while (true) {
            String name = stem(landUse) + endings[random.nextInt(endings.length)];
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private String stem(LandUse landUse) {
        if (landUse == LandUse.VILLAGE) {
            String before = random.nextInt(3) == 0 ? pick("东西南北前后大小") : "";
            return before + pick(FAMILIES);
        }
        return pick(FIRST) + pick(SECOND);
    }

    private String pick(String letters) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }
}

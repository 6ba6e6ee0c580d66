package org.onemap.ingest.demo;

import java.util.Arrays;
import java.util.List;

/**
 * A class of city parts and where its parts stand. Codes are major and minor class of the table in CJ/T 214-2007 as
 * cities use it; the custodian is a kind of body, not a real one. Immutable.
 *
 * @param code two digits major class, two digits minor class
 * @param name for instance 路灯
 * @param custodian who looks after it
 * @param accuracy A, B or C: to half a metre, one metre, ten metres
 * @param place where it stands
 * @param aside for parts along streets: metres inside the red line; for manholes share of the half width
 * @param everyM for parts along streets: metres from one to the next, on each side; for others one per so many places
 */
record PartClass(
        String code, String name, String custodian, String accuracy, Place place, double aside, double everyM) {

    /** Where parts stand. */
    enum Place {
        /** Along the edge of every street. */
        KERB,
        /** Along the edge of collectors and greater streets only. */
        GREAT_KERB,
        /** In the carriageway. */
        CARRIAGEWAY,
        /** At both ends of a segment. */
        CORNER,
        /** Beside buildings. */
        YARD
    }

    static List<PartClass> all() {
        return ALL;
    }

    /** For instance 公用设施. */
    String major() {
        return switch (code.substring(0, 2)) {
            case "01" -> "公用设施";
            case "02" -> "道路交通";
            case "03" -> "市容环境";
            case "04" -> "园林绿化";
            case "05" -> "房屋土地";
            default -> "其他设施";
        };
    }

    private static final List<PartClass> ALL = Arrays.stream(
                    """
            0118 路灯 市政管理部门 A KERB 1.2 38
            0402 行道树 园林绿化部门 A KERB 2.2 26
            0403 护树设施 园林绿化部门 A GREAT_KERB 2.6 130
            0104 雨水箅子 市政管理部门 A KERB 3.2 48
            0103 雨水井盖 市政管理部门 A CARRIAGEWAY 0.45 62
            0102 污水井盖 市政管理部门 A CARRIAGEWAY 0.3 70
            0101 上水井盖 供水企业 A CARRIAGEWAY 0.55 120
            0105 电力井盖 供电企业 A CARRIAGEWAY 0.62 150
            0106 路灯井盖 市政管理部门 A KERB 1.6 170
            0107 通讯井盖 通信企业 A CARRIAGEWAY 0.68 140
            0110 热力井盖 供热企业 A CARRIAGEWAY 0.36 260
            0111 燃气井盖 燃气企业 A CARRIAGEWAY 0.5 240
            0113 消防设施 消防部门 A KERB 1.8 180
            0115 通讯交接箱 通信企业 A KERB 0.9 420
            0117 立杆 供电企业 A KERB 1.0 160
            0136 监控电子眼 公安部门 A GREAT_KERB 1.1 260
            0203 公交站亭 公交企业 B GREAT_KERB 2.4 520
            0204 出租车站牌 交通部门 A GREAT_KERB 2.0 1900
            0209 交通标志牌 公安交管部门 A GREAT_KERB 1.0 110
            0211 交通护栏 公安交管部门 A GREAT_KERB 3.4 210
            0210 交通信号灯 公安交管部门 A CORNER 1.4 2
            0213 路名牌 地名管理部门 A CORNER 0.8 1
            0305 垃圾箱 环境卫生部门 A KERB 1.5 90
            0301 公共厕所 环境卫生部门 B GREAT_KERB 0.4 900
            0307 广告牌匾 城市管理部门 B GREAT_KERB 0.6 300
            0407 街头坐椅 园林绿化部门 A GREAT_KERB 2.8 240
            0404 花架花钵 园林绿化部门 B GREAT_KERB 2.9 330
            0126 健身设施 社区服务机构 B YARD 0 9
            0201 停车场 城市管理部门 C YARD 0 12
            0501 宣传栏 社区服务机构 A YARD 0 8
            0303 公厕指示牌 环境卫生部门 A GREAT_KERB 1.3 950
            0304 垃圾间(楼) 环境卫生部门 B YARD 0 11
            0134 变压器(箱) 供电企业 A YARD 0 7
            0302 化粪池 物业服务企业 B YARD 0 6
            0102 污水井盖 物业服务企业 A YARD 0 2
            0101 上水井盖 物业服务企业 A YARD 0 4
            0401 古树名木 园林绿化部门 A YARD 0 90
            0405 绿地 园林绿化部门 C YARD 0 10
            """.lines().map(PartClass::parse).toList().toArray(PartClass[]::new))
            .toList();

    private static PartClass parse(String line) {
        String[] words = line.trim().split(" ", 7);
        return new PartClass(
                words[0],
                words[1],
                words[2],
                words[3],
                Place.valueOf(words[4]),
                Double.parseDouble(words[5]),
                Double.parseDouble(words[6]));
    }
}

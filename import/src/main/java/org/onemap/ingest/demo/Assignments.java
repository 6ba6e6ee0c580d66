package org.onemap.ingest.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Invents the people of the divisions: a head for each office, zone and grid, and a full-time worker for each grid. */
final class Assignments {

    private static final String FAMILIES =
            "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文志海波宁欣怡雨浩然子轩佳慧思远晓东春燕鹏飞振宇立新永康长青广生凤玲雪莹";
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 3, 1);

    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>();
    private final List<Assignment> assignments = new ArrayList<>();

    Assignments(RandomGenerator random) {
        this.random = random;
    }

    List<Assignment> invent(DivisionTree tree) {
        tree.offices().forEach(office -> add("办事处网格总长", office));
        tree.zones().forEach(zone -> add("片区长", zone));
        for (Division grid : tree.grids()) {
            add("网格长", grid);
            add("专职网格员", grid);
        }
        return assignments;
    }

    private void add(String post, Division division) {
        String code = "RY" + String.format("%06d", assignments.size() + 1);
        LocalDate from = FIRST_DAY.plusDays(random.nextInt(1500));
        assignments.add(new Assignment(code, person(), post, division, from, phone()));
    }

    private String person() {
        while (true) {
            String given = random.nextInt(4) == 0 ? pick(GIVEN) : pick(GIVEN) + pick(GIVEN);
            String name = pick(FAMILIES) + given;
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private String phone() {
        return "1" + pick("35789") + random.nextInt(10) + "****" + String.format("%04d", random.nextInt(10_000));
    }

    private String pick(String letters) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }
}

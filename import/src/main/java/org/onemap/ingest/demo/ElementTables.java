package org.onemap.ingest.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.onemap.ingest.write.DbfColumn;
import org.onemap.ingest.write.ShapeTable;
import org.onemap.ingest.write.ShapeTable.Row;

/** Tables of roads, buildings, parts and addresses. */
final class ElementTables {

    private static final String DISTRICT_NAME = "郑州市高新区";
    private static final LocalDate SURVEY = LocalDate.of(2024, 9, 1);

    private final DemoDistrict district;
    private final Map<String, String> officeNames = new HashMap<>();

    ElementTables(DemoDistrict district) {
        this.district = district;
        district.divisions().offices().forEach(office -> officeNames.put(office.code(), office.name()));
    }

    private String officeName(Block block) {
        return officeNames.getOrDefault(district.grid(block).officeCode(), "");
    }

    private String gridCode(Block block) {
        return district.grid(block).code();
    }

    ShapeTable roads() {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("道路编码", 14),
                DbfColumn.text("道路名称", 30),
                DbfColumn.text("路线编码", 11),
                DbfColumn.text("道路等级", 10),
                DbfColumn.integer("红线宽度", 4),
                DbfColumn.decimal("长度", 10, 1),
                DbfColumn.text("起点节点", 12),
                DbfColumn.text("终点节点", 12),
                DemoTables.sourceColumn());
        Map<Coordinate, String> nodes = nodes();
        List<Row> rows = new ArrayList<>();
        for (RoadSegment road : district.roads()) {
            RoadClass roadClass = road.street().roadClass();
            rows.add(Row.of(
                    Site.GEOMETRY.createLineString(road.line()),
                    road.code(),
                    road.street().name(),
                    road.roadCode(),
                    roadClass.title(),
                    roadClass.widthM(),
                    road.lengthM(),
                    nodes.getOrDefault(road.line()[0], ""),
                    nodes.getOrDefault(road.line()[road.line().length - 1], ""),
                    DemoTables.synthetic()));
        }
        return new ShapeTable("road", columns, rows);
    }

    /** Codes of the intersections: district, J, five digits from west to east. */
    private Map<Coordinate, String> nodes() {
        TreeSet<Coordinate> ends = new TreeSet<>();
        for (RoadSegment road : district.roads()) {
            ends.add(road.line()[0]);
            ends.add(road.line()[road.line().length - 1]);
        }
        Map<Coordinate, String> codes = new HashMap<>();
        ends.forEach(end -> codes.put(end, DivisionTree.DISTRICT + "J" + String.format("%05d", codes.size() + 1)));
        return codes;
    }

    ShapeTable buildings() {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("建筑编码", 13),
                DbfColumn.text("建筑名称", 40),
                DbfColumn.text("建筑类型", 10),
                DbfColumn.text("小区名称", 30),
                DbfColumn.integer("层数", 3),
                DbfColumn.integer("户数", 5),
                DbfColumn.integer("居民数", 5),
                DbfColumn.integer("建成年份", 4),
                DbfColumn.text("建筑地址", 100),
                DbfColumn.text("所属网格", 15),
                DemoTables.sourceColumn());
        List<Building> buildings = district.population().buildings();
        List<Row> rows = new ArrayList<>(buildings.size());
        for (int i = 0; i < buildings.size(); i++) {
            rows.add(building(buildings.get(i), i));
        }
        return new ShapeTable("building", columns, rows);
    }

    private Row building(Building building, int index) {
        Block block = building.block();
        Compound compound = district.compounds().get(block);
        String property = compound == null ? "" : compound.name();
        String number = building.number() + (block.landUse() == LandUse.VILLAGE ? "号院" : "号楼");
        String door = compound == null ? "" : compound.gate().text();
        Residents residents = district.population().residents();
        return Row.of(
                building.polygon(),
                DivisionTree.DISTRICT + "F" + String.format("%06d", index + 1),
                property + number,
                block.landUse().title(),
                property,
                building.floors(),
                residents.households(index),
                residents.residents(index),
                1994 + Math.floorMod(block.id() * 7919, 30),
                DISTRICT_NAME + officeName(block) + door + property + number,
                gridCode(block),
                DemoTables.synthetic());
    }

    ShapeTable parts() {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("部件编码", 16),
                DbfColumn.text("部件名称", 20),
                DbfColumn.text("部件大类", 8),
                DbfColumn.text("部件状态", 4),
                DbfColumn.text("主管部门", 20),
                DbfColumn.text("所在位置", 30),
                DbfColumn.text("定位精度", 1),
                DbfColumn.date("初始日期"),
                DbfColumn.date("变更日期"),
                DbfColumn.text("所属网格", 15),
                DemoTables.sourceColumn());
        List<Row> rows = new ArrayList<>();
        for (Part part : district.parts()) {
            rows.add(part(part, rows.size()));
        }
        return new ShapeTable("part", columns, rows);
    }

    private Row part(Part part, int index) {
        int draw = Math.floorMod(index * 48_271, 1000);
        String state = draw < 945 ? "完好" : draw < 982 ? "破损" : draw < 991 ? "丢失" : "废弃";
        LocalDate from = SURVEY.minusDays(Math.floorMod(index * 16_807L, 3000));
        return Row.of(
                Site.GEOMETRY.createPoint(part.at()),
                part.code(),
                part.partClass().name(),
                part.partClass().major(),
                state,
                part.partClass().custodian(),
                part.near(),
                part.partClass().accuracy(),
                from,
                state.equals("完好") ? null : SURVEY.plusDays(draw % 400),
                gridCode(part.block()),
                DemoTables.synthetic());
    }

    ShapeTable addresses() {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("地址编码", 17),
                DbfColumn.text("地址名称", 100),
                DbfColumn.text("街巷名称", 30),
                DbfColumn.text("门牌号", 10),
                DbfColumn.text("小区名称", 30),
                DbfColumn.text("楼号", 10),
                DbfColumn.text("办事处", 20),
                DbfColumn.text("所属网格", 15),
                DemoTables.sourceColumn());
        return new ShapeTable(
                "address",
                columns,
                district.addresses().stream().map(this::address).toList());
    }

    private Row address(Address address) {
        Block block = address.door().block();
        return Row.of(
                Site.GEOMETRY.createPoint(address.at()),
                address.code(),
                DISTRICT_NAME + officeName(block) + address.text(),
                address.door().street(),
                address.door().number() + "号",
                address.compound(),
                address.building(),
                officeName(block),
                gridCode(block),
                DemoTables.synthetic());
    }
}

package org.onemap.ingest.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onemap.ingest.write.DbfColumn;
import org.onemap.ingest.write.ShapeTable;
import org.onemap.ingest.write.ShapeTable.Row;

/** Tables of the divisions, with what lies in them counted, and of the people assigned to them. */
final class DivisionTables {

    private final DivisionTree tree;
    private final List<Assignment> assignments;
    private final Map<String, Figures> figures = new HashMap<>();

    DivisionTables(DemoDistrict district) {
        this.tree = district.divisions();
        this.assignments = district.assignments();
        DemoDistrict.Population population = district.population();
        List<Building> buildings = population.buildings();
        for (int i = 0; i < buildings.size(); i++) {
            Residents residents = population.residents();
            count(
                    district.grid(buildings.get(i).block()),
                    new Figures(residents.residents(i), residents.households(i), 1, 0));
        }
        Figures onePart = new Figures(0, 0, 0, 1);
        district.parts().forEach(part -> count(district.grid(part.block()), onePart));
    }

    /** What lies in a division. */
    private record Figures(int residents, int households, int buildings, int parts) {

        Figures plus(Figures more) {
            return new Figures(
                    residents + more.residents,
                    households + more.households,
                    buildings + more.buildings,
                    parts + more.parts);
        }
    }

    private void count(Division grid, Figures more) {
        for (int digits : new int[] {9, 12, 15}) {
            figures.merge(grid.code().substring(0, digits), more, Figures::plus);
        }
    }

    ShapeTable offices() {
        List<DbfColumn> columns = columns(DbfColumn.text("办事处编码", 9), DbfColumn.text("办事处名称", 30));
        columns.addAll(headColumns("网格总长"));
        return new ShapeTable(
                "office",
                columns,
                tree.offices().stream()
                        .map(office -> row(office, List.of(), List.of("办事处网格总长")))
                        .toList());
    }

    ShapeTable zones() {
        List<DbfColumn> columns =
                columns(DbfColumn.text("片区编码", 12), DbfColumn.text("片区名称", 30), DbfColumn.text("所属办事处", 9));
        columns.addAll(headColumns("片区长"));
        return new ShapeTable(
                "zone",
                columns,
                tree.zones().stream()
                        .map(zone -> row(zone, List.of(zone.parentCode()), List.of("片区长")))
                        .toList());
    }

    ShapeTable grids() {
        List<DbfColumn> columns =
                columns(DbfColumn.text("网格编码", 15), DbfColumn.text("网格名称", 40), DbfColumn.text("所属片区", 12));
        columns.addAll(headColumns("网格长", "专职网格员"));
        return new ShapeTable(
                "grid",
                columns,
                tree.grids().stream()
                        .map(grid -> row(grid, List.of(grid.parentCode()), List.of("网格长", "专职网格员")))
                        .toList());
    }

    private static List<DbfColumn> columns(DbfColumn... first) {
        List<DbfColumn> columns = new ArrayList<>(List.of(first));
        columns.addAll(List.of(
                DbfColumn.decimal("面积", 14, 1),
                DbfColumn.integer("居民数", 8),
                DbfColumn.integer("户数", 8),
                DbfColumn.integer("建筑数", 6),
                DbfColumn.integer("部件数", 6)));
        return columns;
    }

    private static List<DbfColumn> headColumns(String... posts) {
        List<DbfColumn> columns = new ArrayList<>();
        for (String post : posts) {
            columns.add(DbfColumn.text(post, 20));
        }
        columns.add(DemoTables.sourceColumn());
        return columns;
    }

    private Row row(Division division, List<String> parent, List<String> posts) {
        Figures figure = figures.getOrDefault(division.code(), new Figures(0, 0, 0, 0));
        List<Object> values = new ArrayList<>(List.of(division.code(), division.name()));
        values.addAll(parent);
        values.add(division.polygon().getArea());
        values.addAll(List.of(figure.residents(), figure.households(), figure.buildings(), figure.parts()));
        posts.forEach(post -> values.add(head(division, post)));
        values.add(DemoTables.synthetic());
        return Row.of(division.polygon(), values.toArray());
    }

    private String head(Division division, String post) {
        return assignments.stream()
                .filter(a ->
                        a.division().code().equals(division.code()) && a.post().equals(post))
                .map(Assignment::person)
                .findFirst()
                .orElse("");
    }

    ShapeTable assignments() {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("编号", 8),
                DbfColumn.text("姓名", 20),
                DbfColumn.text("岗位", 20),
                DbfColumn.text("层级", 10),
                DbfColumn.text("区划编码", 15),
                DbfColumn.text("区划名称", 40),
                DbfColumn.date("任职日期"),
                DbfColumn.date("离任日期"),
                DbfColumn.text("联系电话", 11),
                DemoTables.sourceColumn());
        return new ShapeTable(
                "assignment",
                columns,
                assignments.stream().map(DivisionTables::row).toList());
    }

    private static Row row(Assignment a) {
        String level =
                switch (a.division().code().length()) {
                    case 9 -> "办事处";
                    case 12 -> "片区";
                    default -> "网格";
                };
        return Row.of(
                null,
                a.code(),
                a.person(),
                a.post(),
                level,
                a.division().code(),
                a.division().name(),
                a.from(),
                null,
                a.phone(),
                DemoTables.synthetic());
    }
}

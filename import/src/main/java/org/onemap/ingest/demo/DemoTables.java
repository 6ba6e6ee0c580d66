package org.onemap.ingest.demo;

import java.util.List;
import org.onemap.ingest.write.DbfColumn;
import org.onemap.ingest.write.ShapeTable;
import org.onemap.ingest.write.ShapeTable.Row;

/** Lays the district out as tables: Chinese column names of at most five characters, as DBF and GBK allow. */
final class DemoTables {

    static final String SYNTHETIC = "合成演示数据";
    private static final DbfColumn SOURCE = DbfColumn.text("数据来源", 12);

    private DemoTables() {}

    /** All tables, parents before children. */
    static List<ShapeTable> of(DemoDistrict district) {
        return List.of(
                offices(district.divisions()),
                zones(district.divisions()),
                grids(district.divisions()),
                roads(district));
    }

    private static ShapeTable offices(DivisionTree tree) {
        List<DbfColumn> columns = List.of(DbfColumn.text("办事处编码", 9), DbfColumn.text("办事处名称", 30), SOURCE);
        return new ShapeTable(
                "office",
                columns,
                tree.offices().stream()
                        .map(d -> Row.of(d.polygon(), d.code(), d.name(), SYNTHETIC))
                        .toList());
    }

    private static ShapeTable zones(DivisionTree tree) {
        List<DbfColumn> columns =
                List.of(DbfColumn.text("片区编码", 12), DbfColumn.text("片区名称", 30), DbfColumn.text("所属办事处", 9), SOURCE);
        return new ShapeTable(
                "zone",
                columns,
                tree.zones().stream()
                        .map(d -> Row.of(d.polygon(), d.code(), d.name(), d.parentCode(), SYNTHETIC))
                        .toList());
    }

    private static ShapeTable grids(DivisionTree tree) {
        List<DbfColumn> columns =
                List.of(DbfColumn.text("网格编码", 15), DbfColumn.text("网格名称", 40), DbfColumn.text("所属片区", 12), SOURCE);
        return new ShapeTable(
                "grid",
                columns,
                tree.grids().stream()
                        .map(d -> Row.of(d.polygon(), d.code(), d.name(), d.parentCode(), SYNTHETIC))
                        .toList());
    }

    private static ShapeTable roads(DemoDistrict district) {
        List<DbfColumn> columns = List.of(
                DbfColumn.text("道路编码", 14),
                DbfColumn.text("道路名称", 30),
                DbfColumn.text("路线编码", 11),
                DbfColumn.text("道路等级", 10),
                DbfColumn.integer("红线宽度", 4),
                DbfColumn.decimal("长度", 10, 1),
                SOURCE);
        return new ShapeTable(
                "road", columns, district.roads().stream().map(DemoTables::road).toList());
    }

    private static Row road(RoadSegment road) {
        RoadClass roadClass = road.street().roadClass();
        return Row.of(
                Site.GEOMETRY.createLineString(road.line()),
                road.code(),
                road.street().name(),
                road.roadCode(),
                roadClass.title(),
                roadClass.widthM(),
                road.lengthM(),
                SYNTHETIC);
    }
}

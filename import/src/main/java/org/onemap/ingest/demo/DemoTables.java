package org.onemap.ingest.demo;

import java.util.List;
import org.onemap.ingest.write.DbfColumn;
import org.onemap.ingest.write.ShapeTable;

/** Lays the district out as tables: Chinese column names of at most five characters, as DBF and GBK allow. */
final class DemoTables {

    private static final String SYNTHETIC = "合成演示数据";

    private DemoTables() {}

    /** What every row carries. */
    static String synthetic() {
        return SYNTHETIC;
    }

    /** The column for {@link #synthetic()}. */
    static DbfColumn sourceColumn() {
        return DbfColumn.text("数据来源", 12);
    }

    /** All tables, parents before children. */
    static List<ShapeTable> of(DemoDistrict district) {
        DivisionTables divisions = new DivisionTables(district);
        ElementTables elements = new ElementTables(district);
        return List.of(
                divisions.offices(),
                divisions.zones(),
                divisions.grids(),
                elements.roads(),
                elements.buildings(),
                elements.parts(),
                elements.addresses(),
                divisions.assignments());
    }
}

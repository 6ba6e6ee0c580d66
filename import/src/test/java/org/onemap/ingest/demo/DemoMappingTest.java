package org.onemap.ingest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.mapping.ColumnMapper;
import org.onemap.ingest.mapping.ColumnMapping;
import org.onemap.ingest.mapping.MappingFile;
import org.onemap.ingest.read.SourceSchema;
import org.onemap.ingest.write.ShapeTable;

/** The importer must know the demo's columns without a mapping file. */
class DemoMappingTest {

    private static List<ShapeTable> tables = List.of();

    @BeforeAll
    static void layOut() {
        tables = DemoTables.of(DemoDistrict.generate(410172));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
        office     | 办事处编码 | 办事处名称 |
        zone       | 片区编码   | 片区名称   | 所属办事处
        grid       | 网格编码   | 网格名称   | 所属片区
        road       | 道路编码   | 道路名称   |
        building   | 建筑编码   | 建筑名称   | 所属网格
        part       | 部件编码   | 部件名称   | 所属网格
        address    | 地址编码   | 地址名称   | 所属网格
        assignment | 编号       | 姓名       | 区划编码
        """)
    void importerRecognisesCodeNameAndParent(String layer, String code, String name, String parent) {
        ShapeTable table =
                tables.stream().filter(t -> t.name().equals(layer)).findFirst().orElseThrow();
        SourceSchema schema = new SourceSchema(table.columns().stream()
                .map(column -> Field.of(column.name(), FieldType.TEXT))
                .toList());
        ColumnMapping mapping = new ColumnMapper(
                        StandardLayers.find(layer).orElseThrow(), MappingFile.none(), issue -> {})
                .map(layer, schema);
        assertThat(named(mapping, schema, ColumnMapping.SystemColumn.CODE)).isEqualTo(code);
        assertThat(named(mapping, schema, ColumnMapping.SystemColumn.NAME)).isEqualTo(name);
        assertThat(named(mapping, schema, ColumnMapping.SystemColumn.PARENT_CODE))
                .isEqualTo(parent);
    }

    private static String named(ColumnMapping mapping, SourceSchema schema, ColumnMapping.SystemColumn system) {
        OptionalInt source = mapping.source(system);
        return source.isEmpty() ? null : schema.fields().get(source.getAsInt()).name();
    }
}

package org.onemap.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.feature.Field;
import org.onemap.feature.FieldType;
import org.onemap.feature.Layer;
import org.onemap.feature.StandardLayers;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.read.SourceSchema;

class ColumnMapperTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        grid           | 网格编码 网格名称 所属片区 备注       | code < 网格编码; name < 网格名称; parent_code < 所属片区; 备注
        grid           | 网格编码 片区编码 名称                | code < 网格编码; parent_code < 片区编码; name < 名称
        grid           | id code name zone_code                | id; code < code; name < name; parent_code < zone_code
        grid           | GRID_CODE GRID_NAME ZONE_CODE ZONE_NAME | code < GRID_CODE; name < GRID_NAME; parent_code < ZONE_CODE; ZONE_NAME
        grid           | 网格编 网格名 所属片                  | code < 网格编; name < 网格名; parent_code < 所属片
        grid           | code name parent_cod                  | code < code; name < name; parent_code < parent_cod
        grid           | 网格编码 网格名称 所属片区编          | code < 网格编码; name < 网格名称; parent_code < 所属片区编
        zone           | 编码 名称 所属办事处                  | code < 编码; name < 名称; parent_code < 所属办事处
        zone           | BM MC SJBM                            | code < BM; name < MC; parent_code < SJBM
        office         | 代码 名称                             | code < 代码; name < 名称
        building       | code name floors 所属网格             | code < code; name < name; floors; parent_code < 所属网格
        building       | 网格编码 楼层                         | parent_code < 网格编码; 楼层
        villages       | id VILLCODE COUNTYNAME TOWNNAME VILLNAME | code, id < id; VILLCODE; COUNTYNAME; TOWNNAME; name, VILLNAME < VILLNAME
        v              | COUNTYNAME TOWNNAME VILLNAME          | COUNTYNAME; TOWNNAME; name, VILLNAME < VILLNAME
        towns          | id COUNTYNAME TOWNNAME                | code, id < id; COUNTYNAME; name, TOWNNAME < TOWNNAME
        counties       | id COUNTYNAME COUNTYENG               | code, id < id; name, COUNTYNAME < COUNTYNAME; COUNTYENG
        municipalities | id name KTNR                          | code, id < id; name < name; KTNR
        wangge         | 网格编码 网格名称 所属片区编码        | code, 网格编码 < 网格编码; name, 网格名称 < 网格名称; 所属片区编码
        two            | 村编码 乡编码                         | 村编码; 乡编码
        things         | oid geom fid                          | oid_1 < oid; geom_1 < geom; fid_1 < fid
        things         | oid OID_1                             | oid_2 < oid; OID_1
        """)
    void mapsByName(String layer, String columns, String expected) {
        assertThat(say(mapper(layer, MappingFile.none()).map("a.shp", schema(columns))))
                .isEqualTo(expected);
    }

    @Test
    void theMappingFileWinsAndTheRestIsGuessed() {
        MappingFile file = MappingFile.parse("m.yaml", """
            # the code stands in an odd column
            columns:
              甲: code
              面积: area_m2
              备注: "-"
              空:
            """);
        ColumnMapping mapping = mapper("grid", file).map("a.shp", schema("网格编码 甲 面积 备注 空 名称"));
        assertThat(say(mapping)).isEqualTo("网格编码; code < 甲; area_m2 < 面积;  < 备注;  < 空; name < 名称");
    }

    @Test
    void understandsBothDirectionsForSystemColumns() {
        MappingFile file = MappingFile.parse("m.yaml", "code: 甲\n乙: name\nparent_code: 丙\n");
        assertThat(say(mapper("grid", file).map("a.shp", schema("甲 乙 丙"))))
                .isEqualTo("code < 甲; name < 乙; parent_code < 丙");
    }

    @Test
    void aLayerHasItsOwnSection() {
        MappingFile file = MappingFile.parse("m.yaml", "layers:\n  zone:\n    甲: code\n  grid:\n    乙: code\n");
        assertThat(say(mapper("zone", file).map("a.shp", schema("甲 乙")))).isEqualTo("code < 甲; 乙");
        assertThat(say(mapper("grid", file).map("a.shp", schema("甲 乙")))).isEqualTo("甲; code < 乙");
        assertThat(say(mapper("office", file).map("a.shp", schema("甲 乙")))).isEqualTo("甲; 乙");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        unknown column      | 'x: code'                   | m.yaml line 1: a.shp has no column 'x'; it has 甲, 乙
        unknown, third line | '# a\n\nx: 乙2\n'            | m.yaml line 3: a.shp has no column 'x'
        code twice          | '甲: code\n乙: code'         | m.yaml line 2: a second column for code
        column twice        | '甲: code\n甲: name'         | m.yaml line 2: '甲' stands in line 1 already
        ours                | '甲: oid'                   | m.yaml line 1: 'oid' is a column of ours
        a list              | '- 甲'                      | m.yaml line 1: here columns and their fields are expected
        no yaml             | '甲: ['                     | m.yaml line
        unknown section     | 'colums:\n  甲: code'       | m.yaml line 1: 'colums' is not known
        same field          | '甲: 乙'                    | two columns become the field '乙'
        """)
    void refusesWithTheLine(String row, String text, String message) {
        assertThatThrownBy(() -> mapper("grid", MappingFile.parse("m.yaml", text.replace("\\n", "\n")))
                        .map("a.shp", schema("甲 乙")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRenamedColumnIsAWarning() {
        IssueCollector issues = new IssueCollector();
        new ColumnMapper(layer("things"), MappingFile.none(), issues).map("a.shp", schema("oid x"));
        assertThat(issues.kept()).singleElement().satisfies(issue -> {
            assertThat(issue.rule()).isEqualTo("renamed-column");
            assertThat(issue.message()).contains("'oid'", "'oid_1'");
        });
    }

    private static ColumnMapper mapper(String layer, MappingFile file) {
        return new ColumnMapper(layer(layer), file, issue -> {});
    }

    private static Layer layer(String name) {
        return StandardLayers.find(name).orElseGet(() -> Layer.builder(name).build());
    }

    private static SourceSchema schema(String columns) {
        return new SourceSchema(Arrays.stream(columns.split(" "))
                .map(name -> Field.of(name, FieldType.TEXT))
                .toList());
    }

    private static String say(ColumnMapping mapping) {
        return mapping.columns().stream().map(ColumnMapperTest::say).collect(Collectors.joining("; "));
    }

    private static String say(ColumnMapping.Column column) {
        String target = column.target().equals("(left out)") ? "" : column.target();
        return target.equals(column.source().name()) && column.system() == ColumnMapping.SystemColumn.NONE
                ? target
                : target + " < " + column.source().name();
    }
}

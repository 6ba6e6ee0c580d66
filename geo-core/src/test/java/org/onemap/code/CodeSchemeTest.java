package org.onemap.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.feature.Layer;
import org.onemap.feature.LayerRole;
import org.onemap.feature.StandardLayers;

/** Division codes. */
class CodeSchemeTest {

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            office     | 410172560          | 0  | -
            zone       | 410172560601       | 0  | -
            grid       | 410172560601001    | 0  | -
            community  | 410172561001       | 0  | -
            micro_grid | 410172560601001001 | 0  | -
            micro_grid | 410172560601001    | 0  | -
            micro_grid | 4101725606010010   | 0  | -
            unit_grid  | 410172561001001    | 0  | -
            office     | 41017256           | 9  | 只有 8 位,应为 9 位,缺乡级
            office     | 4101725601         | 10 | 多于 9 位
            office     | 41017256A          | 9  | 第 9 位(乡级)“A”不是数字
            grid       | 410172560601O01    | 13 | “O”不是数字
            grid       | 410172 560601001   | 7  | blank
            grid       | 410172560601001  x | 16 | blank
            grid       | 410172560601       | 13 | 缺网格顺序码
            grid       | ''                 | 1  | 只有 0 位
            grid       | 41017256060100   | 15 | only 14 digits of 15, the grid number is missing
            micro_grid | 41017256060100     | 15 | 应为 15–18 位
            office     | 41017256０          | 9  | 不是数字
            zone       | 000172560601       | 1  | 00
            """)
    void findsTheFaultAndItsPlace(String layer, String code, int position, String message) {
        Optional<CodeFault> fault = CodeSchemes.forLayer(layer).orElseThrow().check(code);
        if (position == 0) {
            assertThat(fault).isEmpty();
        } else {
            assertThat(fault).hasValueSatisfying(found -> {
                assertThat(found.position()).isEqualTo(position);
                assertThat(found.message()).contains(message).contains(code).contains(" / ");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "410172560601001, 410172560601, 0",
        "410172560602001, 410172560601, 12",
        "4101, 410172560601, 5",
        "510172560602001, 410172560601, 1"
    })
    void wantsTheParentsCodeInFront(String code, String parent, int position) {
        Optional<CodeFault> fault = CodeSchemes.forLayer("grid").orElseThrow().checkPrefix(code, parent);
        assertThat(fault.map(CodeFault::position).orElse(0)).isEqualTo(position);
    }

    @Test
    void explainsACode() {
        CodeScheme grid = CodeSchemes.forLayer("grid").orElseThrow();
        assertThat(grid.explain("410172560601001")).isEqualTo("县级 410172 · 乡级 560 · 片区或社区 601 · 网格顺序码 001");
        assertThatThrownBy(() -> grid.explain("41")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasASchemeForEveryDivisionLayerAndNoOther() {
        for (Layer layer : StandardLayers.list()) {
            Optional<CodeScheme> scheme = CodeSchemes.forLayer(layer.name());
            assertThat(scheme.isPresent()).as(layer.name()).isEqualTo(layer.role() == LayerRole.DIVISION);
            scheme.ifPresent(known -> assertThat(known.parentLayer())
                    .isEqualTo(layer.parentLayer().orElse("")));
        }
        assertThat(CodeSchemes.forLayer("village")).isEmpty();
        assertThat(CodeSchemes.version()).isNotEmpty();
        assertThat(CodeSchemes.list()).extracting(CodeScheme::id).hasSize(15).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            part-16-6226         | 3205080101000001     | 0  | -
            part-16-6235         | 3205080100100001     | 0  | -
            professional-grid-20 | 01020041017256060100 | 0  | -
            professional-grid-20 | 00020041017256060100 | 0  | -
            road-11              | 410172K0001          | 0  | -
            road-11              | 410172BA001          | 0  | -
            road-11              | 410172Y0001          | 7  | 不在 KZCBXRTHW 之内
            segment-14           | 410172B0002001       | 0  | -
            segment-14           | 410172b0002001       | 7  | none of KZCBXRTHW
            segment-14           | 410172B000200X       | 14 | 不是数字
            node-12              | 410172J00001         | 0  | -
            node-12              | 410172Q00001         | 7  | 不在 J 之内
            block-12             | 410172Q00001         | 0  | -
            block-12             | 410172Q0000          | 12 | 缺街坊顺序码
            """)
    void checksTheOtherSchemes(String id, String code, int position, String message) {
        Optional<CodeFault> fault = CodeSchemes.get(id).check(code);
        assertThat(fault.map(CodeFault::position).orElse(0)).isEqualTo(position);
        fault.ifPresent(found -> assertThat(found.message()).contains(message));
    }

    @Test
    void theBuildingSchemeIsAnEmptyTemplate() {
        CodeScheme building = CodeSchemes.get("building");
        assertThat(building.isTemplate()).isTrue();
        assertThat(building.origin().remark()).contains("未查得");
        assertThat(CodeSchemes.forLayer("building")).isEmpty();
        assertThatThrownBy(() -> CodeSchemes.get("bridge"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("grid-15");
    }

    @Test
    void aUsersTableAddsSchemesAndIsRefusedWithAReason() throws IOException {
        ObjectMapper json = new ObjectMapper();
        String building = """
                {"schemes": [{"id": "building", "layer": "building", "name": "建筑代码", "english": "building code",
                  "confidence": "P", "segments": [["县级", "county", 6], ["标识", "mark", 1, {"letters": "F"}],
                  ["顺序码", "number", 6, {"role": "sequence"}]]}]}
                """;
        CodeScheme own = CodeSchemes.read(json.readTree(building), "own.json").get(0);
        assertThat(own.check("410172F000001")).isEmpty();
        assertThat(own.check("410172G000001").map(CodeFault::position)).contains(7);
        assertThatThrownBy(() -> CodeSchemes.read(json.readTree(building.replace("\"P\"", "\"Z\"")), "own.json"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("own.json")
                .hasMessageContaining("confidence 'Z'");
    }

    @Test
    void acceptsTheStatisticalCodesOfTheDistrict() throws IOException {
        Path villages = Path.of(System.getProperty("onemap.shared", ""), "data", "410172_villages.csv");
        Assumptions.assumeTrue(Files.exists(villages), () -> "the list of villages is not there: " + villages);
        CodeScheme community = CodeSchemes.forLayer("community").orElseThrow();
        int codes = 0;
        for (String line : Files.readAllLines(villages)) {
            for (String cell : line.split(",", -1)) {
                if (cell.matches("410172\\d{6}")) {
                    assertThat(community.check(cell)).isEmpty();
                    codes++;
                }
            }
        }
        assertThat(codes).isEqualTo(78);
    }
}

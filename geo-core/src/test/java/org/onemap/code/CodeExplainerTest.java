package org.onemap.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What codes say. */
class CodeExplainerTest {

    private final CodeExplainer explainer = new CodeExplainer(DivisionNames.shipped());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            410172               | division-6
            410172560            | division-9
            410172560211         | division-12
            410172560601         | division-12 zone-12
            410172560001003      | unit-grid-15 grid-15
            410172560601001001   | micro-grid-18
            3205080101000001     | part-16-6226 part-16-6235 micro-grid-18
            01020041017256060100 | professional-grid-20
            410172K0001          | road-11
            410172B0002001       | segment-14
            410172J00012         | node-12
            410172Q00012         | block-12
            41017256000100       | -
            ４１０１７２               | -
            """)
    void listsAllReadings(String code, String schemes) {
        List<String> ids =
                explainer.explain(code).stream().map(one -> one.scheme().id()).toList();
        assertThat(ids).isEqualTo(schemes.equals("-") ? List.of() : List.of(schemes.split(" ")));
    }

    @Test
    void explainsTheFieldsOfAUnitGrid() {
        CodeReading reading = explainer.explain("410172560001003").get(0);
        assertThat(reading.lines())
                .containsExactly(
                        new CodeReading.Line(1, 6, "410172", "县级", "郑州高新技术产业开发区"),
                        new CodeReading.Line(7, 9, "560", "街道", "枫杨街道"),
                        new CodeReading.Line(10, 12, "001", "社区", "锦华苑社区居委会"),
                        new CodeReading.Line(13, 15, "003", "单元网格顺序码", "第 3 号"));
        assertThat(reading.remarks()).anyMatch(remark -> remark.contains("410102 中原区"));
    }

    @Test
    void saysWhatIsNotVerified() {
        for (CodeScheme scheme : CodeSchemes.list()) {
            if (!scheme.isTemplate() && scheme.origin().confidence() != Confidence.VERIFIED) {
                String sample = sample(scheme);
                assertThat(explainer.read(scheme, sample).remarks())
                        .as(scheme.id() + " " + sample)
                        .contains("编码结构：" + scheme.origin().confidence().title());
            }
        }
        assertThat(explainer.explain("440304199203").get(0).remarks())
                .as("the ranges of village numbers were not verified, names say more where they are known")
                .anyMatch(remark -> remark.contains("村级号段") && remark.contains("未经核实"));
        assertThat(explainer.explain("410172560211").get(0).remarks()).noneMatch(remark -> remark.contains("村级号段"));
        assertThat(explainer.explain("3205080101000001").get(0).remarks()).contains("部件大类名称：未经核实");
    }

    private static String sample(CodeScheme scheme) {
        StringBuilder code = new StringBuilder();
        for (CodeSegment segment : scheme.segments()) {
            String letter =
                    segment.letters().isEmpty() ? "1" : segment.letters().substring(0, 1);
            code.append(letter).append("1".repeat(segment.digits() - 1));
        }
        return code.toString();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            3205080101000001 | 9  | 上水井盖〔部件小类（深圳龙华表）、部件小类（北京朝阳表）〕
            3205080129000001 | 9  | 输油(气)井盖〔部件小类（深圳龙华表）〕；园林井盖〔部件小类（北京朝阳表）〕
            3205080101000001 | 7  | 公用设施类
            3205081301000001 | 7  | ''
            """)
    void namesPartClassesByDictionary(String code, int place, String meaning) {
        CodeReading reading = explainer.explain(code).get(0);
        assertThat(reading.lines())
                .filteredOn(line -> line.from() == place)
                .extracting(CodeReading.Line::meaning)
                .containsExactly(meaning);
        assertThat(reading.remarks().stream().anyMatch(remark -> remark.contains("存疑")))
                .isEqualTo(meaning.isEmpty());
    }

    @Test
    void readsMergedAndUndividedCommunities() {
        List<CodeReading.Line> lines =
                explainer.explain("01020041017256060100").get(0).lines();
        assertThat(lines)
                .extracting(CodeReading.Line::meaning)
                .containsExactly("大类（末两位 00）", "郑州高新技术产业开发区", "枫杨街道", "合并社区，自 601 起编", "社区未再划分");
    }

    @Test
    void takesTheNamesOfAStore() {
        CodeExplainer own = new CodeExplainer(DivisionNames.shipped().with(Map.of("410172560601", "科学片区")));
        assertThat(own.explain("410172560601001").get(1).lines().get(2).meaning())
                .isEqualTo("科学片区");
    }
}

package org.onemap.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.InvalidInput;
import org.onemap.code.CodeSchemes;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Distances;
import org.onemap.crs.Gcj02;
import org.onemap.crs.Wgs84;
import org.onemap.division.check.CheckInput;
import org.onemap.division.check.Division;
import org.onemap.division.check.Elements;
import org.onemap.division.check.Level;
import org.onemap.feature.StandardLayers;

class SurveyAcceptanceTest {

    private static final SurveyPlan PLAN = SurveyPlan.shipped();
    private static final String WEST = "410172560601001";
    private static final String EAST = "410172560601002";
    /** A degree of latitude at 34.8°, in metres. */
    private static final double M_PER_DEG = 110_935;

    @ParameterizedTest(name = "batch {0} → sample {1}")
    @CsvSource({
        "0, 0", "2, 2", "3, 3", "19, 3", "20, 3", "21, 5", "40, 5", "41, 7", "60, 7", "61, 9", "80, 9", "81, 10",
        "100, 10", "101, 11", "180, 14", "181, 15", "200, 15"
    })
    void sizesOfSamples(int batch, int sample) {
        assertThat(PLAN.table().sample(batch)).isEqualTo(sample);
    }

    @Test
    void noFigureOfTheShippedPlanIsCalledVerified() {
        assertThat(PLAN.table().origin().text()).contains("未经核实");
        assertThat(PLAN.parameters().values())
                .allSatisfy(one -> assertThat(one.origin().text()).containsAnyOf("未经核实", "转引，未见原文", "自拟方案"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        sound                | 4101720118000001 | 路灯     | 410172560601001 | 113.502  | 34.802   | 完好 | 2024-05-01 | -
        cut code             | 410172011800001  | 路灯     | 410172560601001 | 113.502  | 34.802   | 完好 | 2024-05-01 | P1-part-code
        other county         | 4101020118000001 | 路灯     | 410172560601001 | 113.502  | 34.802   | 完好 | 2024-05-01 | P1-part-county
        unknown class        | 4101729918000001 | 物件     | 410172560601001 | 113.502  | 34.802   | 完好 | 2024-05-01 | P1-part-class
        no code              | -                | 路灯     | 410172560601001 | 113.502  | 34.802   | 完好 | 2024-05-01 | P1-no-part-code
        the other grid       | 4101720118000001 | 路灯     | 410172560601002 | 113.502  | 34.802   | 完好 | 2024-05-01 | P2-grid-differs
        on the common border | 4101720118000001 | 邮筒     | 410172560601002 | 113.504  | 34.802   | 完好 | 2024-05-01 | -
        no such grid         | 4101720118000001 | 路灯     | 410172560601009 | 113.502  | 34.802   | 完好 | 2024-05-01 | P2-grid-unknown
        outside, named so    | 4101720118000001 | 路灯     | 410172560601001 | 113.4999 | 34.802   | 完好 | 2024-05-01 | P2-grid-differs P3-outside P7-far-from-road
        a hair outside       | 4101720118000001 | 邮筒     | 410172560601001 | 113.4999999 | 34.802 | 完好 | 2024-05-01 | -
        no grid              | 4101720118000001 | 路灯     | -               | 113.502  | 34.802   | 完好 | 2024-05-01 | P5-blank
        no name              | 4101720118000001 | -        | 410172560601001 | 113.502  | 34.802   | 完好 | 2024-05-01 | P5-blank
        odd state            | 4101720118000001 | 路灯     | 410172560601001 | 113.502  | 34.802   | 良好 | 2024-05-01 | P5-state
        changed before made  | 4101720118000001 | 路灯     | 410172560601001 | 113.502  | 34.802   | 完好 | 2023-05-01 | P5-dates
        manhole in house     | 4101720102000001 | 污水井盖 | 410172560601001 | 113.5011 | 34.8011  | 完好 | 2024-05-01 | P7-in-building
        lamp far from road   | 4101720118000001 | 路灯     | 410172560601001 | 113.501  | 34.802   | 完好 | 2024-05-01 | P7-far-from-road
        """)
    void judgesAPart(ArgumentsAccessor row) {
        SurveyPart part = part(
                text(row.getString(1)),
                text(row.getString(2)),
                "POINT(" + row.getDouble(4) + " " + row.getDouble(5) + ")",
                Map.of(
                        PartAttribute.GRID,
                        text(row.getString(3)),
                        PartAttribute.STATE,
                        row.getString(6),
                        PartAttribute.CHANGED,
                        row.getString(7)));
        assertThat(defects(run(List.of(part), Optional.empty())))
                .as(row.getString(0))
                .isEqualTo(text(row.getString(8)));
    }

    @Test
    void geometryIsThereAndValid() {
        SurveyPart none = new SurveyPart("4101720118000001", "路灯", Optional.empty(), attributes(WEST));
        SurveyPart bow = part(
                "4101720405000001",
                "绿地",
                "POLYGON((113.502 34.801,113.5021 34.8011,113.5021 34.801,113.502 34.8011,113.502 34.801))",
                Map.of());
        assertThat(defects(run(List.of(none, bow), Optional.empty()))).isEqualTo("P6-no-position P6-invalid-part");
    }

    @Test
    void formsOfClassesAndDepartmentCodesAreWarnings() {
        SurveyPart lamp = part("4101720118000001", "路灯", "LINESTRING(113.502 34.801,113.5021 34.801)", Map.of());
        SurveyPart fence = part(
                "4101720211000001",
                "交通护栏",
                "POLYGON((113.5021 34.802,113.5022 34.802,113.5022 34.8021,113.5021 34.802))",
                Map.of());
        SurveyPart box = part(
                "4101720123000001",
                "邮筒",
                "POINT(113.502 34.8025)",
                Map.of(
                        PartAttribute.CUSTODIAN, "91350100M000100Y43", // the example of GB 32100
                        PartAttribute.OWNER, "91350100M000100Y44"));
        SurveyResult result = run(List.of(lamp, fence, box), Optional.empty());
        assertThat(defects(result)).isEqualTo("P6-shape-of-class P6-shape-of-class P5-department-code");
        assertThat(result.passes()).isTrue();
        assertThat(result.notJudged())
                .containsKeys("成果等级（优、良、合格）", "精度等级与类别相符", "部门代码与机构名录对照", "照片存在且 EXIF 位置在 50 m 内");
    }

    @Test
    void partsOnGcj02AreToldAsAWhole() {
        List<SurveyPart> shifted = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Gcj02 at = new Wgs84(113.5005 + i * 1e-4, 34.8005 + i * 5e-5).toGcj02();
            shifted.add(part(
                    "4101720123" + String.format("%06d", i),
                    "邮筒",
                    "POINT(" + at.lonDeg() + " " + at.latDeg() + ")",
                    Map.of()));
        }
        SurveyResult result = run(shifted, Optional.empty());
        assertThat(result.findings())
                .filteredOn(one -> one.defect().equals("shifted"))
                .singleElement()
                .satisfies(one -> assertThat(one.text().sentence()).contains("GCJ-02", "现有 0%", "100%"));
    }

    @Test
    void theRevisedSchemeReadsTheSameDigitsInItsOwnWay() {
        SurveyPart revised = part("4101720100100001", "井盖", "POINT(113.502 34.8025)", Map.of());
        SurveyInput input = new SurveyInput(
                List.of(revised),
                Set.of(PartAttribute.values()),
                district(),
                Optional.of(CodeSchemes.get("part-16-6235")));
        SurveyResult result = SurveyAcceptance.run(input, PLAN, 1, Optional.empty());
        assertThat(defects(result)).isEmpty();
        assertThat(result.notJudged().get("部件类别")).contains("没有类别词典");
        assertThat(defects(run(List.of(revised), Optional.empty()))).contains("P1-part-class");
    }

    @Test
    void aMissingColumnIsOneWarningNotOnePerPart() {
        SurveyInput input = new SurveyInput(
                List.of(new SurveyPart(
                        "4101720118000001", "路灯", geometry("POINT(113.502 34.802)"), Map.of(PartAttribute.GRID, WEST))),
                Set.of(PartAttribute.GRID),
                district());
        SurveyResult result = SurveyAcceptance.run(input, PLAN, 1, Optional.empty());
        assertThat(result.findings()).hasSize(6).allMatch(one -> one.defect().equals("no-column"));
        assertThat(result.passes()).isTrue();
        assertThat(result.notJudged()).containsKey("外业核查（P8 至 P10）");
    }

    @Test
    void duplicatesAgreeWithComparingEveryPair() {
        long seed = 20261127;
        Random random = new Random(seed);
        for (int draw = 0; draw < 200; draw++) {
            List<SurveyPart> parts = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                double lon = 113.502 + random.nextInt(40) * 5e-7;
                double lat = 34.802 + random.nextInt(40) * 5e-7;
                String kind = random.nextBoolean() ? "0118" : "0117";
                parts.add(part(
                        "410172" + kind + String.format("%06d", i), "邮筒", "POINT(" + lon + " " + lat + ")", Map.of()));
            }
            Set<String> slow = new HashSet<>();
            for (int i = 0; i < parts.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean same =
                            parts.get(i).code().startsWith(parts.get(j).code().substring(0, 10));
                    if (same && Distances.distanceM(at(parts.get(i)), at(parts.get(j))) < 0.3) {
                        slow.add(parts.get(i).code());
                    }
                }
            }
            Set<String> fast = new HashSet<>();
            PartNeighbours.find(parts, PartChecks.scheme(), 0.3).forEach(one -> fast.add(one.code()));
            assertThat(fast).as("seed " + seed + " draw " + draw).isEqualTo(slow);
        }
    }

    @Test
    void samplesDependOnTheSeedAloneAndFollowTheMajorClasses() {
        List<SurveyPart> parts = lamps(450);
        for (int i = 0; i < 50; i++) {
            parts.add(part("4101720301" + String.format("%06d", i), "公共厕所", "POINT(113.503 34.803)", Map.of()));
        }
        List<Batch> batches = Batch.divide(parts, PLAN.table(), 7);
        List<SurveyPart> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, new Random(5));
        assertThat(Batch.divide(shuffled, PLAN.table(), 7)).isEqualTo(batches);
        assertThat(Batch.divide(parts, PLAN.table(), 8)).isNotEqualTo(batches);
        assertThat(batches).extracting(batch -> batch.parts().size()).containsExactly(166, 167, 167);
        assertThat(batches).extracting(batch -> batch.sample().size()).containsExactly(14, 14, 14);
        assertThat(batches.get(2).sample().stream()
                        .filter(part -> part.major().equals("03"))
                        .count())
                .isEqualTo(4); // 50 of 167 × 14 = 4.19
        batches.forEach(
                batch -> assertThat(batch.sample()).doesNotHaveDuplicates().isSubsetOf(batch.parts()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        all right, 30 cm off       | 0.3 | 0  | 0 | 0 | -
        all 60 cm off: RMS         | 0.6 | 0  | 0 | 0 | P10-position-rms
        all 1.2 m off: both        | 1.2 | 0  | 0 | 0 | P10-position-share P10-position-rms
        one attribute of 28 wrong  | 0.3 | 1  | 0 | 0 | P9-attribute-share
        one omitted beside 28      | 0.3 | 0  | 1 | 0 | P8-omission-share
        one of the sample not seen | 0.3 | 0  | 0 | 1 | P8-sample-open
        """)
    void theFieldDecides(String row, double offM, int faults, int omitted, int unseen, String expected) {
        List<SurveyPart> parts = lamps(400);
        List<FieldCheck> checks = new ArrayList<>();
        for (Batch batch : Batch.divide(parts, PLAN.table(), 1)) {
            for (SurveyPart part : batch.sample()) {
                FieldCheck.Outcome outcome = checks.size() < faults ? FieldCheck.Outcome.FAULT : FieldCheck.Outcome.OK;
                Cgcs2000 stored = at(part);
                checks.add(new FieldCheck(
                        part.code(),
                        outcome,
                        Optional.of(new Cgcs2000(stored.lonDeg(), stored.latDeg() + offM / M_PER_DEG))));
            }
        }
        assertThat(checks).hasSize(30);
        checks.subList(0, unseen).clear();
        for (int i = 0; i < omitted; i++) {
            checks.add(new FieldCheck("", FieldCheck.Outcome.OMITTED, Optional.empty()));
        }
        SurveyResult result = run(parts, Optional.of(checks));
        List<String> errors = result.findings().stream()
                .filter(one -> one.severity() == org.onemap.division.check.Severity.ERROR)
                .map(one -> one.rule() + "-" + one.defect())
                .toList();
        assertThat(String.join(" ", errors)).as(row).isEqualTo(text(expected));
        assertThat(result.passes()).isEqualTo(expected == null);
        assertThat(result.field().orElseThrow().positions().get(0).rmsM())
                .isCloseTo(offM, org.assertj.core.data.Offset.offset(0.002));
    }

    @Test
    void partsOutsideTheSampleDoNotCountAndFewPointsGiveNoRms() {
        List<SurveyPart> parts = lamps(20);
        List<SurveyPart> sample = Batch.divide(parts, PLAN.table(), 1).get(0).sample();
        List<FieldCheck> checks = new ArrayList<>();
        parts.forEach(part -> checks.add(new FieldCheck(
                part.code(),
                sample.contains(part) ? FieldCheck.Outcome.OK : FieldCheck.Outcome.FAULT,
                Optional.of(at(part)))));
        SurveyResult result = run(parts, Optional.of(checks));
        assertThat(result.field().orElseThrow().counts()).isEqualTo(new FieldVerdict.Counts(3, 0, 0, 0, 0, 17));
        assertThat(result.notJudged()).containsEntry("A 级点位中误差", "实测 3 点，少于 20 点");
        assertThat(result.passes()).isTrue();
    }

    @Test
    void refusesParametersItDoesNotKnow() {
        assertThatThrownBy(() -> PLAN.with(Map.of("tidyM", 3)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no parameter 'tidyM'")
                .hasMessageContaining("duplicateM");
        assertThatThrownBy(() -> PLAN.with(Map.of("omissionShare", 1.5))).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> PLAN.with(Map.of("roadM", "wide"))).hasMessageContaining("not 'wide'");
        assertThat(PLAN.with(Map.of("roadM", 80))
                        .parameters()
                        .get("roadM")
                        .origin()
                        .text())
                .startsWith("参数文件");
    }

    private static SurveyResult run(List<SurveyPart> parts, Optional<List<FieldCheck>> field) {
        return SurveyAcceptance.run(new SurveyInput(parts, Set.of(PartAttribute.values()), district()), PLAN, 1, field);
    }

    private static String defects(SurveyResult result) {
        return String.join(
                " ",
                result.findings().stream()
                        .map(one -> one.rule() + "-" + one.defect())
                        .toList());
    }

    /** Lamps in a row along the road, a metre apart. */
    private static List<SurveyPart> lamps(int count) {
        List<SurveyPart> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double lat = 34.8001 + i / M_PER_DEG;
            parts.add(part("4101720118" + String.format("%06d", i), "路灯", "POINT(113.5021 " + lat + ")", Map.of()));
        }
        return parts;
    }

    private static SurveyPart part(String code, String name, String wkt, Map<PartAttribute, String> changes) {
        Map<PartAttribute, String> attributes = new EnumMap<>(attributes(WEST));
        attributes.putAll(changes);
        return new SurveyPart(code, name, geometry(wkt), attributes);
    }

    private static Map<PartAttribute, String> attributes(String grid) {
        Map<PartAttribute, String> attributes = new EnumMap<>(PartAttribute.class);
        for (PartAttribute attribute : PartAttribute.values()) {
            attributes.put(attribute, "某单位");
        }
        attributes.put(PartAttribute.GRID, grid);
        attributes.put(PartAttribute.STATE, "完好");
        attributes.put(PartAttribute.FIRST, "2024-01-01");
        attributes.put(PartAttribute.CHANGED, "");
        return attributes;
    }

    private static CheckInput district() {
        Elements elements = new Elements(
                List.of(new Elements.Line(
                        "梧桐街",
                        geometry("LINESTRING(113.5022 34.79,113.5022 34.82)").orElseThrow(),
                        false)),
                List.of(new Elements.Building(
                        "F1",
                        geometry(
                                        "POLYGON((113.501 34.801,113.5012 34.801,113.5012 34.8012,113.501 34.8012,113.501 34.801))")
                                .orElseThrow(),
                        "",
                        0)),
                List.of(),
                Optional.empty(),
                Map.of());
        List<Division> grids = List.of(grid(WEST, 113.5), grid(EAST, 113.504));
        return new CheckInput(
                List.of(new Level(StandardLayers.find("grid").orElseThrow(), grids)),
                elements,
                OptionalDouble.empty(),
                LocalDate.of(2026, 1, 1));
    }

    private static Division grid(String code, double west) {
        double east = west + 0.004;
        String ring = west + " 34.8," + east + " 34.8," + east + " 34.804," + west + " 34.804," + west + " 34.8";
        return new Division(code, "", "", geometry("POLYGON((" + ring + "))").orElseThrow(), Division.Facts.none());
    }

    private static Cgcs2000 at(SurveyPart part) {
        return new Cgcs2000(
                part.point().orElseThrow().getX(), part.point().orElseThrow().getY());
    }

    private static Optional<Geometry> geometry(String wkt) {
        try {
            return Optional.of(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}

package org.onemap.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.InvalidInput;
import org.onemap.feature.Feature;
import org.onemap.feature.GeometryKind;
import org.onemap.feature.Layer;
import org.onemap.ingest.issue.ImportIssue;
import org.onemap.ingest.issue.IssueCollector;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Source;
import org.onemap.rights.Principal;
import org.onemap.store.ChangeSetWriter.Mode;
import org.onemap.store.FeatureCursor;
import org.onemap.store.FeatureQuery;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import org.onemap.store.geopackage.GeoPackageStore;

/** Sources written in the test, a real store. */
class ImporterTest {

    private static final String LEFT =
            "POLYGON((113.50 34.80, 113.51 34.80, 113.51 34.81, 113.50 34.81, 113.50 34.80))";
    private static final String RIGHT =
            "POLYGON((113.51 34.80, 113.52 34.80, 113.52 34.81, 113.51 34.81, 113.51 34.80))";
    private static final String BOTH =
            "POLYGON((113.50 34.80, 113.51 34.80, 113.52 34.80, 113.52 34.81, 113.51 34.81, 113.50 34.81, 113.50 34.80))";
    private static final String BOW_TIE =
            "POLYGON((113.50 34.80, 113.51 34.81, 113.51 34.80, 113.50 34.81, 113.50 34.80))";

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = GeoPackageStore.openOrCreate(folder.resolve("s.gpkg"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void parentsComeBeforeChildrenWhateverTheOrderOfTheFiles() {
        ImportResult result = run(defaults(), grids(), zones(), offices());
        assertThat(rules(result)).isEmpty();
        assertThat(result.counts().keySet()).containsExactly("office", "zone", "grid");
        assertThat(codes("grid")).containsExactly("410172560601001<410172560601", "410172560601002<410172560601");
        assertThat(store.changeNumber()).isEqualTo(1);
    }

    @Test
    void theParentIsFoundByItsNameOrByTheBeginningOfTheCode() {
        run(defaults(), offices(), zones());
        ImportResult byName = run(
                defaults(),
                polygons("grid", "网格编码 网格名称 所属片区")
                        .row(LEFT, "410172560601001", "甲", "枫杨一片区")
                        .row(RIGHT, "410172560601002", "乙", "枫杨一片区"));
        assertThat(rules(byName)).isEqualTo("parent-found");
        ImportResult byCode = run(
                defaults(),
                polygons("grid", "网格编码 网格名称").row(LEFT, "410172560601001", "甲").row(RIGHT, "410172560601002", "乙"));
        assertThat(rules(byCode)).isEqualTo("parent-found");
        assertThat(codes("grid")).containsExactly("410172560601001<410172560601", "410172560601002<410172560601");
        assertThat(byCode.counts().get("grid").unchanged()).isEqualTo(2);
    }

    @Test
    void anErrorLeavesNothing() {
        run(defaults(), offices(), zones());
        ImportResult result = run(
                defaults(),
                polygons("grid", "code name parent_code")
                        .row(BOTH, "410172560601001", "甲", "410172560601")
                        .row(RIGHT, "410172560601002", "乙", "410172560999"));
        assertThat(result.isRefused()).isTrue();
        assertThat(rules(result)).isEqualTo("code-prefix missing-parent overlap");
        assertThat(store.changeNumber()).isEqualTo(1);
        assertThat(layers()).doesNotContain("grid");
    }

    @Test
    void aDryRunSaysWhatWouldHappen() {
        ImportResult result =
                run(defaults().with(new ImportOptions.Run("me", Optional.empty(), true, false)), offices(), zones());
        assertThat(result.counts().get("zone").created()).isEqualTo(1);
        assertThat(result.changeSet()).isEmpty();
        assertThat(store.changeNumber()).isZero();
    }

    @Test
    void otherLayersAreKeyedByTheCodeOnlyIfItIsFilledAndUnique() {
        ImportResult unique =
                run(defaults(), polygons("a", "id x").row(LEFT, "1", "p").row(RIGHT, "2", "q"));
        assertThat(rules(unique)).isEmpty();
        assertThat(codes("a")).containsExactly("1", "2");

        ImportResult empty =
                run(defaults(), polygons("b", "id x").row(LEFT, null, "p").row(RIGHT, "", "q"));
        assertThat(rules(empty)).isEqualTo("row-number-key");
        assertThat(ids("b")).containsExactly("1", "2");

        ImportResult twice =
                run(defaults(), polygons("c", "id x").row(LEFT, "7", "p").row(RIGHT, "7", "q"));
        assertThat(rules(twice)).isEqualTo("row-number-key");
        assertThat(ids("c")).containsExactly("1", "2");

        ImportResult named =
                run(defaults(), polygons("d", "code x").row(LEFT, "7", "p").row(RIGHT, "7", "q"));
        assertThat(rules(named)).isEqualTo("duplicate-code row-number-key");
        assertThat(named.isRefused()).isFalse();
    }

    @Test
    void aKeyThatIsNotUniqueIsRefused() {
        ImportOptions byX = defaults().with(new ImportOptions.Rows(Mode.REPLACE, Optional.of("x")));
        ImportResult result = run(byX, polygons("a", "id x").row(LEFT, "1", "p").row(RIGHT, "2", "p"));
        assertThat(rules(result)).isEqualTo("duplicate-key");
        assertThat(result.isRefused()).isTrue();
        assertThat(rules(run(byX, polygons("a", "id x").row(LEFT, "1", "p").row(RIGHT, "2", ""))))
                .isEqualTo("missing-key");
        ImportOptions byY = defaults().with(new ImportOptions.Rows(Mode.REPLACE, Optional.of("y")));
        assertThatThrownBy(() -> run(byY, polygons("a", "id x").row(LEFT, "1", "p")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--key y: a.shp has no such column; it has id, x");
    }

    @Test
    void laterImportsUseTheStoredKeyAndReportOtherColumns() {
        ImportOptions byX = defaults().with(new ImportOptions.Rows(Mode.REPLACE, Optional.of("x")));
        run(byX, polygons("a", "id x y").row(LEFT, "1", "p", "u").row(RIGHT, "2", "q", "v"));
        ImportResult second = run(defaults(), polygons("a", "id x z").row(LEFT, "1", "p", "w"));
        assertThat(rules(second)).isEqualTo("missing-column new-column");
        assertThat(second.counts().get("a").replaced()).isEqualTo(1);
        assertThat(second.counts().get("a").retired()).isEqualTo(1);
        assertThat(ids("a")).containsExactly("p");
        assertThatThrownBy(() -> run(defaults(), polygons("a", "id z").row(LEFT, "1", "p")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("recognised by x");
    }

    @Test
    void buildingsMayNotShareACode() {
        ImportResult result = run(
                defaults(),
                polygons("building", "code name").row(LEFT, "B1", "").row(RIGHT, "B1", ""));
        assertThat(rules(result)).isEqualTo("duplicate-code");
        assertThat(result.isRefused()).isTrue();
    }

    @Test
    void retiredCodesAreNotUsedAgain() {
        run(defaults(), polygons("building", "code").row(LEFT, "B1").row(RIGHT, "B2"));
        run(defaults(), polygons("building", "code").row(LEFT, "B1"));
        ImportResult result =
                run(defaults(), polygons("building", "code").row(LEFT, "B1").row(RIGHT, "B2"));
        assertThat(rules(result)).isEqualTo("retired-code");
        assertThat(result.isRefused()).isTrue();
    }

    @Test
    void invalidGeometryIsAWarningInElementsAndAnErrorInDivisions() {
        assertThat(rules(run(defaults(), polygons("building", "code").row(BOW_TIE, "B1"))))
                .isEqualTo("invalid-geometry");
        assertThat(ids("building")).containsExactly("B1");
        ImportResult office = run(defaults(), polygons("office", "code name").row(BOW_TIE, "410172560", "枫杨"));
        assertThat(rules(office)).isEqualTo("invalid-geometry");
        assertThat(office.isRefused()).isTrue();
        ImportResult repaired = run(
                defaults().with(new ImportOptions.Run("me", Optional.empty(), false, true)),
                polygons("office", "code name").row(BOW_TIE, "410172560", "枫杨"));
        assertThat(rules(repaired)).isEqualTo("repaired-geometry");
        assertThat(repaired.isRefused()).isFalse();
    }

    @Test
    void upsertChecksTheWholeLevel() {
        run(defaults(), offices(), zones(), grids());
        ImportOptions upsert = defaults().with(new ImportOptions.Rows(Mode.UPSERT, Optional.empty()));
        ImportResult overlap = run(
                upsert, polygons("grid", "code name parent_code").row(RIGHT, "410172560601003", "丙", "410172560601"));
        assertThat(rules(overlap)).isEqualTo("overlap");
        ImportResult renamed = run(
                upsert, polygons("grid", "code name parent_code").row(RIGHT, "410172560601002", "乙二", "410172560601"));
        assertThat(rules(renamed)).isEmpty();
        assertThat(renamed.counts().get("grid").replaced()).isEqualTo(1);
        assertThat(codes("grid")).hasSize(2);
    }

    @Test
    void childrenThatLoseTheirParentAreNamed() {
        run(defaults(), offices(), zones(), grids());
        ImportResult result = run(
                defaults(), polygons("zone", "code name parent_code").row(BOTH, "410172560602", "枫杨二片区", "410172560"));
        assertThat(rules(result)).isEqualTo("orphaned-children");
        assertThat(result.isRefused()).isFalse();
    }

    @Test
    void aDayAheadIsScheduled() {
        ImportResult result = run(
                defaults().with(new ImportOptions.Run("me", Optional.of(LocalDate.of(2999, 1, 1)), false, false)),
                offices());
        assertThat(result.changeSet().orElseThrow().state().name()).isEqualTo("SCHEDULED");
    }

    @Test
    void manyRowsFlowInOrder() {
        MemorySource many = polygons("many", "code");
        for (int i = 0; i < 5000; i++) {
            many.row("POINT(113.5 34.8)", "c" + i);
        }
        MemorySource points = new MemorySource("dots", GeometryKind.POINT, "code");
        for (int i = 0; i < 5000; i++) {
            points.row("POINT(113.5 34.8)", "c" + i);
        }
        assertThat(rules(run(defaults(), points))).isEmpty();
        assertThat(ids("dots")).hasSize(5000).startsWith("c0", "c1").endsWith("c4999");
        assertThat(rules(run(defaults(), many))).contains("geometry-type");
    }

    private static MemorySource polygons(String name, String columns) {
        return new MemorySource(name, GeometryKind.POLYGON, columns);
    }

    private static MemorySource offices() {
        return polygons("office", "code name").row(BOTH, "410172560", "枫杨办事处");
    }

    private static MemorySource zones() {
        return polygons("片区", "片区编码 片区名称 所属办事处").row(BOTH, "410172560601", "枫杨一片区", "410172560");
    }

    private static MemorySource grids() {
        return polygons("grid", "网格编码 网格名称 所属片区")
                .row(LEFT, "410172560601001", "甲", "410172560601")
                .row(RIGHT, "410172560601002", "乙", "410172560601");
    }

    private static ImportOptions defaults() {
        return ImportOptions.defaults();
    }

    private ImportResult run(ImportOptions options, Source... sources) {
        return new Importer(store, options, ImportListener.SILENT)
                .run(List.of(sources), new IssueRelay(new IssueCollector()));
    }

    /** Rules of warnings and errors, and of what is worth knowing; not the names of layers, nor what R1 to R16 warn of. */
    private static String rules(ImportResult result) {
        return result.issues().kept().stream()
                .filter(issue ->
                        issue.severity() == Severity.ERROR || !issue.rule().matches("R\\d+-.*"))
                .map(ImportIssue::rule)
                .filter(rule -> !rule.equals("layer-name"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private List<String> layers() {
        try (ReadView view = store.read()) {
            return view.layers(Principal.anonymous()).list().stream()
                    .map(Layer::name)
                    .toList();
        }
    }

    private List<String> codes(String layer) {
        List<String> codes = new ArrayList<>();
        each(
                layer,
                (feature, ignored) -> codes.add(feature.code().orElse("")
                        + feature.parentCode().map(parent -> "<" + parent).orElse("")));
        return codes;
    }

    private List<String> ids(String layer) {
        List<String> ids = new ArrayList<>();
        each(layer, (feature, table) -> ids.add(feature.id(table)));
        return ids;
    }

    private void each(String layer, java.util.function.BiConsumer<Feature, Layer> action) {
        try (ReadView view = store.read();
                FeatureCursor cursor = view.query(Principal.anonymous(), FeatureQuery.of(layer))) {
            while (cursor.hasNext()) {
                action.accept(cursor.next(), cursor.layer());
            }
        }
    }
}

package org.onemap.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.load.RealData.each;
import static org.onemap.ingest.load.RealData.rules;
import static org.onemap.ingest.load.RealData.run;
import static org.onemap.ingest.read.SharedData.path;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.store.ChangeSet.Counts;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;
import org.onemap.store.geopackage.GeoPackageStore;

/** Swiss municipalities of 2020 and 2025 as two change sets; the names of 2025 stand in a column of width 0. */
class SwissMunicipalitiesTest {

    @TempDir
    private Path folder;

    @Test
    void mergersRetireAndCreate() {
        try (Store store = GeoPackageStore.openOrCreate(folder.resolve("s.gpkg"), Clock.systemUTC())) {
            ImportResult old =
                    run(store, path("B2-swiss-municipalities/2020/municipalities.shp"), from(LocalDate.of(2020, 1, 1)));
            assertThat(old.plans().get(0).position().label()).isEqualTo("EPSG:2056");
            assertThat(old.counts()).containsEntry("municipalities", new Counts(2205, 0, 0, 0));

            ImportResult neu =
                    run(store, path("B2-swiss-municipalities/2025/municipalities.shp"), from(LocalDate.of(2025, 1, 1)));
            Counts counts = neu.counts().get("municipalities");
            assertThat(counts.created()).isEqualTo(20);
            assertThat(counts.retired()).isEqualTo(101);
            assertThat(counts.replaced() + counts.unchanged()).isEqualTo(2104);
            assertThat(rules(neu)).containsEntry("W missing-column", 1L).containsEntry("W zero-width-column", 1L);

            Map<String, String> then = names(store, ValidTime.asOf(LocalDate.of(2024, 12, 31)));
            Map<String, String> now = names(store, ValidTime.now());
            assertThat(then).hasSize(2205).containsEntry("1", "Aeugst am Albis");
            assertThat(now).hasSize(2124).containsEntry("1", "");
            assertThat(names(store, ValidTime.asOf(LocalDate.of(2025, 1, 1)))).isEqualTo(now);
            assertThat(names(store, ValidTime.asOf(LocalDate.of(2019, 12, 31)))).isEmpty();
            assertThat(then.keySet().stream().filter(id -> !now.containsKey(id)))
                    .hasSize(101);
        }
    }

    private static ImportOptions from(LocalDate day) {
        return ImportOptions.defaults().with(new ImportOptions.Run("test", Optional.of(day), false, false));
    }

    private static Map<String, String> names(Store store, ValidTime when) {
        Map<String, String> names = new TreeMap<>();
        each(
                store,
                "municipalities",
                when,
                (feature, layer) -> names.put(feature.id(layer), feature.name().orElse("")));
        return names;
    }
}

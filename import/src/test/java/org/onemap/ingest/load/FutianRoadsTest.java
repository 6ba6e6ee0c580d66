package org.onemap.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onemap.ingest.load.RealData.each;
import static org.onemap.ingest.load.RealData.layer;
import static org.onemap.ingest.load.RealData.rules;
import static org.onemap.ingest.load.RealData.run;
import static org.onemap.ingest.read.SharedData.path;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemap.feature.Content;
import org.onemap.store.Store;
import org.onemap.store.ValidTime;
import org.onemap.store.geopackage.GeoPackageStore;

/** One road net in GBK and in UTF-8: the same features, but for 38 names with a direction mark that GBK cannot hold. */
class FutianRoadsTest {

    private static final String FOLDER = "A4-roadnet-shenzhen-futian/derived/";

    @TempDir
    private Path folder;

    @Test
    void gbkAndUtf8GiveTheSame() {
        try (Store store = GeoPackageStore.openOrCreate(folder.resolve("s.gpkg"), Clock.systemUTC())) {
            ImportResult gbk = run(store, path(FOLDER + "edges_gbk/edges.shp"), layer("gbk"));
            ImportResult utf8 = run(store, path(FOLDER + "edges_utf8/edges.shp"), layer("utf8"));
            assertThat(rules(gbk)).isEmpty();
            assertThat(rules(utf8)).isEqualTo(Map.of("W invisible-character", 1L));
            assertThat(utf8.issues().kept().get(0).message()).contains("38 values", "U+200E");

            List<Content> left = contents(store, "gbk");
            List<Content> right = contents(store, "utf8");
            assertThat(left).hasSize(3216);
            assertThat(right).hasSize(3216);
            int marked = 0;
            for (int i = 0; i < left.size(); i++) {
                String name = right.get(i).name().orElse("");
                if (name.contains("\u200E")) {
                    marked++;
                    name = name.replace("\u200E", "");
                }
                Content without = right.get(i).toBuilder().name(name).build();
                assertThat(without).isEqualTo(left.get(i));
            }
            assertThat(marked).isEqualTo(38);
        }
    }

    private static List<Content> contents(Store store, String layer) {
        List<Content> contents = new ArrayList<>();
        each(store, layer, ValidTime.now(), (feature, ignored) -> contents.add(feature.content()));
        return contents;
    }
}

package org.onemap.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemap.StoreUnavailable;
import org.onemap.geoserver.standin.GeoServerStandIn;
import org.onemap.geoserver.standin.StandInOptions;
import org.onemap.theme.ThemeStyles;

/** The line is cut at every single write, before or after GeoServer did it: the next apply finishes the job. */
class InterruptedPublishTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "GeoServer has done the write that was cut: {0}")
    @ValueSource(booleans = {false, true})
    void nextApplyFinishesWhateverWriteWasCut(boolean afterWork) {
        try (Publishing publishing = Publishing.in(folder)) {
            publishing.apply();
            String whole = publishing.server.dump();
            int writes = publishing.server.writes().size();
            assertThat(writes).isGreaterThan(30);
            for (int cut = 0; cut < writes; cut++) {
                cutAndFinish(publishing, cut, afterWork, whole);
            }
        }
    }

    private static void cutAndFinish(Publishing publishing, int cut, boolean afterWork, String whole) {
        try (GeoServerStandIn fresh = GeoServerStandIn.start(StandInOptions.usual())) {
            Publisher publisher = publishing.publisherOf(fresh);
            Publication wanted = publishing.wanted();
            fresh.cutAfter(cut, afterWork);
            assertThatThrownBy(() -> publisher.apply(wanted, false))
                    .as("cut at write %d", cut)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("finishes the job");
            fresh.mend();
            publisher.apply(wanted, false);
            assertThat(fresh.dump()).as("after a cut at write %d", cut).isEqualTo(whole);
            fresh.forget();
            assertThat(publisher.apply(wanted, false).summary()).isEqualTo("no changes");
            assertThat(fresh.writes()).isEmpty();
        }
    }

    @Test
    void tilesThatACutRunMadeStaleAreThrownAwayByTheNext() {
        try (Publishing publishing = Publishing.in(folder)) {
            publishing.apply();
            OneMapPublication.MapLooks looks = new ThemeLooks(ThemeStyles.load("one-map"));
            publishing.looks(layers -> {
                MapLook look = looks.of(layers);
                java.util.Map<String, String> styles = new java.util.LinkedHashMap<>(look.styles());
                styles.computeIfPresent("road", (name, sld) -> sld + "<!-- -->");
                return new MapLook(look.title(), styles, look.drawings(), look.icons());
            });
            publishing.server.cutAfter(3, false); // mark, claim and style go through, the tiles do not
            Publication wanted = publishing.wanted();
            assertThatThrownBy(() -> publishing.publisher().apply(wanted, false))
                    .isInstanceOf(StoreUnavailable.class);
            publishing.server.mend();
            int before = publishing.server.tileWork().size();
            publishing.apply();
            assertThat(publishing
                            .server
                            .tileWork()
                            .subList(before, publishing.server.tileWork().size()))
                    .contains("masstruncate w:road", "masstruncate w:one-map");
        }
    }

    @Test
    void aRollbackUndoesAnUnfinishedApply() {
        try (Publishing publishing = Publishing.in(folder)) {
            publishing.apply();
            String applied = publishing.server.dump();
            SmallTown.addLayer(publishing.store, "camera", "探头");
            publishing.server.cutAfter(5, false);
            Publication wanted = publishing.wanted();
            assertThatThrownBy(() -> publishing.publisher().apply(wanted, false))
                    .isInstanceOf(StoreUnavailable.class);
            publishing.server.mend();
            assertThat(publishing.server.dump()).isNotEqualTo(applied);
            publishing.publisher().rollback();
            assertThat(publishing.server.dump()).isEqualTo(applied);
        }
    }

    @Test
    void aReadThatIsCutIsTriedAgain() {
        try (Publishing publishing = Publishing.in(folder)) {
            publishing.server.cutReads(2);
            assertThat(publishing.plan().conflicts()).isEmpty();
            publishing.server.cutReads(9);
            assertThatThrownBy(publishing::publisher)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("does not answer GET /rest/about/version.json");
        }
    }
}

package org.onemap.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemap.StoreUnavailable;
import org.onemap.geoserver.catalog.Site;
import org.onemap.geoserver.plan.Change;
import org.onemap.geoserver.rest.Credentials;
import org.onemap.geoserver.rest.GeoServerAddress;
import org.onemap.geoserver.rest.RestClient;
import org.onemap.geoserver.standin.GeoServerStandIn;
import org.onemap.geoserver.standin.StandInOptions;
import org.onemap.geoserver.tiles.TileJobs;
import org.onemap.theme.ThemeStyles;

/** Two people publish at the same moment: a second run begins after each change of the first. One goes through whole. */
class ConcurrentPublishTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "the second publishes something else: {0}")
    @ValueSource(booleans = {false, true})
    void theOneThatBeganLastGoesThroughAndTheOtherStops(boolean other) {
        try (Publishing publishing = Publishing.in(folder)) {
            Publication first = publishing.wanted();
            if (other) {
                publishing.looks(new ThemeLooks(ThemeStyles.load("night")));
            }
            Publication second = publishing.wanted();
            publishing.publisher().apply(second, false);
            String whole = publishing.server.dump();
            for (int after = 1; meet(publishing, first, second, after, whole); after++) {
                assertThat(after).isLessThan(200);
            }
        }
    }

    /** Whether the first run came so far that the second one met it. */
    private static boolean meet(Publishing publishing, Publication first, Publication second, int after, String whole) {
        try (GeoServerStandIn server = GeoServerStandIn.start(StandInOptions.usual())) {
            AtomicInteger done = new AtomicInteger();
            Publisher one = Publisher.connect(site(server), Optional.empty(), new PublishListener() {
                @Override
                public void done(Change change) {
                    if (done.incrementAndGet() == after) {
                        publishing.publisherOf(server).apply(second, false);
                    }
                }

                @Override
                public void seeding(String layer, TileJobs.Progress progress) {}
            });
            if (done(one, first, after)) {
                return false;
            }
            assertThat(server.dump()).as("second run after change %d", after).isEqualTo(whole);
            server.forget();
            assertThat(publishing.publisherOf(server).apply(second, false).summary())
                    .isEqualTo("no changes");
            assertThat(server.writes()).isEmpty();
            return true;
        }
    }

    /** Whether a run comes to its end; else it says who is in its way. */
    private static boolean done(Publisher publisher, Publication wanted, int after) {
        try {
            publisher.apply(wanted, false);
            return true;
        } catch (StoreUnavailable e) {
            assertThat(e).as("after change %d", after).hasMessageContaining("another 'onemap publish' (");
            return false;
        }
    }

    private static Site site(GeoServerStandIn server) {
        RestClient client = new RestClient(
                GeoServerAddress.parse(server.url()), new Credentials("admin", "geoserver"), Duration.ofSeconds(10));
        return new Site(client, Publishing.WORKSPACE);
    }

    @Test
    void aRunThatWasCutOffHoldsNobodyUp() {
        try (Publishing publishing = Publishing.in(folder)) {
            publishing.server.cutAfter(9, true);
            Publication wanted = publishing.wanted();
            Publisher cut = publishing.publisher();
            assertThatThrownBy(() -> cut.apply(wanted, false)).isInstanceOf(StoreUnavailable.class);
            publishing.server.mend();
            publishing.apply();
            assertThat(publishing.apply().summary()).isEqualTo("no changes");
        }
    }
}

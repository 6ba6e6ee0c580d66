package org.onemap.ingest.read;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Real villages, municipalities in metres, and counties on both sides of the antimeridian. */
class RealPartitionLookupTest {

    private static final String VILLAGES = "B1-taiwan-villages/derived/utf8/villages.shp";
    private static final String MUNICIPALITIES = "B2-swiss-municipalities/2026/municipalities.shp";
    private static final String COUNTIES = "B3-us-counties/derived/counties.shp";

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {VILLAGES, MUNICIPALITIES, COUNTIES})
    void agreesWithJts(String file) {
        agrees(file, 40_000);
    }

    @Tag("nightly")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {VILLAGES, MUNICIPALITIES, COUNTIES})
    void agreesWithJtsForLong(String file) {
        agrees(file, 1_000_000);
    }

    private static void agrees(String file, int count) {
        LookupOracle.agrees(
                LookupOracle.shapes(Reading.of(SharedData.path(file)).layer().rows().stream()
                        .map(Reading.Row::geometry)
                        .filter(Objects::nonNull)
                        .filter(geometry -> !geometry.isEmpty())
                        .map(Geometry.class::cast)
                        .toList()),
                count);
    }
}

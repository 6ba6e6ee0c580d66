package org.onemap.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** What is wrong with a declared reference system, found by its numbers. */
class CrsDiagnosticsTest {

    /** The demo district. */
    private static final Envelope STORE = new Envelope(113.47, 113.59, 34.77, 34.87);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            degrees as declared          | EPSG:4490 | 113.48 113.58 34.78 34.86           | -                  | -
            all Taiwan                   | EPSG:4326 | 118.1 122.1 21.8 26.4               | -                  | -
            the whole world              | OGC:CRS84 | -180 180 -90 90                     | -                  | -
            latitude first               | EPSG:4326 | 34.78 34.86 113.48 113.58           | SWAPPED_AXES       | longitude first
            latitude first, in Xinjiang  | EPSG:4490 | 39.1 39.9 75.2 76.9                 | SWAPPED_AXES       | longitude first
            metres for degrees           | EPSG:4326 | 452397 458825 3849200 3853607       | METRES_NOT_DEGREES | --crs EPSG:4547
            with zone number             | EPSG:4490 | 38452397 38458825 3849200 3853607   | METRES_NOT_DEGREES | --crs EPSG:4526
            north first                  | EPSG:4490 | 3849200 3853607 452397 458825       | METRES_NOT_DEGREES | easting first
            a broken vertex              | EPSG:4326 | 113.48 513.58 34.78 34.86           | OUT_OF_RANGE       | broken
            metres as declared           | EPSG:4547 | 452397 458825 3849200 3853607       | -                  | -
            zone number not declared     | EPSG:4547 | 38452397 38458825 3849200 3853607   | ZONE_PREFIX_FOUND  | --crs EPSG:4526
            zone number, 6 degrees       | EPSG:4547 | 19652397 19658825 3849200 3853607   | ZONE_PREFIX_FOUND  | --crs EPSG:4497
            another zone number          | EPSG:4527 | 38452397 38458825 3849200 3853607   | ZONE_PREFIX_FOUND  | --crs EPSG:4526
            zone number, UTM declared    | EPSG:32649 | 38452397 38458825 3849200 3853607  | ZONE_PREFIX_FOUND  | --crs EPSG:4526
            zone number as declared      | EPSG:4526 | 38452397 38458825 3849200 3853607   | -                  | -
            zone number missing          | EPSG:4526 | 452397 458825 3849200 3853607       | ZONE_PREFIX_MISSING | --crs EPSG:4547
            survey order                 | EPSG:4547 | 3849200 3853607 452397 458825       | SWAPPED_AXES       | easting first
            survey order, zone number    | EPSG:4526 | 3849200 3853607 38452397 38458825   | SWAPPED_AXES       | easting first
            degrees for metres           | EPSG:4547 | 113.48 113.58 34.78 34.86           | DEGREES_NOT_METRES | --coordsys
            degrees for metres, swapped  | EPSG:4547 | 34.78 34.86 113.48 113.58           | DEGREES_NOT_METRES | longitude first
            Swiss as declared            | EPSG:2056 | 2485000 2834000 1075000 1296000     | -                  | -
            Taiwan in metres             | EPSG:3826 | -37000 606000 2422000 2919000       | -                  | -
            """)
    void comparesNumbersWithTheDeclaredSystem(String row, String crs, String numbers, String kind, String hint) {
        List<CrsDiagnosis> found = diagnose(SourceCrs.parse(crs), extent(numbers), Optional.empty());
        if (kind.equals("-")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasSize(1);
            assertThat(found.get(0).kind()).hasToString(kind);
            assertThat(found.get(0).sentence()).contains(hint);
            assertThat(found.get(0).message()).contains("x ");
        }
    }

    @Test
    void seesSwissDegreesInTheWrongOrderOnlyBesideAStore() {
        Envelope latitudeFirst = new Envelope(45.8, 47.8, 5.9, 10.5);
        SourceCrs degrees = SourceCrs.parse("EPSG:4326");
        assertThat(diagnose(degrees, latitudeFirst, Optional.empty())).isEmpty();
        assertThat(diagnose(degrees, latitudeFirst, Optional.of(new Envelope(6, 10, 46, 47.5))))
                .singleElement()
                .matches(d -> d.kind() == CrsDiagnosis.Kind.SWAPPED_AXES && !d.certain());
        SourceCrs swiss = SourceCrs.parse("EPSG:2056");
        assertThat(diagnose(
                        swiss,
                        new Envelope(1200000, 1210000, 2600000, 2610000),
                        Optional.of(new Envelope(6, 10, 46, 47.5))))
                .singleElement()
                .matches(d -> d.kind() == CrsDiagnosis.Kind.SWAPPED_AXES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4326", "EPSG:4490"})
    void seesShiftedDataBesideTheStore(String declared) {
        SourceCrs crs = SourceCrs.parse(declared);
        Envelope inside = new Envelope(113.4705, 113.5895, 34.7705, 34.8695);
        assertThat(diagnose(crs, inside, Optional.of(STORE))).isEmpty();
        assertThat(diagnose(crs, shifted(inside, Coordsys.GCJ02), Optional.of(STORE)))
                .singleElement()
                .matches(d -> d.kind() == CrsDiagnosis.Kind.OTHER_DATUM && !d.certain())
                .matches(d -> d.hint().contains("--coordsys gcj02"));
        assertThat(diagnose(crs, shifted(inside, Coordsys.BD09), Optional.of(STORE)))
                .singleElement()
                .matches(d -> d.hint().contains("--coordsys bd09"));
        // declared as shifted, but not
        assertThat(diagnose(SourceCrs.of(Coordsys.GCJ02), inside, Optional.of(STORE)))
                .singleElement()
                .matches(d -> d.hint().contains("--coordsys wgs84"));
        assertThat(diagnose(SourceCrs.of(Coordsys.GCJ02), shifted(inside, Coordsys.GCJ02), Optional.of(STORE)))
                .isEmpty();
    }

    @Test
    void seesShiftedDataInGaussKruger() {
        Envelope gcj = shifted(new Envelope(113.475, 113.585, 34.775, 34.865), Coordsys.BD09);
        Envelope projected = GaussKruger.fitting(114)
                .project(new org.locationtech.jts.geom.GeometryFactory().toGeometry(gcj))
                .getEnvelopeInternal();
        assertThat(diagnose(SourceCrs.parse("EPSG:4547"), projected, Optional.of(STORE)))
                .singleElement()
                .matches(d -> d.hint().contains("--coordsys bd09"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a part of the district      | 113.52 113.56 34.80 34.83
            the next district           | 113.59 113.70 34.77 34.87
            all the city                | 112.7 114.2 34.2 35.0
            over every edge             | 113.46 113.60 34.76 34.88
            far away                    | 121.0 122.0 24.5 25.5
            """)
    void leavesDataAloneThatSimplyLieElsewhere(String row, String numbers) {
        assertThat(diagnose(SourceCrs.parse("EPSG:4326"), extent(numbers), Optional.of(STORE)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Coordsys.class)
    void recognisesTheDatumByThingsOfTheSameKey(Coordsys real) {
        Random random = new Random(20240607);
        List<MatchedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            Cgcs2000 stored = new Cgcs2000(113.47 + 0.12 * random.nextDouble(), 34.77 + 0.1 * random.nextDouble());
            double noise = 1e-5 * random.nextGaussian();
            // a quarter of the things has really moved
            double moved = i % 4 == 0 ? 0.02 : 0;
            Cgcs2000 source = shifted(new Cgcs2000(stored.lonDeg() + noise + moved, stored.latDeg() + noise), real);
            pairs.add(new MatchedPair(source, stored));
        }
        Optional<CrsDiagnosis> found = CrsDiagnostics.diagnosePairs(SourceCrs.parse("EPSG:4326"), pairs);
        if (real == Coordsys.WGS84 || real == Coordsys.CGCS2000) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasValueSatisfying(d -> {
                assertThat(d.certain()).isTrue();
                assertThat(d.hint()).isEqualTo("give --coordsys " + real.text());
                assertThat(d.message()).contains("m east", "m north");
            });
        }
        assertThat(CrsDiagnostics.diagnosePairs(SourceCrs.parse("EPSG:4326"), pairs.subList(0, 2)))
                .isEmpty();
    }

    @Test
    void doesNotTakeEveryOffsetForAShift() {
        List<MatchedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Cgcs2000 stored = new Cgcs2000(113.5 + 0.002 * i, 34.8);
            pairs.add(new MatchedPair(new Cgcs2000(stored.lonDeg(), 34.81), stored)); // 1.1 km north
        }
        assertThat(CrsDiagnostics.diagnosePairs(SourceCrs.parse("EPSG:4326"), pairs))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            113.48 113.58 34.78 34.86         | --coordsys wgs84
            34.78 34.86 113.48 113.58         | latitude first
            452397 458825 3849200 3853607     | --crs EPSG:4547
            38452397 38458825 3849200 3853607 | --crs EPSG:4526
            3849200 3853607 452397 458825     | easting first
            2485000 2834000 1075000 1296000   | --crs EPSG:xxxx
            """)
    void hintsAtWhatAnUndeclaredSourceMayBeIn(String numbers, String hint) {
        assertThat(CrsDiagnostics.hintForUndeclared(extent(numbers), Optional.empty()))
                .contains(hint);
        assertThat(CrsDiagnostics.hintForUndeclared(new Envelope(), Optional.empty()))
                .contains("--crs");
    }

    private static List<CrsDiagnosis> diagnose(SourceCrs declared, Envelope extent, Optional<Envelope> stored) {
        return CrsDiagnostics.diagnoseExtent(declared, extent, stored);
    }

    private static Envelope shifted(Envelope extent, Coordsys to) {
        Cgcs2000 southWest = shifted(new Cgcs2000(extent.getMinX(), extent.getMinY()), to);
        Cgcs2000 northEast = shifted(new Cgcs2000(extent.getMaxX(), extent.getMaxY()), to);
        return new Envelope(southWest.lonDeg(), northEast.lonDeg(), southWest.latDeg(), northEast.latDeg());
    }

    private static Cgcs2000 shifted(Cgcs2000 position, Coordsys to) {
        Gcj02 gcj = new Wgs84(position.lonDeg(), position.latDeg()).toGcj02();
        return switch (to) {
            case GCJ02 -> new Cgcs2000(gcj.lonDeg(), gcj.latDeg());
            case BD09 -> new Cgcs2000(gcj.toBd09().lonDeg(), gcj.toBd09().latDeg());
            default -> position;
        };
    }

    private static Envelope extent(String numbers) {
        String[] n = numbers.split(" +", -1);
        return new Envelope(
                Double.parseDouble(n[0]), Double.parseDouble(n[1]), Double.parseDouble(n[2]), Double.parseDouble(n[3]));
    }
}

package org.onemap.crs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The 192 Gauss–Krüger codes of China (CGCS2000, Xian 1980, Beijing 1954; 3° and 6°; with and without the zone number
 * before the eastings), TWD97's two and the UTM zones of WGS 84, as arithmetic: neither the way from code to parameters
 * nor the way back needs the EPSG database. GeoTools' own search names 33 of the 192 wrongly. Immutable.
 */
final class ZoneCodes {

    /** Datums of the zones. */
    @SuppressWarnings("ImmutableEnumChecker") // a record of two doubles is immutable
    enum Datum {
        CGCS2000(Ellipsoid.CGCS2000, "CGCS2000"),
        XIAN_1980(new Ellipsoid(6378140, 298.257), "Xian 1980"),
        BEIJING_1954(new Ellipsoid(6378245, 298.3), "Beijing 1954"),
        TWD97(new Ellipsoid(6378137, 298.257222101), "TWD97"),
        WGS84(new Ellipsoid(6378137, 298.257223563), "WGS 84");

        private final Ellipsoid ellipsoid;
        private final String text;

        Datum(Ellipsoid ellipsoid, String text) {
            this.ellipsoid = ellipsoid;
            this.text = text;
        }

        Ellipsoid ellipsoid() {
            return ellipsoid;
        }

        String text() {
            return text;
        }

        /** Whether coordinates on it are stored as they are. */
        boolean countsAsCgcs2000() {
            return this != XIAN_1980 && this != BEIJING_1954;
        }
    }

    /**
     * Consecutive codes of one kind.
     *
     * @param datum of all
     * @param firstCode code of the first zone
     * @param firstZone number of the first zone, counted from Greenwich
     * @param count how many
     * @param widthDeg 3 or 6
     * @param prefixed whether eastings begin with the zone number
     */
    record Family(Datum datum, int firstCode, int firstZone, int count, int widthDeg, boolean prefixed) {

        private int centralMeridianDeg(int zone) {
            return widthDeg == 3 ? 3 * zone : 6 * zone - 3;
        }

        private Zone zone(int code) {
            int number = firstZone + code - firstCode;
            double falseEastingM = 500_000 + (prefixed ? 1_000_000.0 * number : 0);
            return new Zone(
                    code,
                    this,
                    number,
                    new TransverseMercator.Parameters(
                            datum.ellipsoid(), centralMeridianDeg(number), 0, 1, falseEastingM, 0));
        }
    }

    /**
     * One code.
     *
     * @param code EPSG code
     * @param family to which it belongs
     * @param number of the zone, counted from Greenwich in steps of the family's width
     * @param parameters of the projection
     */
    record Zone(int code, Family family, int number, TransverseMercator.Parameters parameters) {

        /** How the EPSG database calls it. */
        String name() {
            String kind = family.widthDeg == 3 ? "3-degree Gauss-Kruger" : "Gauss-Kruger";
            return family.datum.text() + " / " + kind
                    + (family.prefixed ? " zone " + number : " CM " + family.centralMeridianDeg(number) + "E");
        }

        /** The code of the same zone with, or without, the zone number before its eastings. */
        int twin() {
            return FAMILIES.stream()
                    .filter(other -> other.datum == family.datum
                            && other.widthDeg == family.widthDeg
                            && other.prefixed != family.prefixed)
                    .mapToInt(other -> other.firstCode + code - family.firstCode)
                    .findFirst()
                    .orElse(code);
        }
    }

    private static final List<Family> FAMILIES = List.of(
            new Family(Datum.CGCS2000, 4491, 13, 11, 6, true),
            new Family(Datum.CGCS2000, 4502, 13, 11, 6, false),
            new Family(Datum.CGCS2000, 4513, 25, 21, 3, true),
            new Family(Datum.CGCS2000, 4534, 25, 21, 3, false),
            new Family(Datum.XIAN_1980, 2327, 13, 11, 6, true),
            new Family(Datum.XIAN_1980, 2338, 13, 11, 6, false),
            new Family(Datum.XIAN_1980, 2349, 25, 21, 3, true),
            new Family(Datum.XIAN_1980, 2370, 25, 21, 3, false),
            new Family(Datum.BEIJING_1954, 2401, 25, 21, 3, true),
            new Family(Datum.BEIJING_1954, 2422, 25, 21, 3, false),
            new Family(Datum.BEIJING_1954, 21413, 13, 11, 6, true),
            new Family(Datum.BEIJING_1954, 21453, 13, 11, 6, false));

    private ZoneCodes() {}

    /** The Gauss–Krüger families of China. */
    static List<Family> families() {
        return FAMILIES;
    }

    /** The zone of a Chinese Gauss–Krüger code. */
    static Optional<Zone> find(int code) {
        return FAMILIES.stream()
                .filter(family -> code >= family.firstCode && code < family.firstCode + family.count)
                .map(family -> family.zone(code))
                .findFirst();
    }

    /** Parameters of a transverse Mercator code whose datum counts as CGCS2000. */
    static Optional<TransverseMercator.Parameters> findUnshifted(int code) {
        if (code == 3825 || code == 3826) {
            int meridian = code == 3825 ? 119 : 121;
            return Optional.of(
                    new TransverseMercator.Parameters(Datum.TWD97.ellipsoid(), meridian, 0, 0.9999, 250_000, 0));
        }
        boolean north = code > 32600 && code <= 32660;
        if (north || (code > 32700 && code <= 32760)) {
            return Optional.of(new TransverseMercator.Parameters(
                    Datum.WGS84.ellipsoid(), 6 * (code % 100) - 183, 0, 0.9996, 500_000, north ? 0 : 10_000_000));
        }
        return find(code).filter(zone -> zone.family.datum.countsAsCgcs2000()).map(Zone::parameters);
    }

    /** Whether these are the parameters of a code whose datum counts as CGCS2000, and its ellipsoid. */
    static boolean isUnshifted(int code, TransverseMercator.Parameters given) {
        return findUnshifted(code)
                .filter(known -> same(known, given)
                        && Math.abs(known.ellipsoid().semiMajorM()
                                        - given.ellipsoid().semiMajorM())
                                < 1e-3
                        && Math.abs(known.ellipsoid().flattening()
                                        - given.ellipsoid().flattening())
                                < 1e-12)
                .isPresent();
    }

    /**
     * The Chinese code with these parameters. Where a 3° and a 6° zone have the same, the wanted width decides.
     *
     * @param datum of the zone
     * @param wanted parameters; the ellipsoid is not compared
     * @param threeDegrees whether the name speaks of three degrees
     */
    static OptionalInt match(Datum datum, TransverseMercator.Parameters wanted, boolean threeDegrees) {
        int found = -1;
        for (Family family : FAMILIES) {
            for (int i = 0; family.datum == datum && i < family.count; i++) {
                boolean preferred = (family.widthDeg == 3) == threeDegrees;
                if ((preferred || found < 0) && same(family.zone(family.firstCode + i).parameters, wanted)) {
                    found = family.firstCode + i;
                }
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private static boolean same(TransverseMercator.Parameters a, TransverseMercator.Parameters b) {
        return Math.abs(a.centralMeridianDeg() - b.centralMeridianDeg()) < 1e-9
                && Math.abs(a.originLatDeg() - b.originLatDeg()) < 1e-9
                && Math.abs(a.scale() - b.scale()) < 1e-12
                && Math.abs(a.falseEastingM() - b.falseEastingM()) < 1e-4
                && Math.abs(a.falseNorthingM() - b.falseNorthingM()) < 1e-4;
    }
}

package org.onemap.crs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.onemap.InvalidInput;

/**
 * Does the declared reference system fit the numbers? Pure functions over extents and matched positions; they report and
 * never correct. Thread-safe.
 *
 * <p>What they know: degrees are within ±180 and ±90; a Gauss–Krüger easting has six digits, with the zone number eight,
 * a Chinese northing seven; Chinese survey tables put X = north first; GCJ-02 lies some 570 m and BD-09 some 1.3 km off.
 */
public final class CrsDiagnostics {

    private CrsDiagnostics() {}

    /**
     * Compares a source's extent with its declared system and with what the store already covers.
     *
     * @param declared what the source, or the command line, says
     * @param extent of the whole source, in its own numbers
     * @param stored extent of what the store holds, in degrees; empty if it holds nothing
     * @return the faults, the most telling first; mostly none
     */
    public static List<CrsDiagnosis> diagnoseExtent(SourceCrs declared, Envelope extent, Optional<Envelope> stored) {
        if (extent.isNull()) {
            return List.of();
        }
        Optional<CrsDiagnosis> range = declared.isGeographic()
                ? diagnoseDegrees(declared, extent, stored)
                : diagnoseMetres(declared, extent, stored);
        if (range.isPresent()) {
            return List.of(range.get());
        }
        return stored.filter(area -> !area.isNull())
                .flatMap(area -> swappedAgainstStore(declared, extent, area)
                        .or(() -> DatumFingerprint.ofExtent(declared, extent, area)))
                .map(List::of)
                .orElse(List.of());
    }

    /**
     * Compares positions of the same things, in a source and in the store: the strongest evidence for another datum.
     *
     * @param declared what the source says; the pairs' first positions follow from it
     * @param pairs things matched by key; fewer than three say nothing
     */
    public static Optional<CrsDiagnosis> diagnosePairs(SourceCrs declared, List<MatchedPair> pairs) {
        return DatumFingerprint.ofPairs(declared, pairs);
    }

    /**
     * What a source without a declared system might be in, as a hint for the refusal.
     *
     * @param extent of the whole source, in its own numbers
     * @param stored extent of what the store holds, in degrees
     */
    public static String hintForUndeclared(Envelope extent, Optional<Envelope> stored) {
        if (extent.isNull()) {
            return "give --crs EPSG:xxxx or --coordsys wgs84|cgcs2000|gcj02|bd09";
        }
        if (isDegrees(extent)) {
            return "its numbers look like degrees: give --coordsys wgs84, cgcs2000, gcj02 or bd09";
        }
        if (isDegrees(swapped(extent))) {
            return "its numbers look like degrees with latitude first: put longitude first, then give --coordsys";
        }
        return "its numbers look like metres (" + text(extent) + "): " + metresHint(extent, stored);
    }

    private static Optional<CrsDiagnosis> diagnoseDegrees(
            SourceCrs declared, Envelope extent, Optional<Envelope> stored) {
        if (isDegrees(extent)) {
            boolean arctic = extent.getMinY() > 72 && extent.getMinX() > 3 && extent.getMaxX() < 54;
            return arctic && !stored.filter(area -> area.intersects(extent)).isPresent()
                    ? Optional.of(swappedDegrees(declared, extent, false))
                    : Optional.empty();
        }
        if (isDegrees(swapped(extent))) {
            return Optional.of(swappedDegrees(declared, extent, true));
        }
        boolean metres = Math.max(Math.abs(extent.getMaxX()), Math.abs(extent.getMinX())) > 1000
                && Math.max(Math.abs(extent.getMaxY()), Math.abs(extent.getMinY())) > 1000;
        if (metres) {
            return Optional.of(new CrsDiagnosis(
                    CrsDiagnosis.Kind.METRES_NOT_DEGREES,
                    true,
                    declared.describe() + " is in degrees, but the numbers are metres: " + text(extent),
                    metresHint(extent, stored)));
        }
        return Optional.of(new CrsDiagnosis(
                CrsDiagnosis.Kind.OUT_OF_RANGE,
                true,
                "the numbers go beyond 180 and 90 degrees: " + text(extent),
                "look for broken coordinates, or name the right system with --crs EPSG:xxxx or --coordsys"));
    }

    private static CrsDiagnosis swappedDegrees(SourceCrs declared, Envelope extent, boolean certain) {
        return new CrsDiagnosis(
                CrsDiagnosis.Kind.SWAPPED_AXES,
                certain,
                "latitude stands before longitude (" + text(extent) + " in " + declared.describe() + ")",
                "put longitude first, x = longitude and y = latitude, and import again");
    }

    private static Optional<CrsDiagnosis> diagnoseMetres(
            SourceCrs declared, Envelope extent, Optional<Envelope> stored) {
        if (isDegrees(extent) || isDegrees(swapped(extent))) {
            return Optional.of(new CrsDiagnosis(
                    CrsDiagnosis.Kind.DEGREES_NOT_METRES,
                    true,
                    declared.describe() + " is in metres, but the numbers look like degrees: " + text(extent),
                    isDegrees(extent)
                            ? "give --coordsys wgs84, cgcs2000, gcj02 or bd09"
                            : "put longitude first, then give --coordsys"));
        }
        Optional<ZoneCodes.Zone> zone = declared.epsgCode().isPresent()
                ? ZoneCodes.find(declared.epsgCode().getAsInt())
                : Optional.empty();
        if (zone.isPresent()) {
            return diagnoseZone(zone.get(), extent);
        }
        boolean prefixed =
                isPrefixedEasting(extent.getMinX(), extent.getMaxX()) && isNorthing(extent.getMinY(), extent.getMaxY());
        return prefixed && declared.describe().startsWith("EPSG:32")
                ? Optional.of(prefixFound(declared.describe(), extent, metresHint(extent, stored)))
                : Optional.empty();
    }

    private static Optional<CrsDiagnosis> diagnoseZone(ZoneCodes.Zone zone, Envelope extent) {
        String name = "EPSG:" + zone.code() + " (" + zone.name() + ")";
        boolean eastSecond = isPlainEasting(extent.getMinY(), extent.getMaxY())
                || isPrefixedEasting(extent.getMinY(), extent.getMaxY());
        if (eastSecond && isNorthing(extent.getMinX(), extent.getMaxX())) {
            return Optional.of(new CrsDiagnosis(
                    CrsDiagnosis.Kind.SWAPPED_AXES,
                    true,
                    "northing stands before easting (" + text(extent) + " in " + name
                            + "), as survey tables write it: X = north, Y = east",
                    "put the easting first, x = east and y = north, and import again"));
        }
        if (zone.family().prefixed()) {
            if (isPlainEasting(extent.getMinX(), extent.getMaxX())) {
                return Optional.of(new CrsDiagnosis(
                        CrsDiagnosis.Kind.ZONE_PREFIX_MISSING,
                        true,
                        name + " puts the zone number " + zone.number() + " before the eastings, but these have none: "
                                + text(extent),
                        "give --crs EPSG:" + zone.twin()));
            }
            boolean other = isPrefixedEasting(extent.getMinX(), extent.getMaxX())
                    && (int) (extent.centre().x / 1e6) != zone.number();
            return other ? Optional.of(prefixFound(name, extent, prefixHint(zone, extent))) : Optional.empty();
        }
        return isPrefixedEasting(extent.getMinX(), extent.getMaxX())
                ? Optional.of(prefixFound(name, extent, prefixHint(zone, extent)))
                : Optional.empty();
    }

    private static CrsDiagnosis prefixFound(String name, Envelope extent, String hint) {
        return new CrsDiagnosis(
                CrsDiagnosis.Kind.ZONE_PREFIX_FOUND,
                true,
                "the eastings begin with the zone number " + (int) (extent.centre().x / 1e6) + ", which " + name
                        + " does not have: " + text(extent),
                hint);
    }

    private static String prefixHint(ZoneCodes.Zone zone, Envelope extent) {
        return prefixedCode(zone.family().datum(), extent)
                .map(code -> "give --crs EPSG:" + code)
                .orElse("give the --crs EPSG:xxxx of that zone");
    }

    private static Optional<Integer> prefixedCode(ZoneCodes.Datum datum, Envelope extent) {
        int number = (int) (extent.centre().x / 1e6);
        return ZoneCodes.families().stream()
                .filter(family -> family.datum() == datum && family.prefixed())
                .filter(family -> number >= family.firstZone() && number < family.firstZone() + family.count())
                .map(family -> family.firstCode() + number - family.firstZone())
                .findFirst();
    }

    private static String metresHint(Envelope extent, Optional<Envelope> stored) {
        if (isPrefixedEasting(extent.getMinX(), extent.getMaxX())) {
            return prefixedCode(ZoneCodes.Datum.CGCS2000, extent)
                    .map(code -> "the eastings begin with a zone number: on CGCS2000 that is --crs EPSG:" + code)
                    .orElse("give --crs EPSG:xxxx");
        }
        if (isNorthing(extent.getMinX(), extent.getMaxX())
                && (isPlainEasting(extent.getMinY(), extent.getMaxY())
                        || isPrefixedEasting(extent.getMinY(), extent.getMaxY()))) {
            return "northing stands first, as survey tables write it: put the easting first, then give --crs EPSG:xxxx";
        }
        if (isPlainEasting(extent.getMinX(), extent.getMaxX()) && isNorthing(extent.getMinY(), extent.getMaxY())) {
            int meridian = stored.filter(area -> !area.isNull())
                    .map(area -> GaussKruger.fitting(area.centre().x).centralMeridianDeg())
                    .orElse(114);
            boolean inChina = meridian >= 75 && meridian <= 135;
            return inChina
                    ? "on CGCS2000 with the central meridian " + meridian + "° E that is --crs EPSG:"
                            + (4534 + (meridian - 75) / 3)
                    : "give --crs EPSG:xxxx";
        }
        return "give --crs EPSG:xxxx";
    }

    private static Optional<CrsDiagnosis> swappedAgainstStore(SourceCrs declared, Envelope extent, Envelope stored) {
        if (positions(declared, extent).map(stored::intersects).orElse(false)) {
            return Optional.empty();
        }
        return positions(declared, swapped(extent))
                .filter(stored::intersects)
                .map(fits -> new CrsDiagnosis(
                        CrsDiagnosis.Kind.SWAPPED_AXES,
                        false,
                        "the data lie outside what the store holds, but inside it if x and y change places ("
                                + text(extent) + " in " + declared.describe() + ")",
                        "put longitude or easting first and import again, or confirm the order by naming the system"
                                + " with --crs or --coordsys"));
    }

    private static Optional<Envelope> positions(SourceCrs declared, Envelope extent) {
        try {
            return Optional.of(declared.toCgcs2000(extent));
        } catch (InvalidInput e) {
            return Optional.empty();
        }
    }

    private static boolean isDegrees(Envelope extent) {
        return new Envelope(-180, 180, -90, 90).contains(extent);
    }

    /** Six digits: within 450 km of the central meridian. */
    private static boolean isPlainEasting(double min, double max) {
        return min >= 50_000 && max <= 950_000;
    }

    /** Eight digits that begin with one zone number. */
    private static boolean isPrefixedEasting(double min, double max) {
        int zone = (int) (min / 1e6);
        return zone >= 13 && zone <= 45 && zone == (int) (max / 1e6);
    }

    /** Metres from the equator between 13° and 54° N. */
    private static boolean isNorthing(double min, double max) {
        return min >= 1_400_000 && max <= 6_100_000;
    }

    private static Envelope swapped(Envelope extent) {
        return new Envelope(extent.getMinY(), extent.getMaxY(), extent.getMinX(), extent.getMaxX());
    }

    private static String text(Envelope extent) {
        return String.format(
                Locale.ROOT,
                "x %.6g to %.6g, y %.6g to %.6g",
                extent.getMinX(),
                extent.getMaxX(),
                extent.getMinY(),
                extent.getMaxY());
    }
}

package org.onemap.crs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The traces of GCJ-02 and BD-09: data that lie some 570 m or 1.3 km beside where they belong, and fall into place when
 * read as the other datum. In Zhengzhou GCJ-02 lies (+560 m, −121 m) and BD-09 (+1157 m, +535 m) off.
 */
final class DatumFingerprint {

    /** Fewer pairs say nothing. */
    private static final int FEWEST_PAIRS = 3;
    /** Positions of one thing in two deliveries differ by less. */
    private static final double SAME_PLACE_M = 60;
    /** How far data of the same area may go over its edge. */
    private static final double EDGE_M = 30;
    /** How far they must go over it before another reading is looked at. */
    private static final double OVERHANG_M = 150;
    /** Data that cover less of the store's extent, in either direction, may lie anywhere in it. */
    private static final double LEAST_COVER = 0.6;

    /** A reading of the numbers, and how well it fits; less is better. */
    private record Reading(Coordsys coordsys, double misfit) {}

    private DatumFingerprint() {}

    static Optional<CrsDiagnosis> ofPairs(SourceCrs declared, List<MatchedPair> pairs) {
        if (pairs.size() < FEWEST_PAIRS) {
            return Optional.empty();
        }
        double asDeclaredM = median(pairs, pair -> Distances.distanceM(pair.source(), pair.stored()));
        if (asDeclaredM < 2 * SAME_PLACE_M) {
            return Optional.empty();
        }
        return readings(declared)
                .map(other -> new Reading(
                        other,
                        median(pairs, pair -> Distances.distanceM(as(declared, other, pair.source()), pair.stored()))))
                .min(Comparator.comparingDouble(Reading::misfit))
                .filter(best -> best.misfit < SAME_PLACE_M && best.misfit < asDeclaredM / 5)
                .map(best -> pairsDiagnosis(declared, pairs, best));
    }

    private static CrsDiagnosis pairsDiagnosis(SourceCrs declared, List<MatchedPair> pairs, Reading best) {
        double eastM = median(pairs, pair -> offset(pair).x);
        double northM = median(pairs, pair -> offset(pair).y);
        return new CrsDiagnosis(
                CrsDiagnosis.Kind.OTHER_DATUM,
                true,
                String.format(
                        Locale.ROOT,
                        "read as %s, %d things with keys of the store lie (%+.0f m east, %+.0f m north) of where it has"
                                + " them; read as %s they differ by %.1f m (medians)",
                        declared.describe(),
                        pairs.size(),
                        eastM,
                        northM,
                        best.coordsys.text(),
                        best.misfit),
                "give --coordsys " + best.coordsys.text());
    }

    private static Coordinate offset(MatchedPair pair) {
        GaussKruger zone = GaussKruger.fitting(pair.stored().lonDeg());
        Coordinate source = zone.project(pair.source());
        Coordinate stored = zone.project(pair.stored());
        return new Coordinate(source.x - stored.x, source.y - stored.y);
    }

    static Optional<CrsDiagnosis> ofExtent(SourceCrs declared, Envelope extent, Envelope stored) {
        Envelope asDeclared = declared.toCgcs2000(extent);
        if (!comparable(asDeclared, stored) || overhangM(asDeclared, stored) < OVERHANG_M) {
            return Optional.empty();
        }
        double declaredM = overhangM(asDeclared, stored);
        return readings(declared)
                .map(other -> read(declared, other, asDeclared))
                .filter(read -> overhangM(read.extent, stored) <= EDGE_M)
                .min(Comparator.comparingDouble(read -> centresM(read.extent, stored)))
                .map(best -> new CrsDiagnosis(
                        CrsDiagnosis.Kind.OTHER_DATUM,
                        false,
                        String.format(
                                Locale.ROOT,
                                "read as %s the data go %.0f m over the edge of what the store holds; read as %s they"
                                        + " lie within it",
                                declared.describe(),
                                declaredM,
                                best.coordsys.text()),
                        "give --coordsys " + best.coordsys.text() + "; if the system is right as it is, name it with"
                                + " --crs or --coordsys"));
    }

    /** An extent by another reading. */
    private record ReadExtent(Coordsys coordsys, Envelope extent) {}

    private static ReadExtent read(SourceCrs declared, Coordsys other, Envelope asDeclared) {
        Cgcs2000 southWest = as(declared, other, new Cgcs2000(asDeclared.getMinX(), asDeclared.getMinY()));
        Cgcs2000 northEast = as(declared, other, new Cgcs2000(asDeclared.getMaxX(), asDeclared.getMaxY()));
        return new ReadExtent(
                other, new Envelope(southWest.lonDeg(), northEast.lonDeg(), southWest.latDeg(), northEast.latDeg()));
    }

    /** Whether both are of one size and place, so that their edges should be the same. */
    private static boolean comparable(Envelope extent, Envelope stored) {
        return stored.intersects(extent.centre())
                && extent.getWidth() >= LEAST_COVER * stored.getWidth()
                && extent.getHeight() >= LEAST_COVER * stored.getHeight()
                && ChinaShift.inBox(stored.centre().x, stored.centre().y);
    }

    private static double overhangM(Envelope extent, Envelope stored) {
        double lat = Math.toRadians(stored.centre().y);
        double eastM = 111_320 * Math.cos(lat);
        double x = Math.max(stored.getMinX() - extent.getMinX(), extent.getMaxX() - stored.getMaxX()) * eastM;
        double y = Math.max(stored.getMinY() - extent.getMinY(), extent.getMaxY() - stored.getMaxY()) * 110_900;
        return Math.max(0, Math.max(x, y));
    }

    private static double centresM(Envelope extent, Envelope stored) {
        return Distances.distanceM(position(extent.centre()), position(stored.centre()));
    }

    private static Cgcs2000 position(Coordinate at) {
        return new Cgcs2000(at.x, at.y);
    }

    /** The other datums in question. */
    private static Stream<Coordsys> readings(SourceCrs declared) {
        return Stream.of(Coordsys.WGS84, Coordsys.GCJ02, Coordsys.BD09)
                .filter(coordsys -> coordsys != shiftOf(declared));
    }

    private static Coordsys shiftOf(SourceCrs declared) {
        return Stream.of(Coordsys.GCJ02, Coordsys.BD09)
                .filter(coordsys -> coordsys.text().equals(declared.describe()))
                .findFirst()
                .orElse(Coordsys.WGS84);
    }

    /** The same numbers read as another datum: the declared un-shift is undone first. */
    private static Cgcs2000 as(SourceCrs declared, Coordsys other, Cgcs2000 asDeclared) {
        double[] xy = {asDeclared.lonDeg(), asDeclared.latDeg()};
        Coordsys given = shiftOf(declared);
        if (given != Coordsys.WGS84) {
            ChinaShift.wgsToGcj(xy, 0);
        }
        if (given == Coordsys.BD09) {
            ChinaShift.gcjToBd(xy, 0);
        }
        other.toWgs84(xy, 0);
        return new Cgcs2000(xy[0], xy[1]);
    }

    private static double median(List<MatchedPair> pairs, ToDoubleFunction<MatchedPair> of) {
        double[] sorted = pairs.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package org.onemap.api.locate;

import java.util.List;
import java.util.Optional;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Coordsys;
import org.onemap.locate.GridIndex;
import org.onemap.locate.LocateLevel;
import org.onemap.locate.Locator;

/**
 * What may be wrong with a position that lies outside. Immutable.
 *
 * @param code {@code SWAPPED} or {@code CRS_SUSPECT}
 * @param detail a sentence for the reader
 */
record Hint(String code, String detail) {

    /** Longitude and latitude swapped: for an answer that does not know the position itself. */
    static final Hint SWAPPED =
            new Hint("SWAPPED", "the other way round (lon and lat swapped) the position would lie inside");

    /**
     * The first mistake that would explain why the position lies outside: swapped numbers, then another coordinate
     * system. None if no mistake would bring it inside.
     */
    static Optional<Hint> of(GivenPosition given, Locator locator) {
        Optional<String> swapped = findSwapped(given.lon(), given.lat(), given.coordsys(), locator);
        if (swapped.isPresent()) {
            return Optional.of(new Hint("SWAPPED", SWAPPED.detail + ", in " + swapped.get()));
        }
        for (Coordsys other : List.of(Coordsys.GCJ02, Coordsys.BD09, Coordsys.WGS84)) {
            Optional<String> found = find(other.toCgcs2000(given.lon(), given.lat()), locator);
            if (found.isPresent() && isOther(other, given.coordsys())) {
                return Optional.of(new Hint(
                        "CRS_SUSPECT",
                        "as " + other.text() + " the position would lie inside, in " + found.get() + "; is it really "
                                + given.coordsys().text() + "?"));
            }
        }
        return Optional.empty();
    }

    /** Where these numbers would lie the other way round; empty if they were no position then, or outside. */
    static Optional<String> findSwapped(double lon, double lat, Coordsys coordsys, Locator locator) {
        return Math.abs(lat) <= 180 && Math.abs(lon) <= 90
                ? find(coordsys.toCgcs2000(/* lon= */ lat, /* lat= */ lon), locator)
                : Optional.empty();
    }

    /** WGS 84 and CGCS2000 are the same numbers. */
    private static boolean isOther(Coordsys one, Coordsys given) {
        return one != given && !(one == Coordsys.WGS84 && given == Coordsys.CGCS2000);
    }

    private static Optional<String> find(Cgcs2000 position, Locator locator) {
        Optional<LocateLevel> level = locator.levels().stream()
                .filter(one ->
                        locator.answeringLevel().equals(Optional.of(one.layer().name())))
                .findFirst();
        int ordinal = level.map(one -> one.index().find(position.lonDeg(), position.latDeg()))
                .orElse(GridIndex.NONE);
        return ordinal == GridIndex.NONE
                ? Optional.empty()
                : level.map(one -> one.layer().name() + " " + one.index().code(ordinal));
    }
}

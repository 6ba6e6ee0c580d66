package org.onemap.api.locate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.onemap.InvalidInput;
import org.onemap.api.http.QueryParameters;
import org.onemap.crs.Cgcs2000;
import org.onemap.crs.Coordsys;
import org.onemap.locate.Locator;

/**
 * A position as a caller gave it. Immutable.
 *
 * @param lon the longitude in the caller's coordinate system
 * @param lat the latitude in the caller's coordinate system
 * @param coordsys what the numbers mean
 * @param position what they mean in CGCS2000
 */
record GivenPosition(double lon, double lat, Coordsys coordsys, Cgcs2000 position) {

    /** What Java reads beyond this, such as {@code 0x1p3} or {@code 113d}, is no number for anybody else. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");

    /**
     * Reads {@code lon}, {@code lat} and {@code coordsys}, all three required.
     *
     * @param locator says where they would lie the other way round, if they are no position as they stand
     * @throws InvalidInput if one is missing, or they are no position
     */
    static GivenPosition parse(QueryParameters query, Locator locator) {
        Coordsys coordsys = Coordsys.parse(query.get(
                "coordsys",
                "say what the numbers mean, one of wgs84, cgcs2000, gcj02, bd09; there is no default, because guessing"
                        + " wrong is an error of some 500 m"));
        double lon = number("lon", query.get("lon", "give the longitude in degrees, for instance lon=113.55"));
        double lat = number("lat", query.get("lat", "give the latitude in degrees, for instance lat=34.81"));
        try {
            return new GivenPosition(lon, lat, coordsys, coordsys.toCgcs2000(lon, lat));
        } catch (InvalidInput e) {
            Optional<String> swapped = Hint.findSwapped(lon, lat, coordsys, locator);
            throw swapped.isEmpty() ? e : new InvalidInput(e.getMessage() + ", and would lie in " + swapped.get(), e);
        }
    }

    /** Reads {@code accuracyM}: the radius in metres that holds 68 % of such positions. */
    static OptionalDouble accuracyM(QueryParameters query) {
        Optional<String> text = query.find("accuracyM");
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number("accuracyM", text.get()));
    }

    private static double number(String name, String text) {
        String trimmed = text.trim();
        if (!DECIMAL.matcher(trimmed).matches()) {
            throw new InvalidInput(
                    name.equals("accuracyM")
                            ? "accuracyM=" + text + " is no length: give metres, for instance accuracyM=30"
                            : name + "=" + text + " is no position: give decimal degrees, for instance " + name
                                    + (name.equals("lon") ? "=113.55" : "=34.81"));
        }
        return Double.parseDouble(trimmed);
    }
}

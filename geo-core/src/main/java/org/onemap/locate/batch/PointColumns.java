package org.onemap.locate.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onemap.InvalidInput;

/**
 * Which columns of a table, or members of an object, hold a position. Immutable.
 *
 * @param lon number of the column of the longitude, or of the easting, from 0
 * @param lat number of the column of the latitude, or of the northing
 */
public record PointColumns(int lon, int lat) {

    /** Pairs of names, the likeliest first; without case, blanks, {@code _} and {@code -}. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("lon", "lat"),
            List.of("lng", "lat"),
            List.of("longitude", "latitude"),
            List.of("long", "lat"),
            List.of("经度", "纬度"),
            List.of("londeg", "latdeg"),
            List.of("wgs84lon", "wgs84lat"),
            List.of("wgslon", "wgslat"),
            List.of("wgs84lng", "wgs84lat"),
            List.of("wgslng", "wgslat"),
            List.of("gcjlon", "gcjlat"),
            List.of("gcjlng", "gcjlat"),
            List.of("bdlon", "bdlat"),
            List.of("bdlng", "bdlat"),
            List.of("东经", "北纬"),
            List.of("经度坐标", "纬度坐标"),
            List.of("jd", "wd"),
            List.of("x", "y"),
            List.of("pointx", "pointy"),
            List.of("x坐标", "y坐标"),
            List.of("坐标x", "坐标y"),
            List.of("easting", "northing"),
            List.of("东坐标", "北坐标"));

    /**
     * Finds them by name.
     *
     * @param lon the name of the column of the longitude, if it is given
     * @param lat the name of the column of the latitude, if it is given
     * @throws InvalidInput if a name is not there or there twice, or nothing given is recognised
     */
    public static PointColumns find(List<String> names, Optional<String> lon, Optional<String> lat) {
        if (lon.isPresent() != lat.isPresent()) {
            throw new InvalidInput("name both columns, of the longitude and of the latitude, or neither");
        }
        if (lon.isPresent()) {
            return new PointColumns(exactly(names, lon.get()), exactly(names, lat.get()));
        }
        List<String> plain = names.stream().map(PointColumns::plain).toList();
        for (List<String> pair : PAIRS) {
            if (plain.contains(pair.get(0)) && plain.contains(pair.get(1))) {
                return new PointColumns(
                        exactly(names, names.get(plain.indexOf(pair.get(0)))),
                        exactly(names, names.get(plain.indexOf(pair.get(1)))));
            }
        }
        throw new InvalidInput("no columns of a position are recognised among " + said(names)
                + "; call them lon and lat, or say which they are");
    }

    /**
     * The number of the column of this name, without regard to case if nothing fits exactly.
     *
     * @throws InvalidInput if there is none, or several
     */
    public static int exactly(List<String> names, String name) {
        List<Integer> found = all(names, name);
        if (found.isEmpty()) {
            throw new InvalidInput("there is no column '" + name + "'; there are " + said(names));
        }
        if (found.size() > 1) {
            throw new InvalidInput("column '" + name + "' is there " + found.size() + " times; rename all but one");
        }
        return found.get(0);
    }

    private static List<Integer> all(List<String> names, String name) {
        List<Integer> exact = new ArrayList<>();
        List<Integer> loose = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                exact.add(i);
            } else if (names.get(i).equalsIgnoreCase(name)) {
                loose.add(i);
            }
        }
        return exact.isEmpty() ? loose : exact;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]", "");
    }

    private static String said(List<String> names) {
        int shown = Math.min(names.size(), 30);
        String text = String.join(", ", names.subList(0, shown));
        return (text.length() > 400 ? text.substring(0, 400) + "…" : text) + (shown < names.size() ? ", …" : "");
    }
}

package org.onemap.ingest.read.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/** The columns in which a table keeps its positions, and how they are read. Confined to one thread. */
final class CsvGeometry {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final Set<String> WKT =
            Set.of("wkt", "geom", "geometry", "the_geom", "wkb_geometry", "shape", "wkt_geom");
    private static final List<List<Set<String>>> PAIRS = List.of(
            List.of(Set.of("经度", "东经"), Set.of("纬度", "北纬")),
            List.of(
                    Set.of("lon", "lng", "long", "longitude", "londeg", "lon_deg"),
                    Set.of("lat", "latitude", "latdeg", "lat_deg")),
            List.of(Set.of("x", "x坐标"), Set.of("y", "y坐标")));
    private static final Pattern LOOKS_LIKE_WKT = Pattern.compile(
            "(?is)\\s*(SRID=\\d+;\\s*)?((MULTI)?(POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION|LINEARRING)\\b.*");
    private static final Pattern LOOKS_LIKE_WKB = Pattern.compile("(?i)0[01][0-9a-f]{8,}");
    private static final Pattern SRID = Pattern.compile("(?is)\\s*SRID=(\\d+);(.*)");

    private final int lon;
    private final int lat;
    private final int wkt;
    private final WKTReader wktReader = new WKTReader(GEOMETRIES);
    private final WKBReader wkbReader = new WKBReader(GEOMETRIES);
    private int srid;

    private CsvGeometry(int lon, int lat, int wkt) {
        this.lon = lon;
        this.lat = lat;
        this.wkt = wkt;
    }

    /** A cell cannot be read as a geometry. */
    static final class NoGeometry extends Exception {
        private static final long serialVersionUID = 1L;

        NoGeometry(String message) {
            super(message);
        }
    }

    /** Finds the columns by their names; WKT before positions. */
    static CsvGeometry of(List<String> header) {
        List<String> names = header.stream().map(CsvGeometry::bare).toList();
        for (int i = 0; i < names.size(); i++) {
            if (WKT.contains(names.get(i))) {
                return new CsvGeometry(-1, -1, i);
            }
        }
        return positions(names);
    }

    /** The same without the WKT column, whose cells turned out to be something else. */
    static CsvGeometry withoutWkt(List<String> header) {
        return positions(header.stream().map(CsvGeometry::bare).toList());
    }

    private static CsvGeometry positions(List<String> names) {
        for (List<Set<String>> pair : PAIRS) {
            int lon = first(names, pair.get(0));
            int lat = first(names, pair.get(1));
            if (lon >= 0 && lat >= 0) {
                return new CsvGeometry(lon, lat, -1);
            }
        }
        return new CsvGeometry(-1, -1, -1);
    }

    private static int first(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code 经度(lon)} is 经度. */
    private static String bare(String name) {
        return name.replaceFirst("[(（\\[].*$", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether there are such columns. */
    boolean isPresent() {
        return lon >= 0 || wkt >= 0;
    }

    boolean isWkt() {
        return wkt >= 0;
    }

    /** Whether this column is one of them, and so no attribute. */
    boolean uses(int column) {
        return column == lon || column == lat || column == wkt;
    }

    /** Name of the geometry type of a record, for its family; empty for a record without. */
    Optional<String> type(List<String> record) {
        if (wkt < 0) {
            return isPresent() && !cell(record, lon).isEmpty() ? Optional.of("POINT") : Optional.empty();
        }
        try {
            return Optional.ofNullable(read(record)).map(Geometry::getGeometryType);
        } catch (NoGeometry e) {
            return Optional.empty(); // told when the rows are read
        }
    }

    /** Whether the cell of the WKT column is empty or looks like a geometry. */
    boolean looksRight(List<String> record) {
        String text = cell(record, wkt);
        return text.isEmpty()
                || LOOKS_LIKE_WKT.matcher(text).matches()
                || LOOKS_LIKE_WKB.matcher(text).matches();
    }

    /** The geometry of a record; null for none. */
    @Nullable
    Geometry read(List<String> record) throws NoGeometry {
        if (wkt >= 0) {
            return wkt(cell(record, wkt));
        }
        return lon < 0 ? null : point(cell(record, lon), cell(record, lat));
    }

    private static @Nullable Geometry point(String x, String y) throws NoGeometry {
        if (x.isEmpty() && y.isEmpty()) {
            return null;
        }
        return GEOMETRIES.createPoint(new CoordinateXY(ordinate(x), ordinate(y)));
    }

    private static double ordinate(String text) throws NoGeometry {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new NoGeometry("\"" + text + "\" is no ordinate of a position");
        }
        throw new NoGeometry("\"" + text + "\" is no ordinate of a position");
    }

    private @Nullable Geometry wkt(String text) throws NoGeometry {
        if (text.isEmpty()) {
            return null;
        }
        try {
            Geometry geometry;
            if (LOOKS_LIKE_WKB.matcher(text).matches()) {
                geometry = wkbReader.read(WKBReader.hexToBytes(text));
                srid = geometry.getSRID() > 0 ? geometry.getSRID() : srid;
            } else {
                Matcher prefixed = SRID.matcher(text);
                boolean named = prefixed.matches();
                srid = named ? Integer.parseInt(prefixed.group(1)) : srid;
                geometry = wktReader.read(named ? prefixed.group(2) : text);
            }
            geometry.setSRID(0);
            return geometry.isEmpty() ? null : geometry;
        } catch (ParseException | IllegalArgumentException e) {
            throw new NoGeometry("\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\" is no WKT: "
                    + e.getMessage());
        }
    }

    /** The SRID that the geometries name; 0 for none. */
    int srid() {
        return srid;
    }

    private static String cell(List<String> record, int column) {
        return column < record.size() ? record.get(column) : "";
    }
}
